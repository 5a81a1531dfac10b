#include "modules/news/office/document_view.h"

#include "modules/news/office/document_take.h"
#include "modules/news/office/views.h"
#include "shared/office/chrome.h"
#include "shared/office/fields.h"
#include "shared/richtext/render.h"

namespace portal::news {
namespace {

constexpr std::size_t kMostDoubts = 200;  // rows of the list, as of a text that was typed (encoding_offer.cpp)

void fill_doubts(view::Dict& content, const DocumentText& text) {
  if (text.doubts.empty()) return;
  view::Dict part = content.section("DOUBTS");
  part.set("DOUBT_COUNT", text.doubtful);
  std::int64_t shown = 0;
  for (const DoubtfulLetter& doubt : text.doubts) {
    if (static_cast<std::size_t>(shown) == kMostDoubts) break;
    ++shown;
    view::Dict row = part.section("DOUBT");
    row.set("DOUBT_WORD", doubt.word);
    row.set("DOUBT_IS", doubt.is);
    row.set("DOUBT_WAS", doubt.was.empty() ? "(đã mất)" : doubt.was);
    row.set("DOUBT_OTHER", doubt.could_be.empty() ? "–" : doubt.could_be);
    row.set("DOUBT_WHY", doubt.reason);
  }
  if (text.doubtful > shown) part.section("MORE_DOUBTS").set("MORE_COUNT", text.doubtful - shown);
}

void fill_form(view::Dict& content, const TakeForm& form, const std::vector<base::FieldError>& errors) {
  view::Dict part = content.section("MAY_TAKE");
  part.set("TAKE_URL", form.url);
  part.set("KEY", form.key);
  part.set("DRAFT_KEY", form.draft_key);
  if (!form.asks_how) return;
  office::Field field;
  field.name = kHowField;
  field.label = "Bài đã có nội dung. Ông, bà muốn:";
  field.hint = "Kết quả là một bản nháp ở trang sửa bài; các phiên bản đã lưu vẫn giữ nguyên.";
  office::add_radios(part, "FIELD_HOW", field,
                     {{std::string{kReplace}, "Thay nội dung", "Phần nội dung đang có nhường chỗ cho chữ của tệp.", form.how == kReplace},
                      {std::string{kAppend}, "Thêm vào cuối", "Chữ của tệp đứng sau phần nội dung đang có.", form.how == kAppend}},
                     errors);
}

void fill_text(view::Dict& content, const DocumentPage& page) {
  const DocumentText& text = *page.text;
  view::Dict ready = content.section("READY");
  ready.set("GUESSED_TITLE", text.title.empty() ? "(không đoán được)" : text.title);
  if (!text.encoding.empty()) {
    constexpr int kPercent = 100;
    view::Dict legacy = ready.section("LEGACY");
    legacy.set("ENCODING_LABEL", text.encoding);
    legacy.set("CONFIDENCE", static_cast<std::int64_t>(text.confidence * kPercent));
  }
  const auto pictures = static_cast<std::int64_t>(pictures_of(text.tree).size());
  if (pictures > 0) ready.section("PICTURES").set("PICTURE_COUNT", pictures);
  ready.show("NOTHING_LOST", text.lost.empty());
  if (!text.lost.empty()) {
    view::Dict list = ready.section("LOST");
    for (const std::string& sentence : text.lost) list.section("LOST_ONE").set("LOST_TEXT", sentence);
  }
  fill_doubts(ready, text);
  ready.set_html("BODY_HTML", richtext::render_html(with_pictures_named(text.tree)));
  if (page.preview_url.empty()) ready.show("NO_PREVIEW");
  else ready.section("PREVIEW").set("PREVIEW_URL", page.preview_url);
}

}  // namespace

void fill_document(view::Dict& content, const DocumentPage& page, const std::vector<base::FieldError>& errors) {
  content.set("DOCUMENT_NAME", page.file.name);
  content.set("DOCUMENT_FACTS", file_facts(page.file));
  content.set("BACK_URL", page.back_url);
  office::fill_error_summary(content, errors);
  if (!page.text) {
    content.section("NOT_READY").set("DOCUMENT_STATE", state_words(page.file));
    return;
  }
  fill_text(content, page);
  if (page.form) fill_form(content, *page.form, errors);
  else content.show("NO_STEP");
}

}  // namespace portal::news
