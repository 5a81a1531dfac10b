// Html: the words of an HTML mail, line by line (libxml2 reads it, as forgiving as a browser). No tag, address, style or script of it goes anywhere. Pure.
#pragma once

#include <string>
#include <string_view>

namespace portal::mime {

// `html` is UTF-8. Paragraphs, list items, rows and line breaks begin lines; cells of a row are joined by tabs; a list item begins with "- ".
[[nodiscard]] std::string words_of_html(std::string_view html);

}  // namespace portal::mime
