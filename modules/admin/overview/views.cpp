#include "modules/admin/overview/views.h"

#include <algorithm>
#include <map>

#include "modules/admin/work/views.h"
#include "shared/office/fields.h"
#include "shared/workflow/transition.h"

namespace portal::admin {
namespace {

using workflow::State;

std::string list_url(std::string_view kind) { return std::string{kBehindPath} + "?loai=" + std::string{kind}; }

std::string iso_of(base::LocalDate date) { return base::format_iso(base::start_of(date)).substr(0, 10); }

// A quota's bar: ten items wide at most, with the marks of the least and the most that are owed.
void fill_quota_bar(view::Dict& row, const UnitQuota& quota) {
  constexpr std::int64_t kWidth = 120;
  const std::int64_t most = std::max<std::int64_t>({quota.max.value_or(1) * 2, quota.supplied, 1});
  view::Dict bar = row.section("BAR");
  bar.set("FILLED", quota.supplied * kWidth / most);
  bar.set("MIN_X", *quota.min * kWidth / most);
  bar.set("MAX_X", quota.max.value_or(*quota.min) * kWidth / most);
}

void fill_quota(view::Dict list, const UnitQuota& quota, const Month& month, base::UtcTime now, const Reminders& reminders) {
  const bool is_over = month.end() <= now;
  list.set("UNIT", quota.name);
  list.set("SUPPLIED", quota.supplied);
  list.set("SUPPLIED_URL", list_url("don-vi") + "&don-vi=" + std::to_string(quota.unit.value) + "&thang=" + month.text());
  if (!quota.min) {
    list.show("OWES_NOTHING");
    return;
  }
  list.section("OWES").set("OWED", std::to_string(*quota.min) + "–" + std::to_string(quota.max.value_or(*quota.min)));
  fill_quota_bar(list, quota);
  const std::string result = result_of(quota);
  if (!quota.is_short()) {
    office::add_chip(list, "RESULT", "green", "circle-check", result);
    return;
  }
  const auto last = base::LocalDate{month.value / std::chrono::last};
  office::add_chip(list, "RESULT", is_over ? "red" : "amber", is_over ? "triangle-alert" : "alarm-clock",
                   is_over ? result : result + ", hạn " + base::format_date(base::start_of(last)).substr(0, 5));
  // A month that is over counts no more.
  if (!is_over) reminders.fill(list, cause_of_quota(quota.unit, month), quota.name, "");
}

}  // namespace

std::string words_of_step(std::string_view state) {
  const auto known = workflow::parse_state(state);
  return known ? std::string{workflow::label_of(*known)} : std::string{state};
}

std::string result_of(const UnitQuota& quota) {
  if (!quota.min) return "";
  if (quota.is_short()) return "Thiếu " + std::to_string(*quota.min - quota.supplied);
  return quota.supplied >= quota.max.value_or(*quota.min) ? "Đủ" : "Đủ mức tối thiểu";
}

Freshness freshness_of(const duty::Books& books, const Month& month, const std::set<std::string>& posting_days, base::UtcTime now) {
  Freshness freshness;
  const duty::StoredCalendar* own = books.find(books.own);
  const base::LocalDate month_end{month.value / std::chrono::last};
  if (own == nullptr || !own->calendar || own->calendar->first_missing_year(base::LocalDate{month.value / 1}, month_end)) {
    freshness.is_calendar_known = false;
    return freshness;
  }
  const auto today = std::chrono::sys_days{base::local_date(now)};
  const auto last = std::min(today, std::chrono::sys_days{month.value / std::chrono::last});
  for (auto day = std::chrono::sys_days{month.value / 1}; day <= last; day += std::chrono::days{1}) {
    if (own->calendar->day(day).office_time == std::chrono::seconds{0}) continue;
    freshness.days.push_back({base::LocalDate{day}, posting_days.contains(iso_of(day)), day == today});
  }
  return freshness;
}

bool may_read_title(const access::Actor& actor, bool sees_board, const BehindRow& row) {
  if (row.is_published || actor.person == row.author_id) return true;
  const bool is_draft = row.state_key == "draft" || row.state_key == "discarded";
  if (!is_draft && (actor.has(access::Role::UnitHead, row.unit_id) || actor.has(access::Role::LocalUnit, row.unit_id))) return true;
  return sees_board && row.reached_board && !is_draft;
}

std::vector<ClauseRate> by_clause(const duty::Books& books, const std::vector<DutyRate>& rates) {
  std::map<std::string, ClauseRate> clauses;
  for (const DutyRate& one : rates) {
    const duty::Duty* duty = duty::find_duty(books.duties, one.duty);
    if (duty == nullptr) continue;
    ClauseRate& clause = clauses[duty->code];
    clause.clause = duty->clause;
    clause.title = duty->title;
    clause.duties.push_back(one.duty);
    clause.rate.in_time += one.rate.in_time;
    clause.rate.late += one.rate.late;
  }
  std::vector<ClauseRate> out;
  for (auto& [code, clause] : clauses) out.push_back(std::move(clause));
  return out;
}

void fill_rates(view::Dict& content, const std::vector<ClauseRate>& rates, const Month& month) {
  if (rates.empty()) return content.show("NO_RATES");
  view::Dict table = content.section("HAS_RATES");
  for (const ClauseRate& one : rates) {
    view::Dict row = table.section("RATE");
    row.set("CLAUSE", one.clause);
    row.set("DUTY", one.title);
    const std::string rest = "&thang=" + month.text() + "&dieu=" + base::list_of(one.duties);
    row.set("IN_TIME", one.rate.in_time);
    row.set("IN_TIME_URL", list_url("dung-han") + rest);
    row.set("LATE", one.rate.late);
    row.set("LATE_URL", list_url("tre-han") + rest);
    row.set("PERCENT", one.rate.percent());
    row.set("ALL_URL", list_url("da-xong") + rest);
  }
}

void fill_trend(view::Dict& content, const std::vector<MonthRate>& trend, const Month& month) {
  constexpr std::int64_t kStep = 56;    // between bars, in the units of the picture
  constexpr std::int64_t kHeight = 100;  // of 100 %
  constexpr std::int64_t kTop = 24;
  for (int back = kTrendMonths - 1; back >= 0; --back) {
    const Month one{month.value - std::chrono::months{back}};
    const auto found = std::find_if(trend.begin(), trend.end(), [&](const MonthRate& rate) { return rate.month == one.text(); });
    const bool has = found != trend.end() && found->rate.all() > 0;
    const std::int64_t percent = has ? found->rate.percent() : 0;
    const std::int64_t x = (kTrendMonths - 1 - back) * kStep;
    view::Dict bar = content.section("TREND_BAR");
    bar.set("BAR_X", x + 10);
    bar.set("BAR_Y", kTop + kHeight - percent);
    bar.set("BAR_HEIGHT", percent);
    bar.set("TEXT_X", x + 28);
    bar.set("TEXT_Y", kTop + kHeight - percent - 6);
    bar.set("BAR_WORDS", has ? std::to_string(percent) : std::string{"–"});
    bar.set("BAR_MONTH", "T" + std::to_string(unsigned{one.value.month()}));
    view::Dict row = content.section("TREND_ROW");
    row.set("MONTH", one.words());
    if (has) {
      view::Dict link = row.section("HAS_PERCENT");
      link.set("PERCENT", percent);
      link.set("ALL_URL", list_url("da-xong") + "&thang=" + one.text());
    } else {
      row.show("NO_PERCENT");
    }
    row.set("IN_TIME", has ? found->rate.in_time : 0);
    row.set("IN_TIME_URL", list_url("dung-han") + "&thang=" + one.text());
    row.set("LATE", has ? found->rate.late : 0);
    row.set("LATE_URL", list_url("tre-han") + "&thang=" + one.text());
  }
}

void fill_quotas(view::Dict& content, const std::vector<UnitQuota>& quotas, const Month& month, base::UtcTime now, const Reminders& reminders) {
  bool has_local = false;
  for (const UnitQuota& quota : quotas) {
    has_local = has_local || quota.is_local();
    if (!quota.is_local()) fill_quota(content.section("QUOTA"), quota, month, now, reminders);
  }
  if (!has_local) return;
  view::Dict local = content.section("HAS_LOCAL");
  for (const UnitQuota& quota : quotas)
    if (quota.is_local()) fill_quota(local.section("LOCAL"), quota, month, now, reminders);
}

std::string name_of_holder(const Holder& holder, const std::string& secretaries) {
  const auto state = workflow::parse_state(holder.state);
  if (state == State::Editing) return holder.name.empty() ? "Chưa ai nhận biên tập" : holder.name;
  if (state == State::UnitReview) return "Lãnh đạo " + holder.name;
  if (state == State::Submitted || state == State::Ready) return secretaries.empty() ? "Thư ký Ban Biên tập" : secretaries;
  if (state == State::Verifying) return holder.name.empty() ? "Chưa ai nhận xác thực" : holder.name;
  if (state == State::FinalCheck) return holder.name.empty() ? "Chưa ai nhận kiểm tra lần cuối" : holder.name;
  return "";
}

void fill_holders(view::Dict& content, const std::vector<Holder>& holders, const std::string& secretaries, base::UtcTime now) {
  if (holders.empty()) return content.show("NOTHING_WAITS");
  view::Dict table = content.section("HAS_HOLDERS");
  for (const Holder& holder : holders) {
    view::Dict row = table.section("HOLDER");
    row.set("NAME", name_of_holder(holder, secretaries));
    row.set("STEP", words_of_step(holder.state));
    row.set("ITEMS", holder.items);
    std::string url = list_url("giu") + "&buoc=" + holder.state;
    if (holder.person.is_set()) url += "&nguoi=" + std::to_string(holder.person.value);
    if (holder.unit.is_set()) url += "&don-vi=" + std::to_string(holder.unit.value);
    row.set("URL", url);
    row.set("OLDEST", length_words(holder.oldest, now));
  }
}

}  // namespace portal::admin
