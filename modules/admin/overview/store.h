// OverviewStore: the figures of the leaders' page and the lists behind them. Reads only, but for quotas.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "modules/admin/overview/model.h"
#include "modules/admin/work/cursor.h"
#include "shared/base/result.h"
#include "shared/db/connection.h"

namespace portal::admin {

class OverviewStore {
 public:
  explicit OverviewStore(db::Connection& db) : db_(db) {}

  // Open clocks that are due in [from, to); at most 1000 are counted.
  [[nodiscard]] std::int64_t count_due(base::UtcTime from, base::UtcTime to);
  [[nodiscard]] std::vector<DutyRate> rates(const Month& month);
  // By month, those without any end left out.
  [[nodiscard]] std::vector<MonthRate> trend(base::UtcTime from, base::UtcTime to);
  // Days with a posting, "2026-11-25".
  [[nodiscard]] std::set<std::string> posting_days(const Month& month);
  [[nodiscard]] std::vector<UnitQuota> quotas(const Month& month);
  [[nodiscard]] std::vector<Holder> holders();
  [[nodiscard]] std::string secretaries(base::UtcTime now);

  // A page of a list; `limit` lines at most.
  static constexpr std::size_t kBehindPage = 30;
  struct Behind {
    std::vector<BehindRow> rows;
    std::optional<Cursor> next;
  };
  [[nodiscard]] Behind due_clocks(base::UtcTime from, base::UtcTime to, const std::optional<Cursor>& after, std::size_t limit = kBehindPage);
  [[nodiscard]] std::optional<BehindRow> clock(duty::ClockId id);
  enum class Ended { All, InTime, Late };
  [[nodiscard]] Behind ended_clocks(const Month& month, Ended ended, const std::vector<duty::DutyId>& duties, const std::optional<Cursor>& after,
                                    std::size_t limit = kBehindPage);
  [[nodiscard]] Behind supplied_items(base::UnitId unit, const Month& month, const std::optional<Cursor>& after, std::size_t limit = kBehindPage);
  // Posted before the checks, in the order of the postings.
  [[nodiscard]] Behind urgent_items(const Month& month, const std::optional<Cursor>& after, std::size_t limit = kBehindPage);
  [[nodiscard]] Behind held_items(std::string_view state, base::PersonId person, base::UnitId unit, const std::optional<Cursor>& after,
                                  std::size_t limit = kBehindPage);

  [[nodiscard]] std::vector<QuotaRow> quota_rows();
  [[nodiscard]] std::vector<std::pair<base::UnitId, std::string>> quota_units();
  // What a unit (unset: every unit) owes from a day on; the row before it ends. In the caller's transaction. Gives what was owed before, as "1–2" (""
  // for nothing).
  [[nodiscard]] std::string set_quota(base::UnitId unit, const std::string& from, std::int64_t min, std::int64_t max, const std::string& source);

  // What was reminded of on the day of `now`, by cause.
  [[nodiscard]] std::map<std::string, Reminded> reminders(base::UtcTime now);
  [[nodiscard]] std::optional<Reminded> reminder(const std::string& cause, base::UtcTime now);
  // In the caller's transaction. A second one of a cause and day breaks the key (db::SqlError::is_duplicate).
  void add_reminder(const std::string& cause, base::PersonId by, base::UtcTime now);

 private:
  db::Connection& db_;
};

}  // namespace portal::admin
