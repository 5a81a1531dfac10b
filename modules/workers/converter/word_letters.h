// WordLetters: the letters of a Word document, by the font of each run, in Unicode (D4.1a). A font is the only one that tells TCVN3's capitals (.VnTimeH), and
// pandoc drops fonts, so the document's XML is rewritten before. All parts are one text, since a title of two words is known with its body.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "modules/workers/converter/word_styles.h"
#include "shared/encoding/encoding.h"

namespace portal::converter {

// One letter of the result that a person should look at (encoding::Doubt, with the word that it stands in).
struct DoubtfulLetter {
  std::string is;
  std::string was;
  std::string could_be;
  std::string word;
  encoding::Reason reason = encoding::Reason::NoSyllable;
};

inline constexpr std::size_t kMostDoubts = 2000;  // nobody looks at more

struct Letters {
  encoding::Encoding encoding = encoding::Encoding::Unicode;  // what the text was in before
  double confidence = 1.0;
  std::size_t doubtful = 0;            // letters
  std::vector<DoubtfulLetter> doubts;  // the first kMostDoubts of them
};

// Rewrites the text nodes of `parts` (document, footnotes, endnotes). A text that is Unicode is left byte for byte, and so is one that may only perhaps be in
// another encoding: its editor is asked when it is saved, as for text that was typed.
[[nodiscard]] Letters to_unicode(const std::vector<pugi::xml_document*>& parts, const WordStyles& styles);

}  // namespace portal::converter
