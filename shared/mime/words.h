// Words: bytes of a mail in some charset, or of none that is named, to Unicode that may be stored and shown. Pure.
#pragma once

#include <string>
#include <string_view>

namespace portal::mime {

// `bytes` in `charset` ("" for none named) as UTF-8. Bytes that the charset does not have are "?"; a charset that nobody knows, and UTF-8 that is none, are
// read as encoding::read_bytes() does, which knows the old Vietnamese ones.
[[nodiscard]] std::string to_utf8(std::string_view bytes, std::string_view charset);

// What a person can see of it, in NFC: lines end with \n, control and invisible characters and those that turn the direction of writing are gone, letters
// that were lost are "?". Unlike text::clean_text(), which refuses them: nobody is there to be asked.
[[nodiscard]] std::string visible(std::string_view utf8);
// The same on one line, at most `max_code_points` long, without spaces at its ends.
[[nodiscard]] std::string visible_line(std::string_view utf8, std::size_t max_code_points);

// Lines of a text that was sent as format=flowed (RFC 3676), as their writer had them: a line that ends with a space goes on in the next one. `drops_space`
// (DelSp=yes): that space was put there by the program.
[[nodiscard]] std::string unflowed(std::string_view text, bool drops_space);

// "=?UTF-8?B?…?=" as "=?UTF-8?Q?…?=", everything else untouched. GMime joins neighbouring base64 words before it decodes them, and so drops all that comes
// after the first one with padding; quoted words it joins rightly.
[[nodiscard]] std::string requoted(std::string_view raw_header);

}  // namespace portal::mime
