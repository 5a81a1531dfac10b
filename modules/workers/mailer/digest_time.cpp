#include "modules/workers/mailer/digest_time.h"

namespace portal::mailer {

bool is_digest_time(const calendar::Calendar* calendar, std::int64_t hour, base::UtcTime now) {
  const base::LocalDate today = base::local_date(now);
  if (now < base::start_of(today) + std::chrono::hours{hour}) return false;
  constexpr unsigned kSaturday = 5;
  if (calendar == nullptr || calendar->first_missing_year(today, today)) return calendar::weekday_of(today) < kSaturday;
  const calendar::DayKind kind = calendar->day(today).kind;
  return kind == calendar::DayKind::WorkingDay || kind == calendar::DayKind::MakeUpDay;
}

}  // namespace portal::mailer
