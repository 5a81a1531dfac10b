// D4.1a: real articles, written in each old encoding and read back, are themselves; a letter that is not is listed as doubtful. The articles of the test data
// where they are at hand (PORTAL_TEST_DATA), the demo's otherwise.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
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

}  // namespace

BOOST_AUTO_TEST_SUITE(round_trip)

BOOST_AUTO_TEST_CASE(D4_1a_real_articles_written_in_each_encoding_are_read_back) {
  const std::vector<std::string> texts = articles();
  BOOST_REQUIRE(texts.size() > 20);
  for (const Encoding encoding : {Encoding::Tcvn3, Encoding::VniWindows, Encoding::Vps, Encoding::Viscii, Encoding::Windows1258, Encoding::Viqr, Encoding::Utf8AsLatin1}) {
    std::size_t letters = 0;
    std::size_t wrong = 0;
    std::size_t unlisted = 0;
    std::size_t either = 0;
    for (const std::string& text : texts) {
      const std::u32string wanted = writable(encoding, text);
      std::string seen;
      for (const char c : encoding == Encoding::Utf8AsLatin1 ? utf8(wanted) : encode(encoding, wanted))
        portal::text::append_utf8(seen, shown_as(static_cast<unsigned char>(c)));
      const Reading reading = read(seen);
      BOOST_TEST(key_of(reading.encoding) == key_of(encoding), text.substr(0, 80));
      std::map<std::size_t, std::string> doubted;
      for (const Doubt& doubt : reading.doubts) doubted[doubt.offset] = doubt.could_be;
      std::size_t at = 0;
      std::size_t full_stops = 0;
      for (const char32_t c : wanted) {
        if (at >= reading.text.size()) break;
        const auto is = portal::text::decode_at(reading.text, at);
        const auto doubt = doubted.find(at);
        at += is.length;
        ++letters;
        if (is.code == c) continue;
        // VIQR before a capital: "nghi." may be "nghị" or the end of a sentence. Both readings are offered, so that a person decides.
        if (doubt != doubted.end() && doubt->second == utf8({&c, 1}) && reading.text.compare(at, 1, ".") == 0) {
          ++full_stops;
          ++at;
          continue;
        }
        ++wrong;
        if (doubt == doubted.end()) ++unlisted;
      }
      either += full_stops;
      BOOST_TEST(portal::text::count_code_points(reading.text) == wanted.size() + full_stops, key_of(encoding) << ": " << text.substr(0, 80));
    }
    BOOST_TEST_MESSAGE(key_of(encoding) << ": " << texts.size() << " texts, " << letters << " letters, " << wrong << " other, " << unlisted << " of them not listed, " << either << " full stops that may be a tone");
    BOOST_TEST(wrong * 1000 <= letters, key_of(encoding) << ": " << wrong << " of " << letters);
    BOOST_TEST(unlisted * 10000 <= letters, key_of(encoding) << ": " << unlisted << " of " << letters);
  }
}

BOOST_AUTO_TEST_SUITE_END()
