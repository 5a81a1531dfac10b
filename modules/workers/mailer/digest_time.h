// When digests are made: from the hour of the setting on, on a working day of the agency (D9.3). Pure.
#pragma once

#include "shared/base/time.h"
#include "shared/calendar/calendar.h"

namespace portal::mailer {

// `calendar`: the agency's, or nullptr. In a year that nobody entered Monday to Friday are working days: a digest promises nothing.
[[nodiscard]] bool is_digest_time(const calendar::Calendar* calendar, std::int64_t hour, base::UtcTime now);

}  // namespace portal::mailer
