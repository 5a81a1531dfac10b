// Render: a Document as HTML, the only way in which article text becomes markup.
//
// What comes out: p, h2–h4 with id (see headings()), ul, ol[start], li, blockquote, hr, br, table
// in a scrolling region that a keyboard can reach, thead where the first rows are header cells, th
// with scope, colspan/rowspan, a[href] (external ones with rel="noopener noreferrer"), strong, em,
// u, sub, sup, figure with picture, source, img (width and height given, lazy) and figcaption. No class but
// "table-scroll" and those of figures, no style, no script, no id that a person chose. Empty
// paragraphs and headings, and links with nothing to click on, leave nothing behind. A list item or
// cell that holds one paragraph is written without the p. About 10 ns a byte (25 KB of article in
// under 0.2 ms).
#pragma once

#include "shared/base/html.h"
#include "shared/richtext/document.h"
#include "shared/richtext/picture.h"

namespace portal::richtext {

// A figure whose picture `find` does not give leaves only its caption behind; without `find` no figure leaves anything else.
[[nodiscard]] base::Html render_html(const Document& document, const FindPicture& find);
[[nodiscard]] base::Html render_html(const Document& document);

}  // namespace portal::richtext
