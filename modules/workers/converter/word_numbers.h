// WordNumbers: numbers that Word types by itself become text where a list of our tree would show others: "Điều 5.", "1.2.", "a)", "IV.", or a list that goes on
// behind a paragraph. Whoever quotes "điểm a khoản 2 Điều 5" must find it, and pandoc keeps neither words nor letters of a number. Plain lists that begin at
// their beginning (1. 2. 3., bullets) stay lists.
#pragma once

#include <pugixml.hpp>

#include "modules/workers/converter/losses.h"
#include "modules/workers/converter/word_styles.h"

namespace portal::converter {

void type_numbers(pugi::xml_document& document, const pugi::xml_document& numbering, const WordStyles& styles, Losses& losses);

// A number as Word's format of that name writes it: ("lowerRoman", 4) is "iv", ("upperLetter", 28) "BB". Formats that are not known are decimal.
[[nodiscard]] std::string format_number(std::string_view format, int number);

}  // namespace portal::converter
