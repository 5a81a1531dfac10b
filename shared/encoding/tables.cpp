#include "shared/encoding/tables.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

#include <unicode/ucnv.h>

#include "shared/encoding/syllable.h"
#include "shared/text/decode.h"

namespace portal::encoding {
namespace {

constexpr std::size_t kHalf = 128;
using HighHalf = std::array<char32_t, kHalf>;  // for bytes 0x80 to 0xFF; 0: not in the encoding

consteval HighHalf make_half(std::u32string_view letters) {
  HighHalf half{};
  if (letters.size() != kHalf) throw std::logic_error("a table has 128 places");
  for (std::size_t i = 0; i < kHalf; ++i) half[i] = letters[i] == U'·' ? U'\0' : letters[i];
  return half;
}

constexpr HighHalf kTcvn3 = make_half(
    U"················"
    U"················"
    U"·ĂÂÊÔƠƯĐăâêôơưđ·"
    U"·····àảãáạ·ằẳẵắ·"
    U"······ặầẩẫấậè·ẻẽ"
    U"éẹềểễếệìỉ···ĩíịò"
    U"·ỏõóọồổỗốộờởỡớợù"
    U"·ủũúụừửữứựỳỷỹýỵ·");

constexpr HighHalf kVps = make_half(
    U"ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"
    U"Ế··ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    U"·ắằẳẵặỠớÙờởỡŨỨợỪ"
    U"ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    U"ầÁÂấẩẫậđẻÉÊẹỉễịỹ"
    U"ƯỦồốÔỏơÈừứÚũưÝẺ·"
    U"àáâãảạă·èéêẽìí·ĩ"
    U"ẴĐòóôõ·Ơụùúủ·ỶẼỳ");

constexpr HighHalf kViscii = make_half(
    U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    U"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    U"Õắằặấầẩậẽẹếềểễệố"
    U"ồổỗỠƠộờởịỰỨỪỬơớƯ"
    U"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    U"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    U"àáâãảăữẫèéêẻìíĩỉ"
    U"đựòóôõỏọụùúũủýợỮ");

// VISCII puts six capitals into the control characters.
struct LowLetter {
  unsigned byte;
  char32_t letter;
};

constexpr std::array<LowLetter, 6> kVisciiLow{{{0x02, U'Ẳ'}, {0x05, U'Ẵ'}, {0x06, U'Ẫ'}, {0x14, U'Ỷ'}, {0x19, U'Ỹ'}, {0x1E, U'Ỵ'}}};

// VNI: letters that are one byte, and the marks that follow a vowel (in the case of the vowel; the capital's is 0x20 below).
struct VniSingle {
  unsigned byte;
  char32_t letter;
};

constexpr std::array<VniSingle, 18> kVniSingles{{{0xD1, U'Đ'},
                                                 {0xF1, U'đ'},
                                                 {0xCD, U'Í'},
                                                 {0xED, U'í'},
                                                 {0xCC, U'Ì'},
                                                 {0xEC, U'ì'},
                                                 {0xC6, U'Ỉ'},
                                                 {0xE6, U'ỉ'},
                                                 {0xD3, U'Ĩ'},
                                                 {0xF3, U'ĩ'},
                                                 {0xD2, U'Ị'},
                                                 {0xF2, U'ị'},
                                                 {0xCE, U'Ỵ'},
                                                 {0xEE, U'ỵ'},
                                                 {0xD4, U'Ơ'},
                                                 {0xF4, U'ơ'},
                                                 {0xD6, U'Ư'},
                                                 {0xF6, U'ư'}}};

struct VniMark {
  unsigned byte;  // after a small vowel
  char32_t from;  // 0: any vowel that has the tone
  char32_t to;
  Tone tone;
};

constexpr std::array<VniMark, 17> kVniMarks{{{0xF9, 0, 0, Tone::Acute},
                                             {0xF8, 0, 0, Tone::Grave},
                                             {0xFB, 0, 0, Tone::Hook},
                                             {0xF5, 0, 0, Tone::Tilde},
                                             {0xEF, 0, 0, Tone::Dot},
                                             {0xE2, U'a', U'â', Tone::Level},
                                             {0xE1, U'a', U'â', Tone::Acute},
                                             {0xE0, U'a', U'â', Tone::Grave},
                                             {0xE5, U'a', U'â', Tone::Hook},
                                             {0xE3, U'a', U'â', Tone::Tilde},
                                             {0xE4, U'a', U'â', Tone::Dot},
                                             {0xEA, U'a', U'ă', Tone::Level},
                                             {0xE9, U'a', U'ă', Tone::Acute},
                                             {0xE8, U'a', U'ă', Tone::Grave},
                                             {0xFA, U'a', U'ă', Tone::Hook},
                                             {0xFC, U'a', U'ă', Tone::Tilde},
                                             {0xEB, U'a', U'ă', Tone::Dot}}};

// The vowel that VNI and VIQR make of a letter with a circumflex; 0 when there is none.
constexpr char32_t with_hat(char32_t base) { return base == U'a' ? U'â' : base == U'e' ? U'ê' : base == U'o' ? U'ô' : U'\0'; }

constexpr bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// Letters of Latin scripts and combining marks, as they stand in Unicode.
constexpr bool is_letter(char32_t c) {
  if (is_ascii_letter(c)) return true;
  if (c < 0xC0) return c == 0xAA || c == 0xBA;
  return (c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c <= 0x36F) || (c >= 0x1E00 && c <= 0x1EFF);
}

// Windows-1252 shows these bytes as characters of their own.
constexpr std::array<char32_t, 32> k1252{0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                         0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                         0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// ICU's Windows-1258, byte by byte: letters, and five tones that combine with the vowel before.
const HighHalf& windows_1258() {
  static const HighHalf kTable = [] {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("windows-1258", &status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU: windows-1258");
    HighHalf half{};
    for (std::size_t i = 0; i < kHalf; ++i) {
      const char byte = static_cast<char>(static_cast<unsigned char>(i + kHalf));
      std::array<UChar, 4> out{};
      status = U_ZERO_ERROR;
      ucnv_reset(converter.get());
      const std::int32_t length = ucnv_toUChars(converter.get(), out.data(), static_cast<std::int32_t>(out.size()), &byte, 1, &status);
      if (U_SUCCESS(status) && length == 1) half[i] = out[0];
    }
    return half;
  }();
  return kTable;
}

// The tone of a combining mark; nothing for another mark.
std::optional<Tone> tone_of(char32_t mark) {
  constexpr std::array<char32_t, 6> kMarks{0, 0x300, 0x309, 0x303, 0x301, 0x323};
  for (std::size_t i = 1; i < kMarks.size(); ++i)
    if (kMarks[i] == mark) return static_cast<Tone>(i);
  return {};
}

char32_t high(const HighHalf& half, std::int16_t byte) { return byte < static_cast<std::int16_t>(kHalf) ? 0 : half[static_cast<std::size_t>(byte) - kHalf]; }

Letter as_it_stands(const Unit& unit) {
  Letter letter;
  letter.code = unit.code;
  letter.is_word = is_letter(unit.code);
  letter.is_stray = letter.is_word && unit.byte >= static_cast<std::int16_t>(kHalf);
  return letter;
}

Letter read_as(char32_t code, unsigned units = 1) {
  Letter letter;
  letter.code = code;
  letter.units = static_cast<std::uint8_t>(units);
  letter.is_word = true;
  letter.is_read = true;
  return letter;
}

// 0xA0 is the no-break space of every text, and Õ in VISCII: a letter only between capitals.
bool is_space_byte(std::span<const Unit> units, std::size_t i) {
  if (units[i].byte != 0xA0) return false;
  const auto is_capital = [&](std::size_t at) { return at < units.size() && units[at].code >= U'A' && units[at].code <= U'Z'; };
  return !(i > 0 && is_capital(i - 1) && is_capital(i + 1));
}

Letter single_byte(const HighHalf& half, std::span<const Unit> units, std::size_t i) {
  if (is_space_byte(units, i)) return as_it_stands(units[i]);
  const char32_t code = high(half, units[i].byte);
  return code == 0 ? as_it_stands(units[i]) : read_as(code);
}

Letter viscii(std::span<const Unit> units, std::size_t i) {
  for (const LowLetter& low : kVisciiLow)
    if (units[i].byte == static_cast<std::int16_t>(low.byte)) return read_as(low.letter);
  return single_byte(kViscii, units, i);
}

Letter vni(std::span<const Unit> units, std::size_t i) {
  const Unit& unit = units[i];
  char32_t base = unit.code;
  bool is_single = false;
  for (const VniSingle& single : kVniSingles)
    if (unit.byte == static_cast<std::int16_t>(single.byte)) {
      base = single.letter;
      is_single = true;
    }
  const Split split = split_letter(base);
  if (i + 1 < units.size() && split.tone == Tone::Level && is_vowel(base) && (base < 0x80 || is_single)) {
    // A capital with a small mark is what a typist in a hurry leaves; read it all the same.
    const std::int16_t next = units[i + 1].byte;
    const unsigned small = next >= 0xC0 && next < 0xE0 ? static_cast<unsigned>(next) + 0x20U : static_cast<unsigned>(std::max<std::int16_t>(next, 0));
    for (const VniMark& mark : kVniMarks) {
      if (mark.byte != small) continue;
      char32_t to = mark.from == 0 ? split.base : U'\0';
      if (mark.from != 0 && split.base == U'a') to = mark.to;
      if (mark.from != 0 && split.base != U'a' && mark.to == U'â') to = with_hat(split.base);
      const char32_t letter = to == 0 ? U'\0' : join_letter(to, mark.tone, split.is_upper);
      if (letter != 0) return read_as(letter, 2);
    }
  }
  return is_single ? read_as(base) : as_it_stands(unit);
}

Letter windows_1258_letter(std::span<const Unit> units, std::size_t i) {
  const Unit& unit = units[i];
  const char32_t base = unit.byte >= static_cast<std::int16_t>(kHalf) ? high(windows_1258(), unit.byte) : unit.code;
  if (i + 1 < units.size() && is_vowel(base)) {
    const Split split = split_letter(base);
    const auto tone = tone_of(high(windows_1258(), units[i + 1].byte));
    if (tone && split.tone == Tone::Level) return read_as(join_letter(split.base, *tone, split.is_upper), 2);
  }
  if (unit.byte < static_cast<std::int16_t>(kHalf) || base == 0 || tone_of(base) || !is_letter(base)) return as_it_stands(unit);
  return read_as(base);
}

// "a^'": a letter, at most one of ^ ( +, at most one tone; "dd".
Letter viqr(std::span<const Unit> units, std::size_t i) {
  const auto code = [&](std::size_t at) { return at < units.size() ? units[at].code : U'\0'; };
  const char32_t c = code(i);
  if ((c == U'd' || c == U'D') && (code(i + 1) == U'd' || code(i + 1) == U'D')) return read_as(c == U'd' ? U'đ' : U'Đ', 2);
  const Split split = split_letter(c);
  if (c >= 0x80 || !is_vowel(c)) return as_it_stands(units[i]);
  std::size_t used = 1;
  char32_t base = split.base;
  const char32_t mark = code(i + used);
  if (mark == U'^' && with_hat(base) != 0)
    base = with_hat(base);
  else if (mark == U'(' && base == U'a')
    base = U'ă';
  else if (mark == U'+' && (base == U'o' || base == U'u'))
    base = base == U'o' ? U'ơ' : U'ư';
  used += base == split.base ? 0U : 1U;
  constexpr std::u32string_view kTones = U"`?~'.";
  Tone tone = Tone::Level;
  if (const auto at = kTones.find(code(i + used)); at != std::u32string_view::npos && code(i + used) != 0) {
    tone = static_cast<Tone>(at + 1);
    ++used;
  } else if (code(i + used) == U'’') {  // what an office program makes of '
    tone = Tone::Acute;
    ++used;
  }
  if (used == 1) return as_it_stands(units[i]);
  return read_as(join_letter(base, tone, split.is_upper), static_cast<unsigned>(used));
}

// What texts of Latin letters hold besides ASCII; the rest of what two or three bytes may spell is chance. Controls are what a second wrong reading leaves.
constexpr bool is_of_texts(char32_t c) {
  return (c >= 0x80 && c < 0x250) || (c >= 0x300 && c < 0x370) || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2190) || (c >= 0x25A0 && c < 0x2800) ||
         c >= 0x1F000;
}

constexpr bool is_continuation(std::int16_t byte) { return byte >= 0x80 && byte <= 0xBF; }

// A letter of UTF-8 whose last byte is one of the five that Windows-1252 has no character for, and that was dropped or became a question mark.
Letter with_lost_byte(std::span<const Unit> units, std::size_t i) {
  constexpr std::array<unsigned, 5> kUndefined{0x81, 0x8D, 0x8F, 0x90, 0x9D};
  const auto byte = [&](std::size_t at) { return at < units.size() ? static_cast<unsigned>(std::max<std::int16_t>(units[at].byte, 0)) : 0U; };
  Letter letter;
  std::size_t used = 0;
  std::size_t found = 0;
  const auto offer = [&](char32_t code) {
    if (split_letter(code).base == 0) return;
    if (found == 0)
      letter.code = code;
    else if (found <= letter.others.size())
      letter.others[found - 1] = code;
    ++found;
  };
  if (byte(i) == 0xE1 && (byte(i + 1) == 0xBA || byte(i + 1) == 0xBB)) {
    used = 2;
    for (const unsigned last : kUndefined) offer(0x1000U + ((byte(i + 1) & 0x3FU) << 6U) + (last & 0x3FU));
  } else if (byte(i) == 0xC3 || byte(i) == 0xC4) {
    used = 1;
    if (byte(i) == 0xC3) offer(0xE0);  // its second byte is the no-break space, which became a space
    for (const unsigned last : kUndefined) offer(((byte(i) & 0x1FU) << 6U) + (last & 0x3FU));
  }
  if (found == 0) return as_it_stands(units[i]);
  const char32_t next = i + used < units.size() ? units[i + used].code : U'\0';
  const char32_t after = i + used + 1 < units.size() ? units[i + used + 1].code : U'\0';
  const bool is_gap = next == 0xFFFD || (next == U'?' && used == 2 && is_letter(after)) || (next == U' ' && after == U' ' && byte(i) == 0xC3);
  letter.units = static_cast<std::uint8_t>(used + (is_gap ? 1U : 0U));
  letter.swallowed = is_gap ? 1 : 0;
  letter.is_word = true;
  letter.is_read = true;
  return letter;
}

Letter utf8_as_latin1(std::span<const Unit> units, std::size_t i) {
  const std::int16_t lead = units[i].byte;
  const std::size_t length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xC2 && lead < 0xE0 ? 2 : 0;
  if (length == 0) {
    Letter letter = as_it_stands(units[i]);
    if (is_continuation(lead) && lead != 0xA0) letter.is_stray = true;
    return letter;
  }
  std::string bytes;
  for (std::size_t k = 0; k < length && i + k < units.size() && (k == 0 || is_continuation(units[i + k].byte)); ++k)
    bytes += static_cast<char>(static_cast<unsigned char>(units[i + k].byte));
  if (bytes.size() == length) {
    const auto decoded = text::decode_at(bytes, 0);
    if (decoded.length == length && is_of_texts(decoded.code)) {
      Letter letter = read_as(decoded.code, static_cast<unsigned>(length));
      letter.is_word = is_letter(decoded.code);
      letter.is_strong = true;
      return letter;
    }
  }
  return with_lost_byte(units, i);
}

// What a byte of a Vietnamese letter is in one of the tables, for encode().
std::string find_byte(const HighHalf& half, char32_t c) {
  for (std::size_t i = 0; i < kHalf; ++i)
    if (half[i] == c) return std::string(1, static_cast<char>(static_cast<unsigned char>(i + kHalf)));
  return {};
}

std::string raw(unsigned byte) { return std::string(1, static_cast<char>(static_cast<unsigned char>(byte))); }

std::string vni_bytes(char32_t c) {
  for (const VniSingle& single : kVniSingles)
    if (single.letter == c) return raw(single.byte);
  const Split split = split_letter(c);
  for (const VniMark& mark : kVniMarks) {
    if (mark.tone != split.tone) continue;
    const unsigned byte = mark.byte - (split.is_upper ? 0x20U : 0U);
    if (mark.from == 0 && mark.tone != Tone::Level) {
      if (split.base < 0x80) return raw(static_cast<unsigned>(split.is_upper ? split.base - 0x20 : split.base)) + raw(byte);
      if (split.base == U'ơ' || split.base == U'ư') return vni_bytes(join_letter(split.base, Tone::Level, split.is_upper)) + raw(byte);
    }
    if (mark.from != 0 && mark.to == split.base) return raw(split.is_upper ? 'A' : 'a') + raw(byte);
    if (mark.from != 0 && mark.to == U'â' && (split.base == U'ê' || split.base == U'ô'))
      return raw(static_cast<unsigned>(split.base == U'ê' ? (split.is_upper ? 'E' : 'e') : (split.is_upper ? 'O' : 'o'))) + raw(byte);
  }
  return {};
}

std::string bytes_1258(char32_t c) {
  if (const std::string one = find_byte(windows_1258(), c); !one.empty() && split_letter(c).tone == Tone::Level) return one;
  const Split split = split_letter(c);
  constexpr std::array<char32_t, 6> kMarks{0, 0x300, 0x309, 0x303, 0x301, 0x323};
  if (split.tone == Tone::Level) return {};
  const char32_t base = join_letter(split.base, Tone::Level, split.is_upper);
  const std::string mark = find_byte(windows_1258(), kMarks[static_cast<std::size_t>(split.tone)]);
  return (base < 0x80 ? raw(static_cast<unsigned>(base)) : find_byte(windows_1258(), base)) + mark;
}

std::string viqr_bytes(char32_t c) {
  if (c == U'đ') return "dd";
  if (c == U'Đ') return "DD";
  const Split split = split_letter(c);
  if (split.base == 0 || !is_vowel(c)) return {};

  struct Mark {
    char32_t base;
    char letter;
    char mark;
  };

  constexpr std::array<Mark, 6> kMarks{{{U'ă', 'a', '('}, {U'â', 'a', '^'}, {U'ê', 'e', '^'}, {U'ô', 'o', '^'}, {U'ơ', 'o', '+'}, {U'ư', 'u', '+'}}};
  std::string out;
  for (const Mark& mark : kMarks)
    if (mark.base == split.base) out = {static_cast<char>(split.is_upper ? mark.letter - 0x20 : mark.letter), mark.mark};
  if (out.empty()) out = raw(static_cast<unsigned>(split.is_upper ? split.base - 0x20 : split.base));
  if (split.tone != Tone::Level) out += "?`?~'."[static_cast<std::size_t>(split.tone)];
  return out;
}

std::string single_bytes(Encoding encoding, char32_t c) {
  const HighHalf& half = encoding == Encoding::Tcvn3 ? kTcvn3 : encoding == Encoding::Vps ? kVps : kViscii;
  if (encoding == Encoding::Viscii)
    for (const LowLetter& low : kVisciiLow)
      if (low.letter == c) return raw(low.byte);
  std::string byte = find_byte(half, c);
  return byte.empty() ? find_byte(half, to_lower(c)) : byte;
}

}  // namespace

std::int16_t byte_of(char32_t c) {
  if (c < 0x100) return static_cast<std::int16_t>(c);
  for (std::size_t i = 0; i < k1252.size(); ++i)
    if (k1252[i] == c) return static_cast<std::int16_t>(i + kHalf);
  return -1;
}

char32_t shown_as(unsigned char byte) { return byte >= 0x80 && byte < 0xA0 ? k1252[byte - 0x80U] : char32_t{byte}; }

std::vector<Unit> units_of(std::string_view text) {
  std::vector<Unit> units;
  units.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = text::decode_at(text, at);
    const std::size_t length = decoded.length == 0 ? 1 : decoded.length;
    const char32_t code = decoded.length == 0 ? U'\uFFFD' : decoded.code;
    units.push_back({code, byte_of(code), static_cast<std::uint32_t>(at), static_cast<std::uint8_t>(length), code >= U'0' && code <= U'9'});
    at += length;
  }
  return units;
}

Letter letter_at(Encoding encoding, std::span<const Unit> units, std::size_t i) {
  switch (encoding) {
    case Encoding::Tcvn3:
      return single_byte(kTcvn3, units, i);
    case Encoding::Vps:
      return single_byte(kVps, units, i);
    case Encoding::Viscii:
      return viscii(units, i);
    case Encoding::VniWindows:
      return vni(units, i);
    case Encoding::Windows1258:
      return windows_1258_letter(units, i);
    case Encoding::Viqr:
      return viqr(units, i);
    case Encoding::Utf8AsLatin1:
      return utf8_as_latin1(units, i);
    case Encoding::Unicode:
    case Encoding::Decomposed:
    case Encoding::Windows1252:
      break;
  }
  return as_it_stands(units[i]);
}

std::string encode(Encoding encoding, std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    std::string bytes;
    if (c >= 0x80) {
      if (encoding == Encoding::VniWindows)
        bytes = vni_bytes(c);
      else if (encoding == Encoding::Windows1258)
        bytes = bytes_1258(c);
      else if (encoding == Encoding::Viqr)
        bytes = viqr_bytes(c);
      else if (encoding == Encoding::Tcvn3 || encoding == Encoding::Vps || encoding == Encoding::Viscii)
        bytes = single_bytes(encoding, c);
    }
    if (bytes.empty()) text::append_utf8(bytes, c);
    out += bytes;
  }
  return out;
}

bool lacks_capital(Encoding encoding, char32_t lower) {
  if (encoding != Encoding::Tcvn3 && encoding != Encoding::Vps) return false;
  const HighHalf& half = encoding == Encoding::Tcvn3 ? kTcvn3 : kVps;
  return lower >= 0x80 && std::find(half.begin(), half.end(), lower) != half.end() && std::find(half.begin(), half.end(), to_upper(lower)) == half.end();
}

}  // namespace portal::encoding
