// Any bytes through shared/text. Promises: exactly ICU's idea of well-formed UTF-8 passes; normal
// forms are stable; cleaned text is clean; slugs are slugs; cutting keeps within its limit;
// messages can be shown.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <unicode/ustring.h>

#include "shared/text/clean.h"
#include "shared/text/fold.h"
#include "shared/text/slug.h"
#include "shared/text/unicode.h"
#include "shared/text/words.h"

#include "tests/fuzz/check.h"

using namespace portal::text;

namespace {

bool icu_accepts(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR;
}

void check_problems(std::string_view bytes) {
  for (const Lines lines : {Lines::One, Lines::Many}) {
    for (const TextProblem& problem : list_problems(bytes, lines)) {
      CHECK(problem.byte_offset < bytes.size());
      CHECK(list_problems(describe(problem, bytes), Lines::One).empty());
    }
  }
}

void check_cleaning(std::string_view bytes) {
  const auto line = clean_line(bytes, 500);
  if (line) {
    CHECK(list_problems(*line, Lines::One).empty() && is_nfc(*line));
    CHECK(clean_line(*line, 500).value() == *line);
  }
  const auto text = clean_text(bytes, 5000);
  if (text) {
    CHECK(list_problems(*text, Lines::Many).empty() && is_nfc(*text));
    CHECK(clean_text(*text, 5000).value() == *text);
  }
}

void check_valid_text(std::string_view bytes) {
  const std::string nfc = to_nfc(bytes);
  CHECK(is_valid(nfc) && is_nfc(nfc) && to_nfc(nfc) == nfc);
  const std::size_t characters = count_characters(nfc);
  CHECK(characters <= count_code_points(nfc));
  CHECK(offset_of_character(nfc, characters) == nfc.size());
  const std::string folded = fold(nfc);
  CHECK(is_valid(folded) && is_nfc(folded));
  CHECK(is_valid(fold_case(nfc)));
  CHECK(Slug::parse(slugify(nfc).text()).has_value());
  CHECK(Slug::parse(slugify(nfc).numbered(17).text()).has_value());
  for (const std::size_t max : {1U, 2U, 7U, 40U})
    CHECK(count_characters(cut_words(nfc, max)) <= max);
  CHECK(count_words(one_line(nfc)) == count_words(nfc));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto fault = first_fault(bytes);
  if (!fault) CHECK(icu_accepts(bytes));
  if (fault && fault->kind == ProblemKind::BadUtf8) CHECK(!icu_accepts(bytes));
  check_problems(bytes);
  check_cleaning(bytes);
  if (!fault) check_valid_text(bytes);
  return 0;
}
