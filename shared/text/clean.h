// Clean: from what somebody typed to text that may be stored (D4.1a), or the sentence that says
// what to mend.
//
// Nothing is repaired silently except what a reader cannot see: decomposed letters are composed
// (NFC), line ends become \n, and white space at the ends goes. Spaces inside stay as typed, so
// that what was sent is what is read back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace portal::text {

// One line: a title, a name, an address. At most `max_code_points` (as VARCHAR(n) counts) after
// cleaning; may be empty. A tab becomes a space. Errors: Invalid for a line break, a hidden or
// direction-changing character, a control character, bad UTF-8 or a text that is too long; the
// message names the first place.
[[nodiscard]] base::Result<std::string> clean_line(std::string_view typed,
                                                   std::size_t max_code_points);

// Text of several lines: a summary, a reason, a note. \r\n and \r become \n; spaces at line ends
// and blank lines at both ends of the text go. Errors as clean_line, line breaks allowed.
[[nodiscard]] base::Result<std::string> clean_text(std::string_view typed,
                                                   std::size_t max_code_points);

// Without White_Space at both ends. A view into `text`.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace portal::text
