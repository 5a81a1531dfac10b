#include "shared/encoding/syllable.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace portal::encoding {
namespace {

// A row for each vowel: level, grave, hook, tilde, acute, dot.
constexpr std::array<std::u32string_view, 12> kLower{U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ", U"êềểễếệ", U"iìỉĩíị",
                                                     U"oòỏõóọ", U"ôồổỗốộ", U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};
constexpr std::array<std::u32string_view, 12> kUpper{U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"EÈẺẼÉẸ", U"ÊỀỂỄẾỆ", U"IÌỈĨÍỊ",
                                                     U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ", U"ƠỜỞỠỚỢ", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"YỲỶỸÝỴ"};
constexpr std::u32string_view kConsonants = U"bcdđghklmnpqrstvx";

constexpr std::size_t kLimit = 0x1F00;  // every letter of Vietnamese is below

struct LetterTable {
  std::array<std::uint8_t, kLimit> row{};  // 1 + vowel × 12 + tone × 2 + upper; 200 + consonant × 2 + upper
};

constexpr std::uint8_t kFirstConsonant = 200;

constexpr LetterTable make_letters() {
  LetterTable table;
  for (std::size_t v = 0; v < kLower.size(); ++v)
    for (std::size_t t = 0; t < 6; ++t) {
      table.row[kLower[v][t]] = static_cast<std::uint8_t>(1 + v * 12 + t * 2);
      table.row[kUpper[v][t]] = static_cast<std::uint8_t>(2 + v * 12 + t * 2);
    }
  for (std::size_t c = 0; c < kConsonants.size(); ++c) {
    const char32_t lower = kConsonants[c];
    table.row[lower] = static_cast<std::uint8_t>(kFirstConsonant + c * 2);
    table.row[lower == U'đ' ? U'Đ' : lower - 0x20] = static_cast<std::uint8_t>(kFirstConsonant + c * 2 + 1);
  }
  return table;
}

constexpr LetterTable kLetters = make_letters();

// Rimes without tones. Those that end in c, ch, p, t take only the acute and the dot.
constexpr std::array<std::u32string_view, 166> kRimes{
    U"a",   U"ac",  U"ach",  U"ai",  U"am",   U"an",   U"ang", U"anh",  U"ao",  U"ap",  U"at",   U"au",   U"ay",   U"ăc",   U"ăm",  U"ăn",   U"ăng",
    U"ăp",  U"ăt",  U"âc",   U"âm",  U"ân",   U"âng",  U"âp",  U"ât",   U"âu",  U"ây",  U"e",    U"ec",   U"em",   U"en",   U"eng", U"eo",   U"ep",
    U"et",  U"ê",   U"êch",  U"êm",  U"ên",   U"ênh",  U"êp",  U"êt",   U"êu",  U"i",   U"ia",   U"ich",  U"iêc",  U"iêm",  U"iên", U"iêng", U"iêp",
    U"iêt", U"iêu", U"im",   U"in",  U"inh",  U"ip",   U"it",  U"iu",   U"o",   U"oa",  U"oac",  U"oach", U"oai",  U"oam",  U"oan", U"oang", U"oanh",
    U"oao", U"oap", U"oat",  U"oay", U"oăc",  U"oăm",  U"oăn", U"oăng", U"oăt", U"oc",  U"oe",   U"oen",  U"oeo",  U"oet",  U"oi",  U"om",   U"on",
    U"ong", U"ooc", U"oong", U"op",  U"ot",   U"ô",    U"ôc",  U"ôi",   U"ôm",  U"ôn",  U"ông",  U"ôp",   U"ôt",   U"ơ",    U"ơi",  U"ơm",   U"ơn",
    U"ơp",  U"ơt",  U"u",    U"ua",  U"uân",  U"uâng", U"uât", U"uây",  U"uc",  U"uê",  U"uêch", U"uênh", U"ui",   U"um",   U"un",  U"ung",  U"uơ",
    U"uôc", U"uôi", U"uôm",  U"uôn", U"uông", U"uôt",  U"up",  U"ut",   U"uy",  U"uya", U"uych", U"uyên", U"uyêt", U"uynh", U"uyp", U"uyt",  U"uyu",
    U"ư",   U"ưa",  U"ưc",   U"ưi",  U"ưm",   U"ưng",  U"ươc", U"ươi",  U"ươm", U"ươn", U"ương", U"ươp",  U"ươt",  U"ươu",  U"ưt",  U"ưu",   U"y",
    U"yêm", U"yên", U"yêng", U"yêt", U"yêu",  U"ynh",  U"yt",  U"ych",  U"ưn",  U"ưp",  U"oem",  U"uyn",  U"uâc"};

constexpr std::array<std::u32string_view, 27> kInitials{U"b",  U"c",   U"ch", U"d", U"đ",  U"g",  U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m", U"n",
                                                        U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x"};

constexpr std::u32string_view kRimeLetters = U"aăâeêioôơuưycghmnpt";  // five bits each
constexpr std::size_t kMaxRime = 4;

constexpr std::uint32_t pack(std::u32string_view rime) {
  std::uint32_t packed = 0;
  for (const char32_t c : rime) packed = packed << 5U | static_cast<std::uint32_t>(kRimeLetters.find(c) + 1);
  return packed;
}

constexpr auto make_rimes() {
  std::array<std::uint32_t, kRimes.size()> packed{};
  for (std::size_t i = 0; i < kRimes.size(); ++i) packed[i] = pack(kRimes[i]);
  std::sort(packed.begin(), packed.end());
  return packed;
}

constexpr auto kPackedRimes = make_rimes();

bool is_rime(std::u32string_view letters) {
  if (letters.empty() || letters.size() > kMaxRime) return false;
  for (const char32_t c : letters)
    if (kRimeLetters.find(c) == std::u32string_view::npos) return false;
  return std::binary_search(kPackedRimes.begin(), kPackedRimes.end(), pack(letters));
}

// k, gh and ngh stand before e, ê, i, y only; c, g and ng before the others.
bool goes_with(std::u32string_view initial, char32_t vowel) {
  const bool is_front = vowel == U'e' || vowel == U'ê' || vowel == U'i' || vowel == U'y';
  if (initial == U"k" || initial == U"gh" || initial == U"ngh") return is_front;
  if (initial == U"c" || initial == U"ng") return !is_front;
  if (initial == U"g") return !is_front || vowel == U'i';
  return true;
}

}  // namespace

Split split_letter(char32_t c) {
  if (c >= kLimit) return {};
  const std::uint8_t row = kLetters.row[c];
  if (row == 0) return {};
  if (row >= kFirstConsonant) return {kConsonants[(row - kFirstConsonant) / 2U], Tone::Level, (row - kFirstConsonant) % 2 != 0};
  const auto at = static_cast<std::size_t>(row - 1);
  return {kLower[at / 12][0], static_cast<Tone>(at % 12 / 2), at % 2 != 0};
}

char32_t join_letter(char32_t base, Tone tone, bool is_upper) {
  for (std::size_t v = 0; v < kLower.size(); ++v)
    if (kLower[v][0] == base) return (is_upper ? kUpper : kLower)[v][static_cast<std::size_t>(tone)];
  return 0;
}

char32_t to_upper(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 0x20;
  const Split split = split_letter(c);
  if (split.base == 0 || split.is_upper) return c;
  if (split.base == U'đ') return U'Đ';
  const char32_t upper = join_letter(split.base, split.tone, true);
  return upper == 0 ? c : upper;
}

char32_t to_lower(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  const Split split = split_letter(c);
  if (split.base == 0 || !split.is_upper) return c;
  if (split.base == U'đ') return U'đ';
  const char32_t lower = join_letter(split.base, split.tone, false);
  return lower == 0 ? c : lower;
}

bool is_vowel(char32_t c) {
  const char32_t base = split_letter(c).base;
  return base != 0 && kConsonants.find(base) == std::u32string_view::npos;
}

bool is_syllable(std::u32string_view word) {
  constexpr std::size_t kLongest = 7;  // nghiêng
  if (word.empty() || word.size() > kLongest) return false;
  std::array<char32_t, kLongest> letters{};
  Tone tone = Tone::Level;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const Split split = split_letter(word[i]);
    if (split.base == 0) return false;
    if (split.tone != Tone::Level) {
      if (tone != Tone::Level) return false;
      tone = split.tone;
    }
    letters[i] = split.base;
  }
  const std::u32string_view bare(letters.data(), word.size());
  const auto fits = [&](std::u32string_view initial) {
    if (!bare.starts_with(initial)) return false;
    const std::u32string_view rime = bare.substr(initial.size());
    if (!is_rime(rime) || !goes_with(initial, rime.front())) return false;
    const char32_t last = rime.back();
    const bool is_stopped = last == U'c' || last == U'p' || last == U't' || rime.ends_with(U"ch");
    return !is_stopped || tone == Tone::Acute || tone == Tone::Dot;
  };
  if (fits(U"")) return true;
  // "quốc" is qu + ôc; "giếng" is g + iêng.
  return std::any_of(kInitials.begin(), kInitials.end(), fits);
}

bool is_abbreviation(std::u32string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char32_t c) {
    const bool is_capital = (c >= U'A' && c <= U'Z') || c == U'Đ';
    return is_capital && !is_vowel(c);
  });
}

}  // namespace portal::encoding
