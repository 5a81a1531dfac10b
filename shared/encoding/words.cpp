#include "shared/encoding/words.h"

#include <algorithm>
#include <array>

#include "shared/encoding/syllable.h"

namespace portal::encoding {
namespace {

constexpr bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

constexpr char32_t kSoftHyphen = 0xAD;

// Letters of any script as they stand: what is no sign.
constexpr bool is_letter(char32_t c) {
  if (is_ascii_letter(c)) return true;
  if (c < 0xC0) return false;
  return (c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c <= 0x1FFF);
}

// "don't", "it's", "we're": English, not VIQR.
bool is_contraction(std::u32string_view word) {
  const auto at = word.find_first_of(U"'’");
  if (at == std::u32string_view::npos || at == 0) return false;
  std::u32string tail;
  for (const char32_t c : word.substr(at + 1)) tail += to_lower(c);
  constexpr std::array<std::u32string_view, 7> kTails{U"t", U"s", U"re", U"ve", U"ll", U"d", U"m"};
  const bool is_english = std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(at), is_ascii_letter);
  return is_english && std::find(kTails.begin(), kTails.end(), tail) != kTails.end();
}

// What the word is as it stands, signs at its ends left out: «trích», “Nam”.
void look_as_it_stands(Word& word, std::span<const Unit> units) {
  std::size_t first = word.first;
  std::size_t last = word.last;
  while (first < last && !is_letter(units[first].code)) ++first;
  while (last > first && !is_letter(units[last - 1].code)) --last;
  std::u32string letters;
  bool is_plain = true;
  for (std::size_t i = first; i < last; ++i) {
    const char32_t c = units[i].code;
    if (c == kSoftHyphen) continue;
    letters += c;
    is_plain = is_plain && is_ascii_letter(c);
    if (!is_letter(c)) word.has_sign = true;
    if (units[i].byte < 0 && is_letter(c)) word.is_unicode = true;
  }
  word.is_plain = is_plain;
  word.stands = word.is_unicode || (is_plain && !letters.empty()) || is_syllable(letters) || is_contraction(letters);
  // A sign that touches a letter is one inside the word when it is no bracket or mark that texts put there.
  constexpr std::u32string_view kAround = U"«»‘’“”–—…•·°º²³ª§©®™†‡¶\"'`?~.^(+";
  for (std::size_t i = word.first; i < word.last; ++i) {
    const char32_t c = units[i].code;
    if (!is_letter(c) && c != kSoftHyphen && kAround.find(c) == std::u32string_view::npos) word.has_sign = true;
  }
  if (word.has_sign && !is_contraction(letters)) word.stands = word.is_unicode;
  // A sign that stands alone (• © … “) is no word, though it may be a letter of an encoding.
  if (letters.empty()) word.stands = word.last - word.first == 1;
}

bool is_sentence_mark(char32_t c) { return c == U'.' || c == U'?' || c == U'\''; }

}  // namespace

std::vector<Word> words_in(Encoding encoding, std::span<const Unit> units, std::size_t first, std::size_t last) {
  std::vector<Word> words;
  const auto line = units.subspan(0, last);
  for (std::size_t i = first; i < last;) {
    Word word;
    word.first = i;
    bool is_strong = false;
    bool has_inner_mark = false;
    std::size_t last_units = 1;
    while (i < last) {
      const Letter letter = letter_at(encoding, line, i);
      if (!letter.is_word) {
        if (i == word.first) {
          // UTF-8's signs (“ ” –) read as Latin-1 say as much as a word.
          if (letter.is_strong) {
            word.letters += letter.code;
            word.is_changed = word.is_right = word.has_sign = true;
          }
          i += letter.units;
        }
        break;
      }
      word.letters += letter.code;
      word.is_changed = word.is_changed || (letter.is_read && (letter.units > 1 || letter.code != line[i].code));
      word.has_stray = word.has_stray || letter.is_stray;
      word.has_lost = word.has_lost || letter.others[0] != 0 || letter.swallowed != 0;
      is_strong = is_strong || letter.is_strong;
      const bool is_weak = letter.units == 2 && is_sentence_mark(line[i + 1].code);
      has_inner_mark = has_inner_mark || (letter.units > 1 && !is_weak) || (last_units > 1);
      last_units = letter.units;
      i += letter.units;
    }
    word.last = i;
    if (word.letters.empty()) continue;
    if (word.is_changed && word.is_right) {
      words.push_back(std::move(word));
      continue;
    }
    if (!word.letters.empty()) {
      look_as_it_stands(word, line);
      // A letter alone ("œ", "ñ") says nothing either: it may be a bullet.
      word.is_short = is_abbreviation(word.letters) || (word.letters.size() == 1 && encoding != Encoding::Utf8AsLatin1);
      word.is_right = is_syllable(word.letters);
      // A syllable with a letter that the encoding does not have: it has been Unicode all along, "là" beside TCVN3.
      if (word.has_stray && word.stands && !word.is_changed && !word.is_plain) word.is_unicode = true;
      if (encoding == Encoding::Utf8AsLatin1 && is_strong && !word.has_stray && !word.has_lost) word.is_right = true;
      if (word.has_lost && !word.is_right) word.is_short = true;
      if (encoding == Encoding::Viqr) {
        word.ends_as_sentence = word.is_changed && last_units > 1 && is_sentence_mark(line[word.last - 1].code);
        if (word.ends_as_sentence && !has_inner_mark) word.stands = true;
      }
      word.beside_digit = (word.first > 0 && line[word.first - 1].is_digit) || (word.last < units.size() && units[word.last].is_digit);
      words.push_back(std::move(word));
    }
  }
  return words;
}

bool all_stand(std::span<const Unit> units, std::size_t first, std::size_t last) {
  constexpr std::u32string_view kPlainSigns = U"«»‘’“”–—…•·°º²³ª§©®™†‡¶\u00A0";
  const auto is_old_sign = [&](std::size_t at) { return units[at].byte >= 0x80 && !is_letter(units[at].code) && units[at].code != 0xA0; };
  std::u32string word;
  for (std::size_t i = first; i < last;) {
    const Unit& unit = units[i];
    if (is_letter(unit.code)) {
      word.clear();
      bool is_plain = true;
      bool is_unicode = false;
      for (; i < last && is_letter(units[i].code); ++i) {
        word += units[i].code;
        is_plain = is_plain && units[i].code < 0x80;
        is_unicode = is_unicode || units[i].byte < 0;
      }
      if (!is_plain && !is_unicode && !is_syllable(word)) return false;
      continue;
    }
    if (is_old_sign(i)) {
      if (kPlainSigns.find(unit.code) == std::u32string_view::npos) return false;
      const bool after_letter = i > first && is_letter(units[i - 1].code);
      const bool before_letter = i + 1 < last && is_letter(units[i + 1].code);
      const bool is_pair = i + 1 < last && is_old_sign(i + 1);
      const bool is_latin = unit.code < 0x100;  // of Latin-1, and not “ ” – …
      if ((after_letter && before_letter) || ((is_latin || (is_pair && units[i + 1].code < 0x100)) && (after_letter || before_letter || is_pair))) return false;
    }
    if (unit.byte >= 0 && unit.byte < 0x20 && unit.code != U'\n' && unit.code != U'\r' && unit.code != U'\t') return false;  // VISCII
    ++i;
  }
  return true;
}

bool has_no_viqr(std::span<const Unit> units, std::size_t first, std::size_t last) {
  constexpr std::u32string_view kAlways = U"^(+~`";
  constexpr std::u32string_view kTones = U".?'’";
  for (std::size_t i = first; i + 1 < last; ++i) {
    const char32_t c = units[i].code;
    if (c >= 0x80) continue;
    const char32_t next = units[i + 1].code;
    if ((c | 0x20U) == U'd' && (next == U'd' || next == U'D')) return false;
    if (!is_vowel(c)) continue;
    if (kAlways.find(next) != std::u32string_view::npos) return false;
    if (kTones.find(next) != std::u32string_view::npos && i + 2 < last && is_ascii_letter(units[i + 2].code)) return false;
  }
  return true;
}

Score& Score::operator+=(const Score& other) {
  gain += other.gain;
  loss += other.loss;
  neither += other.neither;
  both += other.both;
  unicode += other.unicode;
  signs += other.signs;
  words += other.words;
  return *this;
}

bool speaks_for(const Word& word) { return word.is_changed && word.is_right && !word.stands && !word.is_short && !word.beside_digit && !word.is_unicode; }

Score score_of(Encoding encoding, const std::vector<Word>& words) {
  Score score;
  for (const Word& word : words) {
    score.words += 1;
    if (word.is_unicode) {
      score.unicode += 1;
      continue;
    }
    if (!word.is_changed || word.is_short || word.beside_digit) continue;
    if (word.is_right && !word.stands && word.has_sign) score.signs += 1;
    if (word.is_right)
      (word.stands ? score.both : score.gain) += 1;
    else if (word.stands && encoding != Encoding::Viqr)
      score.loss += 1;
    else if (!word.stands)
      score.neither += 1;
  }
  // Marks behind vowels stand in English and in programs too: VIQR is a text of which every third word has them.
  if (encoding == Encoding::Viqr && score.gain * 4 < score.words) score.gain = 0;
  return score;
}

}  // namespace portal::encoding
