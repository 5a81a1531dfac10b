// WordShape: what pandoc would lose or misread of a Word document is counted, or brought into the running text, before pandoc reads it.
//
// Text boxes: pandoc drops them with their text; their paragraphs are moved behind the one that they hang on. Hidden text: pandoc shows it; what whoever opens
// the file in Word does not see must not become public (D12.3), so it goes. Indents: pandoc takes an indented paragraph for a quotation; they go.
#pragma once

#include <string>

#include <pugixml.hpp>

#include "modules/workers/converter/losses.h"
#include "modules/workers/converter/word_styles.h"

namespace portal::converter {

// Takes hidden text out of a part.
void drop_hidden(pugi::xml_document& part, const WordStyles& styles, Losses& losses);
void move_text_boxes(pugi::xml_document& document, Losses& losses);
void drop_indents(pugi::xml_document& part);

// What is in the document that an article's text has no place for.
void count_losses(const pugi::xml_document& document, const WordStyles& styles, Losses& losses);

// Whether anything in it would be read.
[[nodiscard]] bool has_words(const pugi::xml_document& part);

// What the title field is filled with: the first line that is styled as a title or a heading, or is centred and bold, with the bold centred lines right behind
// it ("QUYẾT ĐỊNH" "Về việc …"). The State's name and motto are none, nor is "Kính gửi". "" when nothing looks like one.
[[nodiscard]] std::string guess_title(const pugi::xml_document& document, const WordStyles& styles);

}  // namespace portal::converter
