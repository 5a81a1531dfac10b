// Encoding: Vietnamese text that was typed in an old encoding and taken for Unicode is known and given back in Unicode (D4.1a: TCVN 6909).
//
//   const Reading reading = read("C«ng hßa x· héi chñ nghÜa ViÖt Nam");
//   // encoding Tcvn3, confidence 0.99, text "Cộng hòa xã hội chủ nghĩa Việt Nam", no doubts
//   read("Đoàn công tác thăm Zürich").encoding == Encoding::Unicode       // untouched, byte for byte
//
// How it is decided. A text is read word by word, once for each encoding. A word speaks for an encoding when it is a Vietnamese syllable read in it
// (syllable.h) and none as it stands; against it, when it is the other way round. A line is of the encoding that most words speak for, by a clear
// majority; a line that says too little goes with its text. So French and English (nothing becomes a syllable), correct Vietnamese (everything is one
// already) and foreign names within it stay as they are, and a text may be of two encodings, line by line and word by word. Linear in the text.
//
// What is given. Each letter of the result that may be wrong is a Doubt: a word that is no syllable, a capital that TCVN3 leaves to the font (.VnTimeH),
// a letter that was lost on the way (TCVN3's ư is the soft hyphen, which programs "clean up"), a word that means something either way. Nothing is ever
// changed outside the words that were read; the original is kept. Nobody should store the result without showing it to a person.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace portal::encoding {

enum class Encoding : std::uint8_t {
  Unicode,     // as it should be; also French, English, anything that is no Vietnamese in disguise
  Tcvn3,       // TCVN 5712:1993 VN3, "ABC": one byte a letter, accented capitals by font
  VniWindows,  // a vowel and its mark are two bytes
  Vps,
  Viscii,        // RFC 1456
  Windows1258,   // a vowel, then a tone
  Viqr,          // RFC 1456: "Vie^.t Nam"
  Utf8AsLatin1,  // UTF-8 that was read as Windows-1252: "Viá»‡t Nam"; also twice
  Decomposed,    // Unicode, letters and marks apart (not NFC)
  Windows1252    // bytes only: no UTF-8, and nothing Vietnamese in it
};

// "tcvn3", for files and programs; "TCVN3 (ABC)", for people.
[[nodiscard]] std::string_view key_of(Encoding encoding);
[[nodiscard]] std::string_view label_of(Encoding encoding);
[[nodiscard]] std::optional<Encoding> find_encoding(std::string_view key);

enum class Reason : std::uint8_t {
  NoSyllable,  // the word is no Vietnamese syllable: a name, an abbreviation, a misprint, or another encoding
  Capital,     // TCVN3 and VPS: the capital follows from the letters around it
  Lost,        // put back: the byte was lost on the way
  EitherWay,   // a word both ways: read, or left as it stands
  Little       // the text is too short to be sure of its encoding
};
[[nodiscard]] std::string_view words_of(Reason reason);

// One letter of the result that a person should look at.
struct Doubt {
  std::size_t offset = 0;    // bytes, in Reading::text
  std::size_t length = 0;    // bytes
  std::size_t position = 0;  // code points, from 1
  std::string was;           // what stood in the original; empty when it was lost
  std::string could_be;      // what else may be meant; empty when nothing is known
  Reason reason = Reason::NoSyllable;

  bool operator==(const Doubt&) const = default;
};

// At or over this, the encoding is known; under it there is only a guess, and every letter that it would change is a doubt.
inline constexpr double kSure = 0.75;

struct Reading {
  Encoding encoding = Encoding::Unicode;
  double confidence = 1.0;          // that `encoding` is right, 0 to 1
  std::string text;                 // in Unicode, NFC where anything was read; otherwise the original
  std::string original;             // as it came
  std::vector<Doubt> doubts;        // in order, one for each letter
  std::vector<std::string> pieces;  // `text`, by the runs that were given

  [[nodiscard]] bool is_changed() const { return text != original; }

  [[nodiscard]] bool is_sure() const { return confidence >= kSure; }

  // It is in another encoding, and known to be: it cannot be published as it is.
  [[nodiscard]] bool is_legacy() const { return encoding != Encoding::Unicode && encoding != Encoding::Decomposed && is_sure(); }
};

// A stretch of text in one font, as a Word file has it. ".VnTime" says TCVN3, ".VnTimeH" TCVN3 in capitals, "VNI-Times" VNI; "" says nothing.
struct Run {
  std::string_view text;
  std::string_view font{};
};

// Text in which old bytes look like Latin-1 or Windows-1252 letters, as a file or the clipboard gives it. Bytes that are no UTF-8 are read as
// read_bytes() does.
[[nodiscard]] Reading read(std::string_view text);

// The same for a paragraph, or a document, of several runs: letters of one word may stand in different runs.
[[nodiscard]] Reading read_runs(std::span<const Run> runs);

// Bytes of which nobody said what they are: a file's name in an archive, a mail's subject. UTF-8 is taken for what it is and then read as read().
[[nodiscard]] Reading read_bytes(std::string_view bytes);

}  // namespace portal::encoding
