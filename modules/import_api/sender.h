// Sender: which system asks, by its token (Authorization: Bearer …), and how often it has within the minute. The token stands nowhere; the row has its digest.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/db/connection.h"
#include "shared/intake/model.h"

namespace portal::import_api {

using SenderId = base::Id<struct SenderTag>;

// Who sends, as the directory has them now: a person, a unit, or neither (an organisation outside).
struct Sender {
  SenderId id;
  std::string name;  // of the system
  std::int64_t per_minute = 0;
  base::PersonId person;
  std::string person_name, job_title, email, phone;  // of the person
  base::UnitId unit;
  std::string unit_name, unit_email, unit_phone;
};

// Why it is not let in. `status` is 401, 403 or 429.
struct Refusal {
  int status = 401;
  std::string message;
  std::int64_t retry_after = 0;  // seconds, of a 429
};

// The token of "Bearer <token>"; "" for anything else.
[[nodiscard]] std::string_view token_in(std::string_view authorization);

// Whether day "2026-11-30" (in Viet Nam) lies in [from, to]; an empty `to` has no end. ISO days compare as text.
[[nodiscard]] bool is_within(std::string_view day, std::string_view from, std::string_view to);

// The sender whose token it is, with this request counted.
[[nodiscard]] tl::expected<Sender, Refusal> identify_sender(db::Connection& db, std::string_view authorization, base::UtcTime now);

}  // namespace portal::import_api
