// Any bytes through shared/encoding. Promises: the original is kept; text of valid UTF-8 stays valid; pieces are the text; doubts are letters of it, in order;
// what is not changed has no doubts; a reading that is sure is stable, and a rich text keeps its shape.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/encoding/encoding.h"
#include "shared/richtext/texts.h"
#include "shared/text/unicode.h"

#include "tests/fuzz/check.h"

using namespace portal::encoding;

namespace {

void check(const Reading& reading, std::string_view original) {
  CHECK(reading.original == original);
  CHECK(reading.confidence >= 0 && reading.confidence <= 1);
  std::string joined;
  for (const std::string& piece : reading.pieces) joined += piece;
  CHECK(joined == reading.text);
  std::size_t last = 0;
  for (const Doubt& doubt : reading.doubts) {
    CHECK(doubt.offset >= last && doubt.length > 0 && doubt.offset + doubt.length <= reading.text.size());
    CHECK(portal::text::count_code_points(std::string_view(reading.text).substr(0, doubt.offset)) + 1 == doubt.position);
    last = doubt.offset;
  }
  if (reading.encoding == Encoding::Unicode) CHECK(reading.text == original && reading.doubts.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const bool is_valid = portal::text::is_readable(bytes);
  const Reading reading = read_bytes(bytes);
  CHECK(portal::text::is_readable(reading.text) || !is_valid);
  if (!bytes.starts_with("\xEF\xBB\xBF")) check(reading, bytes);
  if (is_valid) {
    check(read(bytes), bytes);
    // In three runs of different fonts: what is said of the whole holds.
    const std::size_t third = portal::text::cut_to_bytes(bytes, size / 3).size();
    const std::size_t half = portal::text::cut_to_bytes(bytes, size / 2).size();
    const std::vector<Run> runs{{bytes.substr(0, third), ".VnTimeH"}, {bytes.substr(third, half - third), ""}, {bytes.substr(half), "VNI-Times"}};
    const Reading by_font = read_runs(runs);
    CHECK(by_font.pieces.size() == runs.size());
    check(by_font, bytes);
  }
  if (const auto texts = portal::richtext::texts_of(bytes)) {
    const std::string same = portal::richtext::with_texts(bytes, *texts);
    CHECK(portal::richtext::texts_of(same).has_value());
  }
  return 0;
}
