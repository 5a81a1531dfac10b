// Preference: how a person wants the office's notices by mail: each at once, one digest a day, or none. What is mandatory stays in the office's bell in any
// case (shared/notices); letters to senders (D4.2, D12.3) are mailed whatever is chosen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::mail {

enum class Mode { AtOnce, Digest, None };

[[nodiscard]] std::string_view key_of(Mode mode);
[[nodiscard]] std::optional<Mode> parse_mode(std::string_view key);
// "Gửi ngay từng thông báo".
[[nodiscard]] std::string_view label_of(Mode mode);

struct Preference {
  Mode mode = Mode::AtOnce;
  std::string address;  // of the directory; "" when there is none
};

[[nodiscard]] Preference preference_of(db::Connection& db, base::PersonId person);
// In the caller's transaction.
void set_mode(db::Connection& db, base::PersonId person, Mode mode, base::UtcTime now);

}  // namespace portal::mail
