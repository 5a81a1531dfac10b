// Any bytes as a rich-text tree. Promises: an accepted document has one canonical form that is
// accepted again and means the same; its HTML is balanced, uses allowed tags and attributes only,
// and links by allowed schemes; its text is clean; a refusal says why.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/richtext/json.h"
#include "shared/richtext/link.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"
#include "shared/richtext/render.h"
#include "shared/text/unicode.h"

#include "tests/fuzz/check.h"

using namespace portal::richtext;
using portal::text::Lines;
using portal::text::list_problems;

namespace {

constexpr std::array<std::string_view, 24> kTags = {
    "p",     "h2",    "h3", "h4", "ul", "ol", "li",     "blockquote", "hr", "br",  "div", "table",
    "thead", "tbody", "tr", "th", "td", "a",  "strong", "em",         "u",  "sub", "sup", ""};
constexpr std::array<std::string_view, 12> kAttributes = {
    "id",    "start",   "class",   "role", "tabindex", "aria-label",
    "scope", "colspan", "rowspan", "href", "title",    "rel"};

template <typename Names>
bool has(const Names& names, std::string_view name) {
  return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

// Reads our HTML with a reader stricter than any browser's: every < opens an allowed tag, every
// value is in double quotes.
class Reader {
 public:
  explicit Reader(std::string_view html) : rest_(html) {}

  void read() {
    while (!rest_.empty()) {
      if (rest_.front() == '<') {
        tag();
      } else {
        CHECK(rest_.front() != '>' && rest_.front() != '"');
        rest_.remove_prefix(1);
      }
    }
    CHECK(open_.empty());
  }

 private:
  std::string_view until(std::string_view stops) {
    const std::size_t end = rest_.find_first_of(stops);
    CHECK(end != std::string_view::npos);
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return part;
  }

  void tag() {
    const bool closing = rest_.starts_with("</");
    rest_.remove_prefix(closing ? 2 : 1);
    const std::string_view name = until(" >");
    CHECK(has(kTags, name));
    if (closing) {
      CHECK(!open_.empty() && open_.back() == name);
      open_.pop_back();
    } else {
      while (rest_.starts_with(" ")) attribute();
      if (name != "br" && name != "hr") open_.push_back(name);
    }
    CHECK(rest_.starts_with(">"));
    rest_.remove_prefix(1);
  }

  void attribute() {
    rest_.remove_prefix(1);
    const std::string_view name = until("=");
    CHECK(has(kAttributes, name) && rest_.starts_with("=\""));
    rest_.remove_prefix(2);
    const std::string_view value = until("\"");
    rest_.remove_prefix(1);
    CHECK(value.find_first_of("<>'\n") == std::string_view::npos);
    if (name == "id") CHECK(value.starts_with("muc-") && ids_.insert(value).second);
    if (name == "href") check_href(value);
  }

  static void check_href(std::string_view value) {
    const auto starts = [&](std::string_view scheme) { return value.starts_with(scheme); };
    CHECK(starts("https://") || starts("http://") || starts("mailto:") || starts("tel:") ||
          starts("#") || (starts("/") && !starts("//") && !starts("/\\")));
  }

  std::string_view rest_;
  std::vector<std::string_view> open_;
  std::set<std::string_view> ids_;
};

void check_refusal(const std::vector<ContentError>& errors) {
  CHECK(!errors.empty() && errors.size() <= kMaxErrors);
  for (const ContentError& error : errors) {
    CHECK(!error.message.empty());
    CHECK(list_problems(error.message, Lines::One).empty());
  }
}

void check_document(const Document& document) {
  const std::string json = to_json(document);
  const auto again = parse_document(json);
  CHECK(again.has_value());
  CHECK(*again == document);
  CHECK(to_json(*again) == json);
  Reader(render_html(document).text()).read();
  const std::string plain = to_plain_text(document);
  CHECK(list_problems(plain, Lines::Many).empty());
  CHECK(is_empty(document) == plain.empty());
  CHECK(portal::text::count_characters(first_words(document, 50)) <= 50);
  const auto paragraphs = from_plain_text(plain);
  CHECK(paragraphs.has_value() || paragraphs.error().kind == portal::base::FaultKind::TooLarge);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = parse_document(bytes);
  if (document) {
    check_document(*document);
  } else {
    check_refusal(document.error());
  }
  const auto href = clean_href(bytes);
  if (href) CHECK(clean_href(*href).value() == *href);
  return 0;
}
