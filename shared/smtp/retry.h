// Retry: what becomes of a message after it was handed over, or not (D12.3, D9.3). Pure.
//
// A message that the server does not take now is tried again after a minute, then two, four … at most six hours apart; one that met no server after five
// seconds, ten … at most five minutes apart. 72 hours after it was queued it is given up: it is a dead letter, which the office sees with its reason.
#pragma once

#include <chrono>
#include <string>

#include "shared/base/time.h"
#include "shared/smtp/client.h"

namespace portal::smtp {

inline constexpr std::chrono::hours kGiveUpAfter{72};

enum class Fate { Sent, Again, Dead };

struct Next {
  Fate fate = Fate::Again;
  base::UtcTime at;  // when, of Again
};

// `attempts`: how often it was tried, this time included; `since`: when its 72 hours began.
[[nodiscard]] Next next_of(Result result, unsigned attempts, base::UtcTime since, base::UtcTime now);

// How long all messages wait after so many failures in a row to reach the server: a second, two … at most a minute.
[[nodiscard]] std::chrono::seconds pause_of(unsigned failures);

// What the office reads of it, in Vietnamese, with the server's own words behind.
[[nodiscard]] std::string reason_of(const Delivery& delivery);

}  // namespace portal::smtp
