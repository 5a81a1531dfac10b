#include "shared/calendar/holidays.h"

#include <algorithm>
#include <array>
#include <map>

#include "shared/calendar/calendar.h"
#include "shared/calendar/lunar.h"

namespace portal::calendar {
namespace {

using namespace std::chrono;
using Kind = StatutoryHoliday::Kind;

constexpr base::LocalDate kCode2019 = 2021y / January / 1d;  // Bộ luật Lao động 45/2019/QH14, Đ.220
constexpr base::LocalDate kCultureDay = 2026y / July / 1d;

constexpr std::array<StatutoryHoliday, 8> kHolidays{{
    {Kind::Solar, 1, 1, "Tết Dương lịch", "Bộ luật Lao động Đ.112.1a", kCode2019, {}},
    {Kind::TetChoice, 1, 1, "Tết Nguyên đán", "Bộ luật Lao động Đ.112.1b", kCode2019, {}},
    {Kind::Lunar, 3, 10, "Giỗ Tổ Hùng Vương", "Bộ luật Lao động Đ.112.1e", kCode2019, {}},
    {Kind::Solar, 4, 30, "Ngày Chiến thắng", "Bộ luật Lao động Đ.112.1c", kCode2019, {}},
    {Kind::Solar, 5, 1, "Ngày Quốc tế lao động", "Bộ luật Lao động Đ.112.1d", kCode2019, {}},
    {Kind::Solar, 9, 2, "Quốc khánh", "Bộ luật Lao động Đ.112.1đ", kCode2019, {}},
    {Kind::BesideChoice, 9, 2, "Quốc khánh", "Bộ luật Lao động Đ.112.1đ", kCode2019, {}},
    {Kind::Solar, 11, 24, "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16", kCultureDay, {}, true},
}};

constexpr std::string_view kCompensationLaw = "Bộ luật Lao động Đ.111.3";

using WeeklyDaysOff = std::array<bool, 7>;

struct Listed {
  ProposedHoliday holiday;
  bool is_made_up_by_reading = false;
};
using Holidays = std::map<sys_days, Listed>;

bool is_weekly_day_off(sys_days date, const WeeklyDaysOff& weekly) { return weekly.at(weekday_of(date)); }

bool is_in_force(const StatutoryHoliday& row, sys_days date) { return sys_days{row.valid_from} <= date && (!row.valid_to || date <= sys_days{*row.valid_to}); }

void add(Holidays& days, sys_days date, ProposedHoliday holiday, bool is_made_up_by_reading = false) {
  holiday.date = date;
  const auto [known, is_new] = days.emplace(date, Listed{holiday, is_made_up_by_reading});
  if (is_new) return;
  ProposedHoliday& both = known->second.holiday;
  both.name += "; " + holiday.name;
  both.source += "; " + holiday.source;
  both.is_to_confirm = both.is_to_confirm || holiday.is_to_confirm;
}

// "28 tháng Chạp", "Giao thừa", "mùng ba".
std::string tet_day_name(sys_days date, int from_first) {
  constexpr std::array<std::string_view, kTetDays> kAfter{"mùng một", "mùng hai", "mùng ba", "mùng bốn", "mùng năm"};
  if (from_first >= 0) return std::string{kAfter.at(static_cast<std::size_t>(from_first))};
  if (from_first == -1) return "Giao thừa";
  return std::to_string(to_lunar(date).day) + " tháng Chạp";
}

void add_tet(Holidays& days, const StatutoryHoliday& row, int year, int days_before, const std::string& announced, bool is_to_confirm) {
  const sys_days first = lunar_new_year(year);
  for (int offset = -days_before; offset < kTetDays - days_before; ++offset) {
    const sys_days date = first + std::chrono::days{offset};
    if (!is_in_force(row, date)) continue;
    add(days, date, {{}, std::string{row.name} + " (" + tet_day_name(date, offset) + ")", std::string{row.source} + announced, false, is_to_confirm});
  }
}

// Đ.111.3: for each holiday on a weekly day off, in order, the next day that is a working day and not off already.
void compensate(Holidays& days, const WeeklyDaysOff& weekly) {
  const Holidays statutory = days;
  for (const auto& [date, listed] : statutory) {
    if (!is_weekly_day_off(date, weekly)) continue;
    sys_days next = date + std::chrono::days{1};
    while (is_weekly_day_off(next, weekly) || days.contains(next)) next += std::chrono::days{1};
    const ProposedHoliday& holiday = listed.holiday;
    add(days, next, {{}, holiday.name + " (nghỉ bù)", std::string{kCompensationLaw} + "; " + holiday.source, true,
                     holiday.is_to_confirm || listed.is_made_up_by_reading});
  }
}

struct Choice {
  int tet_days_before;
  bool national_day_after;
};

Holidays holidays_of(int year, const Choice& choice, const YearChoices& announced, const WeeklyDaysOff& weekly, std::span<const StatutoryHoliday> rows) {
  Holidays days;
  const auto behind = [](const std::string& source) { return source.empty() ? std::string{} : "; " + source; };
  for (const StatutoryHoliday& row : rows) {
    const sys_days solar = std::chrono::year{year} / month{row.month} / day{row.day};
    switch (row.kind) {
      case Kind::Solar:
        if (is_in_force(row, solar)) add(days, solar, {{}, std::string{row.name}, std::string{row.source}, false, false}, row.is_made_up_by_reading);
        break;
      case Kind::Lunar:
        if (const auto date = from_lunar({year, row.month, row.day, false}); date && is_in_force(row, *date))
          add(days, *date, {{}, std::string{row.name}, std::string{row.source}, false, false});
        break;
      case Kind::TetChoice: add_tet(days, row, year, choice.tet_days_before, behind(announced.tet_source), !announced.tet_days_before); break;
      case Kind::BesideChoice: {
        const sys_days date = solar + std::chrono::days{choice.national_day_after ? 1 : -1};
        if (is_in_force(row, date))
          add(days, date, {{}, std::string{row.name} + " (ngày liền kề)", std::string{row.source} + behind(announced.national_day_source), false,
                           !announced.national_day_after});
        break;
      }
    }
  }
  compensate(days, weekly);
  return days;
}

// The unbroken time off around `date`, in days.
int days_in_a_row(const Holidays& days, sys_days date, const WeeklyDaysOff& weekly) {
  const auto is_off = [&](sys_days d) { return is_weekly_day_off(d, weekly) || days.contains(d); };
  int count = 0;
  for (sys_days d = date; is_off(d) && count < 60; d -= std::chrono::days{1}) ++count;
  for (sys_days d = date + std::chrono::days{1}; is_off(d) && count < 60; d += std::chrono::days{1}) ++count;
  return count;
}

long compensations(const Holidays& days) {
  return std::count_if(days.begin(), days.end(), [](const auto& day) { return day.second.holiday.is_compensation; });
}

// The choices as announced, and for what is not: the longest time off, then fewer days to make up for, then the earlier.
Choice choose(int year, const YearChoices& announced, const WeeklyDaysOff& weekly, std::span<const StatutoryHoliday> rows) {
  Choice best{announced.tet_days_before.value_or(1), announced.national_day_after.value_or(false)};
  const auto try_out = [&](sys_days around, const std::vector<Choice>& candidates) {
    int longest = -1;
    long fewest = 0;
    for (const Choice& candidate : candidates) {
      const Holidays days = holidays_of(year, candidate, announced, weekly, rows);
      const int in_a_row = days_in_a_row(days, around, weekly);
      const long made_up = compensations(days);
      if (in_a_row < longest || (in_a_row == longest && made_up >= fewest)) continue;
      longest = in_a_row;
      fewest = made_up;
      best = candidate;
    }
  };
  if (!announced.tet_days_before) try_out(lunar_new_year(year), {{2, best.national_day_after}, {1, best.national_day_after}});
  if (!announced.national_day_after) try_out(std::chrono::year{year} / September / 2d, {{best.tet_days_before, false}, {best.tet_days_before, true}});
  return best;
}

}  // namespace

std::span<const StatutoryHoliday> statutory_holidays() { return kHolidays; }

base::Result<std::vector<ProposedHoliday>> propose_holidays(int year, const YearChoices& choices, const std::array<bool, 7>& weekly_days_off,
                                                            std::span<const StatutoryHoliday> rows) {
  if (year < kFirstLunarYear || year > kLastLunarYear)
    return base::fail(base::FaultKind::Invalid, "Chỉ đề xuất được ngày nghỉ lễ cho các năm từ 1900 đến 2199.");
  const sys_days new_year = std::chrono::year{year} / January / 1d;
  if (std::none_of(rows.begin(), rows.end(), [&](const StatutoryHoliday& row) { return is_in_force(row, new_year); }))
    return base::fail(base::FaultKind::Invalid, "Chưa có quy định về ngày nghỉ lễ áp dụng cho năm " + std::to_string(year) + "; hãy nhập ngày nghỉ theo thông báo của năm đó.");
  if (choices.tet_days_before && (*choices.tet_days_before < 0 || *choices.tet_days_before >= kTetDays))
    return base::fail(base::FaultKind::Invalid, "Tết Âm lịch nghỉ 5 ngày, trong đó có mùng một: số ngày nghỉ trước mùng một phải từ 0 đến 4.");
  if (std::all_of(weekly_days_off.begin(), weekly_days_off.end(), [](bool off) { return off; }))
    return base::fail(base::FaultKind::Invalid, "Cơ quan không có ngày làm việc nào trong tuần nên không xếp được ngày nghỉ bù.");
  const Choice choice = choose(year, choices, weekly_days_off, rows);
  std::vector<ProposedHoliday> proposal;
  for (auto& [date, listed] : holidays_of(year, choice, choices, weekly_days_off, rows)) proposal.push_back(listed.holiday);
  return proposal;
}

}  // namespace portal::calendar
