// The leaders' page as view models. Pure: figures in, dictionaries out.
#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "modules/admin/overview/model.h"
#include "modules/admin/overview/reminders.h"
#include "shared/access/actor.h"
#include "shared/duty/books.h"
#include "shared/view/view.h"

namespace portal::admin {

inline constexpr std::string_view kOverviewPath = "/quan-tri/dieu-hanh/";
inline constexpr std::string_view kBehindPath = "/quan-tri/dieu-hanh/danh-sach";
inline constexpr std::string_view kCsvPath = "/quan-tri/dieu-hanh/danh-sach.csv";
inline constexpr std::string_view kOdsPath = "/quan-tri/dieu-hanh/danh-sach.ods";
inline constexpr std::string_view kRemindPath = "/quan-tri/dieu-hanh/nhac";
// ?xong= after a reminder, and what it says.
inline constexpr std::string_view kReminded = "nhac";
inline constexpr std::string_view kRemindedWords = "Đã gửi lời nhắc.";

// The lists that stand whole on the page: "loai" of the address of their file, and where the template has it.
struct FileList {
  std::string_view kind;
  const char *csv_slot, *ods_slot;
};
inline constexpr std::array kFileLists{FileList{"qua-han", "LATE_CSV", "LATE_ODS"}, FileList{"dinh-muc", "QUOTA_CSV", "QUOTA_ODS"},
                                       FileList{"theo-dieu", "RATES_CSV", "RATES_ODS"}, FileList{"sau-thang", "TREND_CSV", "TREND_ODS"},
                                       FileList{"nguoi-giu", "HOLDERS_CSV", "HOLDERS_ODS"}};

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
void fill_quotas(view::Dict& content, const std::vector<UnitQuota>& quotas, const Month& month, base::UtcTime now, const Reminders& reminders);
// "Đủ", "Thiếu 2": how a unit stands with its quota; "" for one that owes nothing.
[[nodiscard]] std::string result_of(const UnitQuota& quota);
void fill_holders(view::Dict& content, const std::vector<Holder>& holders, const std::string& secretaries, base::UtcTime now);

// The step of an item by its stored key, in words.
[[nodiscard]] std::string words_of_step(std::string_view state);

// Months of the trend, the chosen one included.
inline constexpr int kTrendMonths = 6;

// "Chờ Thư ký phân loại: Trần Minh Châu".
[[nodiscard]] std::string name_of_holder(const Holder& holder, const std::string& secretaries);

}  // namespace portal::admin
