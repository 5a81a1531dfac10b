// Link: which addresses text written by people may lead to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace portal::richtext {

inline constexpr std::size_t kMaxHrefBytes = 2048;

// `typed` as it may stand in href="…", or Invalid with the reason. Allowed: http(s) with a host and
// without a user name, mailto: with one address, tel:, an address on this site ("/…", not "//…"),
// and "#…". Letters outside ASCII in path and query are percent-encoded (in NFC); a host must be
// ASCII (punycode), so that no look-alike name hides. Spaces at the ends go; inside, and control
// characters, backslashes, quotes and angle brackets are refused. The scheme is made lower case.
[[nodiscard]] base::Result<std::string> clean_href(std::string_view typed);

// True for an http(s) address: one that may leave the site.
[[nodiscard]] bool is_external(std::string_view href);

}  // namespace portal::richtext
