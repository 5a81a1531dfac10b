// PlainText: the text half of a mail out of its template. Pure.
//
// Templates of texts are escaped as those of pages are (templates/README.md), so that nothing can be forgotten; here the escapes become the letters that
// they stand for. A line is a paragraph; one that begins with two spaces or "- " belongs to the line above it.
#pragma once

#include <string>
#include <string_view>

namespace portal::mailer {

[[nodiscard]] std::string plain_text(std::string_view expanded);

}  // namespace portal::mailer
