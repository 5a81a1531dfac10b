// Identity: whom an address belongs to (D9.1b). An address is compared exactly but for case; one that two of the directory have belongs to none of them.
#pragma once

#include <string>
#include <string_view>

#include "shared/db/connection.h"
#include "shared/intake/model.h"

namespace portal::intake {

// The sender as far as the address and the name in front of it tell. `is_signed`: the mail server found the mail to come from there. What the directory knows
// of a person (name, position, telephone, unit) is taken from it; of a unit's address it is not known who wrote.
[[nodiscard]] Sender identify(db::Connection& db, std::string_view address, std::string_view display_name, bool is_signed, base::UtcTime now);

// Whether mail from that domain comes from the department, or from a unit's mailbox.
[[nodiscard]] bool is_own_domain(db::Connection& db, std::string_view domain);

// What the office typed of a sender, with whose the typed address is; how sure that is stays as it was in `before` while the address does.
[[nodiscard]] Sender united(db::Connection& db, const Sender& before, Sender typed, base::UtcTime now);

// "A.B@Example.VN" -> "a.b@example.vn": ASCII only; addresses that differ in case are one mailbox here.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace portal::intake
