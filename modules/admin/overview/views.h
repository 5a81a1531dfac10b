// The leaders' page as view models. Pure: figures in, dictionaries out.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "modules/admin/overview/model.h"
#include "shared/access/actor.h"
#include "shared/duty/books.h"
#include "shared/view/view.h"

namespace portal::admin {

inline constexpr std::string_view kOverviewPath = "/quan-tri/dieu-hanh/";
inline constexpr std::string_view kBehindPath = "/quan-tri/dieu-hanh/danh-sach";

// The working days of `month` up to the day of `now`, by the agency's own calendar (D13.1).
[[nodiscard]] Freshness freshness_of(const duty::Books& books, const Month& month, const std::set<std::string>& posting_days, base::UtcTime now);

// The title of an item for somebody who may know it: what reached the board for who sees its work, what readers see for everybody; else its code.
[[nodiscard]] bool may_read_title(const access::Actor& actor, bool sees_board, const BehindRow& row);

// The rates of duties together by clause, in the order of the clauses.
struct ClauseRate {
  std::string clause, title;
  std::vector<duty::DutyId> duties;
  Rate rate;
};
[[nodiscard]] std::vector<ClauseRate> by_clause(const duty::Books& books, const std::vector<DutyRate>& rates);

void fill_rates(view::Dict& content, const std::vector<ClauseRate>& rates, const Month& month);
// Six months up to `month`, those without any figure as such: bars with their numbers, and the same in a table.
void fill_trend(view::Dict& content, const std::vector<MonthRate>& trend, const Month& month);
void fill_quotas(view::Dict& content, const std::vector<UnitQuota>& quotas, const Month& month, base::UtcTime now);
void fill_holders(view::Dict& content, const std::vector<Holder>& holders, const std::string& secretaries, base::UtcTime now);

// "Chờ Thư ký phân loại: Trần Minh Châu".
[[nodiscard]] std::string name_of_holder(const Holder& holder, const std::string& secretaries);

}  // namespace portal::admin
