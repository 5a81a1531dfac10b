// Authentication-Results (RFC 8601): whether the mail server found a mail to come from the domain that its From names. Pure.
//
// Anybody can write such a header into a mail; only the topmost one with the name of the department's own mail server (`authserv_id`, configured) counts,
// since that server takes away what comes in under its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace portal::mime {

enum class Origin {
  Unknown,  // nobody was configured to say so
  Proven,   // DMARC passed; or DKIM or SPF passed for the From's own domain
  Denied    // none of them did, or the mail server said nothing
};

// `headers`: topmost first, unfolded or not. `from_domain`: of the address in From.
[[nodiscard]] Origin origin_of(const std::vector<std::string>& headers, std::string_view authserv_id, std::string_view from_domain);

}  // namespace portal::mime
