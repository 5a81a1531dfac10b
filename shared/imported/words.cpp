#include "shared/imported/words.h"

#include <algorithm>

#include "shared/encoding/encoding.h"
#include "shared/imported/html_tree.h"
#include "shared/mime/html.h"
#include "shared/mime/words.h"
#include "shared/richtext/json.h"
#include "shared/richtext/link.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::imported {
namespace {

// The words in Unicode when they are in an old encoding and known to be (D4.1a).
bool take_reading(Words& words, const std::string& text) {
  std::string original = text;  // `text` may be the words' own, which are written over
  const encoding::Reading reading = encoding::read(original);
  if (!reading.is_legacy()) return false;
  words.text = mime::visible(reading.text);
  words.original = std::move(original);
  words.encoding = encoding::key_of(reading.encoding);
  words.note("Viết bằng bảng mã " + std::string{encoding::label_of(reading.encoding)} + ", đã chuyển sang Unicode; cần đối chiếu với nơi gửi.");
  return true;
}

void cut(Words& words) {
  if (text::count_code_points(words.text) <= kMostCharacters) return;
  std::size_t end = 0, points = 0;
  while (end < words.text.size() && points < kMostCharacters) {
    ++end;
    while (end < words.text.size() && (static_cast<unsigned char>(words.text[end]) & 0xC0U) == 0x80U) ++end;
    ++points;
  }
  words.text.resize(end);
  words.note("Nội dung quá dài, phần cuối không ghi vào sổ.");
}

richtext::Node text_node(std::string words, std::string href = {}) {
  richtext::Node node;
  node.type = richtext::NodeType::Text;
  node.text = std::move(words);
  if (!href.empty()) node.marks.link = richtext::Link{std::move(href), {}};
  return node;
}

}  // namespace

void Words::note(std::string_view sentence) {
  if (text::count_code_points(remark) + 1 + text::count_code_points(sentence) > kMostRemark) return;
  remark += (remark.empty() ? "" : " ") + std::string{sentence};
}

Words words_of_text(std::string_view text) {
  Words words;
  words.text = mime::visible(text);
  static_cast<void>(take_reading(words, words.text));
  words.text = std::string{text::trim(words.text)};
  cut(words);
  return words;
}

Words words_of_html(std::string_view html, std::string_view base) {
  Words words;
  const HtmlTree read = tree_of_html(html, base);
  const std::string plain = richtext::to_plain_text(read.document);
  // What is typed in an old encoding is read as one text; its letters stand in no place of the tree any more.
  if (take_reading(words, plain)) {
    words.note("Định dạng không giữ lại.");
  } else {
    words.text = plain;
    if (!richtext::is_empty(read.document)) words.document = richtext::to_json(read.document);
    if (read.is_plain) words.note("Lấy chữ từ nội dung có định dạng; định dạng không giữ lại.");
  }
  if (read.pictures > 0) words.note(std::to_string(read.pictures) + " ảnh trong nội dung không tải về; xem ở nơi gửi, xin tệp ảnh nếu cần đăng.");
  if (read.media > 0) words.note(std::to_string(read.media) + " phim, âm thanh hoặc khung nhúng không lấy về.");
  if (read.is_cut) words.note("Nội dung quá dài, phần cuối không ghi vào sổ.");
  cut(words);
  return words;
}

void add_source(Words& words, std::string_view name, std::string_view address) {
  const auto href = richtext::clean_href(address);
  const std::string label = "Nguồn: ";
  richtext::Node root;
  root.type = richtext::NodeType::Doc;
  if (!words.document.empty()) {
    if (const auto parsed = richtext::parse_document(words.document)) root = parsed->root();
  } else if (const auto made = richtext::from_plain_text(words.text); made && !richtext::is_empty(*made)) {
    root = made->root();
  }
  richtext::Node& line = root.children.emplace_back();
  line.type = richtext::NodeType::Paragraph;
  line.children.push_back(text_node(label));
  line.children.push_back(href ? text_node(std::string{name}, *href) : text_node(std::string{name}));
  words.text += (words.text.empty() ? "" : "\n") + label + std::string{name} + (href ? " (" + *href + ")" : std::string{});
  // A document that this line would make too large goes without it; its text has it all the same.
  if (const auto checked = richtext::check_tree(root)) words.document = richtext::to_json(*checked);
}

std::string in_unicode(std::string_view text) {
  const encoding::Reading reading = encoding::read(text);
  return reading.is_legacy() ? mime::visible(reading.text) : std::string{text};
}

std::string title_of(std::string_view raw, std::size_t most) {
  // Many feeds escape their titles twice: "Nghị định &amp;quot;…", "<b>…</b>".
  const bool has_markup = raw.find('<') != std::string_view::npos || raw.find('&') != std::string_view::npos;
  std::string line = has_markup ? mime::words_of_html(raw) : std::string{raw};
  std::replace(line.begin(), line.end(), '\n', ' ');
  return mime::visible_line(in_unicode(mime::visible_line(line, most)), most);
}

}  // namespace portal::imported
