#include "modules/workers/scheduler/months.h"

#include <algorithm>

#include "modules/workers/scheduler/deadlines.h"
#include "modules/workers/scheduler/queries.h"
#include "shared/base/log.h"
#include "shared/base/setting_limits.h"
#include "shared/duty/periods.h"
#include "shared/notices/notices.h"

namespace portal::scheduler {
namespace {

using base::UtcTime;
using std::chrono::months;
using std::chrono::year_month;

constexpr months kLongestGap{24};  // a database that was put away for longer owes nothing for that time

year_month month_of(UtcTime at) {
  const base::LocalDate day = base::local_date(at);
  return day.year() / day.month();
}

UtcTime begin_of(year_month month) { return base::start_of(base::LocalDate{month / 1}); }

std::string text_of(year_month month) {
  const std::string number = std::to_string(unsigned{month.month()});
  return std::to_string(int{month.year()}) + "-" + (number.size() < 2 ? "0" : "") + number;
}

std::string words_of(year_month month) {
  const std::string number = std::to_string(unsigned{month.month()});
  return "tháng " + std::string{number.size() < 2 ? "0" : ""} + number + "/" + std::to_string(int{month.year()});
}

struct QuotaClock {
  duty::ClockId id;
  base::UnitId unit;
  year_month month;
  unsigned owed = 0;
  std::string unit_name;
};

std::vector<QuotaClock> quota_clocks(db::Connection& db) {
  std::vector<QuotaClock> clocks;
  auto rows = db.query(sql::kQuotaClocks);
  while (rows.next())
    clocks.push_back({rows.id<duty::ClockId>(0), rows.id<base::UnitId>(1), month_of(rows.time(2)), static_cast<unsigned>(rows.number(3)),
                      std::string{rows.text(4)}});
  return clocks;
}

std::vector<UtcTime> supplies_of(db::Connection& db, const QuotaClock& clock) {
  std::vector<UtcTime> supplies;
  auto rows = db.query(sql::kSupplies, clock.unit, begin_of(clock.month), begin_of(clock.month + months{1}), std::max(clock.owed, 1U));
  while (rows.next()) supplies.push_back(rows.time(0));
  return supplies;
}

// The last day of the setting that has come in this month, or 0.
unsigned reminder_day(db::Connection& db, UtcTime now) {
  auto rows = db.query(sql::kSetting, "quota_reminder_days");
  const auto days = rows.next() ? base::parse_month_days(rows.text(0)) : std::nullopt;
  if (!days) return 0;
  const unsigned today{base::local_date(now).day()};
  const auto after = std::upper_bound(days->begin(), days->end(), today);
  return after == days->begin() ? 0 : *std::prev(after);
}

void remind(db::Connection& db, const QuotaClock& clock, std::size_t supplied, unsigned day, UtcTime now) {
  notices::tell(db, notices::unit_heads(db, clock.unit, now),
                {.kind = notices::Kind::Quota, .unit = clock.unit, .clock = clock.id.value,
                 .cause = "quota:" + std::to_string(clock.unit.value) + ":" + text_of(clock.month) + ":" + std::to_string(day),
                 .text = clock.unit_name + " mới cung cấp " + std::to_string(supplied) + " trên " + std::to_string(clock.owed) + " tin, bài của " +
                         words_of(clock.month) + " (D9.4). Xin gửi bài cho Ban Biên tập trước khi hết tháng."},
                now);
}

// The month is over without what was owed: its clock ends as late in that month, so that the month's rates and lists have it for good (D9.4).
void miss(db::Connection& db, const QuotaClock& quota, UtcTime now) {
  db::in_transaction(db, [&] {
    const duty::Books books = duty::load_books(db);
    const auto clock = duty::find_clock(db, quota.id);
    if (!clock || !clock->is_open()) return false;
    tell_of_clock(db, books, *clock, now);
    return duty::miss_clock(db, quota.id, begin_of(quota.month + months{1}) - std::chrono::seconds{1}, duty::event::kMonthOver, {{}, {}, now}).has_value();
  });
}

}  // namespace

void open_months(db::Connection& db, const std::optional<UtcTime>& last, UtcTime now) {
  const year_month this_month = month_of(now);
  year_month month = last ? std::max(month_of(*last), this_month - kLongestGap) : this_month;
  std::size_t opened = 0;
  for (; month <= this_month; month += months{1})
    db::in_transaction(db, [&] {
      opened += duty::open_month(db, duty::load_books(db), {{}, {}, now}, base::LocalDate{month / 1});
      return true;
    });
  if (opened > 0) base::log(base::Level::Info, "months_opened", {{"clocks", static_cast<std::int64_t>(opened)}});
}

void watch_quota(db::Connection& db, const std::optional<UtcTime>& /*last*/, UtcTime now) {
  const unsigned day = reminder_day(db, now);
  for (const QuotaClock& clock : quota_clocks(db)) {
    const std::vector<UtcTime> supplies = supplies_of(db, clock);
    if (clock.owed == 0 || supplies.size() >= clock.owed) {
      const UtcTime met = supplies.empty() ? begin_of(clock.month) : supplies.back();
      db::in_transaction(db, [&] {
        const auto closed = duty::close_clock(db, duty::load_books(db), clock.id, met, duty::event::kQuotaMet, {{}, {}, now});
        return closed.has_value();  // NotAllowedNow: another scheduler closed it
      });
    } else if (clock.month < month_of(now)) {
      miss(db, clock, now);
    } else if (day != 0 && clock.month == month_of(now)) {
      remind(db, clock, supplies.size(), day, now);
    }
  }
}

}  // namespace portal::scheduler
