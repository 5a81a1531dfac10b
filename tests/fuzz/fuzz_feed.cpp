// Any bytes as a channel through shared/feed, and what its entries say through shared/imported. Promises: titles are one line of Unicode that may be stored, links are whole http or https
// addresses, keys are digests; the words of an entry are a document that our own validation takes, and text without control or invisible characters.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/feed/feed.h"
#include "shared/imported/words.h"
#include "shared/richtext/parse.h"
#include "shared/text/unicode.h"

#include "tests/fuzz/check.h"

using namespace portal;

namespace {

void check_line(const std::string& line) {
  CHECK(text::list_problems(line, text::Lines::One).empty());
  CHECK(text::is_nfc(line));
}

void check_words(const imported::Words& words) {
  CHECK(text::list_problems(words.text, text::Lines::Many).empty());
  CHECK(text::is_nfc(words.text));
  CHECK(words.document.empty() || richtext::parse_document(words.document).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};  // NOLINT: bytes are bytes
  constexpr std::string_view kCharsets[] = {"", "utf-8", "windows-1258", "utf-16"};
  const auto feed = feed::parse_feed(bytes, size == 0 ? kCharsets[0] : kCharsets[data[size - 1] % 4], "https://a.vn/b/rss.xml");
  if (!feed) {
    CHECK(!feed.error().message.empty());
    // The words of any entry may be anything: HTML alone, too.
    if (text::is_valid(bytes)) check_words(imported::words_of_html(bytes, "https://a.vn/b/"));
    return 0;
  }
  CHECK(feed->entries.size() <= feed::Limits{}.entries);
  for (const feed::Entry& entry : feed->entries) {
    check_line(entry.title);
    check_line(entry.author);
    CHECK(text::count_code_points(entry.title) <= feed::kMostTitle);
    CHECK(entry.key.size() == 64);
    CHECK(entry.link.empty() || entry.link.starts_with("http://") || entry.link.starts_with("https://"));
    imported::Words words = imported::words_of_html(entry.html, entry.base);
    check_words(words);
    imported::add_source(words, "Nguồn", entry.link);
    check_words(words);
  }
  return 0;
}
