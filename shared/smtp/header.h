// Header: Vietnamese in the headers of a mail (RFC 2047), Q-encoded, folded. Pure.
//
// GMime chooses base64 for text that is mostly not ASCII, and drops all but the first of adjacent padded base64 words when it reads them back, as other
// readers do: "Trả lời câu hỏi của công dân" becomes "…của công". So words are Q-encoded here, each whole letters and at most 75 characters (RFC 2047, 2),
// and lines at most 76.
#pragma once

#include <string>
#include <string_view>

namespace portal::smtp {

// "Subject: =?UTF-8?Q?…?=\r\n =?UTF-8?Q?…?=\r\n". ASCII stays as it is, folded at spaces. Control characters become spaces: no value adds a header of its own.
[[nodiscard]] std::string text_header(std::string_view name, std::string_view value);

// "From: =?UTF-8?Q?Ban_Bi=C3=AAn_t=E1=BA=ADp?= <bbt@stp.gov.vn>\r\n"; without a name the address alone. REQUIRES mail::is_address(address).
[[nodiscard]] std::string address_header(std::string_view name, std::string_view display_name, std::string_view address);

// "Name: value\r\n" of ASCII that the program itself made.
[[nodiscard]] std::string plain_header(std::string_view name, std::string_view value);

}  // namespace portal::smtp
