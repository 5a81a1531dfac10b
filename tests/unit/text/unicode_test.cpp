// Rules of shared/text/unicode.h: what may enter, what is composed, what is counted.
#include "shared/text/unicode.h"

#include <boost/test/unit_test.hpp>

#include "shared/text/decode.h"

using namespace portal::text;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(unicode)

struct FaultCase {
  const char* label;
  std::string input;
  std::optional<TextProblem> want;
};

BOOST_AUTO_TEST_CASE(bytes_that_are_not_strict_utf8_are_refused_with_their_place) {
  using enum ProblemKind;
  const FaultCase cases[] = {
      {"empty", "", {}},
      {"vietnamese", "Sở Tư pháp tỉnh Minh Giang", {}},
      {"tab and line ends", "a\tb\r\nc", {}},
      {"overlong slash", "ho\xC0\xAF", TextProblem{BadUtf8, 2, 3, 0}},
      {"overlong three bytes", "\xE0\x80\xAF", TextProblem{BadUtf8, 0, 1, 0}},
      {"overlong four bytes", "\xF0\x80\x80\xAF", TextProblem{BadUtf8, 0, 1, 0}},
      {"overlong NUL", "\xC0\x80", TextProblem{BadUtf8, 0, 1, 0}},
      {"high surrogate", "ộ\xED\xA0\x80", TextProblem{BadUtf8, 3, 2, 0}},
      {"low surrogate", "\xED\xBF\xBF", TextProblem{BadUtf8, 0, 1, 0}},
      {"CESU pair", "\xED\xA0\xBD\xED\xB8\x80", TextProblem{BadUtf8, 0, 1, 0}},
      {"over U+10FFFF", "\xF4\x90\x80\x80", TextProblem{BadUtf8, 0, 1, 0}},
      {"five bytes", "\xF8\x88\x80\x80\x80", TextProblem{BadUtf8, 0, 1, 0}},
      {"stray continuation", "a\x80", TextProblem{BadUtf8, 1, 2, 0}},
      {"cut at the end", "Hộ t\xE1\xBB", TextProblem{BadUtf8, 6, 5, 0}},
      {"cut in the middle", "\xE1\xBBx", TextProblem{BadUtf8, 0, 1, 0}},
      {"windows-1258 bytes", "S\xF4\xF2 ", TextProblem{BadUtf8, 1, 2, 0}},
      {"NUL", "a\0b"s, TextProblem{Nul, 1, 2, 0}},
      {"escape", "a\x1B[31m", TextProblem{Control, 1, 2, 0x1B}},
      {"DEL", "\x7F", TextProblem{Control, 0, 1, 0x7F}},
      {"C1 next line", "\xC2\x85", TextProblem{Control, 0, 1, 0x85}},
      {"noncharacter FFFE", "\xEF\xBF\xBE", TextProblem{Noncharacter, 0, 1, 0xFFFE}},
      {"noncharacter FDD0", "\xEF\xB7\x90", TextProblem{Noncharacter, 0, 1, 0xFDD0}},
      {"noncharacter 10FFFF", "\xF4\x8F\xBF\xBF", TextProblem{Noncharacter, 0, 1, 0x10FFFF}},
      {"last private use is a character", "\xF4\x8F\xBF\xBD", {}},
      {"hidden characters are for the second gate", "a\xE2\x80\x8B", {}},
  };
  for (const FaultCase& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      BOOST_TEST((first_fault(c.input) == c.want));
      BOOST_TEST(is_valid(c.input) == !c.want.has_value());
    }
  }
}

BOOST_AUTO_TEST_CASE(every_scalar_value_survives_encoding_and_decoding) {
  std::size_t wrong = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string bytes;
    append_utf8(bytes, c);
    const Decoded d = decode_at(bytes, 0);
    if (d.code != c || d.length != bytes.size()) ++wrong;
  }
  BOOST_TEST(wrong == 0U);
}

// Two-byte and three-byte sequences in full, against the table of the Unicode standard (3-7).
BOOST_AUTO_TEST_CASE(exactly_the_well_formed_sequences_of_the_standard_decode) {
  const auto well_formed3 = [](int a, int b, int c) {
    const bool tail = c >= 0x80 && c <= 0xBF;
    if (a == 0xE0) return b >= 0xA0 && b <= 0xBF && tail;
    if (a == 0xED) return b >= 0x80 && b <= 0x9F && tail;
    return a >= 0xE1 && a <= 0xEF && b >= 0x80 && b <= 0xBF && tail;
  };
  std::size_t wrong = 0;
  for (int a = 0x80; a < 0x100; ++a) {
    for (int b = 0; b < 0x100; ++b) {
      const std::string two{static_cast<char>(a), static_cast<char>(b)};
      const bool want = a >= 0xC2 && a <= 0xDF && b >= 0x80 && b <= 0xBF;
      if ((decode_at(two, 0).length == 2) != want) ++wrong;
      for (int c = 0x7F; a >= 0xE0 && a <= 0xEF && c < 0xC2; ++c) {
        const std::string three = two + static_cast<char>(c);
        if ((decode_at(three, 0).length == 3) != well_formed3(a, b, c)) ++wrong;
      }
    }
  }
  BOOST_TEST(wrong == 0U);
}

struct HiddenCase {
  const char* label;
  std::string input;
  Lines lines;
  std::vector<ProblemKind> want;
};

BOOST_AUTO_TEST_CASE(characters_that_nobody_sees_are_listed) {
  using enum ProblemKind;
  const HiddenCase cases[] = {
      {"plain title", "Quyết định số 12/2026/QĐ-UBND – “khẩn”", Lines::One, {}},
      {"no-break space is seen", "10\u00A0%", Lines::One, {}},
      {"zero width space", "a\u200Bb", Lines::One, {Hidden}},
      {"zero width no-break space", "\uFEFFa", Lines::One, {Hidden}},
      {"soft hyphen", "pháp\u00ADlý", Lines::Many, {Hidden}},
      {"word joiner", "a\u2060b", Lines::Many, {Hidden}},
      {"joiner between letters", "a\u200Db", Lines::One, {Hidden}},
      {"non-joiner", "a\u200Cb", Lines::One, {Hidden}},
      {"combining grapheme joiner", "a\u034Fb", Lines::One, {Hidden}},
      {"hangul filler", "\u3164", Lines::One, {Hidden}},
      {"tag letters", "a\U000E0041", Lines::One, {Hidden}},
      {"interlinear annotation", "a\uFFF9b", Lines::One, {Hidden}},
      {"right-to-left override", "abc\u202Efdp", Lines::One, {Direction}},
      {"isolate", "\u2067a\u2069", Lines::Many, {Direction, Direction}},
      {"arabic letter mark", "\u061C", Lines::One, {Direction}},
      {"line feed in one line", "a\nb", Lines::One, {LineBreak}},
      {"line feed in many", "a\nb", Lines::Many, {}},
      {"line separator in many", "a\u2028b", Lines::Many, {LineBreak}},
      {"replacement character", "Ngh\uFFFD quyết", Lines::One, {Unreadable}},
      {"object replacement", "\uFFFC", Lines::Many, {Unreadable}},
      {"symbol font bullet", "\uF0B7 Điều 1", Lines::Many, {Unreadable}},
      {"family emoji keeps its joiners",
       "\U0001F468\u200D\U0001F469\u200D\U0001F467",
       Lines::One,
       {}},
      {"heart keeps its selector", "\u2764\uFE0F\u200D\U0001F525", Lines::One, {}},
      {"selector behind a letter", "a\uFE0F", Lines::One, {Hidden}},
      {"joiner at the end", "\U0001F468\u200D", Lines::One, {Hidden}},
      {"bad bytes end the list", "\u200B\xFF\u200B", Lines::One, {Hidden, BadUtf8}},
  };
  for (const HiddenCase& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      std::vector<ProblemKind> got;
      for (const TextProblem& p : list_problems(c.input, c.lines)) got.push_back(p.kind);
      BOOST_TEST((got == c.want));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_list_stops_at_its_limit) {
  BOOST_TEST(list_problems(std::string(50, '\x01'), Lines::One, 7).size() == 7U);
}

BOOST_AUTO_TEST_CASE(a_problem_is_described_by_place_and_neighbours) {
  const std::string text = "Thông báo\u200B tuyển dụng";
  const auto problems = list_problems(text, Lines::One);
  BOOST_REQUIRE(problems.size() == 1U);
  BOOST_TEST(problems[0].position == 10U);
  BOOST_TEST(describe(problems[0], text) ==
             "Ký tự thứ 10 (sau “Thông báo”) là ký tự ẩn U+200B, hãy xóa đi.");
  BOOST_TEST(describe(*first_fault("\xFF"), "\xFF") ==
             "Ký tự thứ 1 không phải chữ Unicode (UTF-8) hợp lệ.");
}

BOOST_AUTO_TEST_CASE(the_neighbours_of_a_problem_begin_with_a_whole_word) {
  const std::string text = "Hội nghị tổng kết công tác tư pháp năm 2026 tại Minh\u200B Giang";
  BOOST_TEST(describe(list_problems(text, Lines::One).front(), text) ==
             "Ký tự thứ 53 (sau “tác tư pháp năm 2026 tại Minh”) là ký tự ẩn U+200B, hãy xóa đi.");
}

BOOST_AUTO_TEST_CASE(a_description_never_repeats_the_bad_character) {
  const std::string text =
      "ba\x01"
      "n \u202Ehành\u200B\u200B";
  for (const TextProblem& p : list_problems(text, Lines::One)) {
    const std::string sentence = describe(p, text);
    BOOST_TEST_CONTEXT(sentence) { BOOST_TEST(list_problems(sentence, Lines::One).empty()); }
  }
}

struct TextCase {
  const char* label;
  std::string input;
  std::string want;
};

BOOST_AUTO_TEST_CASE(decomposed_vietnamese_is_composed) {
  const TextCase cases[] = {
      {"already composed", "Hộ tịch", "H\u1ED9 t\u1ECBch"},
      {"circumflex then dot", "ho\u0302\u0323", "h\u1ED9"},
      {"dot then circumflex", "ho\u0323\u0302", "h\u1ED9"},
      {"half composed (Windows-1258 style)", "h\u00F4\u0323", "h\u1ED9"},
      {"horn and tone", "u\u031B\u0309", "\u1EED"},
      {"capital", "D\u0110U\u031B\u0300", "D\u0110\u1EEA"},
      {"no composed form stays", "x\u0301", "x\u0301"},
      {"deprecated tone marks", "a\u0340", "\u00E0"},
  };
  for (const TextCase& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      BOOST_TEST(to_nfc(c.input) == c.want);
      BOOST_TEST(is_nfc(to_nfc(c.input)));
    }
  }
}

struct CountCase {
  const char* label;
  std::string input;
  std::size_t code_points;
  std::size_t characters;
};

BOOST_AUTO_TEST_CASE(characters_are_what_a_reader_counts) {
  const CountCase cases[] = {
      {"empty", "", 0, 0},
      {"ascii", "abc", 3, 3},
      {"composed", "Hộ tịch", 7, 7},
      {"decomposed", "ho\u0302\u0323", 4, 2},
      {"mark at the limit", "e\u0301", 2, 1},
      {"flag", "\U0001F1FB\U0001F1F3", 2, 1},
      {"family", "\U0001F468\u200D\U0001F469\u200D\U0001F467", 5, 1},
      {"line end pair", "a\r\nb", 4, 3},
      {"line feeds", "a\n\nb", 4, 4},
  };
  for (const CountCase& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      BOOST_TEST(count_code_points(c.input) == c.code_points);
      BOOST_TEST(count_characters(c.input) == c.characters);
      BOOST_TEST(offset_of_character(c.input, c.characters) == c.input.size());
      BOOST_TEST(offset_of_character(c.input, 1000) == c.input.size());
    }
  }
  BOOST_TEST(offset_of_character("e\u0301x", 1) == 3U);
  BOOST_TEST(offset_of_character("abc", 0) == 0U);
}

struct CutCase {
  const char* label;
  std::string input;
  std::size_t max_bytes;
  std::string want;
};

BOOST_AUTO_TEST_CASE(what_is_cut_to_bytes_keeps_whole_letters) {
  const CutCase cases[] = {
      {"empty", "", 5, ""},
      {"nothing fits", "ộ", 2, ""},
      {"fits", "Hộ tịch", 11, "Hộ tịch"},
      {"fits exactly", "Hộ", 4, "Hộ"},
      {"one byte short", "Hộ", 3, "H"},
      {"ascii", "abcdef", 4, "abcd"},
      {"no room", "abc", 0, ""},
      {"four bytes", "a\U0001F600b", 4, "a"},
      {"ends before what is not UTF-8", "Lỗi \xE1\xBB rồi", 100, "Lỗi "},
      {"cut by somebody before", "Hộ t\xE1\xBB", 100, "Hộ t"},
  };
  for (const CutCase& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(cut_to_bytes(c.input, c.max_bytes) == c.want);
  std::string long_error;
  for (int i = 0; i < 400; ++i) long_error += "ợ";
  for (std::size_t limit = 0; limit < 600; ++limit) {
    const std::string_view cut = cut_to_bytes(long_error, limit);
    BOOST_REQUIRE(cut.size() == limit / 3 * 3);
    BOOST_REQUIRE(is_valid(cut));
  }
}

BOOST_AUTO_TEST_SUITE_END()
