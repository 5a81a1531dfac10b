#include "modules/admin/work/filter.h"

#include <array>
#include <charconv>

#include "shared/http/fields.h"
#include "shared/text/clean.h"

namespace portal::admin {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::pair<std::string_view, DueFilter>, 3> kDues{{{"qua-han", DueFilter::Overdue}, {"sap-den-han", DueFilter::Near}, {"khong-co", DueFilter::None}}};
constexpr std::array<std::pair<std::string_view, WorkOrder>, 2> kOrders{{{"moi-nhat", WorkOrder::Newest}, {"han", WorkOrder::Due}}};
constexpr std::array<std::string_view, 5> kWaiting{"1", "3", "7", "30", "moi"};
constexpr std::string_view kNewOnes = "moi";

std::uint64_t number_of(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr std::uint64_t kMost = ~std::uint64_t{0} >> 1U;
  return error == std::errc{} && end == text.data() + text.size() && value <= kMost ? value : 0;
}

}  // namespace

bool InboxFilter::is_set() const {
  return section.is_set() || unit.is_set() || state || holder.is_set() || only_free || due != DueFilter::Any || !waiting.empty() || !words.empty();
}

base::UtcTime InboxFilter::not_before(base::UtcTime now) const { return waiting == kNewOnes ? now - 24h : base::UtcTime{}; }

base::UtcTime InboxFilter::not_after(base::UtcTime now) const {
  constexpr auto kFar = 24h * 366;
  if (waiting.empty() || waiting == kNewOnes) return now + kFar;
  return now - 24h * static_cast<long>(number_of(waiting));
}

InboxFilter parse_filter(const http::Fields& query, base::PersonId me) {
  InboxFilter filter;
  filter.section = base::SectionId{number_of(query.get("chuyen-muc"))};
  filter.unit = base::UnitId{number_of(query.get("don-vi"))};
  filter.state = workflow::parse_state(query.get("trang-thai"));
  const std::string_view who = query.get("nguoi");
  filter.only_free = who == "chua-nhan";
  filter.holder = who == "toi" ? me : base::PersonId{number_of(who)};
  for (const auto& [key, due] : kDues)
    if (query.get("han") == key) filter.due = due;
  for (const std::string_view waiting : kWaiting)
    if (query.get("cho") == waiting) filter.waiting = waiting;
  for (const auto& [key, order] : kOrders)
    if (query.get("xep") == key) filter.order = order;
  if (auto words = text::clean_line(query.get("q"), 200)) filter.words = *std::move(words);
  return filter;
}

std::string query_of(const InboxFilter& filter) {
  std::string out;
  const auto add = [&out](std::string_view key, std::string_view value) {
    if (!value.empty()) out += (out.empty() ? "" : "&") + std::string{key} + "=" + http::url_encode(value);
  };
  const auto add_id = [&add](std::string_view key, std::uint64_t value) { add(key, value == 0 ? std::string{} : std::to_string(value)); };
  add("q", filter.words);
  add_id("chuyen-muc", filter.section.value);
  add_id("don-vi", filter.unit.value);
  if (filter.state) add("trang-thai", workflow::key_of(*filter.state));
  if (filter.only_free) add("nguoi", "chua-nhan");
  add_id("nguoi", filter.holder.value);
  for (const auto& [key, due] : kDues)
    if (due == filter.due) add("han", key);
  add("cho", filter.waiting);
  for (const auto& [key, order] : kOrders)
    if (order == filter.order) add("xep", key);
  return out;
}

}  // namespace portal::admin
