// Words: a line read word by word in one encoding, and what each word says of it. Inside shared/encoding.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "shared/encoding/tables.h"

namespace portal::encoding {

// A word of a line as one encoding reads it. `first` and `last` are units; letters of all words of a line stand in one vector.
struct Word {
  std::size_t first = 0;
  std::size_t last = 0;           // behind the last unit
  std::u32string letters;         // as read
  bool is_changed = false;        // reads otherwise than it stands
  bool is_right = false;          // read, it is a syllable or an abbreviation (or well-formed UTF-8)
  bool stands = false;            // it is a word as it stands: a syllable of Unicode, or letters of English
  bool is_plain = false;          // as it stands, nothing but English letters
  bool is_unicode = false;        // holds a letter that no old encoding shows: it has been Unicode all along
  bool has_sign = false;          // a sign stands inside it: no word of any language ("ph¸p")
  bool is_short = false;          // an abbreviation: says nothing
  bool has_stray = false;         // a byte that the encoding does not know
  bool has_lost = false;          // a letter whose last byte is gone
  bool beside_digit = false;      // "30ºC", "m²": says nothing
  bool ends_as_sentence = false;  // VIQR: its last mark may be a full stop
};

// The words of units[first, last). A word of `Encoding::Unicode` is what stands there.
[[nodiscard]] std::vector<Word> words_in(Encoding encoding, std::span<const Unit> units, std::size_t first, std::size_t last);

// True when every word of the line is one as it stands and no sign is where a text has none: no encoding of bytes can gain anything there. What most lines
// of most texts are, found in one pass.
[[nodiscard]] bool all_stand(std::span<const Unit> units, std::size_t first, std::size_t last);

// True when no mark of VIQR is where a text has none ("e^", "a.n", "dd").
[[nodiscard]] bool has_no_viqr(std::span<const Unit> units, std::size_t first, std::size_t last);

// What the words of a line say of an encoding.
struct Score {
  double gain = 0;     // words that it makes right
  double loss = 0;     // words that it would spoil
  double neither = 0;  // words that it changes and that are nothing either way
  double both = 0;     // words either way
  double unicode = 0;  // words that have been Unicode all along
  double signs = 0;    // of the gain, words with a sign inside
  double words = 0;

  // More than nothing when the line is of this encoding rather than what it stands for.
  [[nodiscard]] double net() const { return gain - loss - neither / 2; }

  // In a line of Unicode a name or a misprint is no encoding: there it takes three words, or two of which one has a sign inside.
  [[nodiscard]] bool speaks() const { return gain > 0 && net() > 0 && (unicode == 0 || (gain * 4 >= unicode && (gain >= 3 || (gain >= 2 && signs > 0)))); }

  // Of the words that say anything, how many speak for it.
  [[nodiscard]] double rate() const { return gain == 0 ? 0 : gain / (gain + loss + neither / 2); }

  Score& operator+=(const Score& other);
};

// Nothing in the word says that it is of an encoding; used for gain only.
[[nodiscard]] bool speaks_for(const Word& word);

[[nodiscard]] Score score_of(Encoding encoding, const std::vector<Word>& words);

}  // namespace portal::encoding
