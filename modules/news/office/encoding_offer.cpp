#include "modules/news/office/encoding_offer.h"

#include <algorithm>

#include "shared/office/chrome.h"
#include "shared/workflow/idempotency.h"

#include "modules/news/office/form_fields.h"
#include "modules/news/office/store.h"

namespace portal::news {
namespace {

using encoding::Doubt;

constexpr std::size_t kMostDoubts = 200;  // rows of the list; the marks in the text are all there

constexpr std::string_view kConverted = "dung";

bool is_text(const FormField& field) {
  return field.kind == FormField::Kind::Line || field.kind == FormField::Kind::Paragraph || field.kind == FormField::Kind::Body;
}

// The machinery of a form, which the offer writes anew.
bool is_machinery(std::string_view name) { return name == "_csrf" || name == "_key" || name == "encoding" || name == "encoding_from"; }

// One form of the page carries every field: the one that confirms with the words in Unicode, the one that goes back with those that were typed.
void fill_fields(view::Dict& content, const char* section, const http::Fields& typed, const LegacyText* read) {
  for (const auto& [name, value] : typed.pairs()) {
    if (is_machinery(name)) continue;
    view::Dict field = content.section(section);
    field.set("SENT_NAME", name);
    std::string sent = value;
    if (read != nullptr)
      for (const ReadField& changed : read->fields)
        if (changed.name == name) sent = changed.value;
    field.set("SENT_VALUE", sent);
  }
}

// The converted words, cut where a doubtful letter begins and ends.
void fill_marked(view::Dict& row, const ReadField& field) {
  std::size_t at = 0;
  const auto plain = [&](std::size_t end) {
    if (end > at) row.section("PART").section("PLAIN").set("PART_TEXT", field.after.substr(at, end - at));
    at = end;
  };
  for (const Doubt& doubt : field.doubts) {
    if (doubt.offset < at) continue;
    plain(doubt.offset);
    view::Dict marked = row.section("PART").section("DOUBTFUL");
    marked.set("PART_TEXT", field.after.substr(doubt.offset, doubt.length));
    marked.set("DOUBT_WHY", encoding::words_of(doubt.reason));
    at = doubt.offset + doubt.length;
  }
  plain(field.after.size());
}

// The word around a doubtful letter, so that the list can be read by itself.
std::string word_around(const std::string& text, const Doubt& doubt) {
  const auto is_edge = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
  std::size_t first = doubt.offset;
  while (first > 0 && !is_edge(first - 1)) --first;
  std::size_t last = doubt.offset + doubt.length;
  while (last < text.size() && !is_edge(last)) ++last;
  return text.substr(first, last - first);
}

void fill_doubts(view::Dict& content, const LegacyText& read) {
  std::size_t count = 0;
  for (const ReadField& field : read.fields) count += field.doubts.size();
  if (count == 0) return content.show("NO_DOUBTS");
  view::Dict part = content.section("DOUBTS");
  part.set("DOUBT_COUNT", static_cast<std::int64_t>(count));
  std::size_t shown = 0;
  for (const ReadField& field : read.fields) {
    const FormField* known = find_form_field(field.name);
    for (const Doubt& doubt : field.doubts) {
      if (++shown > kMostDoubts) continue;
      view::Dict row = part.section("DOUBT");
      row.set("DOUBT_FIELD", known == nullptr ? std::string_view{} : known->label);
      row.set("DOUBT_POSITION", static_cast<std::int64_t>(doubt.position));
      row.set("DOUBT_WORD", word_around(field.after, doubt));
      row.set("DOUBT_IS", field.after.substr(doubt.offset, doubt.length));
      row.set("DOUBT_WAS", doubt.was.empty() ? "(đã mất)" : doubt.was);
      row.set("DOUBT_OTHER", doubt.could_be.empty() ? "–" : doubt.could_be);
      row.set("DOUBT_WHY", encoding::words_of(doubt.reason));
    }
  }
  if (count > kMostDoubts) part.section("MORE_DOUBTS").set("MORE_COUNT", static_cast<std::int64_t>(count - kMostDoubts));
}

}  // namespace

EncodingChoice encoding_choice(const http::Fields& form) {
  const std::string_view choice = form.get("encoding");
  if (choice == kConverted) return EncodingChoice::Converted;
  if (choice == "sua") return EncodingChoice::Edit;
  if (choice == "lai") return EncodingChoice::Back;
  if (choice == "giu") return EncodingChoice::Keep;
  return EncodingChoice::Ask;
}

LegacyText read_form(const http::Fields& form) {
  std::vector<TextField> fields;
  for (const FormField& field : kFormFields)
    if (is_text(field) && form.has(field.name)) fields.push_back({field.name, form.get(field.name), field.kind == FormField::Kind::Body});
  return read_fields(fields);
}

std::string encoding_note(const http::Fields& form) {
  if (encoding_choice(form) != EncodingChoice::Converted) return {};
  const auto from = encoding::find_encoding(form.get("encoding_from"));
  return from ? "chuyển từ " + std::string{encoding::label_of(*from)} + " sang Unicode" : std::string{};
}

http::Response offer_page(server::Context& context, const http::Fields& typed, const LegacyText& read, const OfferPage& page) {
  office::Frame frame;
  frame.title = "Chuyển sang Unicode";
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}, {page.cancel_url, page.crumb}};
  frame.here = "Chuyển sang Unicode";
  office::OfficePage made(context, frame, "news-office/encoding.tpl");
  view::Dict& content = made.content();
  content.set("ACTION_URL", page.action_url);
  content.set("KEY", workflow::new_form_key());
  content.set("KEEP_KEY", workflow::new_form_key());
  content.set("ENCODING_LABEL", encoding::label_of(read.encoding));
  content.set("ENCODING_KEY", encoding::key_of(read.encoding));
  constexpr int kPercent = 100;
  content.set("CONFIDENCE", static_cast<std::int64_t>(read.confidence * kPercent));
  fill_fields(content, "CONVERTED", typed, &read);
  fill_fields(content, "TYPED", typed, nullptr);
  for (const ReadField& field : read.fields) {
    const FormField* known = find_form_field(field.name);
    view::Dict row = content.section("FIELD");
    row.set("FIELD_LABEL", known == nullptr ? std::string_view{} : known->label);
    row.set("BEFORE_TEXT", field.before);
    fill_marked(row, field);
  }
  fill_doubts(content, read);
  constexpr int kUnprocessable = 422;
  return std::move(made).respond(kUnprocessable);
}

}  // namespace portal::news
