#include "shared/text/unicode.h"

#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "shared/text/decode.h"

namespace portal::text {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

bool is_direction_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_private_use(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

bool has_property(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool is_pictograph(char32_t c) {
  return c >= 0x80 &&
         (has_property(c, UCHAR_EXTENDED_PICTOGRAPHIC) || has_property(c, UCHAR_EMOJI_MODIFIER));
}

// U+FE0E and U+FE0F choose the look of an emoji and belong to it; elsewhere they are as invisible
// as the rest.
bool is_variation_selector(char32_t c) { return c == 0xFE0E || c == 0xFE0F; }

// `before` and `after` are the neighbours, 0 at the ends.
bool is_hidden(char32_t before, char32_t c, char32_t after) {
  if (c < 0xAD || (c >= 0x1E00 && c < 0x2000)) return false;
  if (!has_property(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !(c >= 0xFFF9 && c <= 0xFFFB))
    return false;
  if (c == kZeroWidthJoiner) {
    return !((is_pictograph(before) || is_variation_selector(before)) && is_pictograph(after));
  }
  if (is_variation_selector(c)) return !has_property(before, UCHAR_EMOJI);
  return true;
}

std::optional<ProblemKind> fault_of(char32_t c) {
  if (c == 0) return ProblemKind::Nul;
  if (is_control(c)) return ProblemKind::Control;
  if (is_noncharacter(c)) return ProblemKind::Noncharacter;
  return std::nullopt;
}

std::optional<ProblemKind> problem_of(char32_t before, char32_t c, char32_t after, Lines lines) {
  if (const auto fault = fault_of(c)) return fault;
  if (c == 0x2028 || c == 0x2029) return ProblemKind::LineBreak;
  if (lines == Lines::One && (c == '\n' || c == '\r')) return ProblemKind::LineBreak;
  if (is_direction_control(c)) return ProblemKind::Direction;
  if (is_hidden(before, c, after)) return ProblemKind::Hidden;
  if (c == 0xFFFC || c == 0xFFFD || is_private_use(c)) return ProblemKind::Unreadable;
  return std::nullopt;
}

// "U+200B"
std::string code_name(char32_t c) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string hex;
  for (; c != 0 || hex.size() < 4; c >>= 4) hex.insert(hex.begin(), kDigits[c & 0xF]);
  return "U+" + hex;
}

// The last few visible characters before `offset`, so that a person finds the place. Skips what
// cannot be shown.
std::string words_before(std::string_view text, std::size_t offset) {
  constexpr std::size_t kContextBytes = 36;
  const bool from_start = offset <= kContextBytes;
  std::size_t at = from_start ? 0 : offset - kContextBytes;
  while (at < offset && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  std::string shown;
  while (at < offset) {
    const Decoded d = decode_at(text, at);
    if (d.length == 0) break;
    if (!problem_of('a', d.code, 'a', Lines::One))
      append_utf8(shown, d.code == '\t' ? U' ' : d.code);
    at += d.length;
  }
  // Cut in the middle of a word: begin with the next one, if there is one.
  const std::size_t space = from_start ? 0 : shown.find(' ');
  const std::size_t first = shown.find_first_not_of(' ', space == std::string::npos ? 0 : space);
  return first == std::string::npos ? std::string() : shown.substr(first);
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU: no NFC data");
  return *normalizer;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

// True if no cluster rule can join `c` to a neighbour: then characters are code points. All of
// Vietnamese in NFC is so.
bool stands_alone(char32_t c) {
  if (c < 0x300) return c != '\r' && c != 0xAD;
  if (c >= 0x1E00 && c < 0x2000) return true;
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK) ==
         U_GCB_OTHER;
}

struct Step {
  std::size_t characters = 0;
  std::size_t offset = 0;
};

Step walk_clusters(std::string_view text, std::size_t limit) {
  UErrorCode status = U_ZERO_ERROR;
  UText* raw =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  const std::unique_ptr<UText, decltype(&utext_close)> source(raw, &utext_close);
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_SUCCESS(status)) breaks->setText(source.get(), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU: no character break data");
  Step step;
  while (step.characters < limit) {
    const std::int32_t next = breaks->next();
    if (next == icu::BreakIterator::DONE) break;
    step = {step.characters + 1, static_cast<std::size_t>(next)};
  }
  return step;
}

// Walks at most `limit` characters from the start.
Step walk_characters(std::string_view text, std::size_t limit) {
  Step step;
  while (step.characters < limit && step.offset < text.size()) {
    const Decoded d = decode_at(text, step.offset);
    if (!stands_alone(d.code)) return walk_clusters(text, limit);
    step = {step.characters + 1, step.offset + (d.length == 0 ? 1 : d.length)};
  }
  // A mark that follows the last one taken belongs to it.
  if (step.offset < text.size() && !stands_alone(decode_at(text, step.offset).code)) {
    return walk_clusters(text, limit);
  }
  return step;
}

std::string kind_words(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::BadUtf8:
      return "không phải chữ Unicode (UTF-8) hợp lệ";
    case ProblemKind::Nul:
      return "ký tự rỗng (NUL)";
    case ProblemKind::Control:
      return "ký tự điều khiển";
    case ProblemKind::Noncharacter:
      return "mã không phải ký tự";
    case ProblemKind::LineBreak:
      return "dấu ngắt dòng";
    case ProblemKind::Hidden:
      return "ký tự ẩn";
    case ProblemKind::Direction:
      return "ký tự đổi chiều viết";
    case ProblemKind::Unreadable:
      return "ký tự không đọc được (chữ hoặc hình đã hỏng khi sao chép)";
  }
  return {};
}

}  // namespace

std::optional<TextProblem> first_fault(std::string_view bytes) {
  std::size_t position = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded d = decode_at(bytes, at);
    ++position;
    if (d.length == 0) return TextProblem{ProblemKind::BadUtf8, at, position, 0};
    if (const auto kind = fault_of(d.code)) return TextProblem{*kind, at, position, d.code};
    at += d.length;
  }
  return std::nullopt;
}

bool is_readable(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded d = decode_at(bytes, at);
    if (d.length == 0 || d.code == 0) return false;
    at += d.length;
  }
  return true;
}

std::vector<TextProblem> list_problems(std::string_view text, Lines lines, std::size_t limit) {
  std::vector<TextProblem> problems;
  char32_t before = 0;
  std::size_t position = 0;
  for (std::size_t at = 0; at < text.size() && problems.size() < limit;) {
    const Decoded d = decode_at(text, at);
    ++position;
    if (d.length == 0) {
      problems.push_back({ProblemKind::BadUtf8, at, position, 0});
      break;
    }
    const std::size_t next = at + d.length;
    // Only invisible characters look at what follows; the others need not pay for it.
    const char32_t after =
        d.code == kZeroWidthJoiner && next < text.size() ? decode_at(text, next).code : 0;
    if (const auto kind = problem_of(before, d.code, after, lines)) {
      problems.push_back({*kind, at, position, d.code});
    }
    before = d.code;
    at = next;
  }
  return problems;
}

std::string describe(const TextProblem& problem, std::string_view text) {
  std::string sentence = "Ký tự thứ " + std::to_string(problem.position);
  const std::string context = words_before(text, std::min(problem.byte_offset, text.size()));
  if (!context.empty()) sentence += " (sau “" + context + "”)";
  if (problem.kind == ProblemKind::BadUtf8) return sentence + " " + kind_words(problem.kind) + ".";
  return sentence + " là " + kind_words(problem.kind) + " " + code_name(problem.code_point) +
         ", hãy xóa đi.";
}

bool is_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return nfc().isNormalizedUTF8(piece(text), status) != 0 && U_SUCCESS(status);
}

std::string to_nfc(std::string_view text) {
  if (is_nfc(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(text), sink, nullptr, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU: NFC failed");
  return out;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t length = decode_at(text, at).length;
    at += length == 0 ? 1 : length;
  }
  return count;
}

std::size_t count_characters(std::string_view text) {
  return walk_characters(text, std::string_view::npos).characters;
}

std::size_t offset_of_character(std::string_view text, std::size_t count) {
  return walk_characters(text, count).offset;
}

std::string_view cut_to_bytes(std::string_view text, std::size_t max_bytes) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t length = decode_at(text, end).length;
    if (length == 0 || end + length > max_bytes) break;
    end += length;
  }
  return text.substr(0, end);
}

}  // namespace portal::text
