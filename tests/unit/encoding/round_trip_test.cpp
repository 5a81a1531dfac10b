// D4.1a: real articles, written in each old encoding and read back, are themselves; a letter that is not is listed as doubtful. The articles of the test data
// where they are at hand (PORTAL_TEST_DATA), the demo's otherwise.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "shared/encoding/encoding.h"
#include "shared/encoding/syllable.h"
#include "shared/encoding/tables.h"
#include "shared/text/decode.h"
#include "shared/text/unicode.h"
#include "tests/support/source_dir.h"

using namespace portal::encoding;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

void collect(const json& value, std::vector<std::string>& texts) {
  constexpr std::size_t kLong = 200;
  if (value.is_string() && value.get_ref<const std::string&>().size() > kLong) texts.push_back(portal::text::to_nfc(value.get_ref<const std::string&>()));
  if (value.is_structured())
    for (const json& member : value) collect(member, texts);
}

std::vector<std::string> articles() {
  std::vector<std::string> texts;
  const char* folder = std::getenv("PORTAL_TEST_DATA");
  const std::string packed = std::string{folder == nullptr ? "" : folder} + "/open/tin_tuc.jsonl.zst";
  if (fs::exists(packed)) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(("zstd -dc '" + packed + "'").c_str(), "r"), ::pclose);
    std::string all;
    char buffer[65536];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe.get())) > 0;) all.append(buffer, n);
    constexpr std::size_t kEach = 10;  // every tenth: seven encodings in a debug build
    std::size_t row = 0;
    for (std::size_t at = 0; at < all.size(); ++row) {
      const std::size_t end = std::min(all.find('\n', at), all.size());
      if (row % kEach == 0) collect(json::parse(all.substr(at, end - at)), texts);
      at = end + 1;
    }
    return texts;
  }
  for (const auto& entry : fs::directory_iterator(source_dir() + "/sql/seeds/demo/articles")) {
    std::ifstream in(entry.path());
    collect(json::parse(in), texts);
  }
  return texts;
}

// What an encoding cannot hold, or says ambiguously, is left out: signs that are no letters of it, and the marks of VIQR.
std::u32string writable(Encoding encoding, std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = portal::text::decode_at(text, at);
    at += decoded.length;
    char32_t c = decoded.code;
    if (c >= 0x80 && split_letter(c).base == 0) c = U' ';
    if (encoding == Encoding::Viqr && std::u32string_view(U".?'`~^(+").find(c) != std::u32string_view::npos) c = U' ';
    if (lacks_capital(encoding, to_lower(c))) c = to_lower(c);
    out += c;
  }
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) portal::text::append_utf8(out, c);
  return out;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  constexpr std::string_view kBlank = " \n\r\t";
  for (std::size_t at = text.find_first_not_of(kBlank); at != std::string_view::npos; at = text.find_first_not_of(kBlank, at)) {
    const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

struct Compared {
  bool is_aligned = false;    // as many words as there were
  std::size_t wrong = 0;      // letters in words that are not what was written
  std::size_t unlisted = 0;   // of them in words without a doubt
};

// Word by word: a word that was not read stays as it stood, longer or shorter than it should be.
Compared compare(const std::string& wanted, const Reading& reading) {
  Compared compared;
  const auto want = words_of(wanted);
  const auto got = words_of(reading.text);
  compared.is_aligned = want.size() == got.size();
  for (std::size_t w = 0; compared.is_aligned && w < want.size(); ++w) {
    if (want[w] == got[w]) continue;
    const std::size_t letters = portal::text::count_code_points(want[w]);
    const auto begin = static_cast<std::size_t>(got[w].data() - reading.text.data());
    const bool is_listed = std::any_of(reading.doubts.begin(), reading.doubts.end(),
                                       [&](const Doubt& doubt) { return doubt.offset >= begin && doubt.offset < begin + got[w].size(); });
    compared.wrong += letters;
    if (!is_listed) compared.unlisted += letters;
  }
  return compared;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(round_trip)

BOOST_AUTO_TEST_CASE(D4_1a_real_articles_written_in_each_encoding_are_read_back) {
  const std::vector<std::string> texts = articles();
  BOOST_REQUIRE(texts.size() > 20);
  for (const Encoding encoding : {Encoding::Tcvn3, Encoding::VniWindows, Encoding::Vps, Encoding::Viscii, Encoding::Windows1258, Encoding::Viqr, Encoding::Utf8AsLatin1}) {
    std::size_t letters = 0;
    std::size_t wrong = 0;
    std::size_t unlisted = 0;
    for (const std::string& text : texts) {
      const std::u32string wanted = writable(encoding, text);
      std::string seen;
      for (const char c : encoding == Encoding::Utf8AsLatin1 ? utf8(wanted) : encode(encoding, wanted))
        portal::text::append_utf8(seen, shown_as(static_cast<unsigned char>(c)));
      const Reading reading = read(seen);
      BOOST_TEST(key_of(reading.encoding) == key_of(encoding), text.substr(0, 80));
      const Compared compared = compare(utf8(wanted), reading);
      letters += wanted.size();
      wrong += compared.wrong;
      unlisted += compared.unlisted;
      BOOST_TEST(compared.is_aligned, key_of(encoding) << ": " << text.substr(0, 80));
    }
    BOOST_TEST_MESSAGE(key_of(encoding) << ": " << texts.size() << " texts, " << letters << " letters, " << wrong << " other, " << unlisted << " of them not listed");
    // Glued words ("PhươngTheo") and names beside foreign words stay as they stood. VIQR's marks are signs of other texts too, so more of it is left to a person.
    const std::size_t share = encoding == Encoding::Viqr ? 200 : 1000;
    BOOST_TEST(wrong * share <= letters, key_of(encoding) << ": " << wrong << " of " << letters);
    BOOST_TEST(unlisted * 1000 <= letters, key_of(encoding) << ": " << unlisted << " of " << letters);
  }
}

BOOST_AUTO_TEST_SUITE_END()
