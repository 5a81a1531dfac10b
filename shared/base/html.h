// Html: markup that is safe to send. A std::string never reaches a page unescaped, because only
// what is named below can make one.
//
//   page.set("TITLE", article.title);                 // std::string: the template escapes it
//   page.set_html("BODY_HTML", render_html(article.body));  // Html: written as it is
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace portal::base {
class Html;
}

namespace portal::richtext {
class Document;
struct Picture;
using FindPicture = std::function<const Picture*(int file)>;
[[nodiscard]] base::Html render_html(const Document& document, const FindPicture& find);
[[nodiscard]] base::Html render_html(const Document& document);
}  // namespace portal::richtext

namespace portal::view {
class Templates;  // an auto-escaped template expands to markup that is safe again
}

namespace portal::base {

// A piece of finished HTML. A value; empty by default. Two pieces put together are safe again.
class Html {
 public:
  Html() = default;

  [[nodiscard]] const std::string& text() const& { return text_; }

  [[nodiscard]] std::string text() && { return std::move(text_); }

  [[nodiscard]] bool empty() const { return text_.empty(); }

  Html& operator+=(const Html& other) {
    text_ += other.text_;
    return *this;
  }

  bool operator==(const Html&) const = default;

 private:
  explicit Html(std::string text) : text_(std::move(text)) {}

  friend Html escape_html(std::string_view text);
  friend Html stored_html(std::string markup);
  friend Html portal::richtext::render_html(const portal::richtext::Document& document,
                                            const portal::richtext::FindPicture& find);
  friend class portal::view::Templates;

  std::string text_;
};

// `text` as HTML text or as the value of a quoted attribute: & < > " ' become references, every
// other byte stays.
[[nodiscard]] Html escape_html(std::string_view text);

// What render_html() made earlier, read back from a `*_html` column of a published table, and
// nothing else: the caller vouches that only a Publisher writes that column. Search for this name
// to see every such place.
[[nodiscard]] Html stored_html(std::string markup);

// Appends `text` to `out` escaped as escape_html() does. For code that builds markup; the result is
// still a plain string.
void append_escaped(std::string& out, std::string_view text);

}  // namespace portal::base

namespace portal::view {
using base::Html;
}
