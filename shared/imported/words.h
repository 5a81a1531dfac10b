// Words: what another system sent as text or HTML, as the register keeps it (D4.1a, D9.1a): Unicode in NFC without characters that nobody sees, a tree where
// there is one, the original beside it when it was in another encoding, and in a sentence for the secretary what did not come over. Pure.
#pragma once

#include <string>
#include <string_view>

#include "shared/richtext/document.h"

namespace portal::imported {

inline constexpr std::size_t kMostCharacters = 200'000;  // code points; what is longer is cut, and said
inline constexpr std::size_t kMostRemark = 500;           // likewise; a sentence for which there is no room is left out

struct Words {
  std::string text;      // Unicode, lines end with \n
  std::string document;  // richtext JSON; "" when there is no more to it than its text
  std::string original;  // as it came, when it was in another encoding
  std::string encoding;  // its key (shared/encoding), likewise
  std::string remark;    // what the secretary should know, sentences; "" when nothing

  void note(std::string_view sentence);
};

[[nodiscard]] Words words_of_text(std::string_view text);
// `base`: the address against which its links are resolved.
[[nodiscard]] Words words_of_html(std::string_view html, std::string_view base);

// The words and below them where they come from, with the address as a link, so that it goes with them into the article: "Nguồn: <name> (address)".
void add_source(Words& words, std::string_view name, std::string_view address);

// The same words in Unicode when they are in an old encoding and known to be (D4.1a), else as they are.
[[nodiscard]] std::string in_unicode(std::string_view text);

// One line of at most `most` code points, in Unicode; markup and entities that stood in it are gone. "" when nothing is left.
[[nodiscard]] std::string title_of(std::string_view raw, std::size_t most);

}  // namespace portal::imported
