// Idempotency: a form that is sent twice (double click, Back, a retry after a lost answer) is carried out once (F33).
//
// Each form carries a fresh 128-bit key in "_key". The row is written in the transaction of the act, with where the answer led.
#pragma once

#include <optional>
#include <string>

#include "shared/access/actor.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/http/request.h"

namespace portal::workflow {

// A fresh key for a form.
[[nodiscard]] std::string new_form_key();

// What happened to this form before: nothing (carry it out), the address its first answer led to, or Conflict when the same key came with
// another body, BadRequest when the key is missing or malformed.
[[nodiscard]] base::Result<std::optional<std::string>> find_form(db::Connection& db, const access::Actor& actor, const http::Request& request);

// Remembers, inside the act's transaction. A duplicate key throws db::SqlError::is_duplicate(): the other send won; ask find_form again.
void remember_form(db::Connection& db, const access::Actor& actor, const http::Request& request, const std::string& location, base::UtcTime now);

}  // namespace portal::workflow
