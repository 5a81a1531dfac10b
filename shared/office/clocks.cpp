#include "shared/office/clocks.h"

#include <algorithm>

#include "shared/office/fields.h"

namespace portal::office {
namespace {

std::string basis_of(const duty::Shown& shown) { return shown.clause + (shown.due.empty() ? "" : " · hạn " + shown.due); }

}  // namespace

ClockChips read_clock_chips(db::Connection& db, duty::BooksHolder& books, const std::vector<base::ItemId>& items, base::UtcTime now) {
  ClockChips chips;
  const auto open = duty::open_clocks_of(db, items);
  if (open.empty()) return chips;
  const auto known = books.get(db);
  for (auto from = open.begin(); from != open.end();) {
    const auto to = std::find_if(from, open.end(), [&](const duty::Clock& clock) { return clock.item != from->item; });
    if (const duty::Clock* shown = duty::clock_for_list(*known, {from, to}, now)) chips[from->item] = duty::show_clock(*known, *shown, now);
    from = to;
  }
  return chips;
}

void fill_clock_chip(view::Dict& row, const ClockChips& chips, base::ItemId item) {
  const auto found = chips.find(item);
  if (found == chips.end()) return;
  view::Dict clock = row.section("CLOCK");
  add_chip(clock, "CLOCK_CHIP", found->second.chip_kind(), found->second.icon(), found->second.words);
  clock.set("CLOCK_BASIS", basis_of(found->second));
}

ItemClocks show_clocks(const duty::Books& books, std::vector<duty::Clock> clocks, base::UtcTime now) {
  ItemClocks shown;
  std::erase_if(clocks, [](const duty::Clock& clock) { return clock.state == duty::ClockState::Cancelled; });
  std::stable_sort(clocks.begin(), clocks.end(), [](const duty::Clock& a, const duty::Clock& b) {
    if (a.is_open() != b.is_open()) return a.is_open();
    return a.is_open() && a.times.due.value_or(base::UtcTime{}) < b.times.due.value_or(base::UtcTime{});
  });
  if (const duty::Clock* next = duty::clock_for_list(books, clocks, now)) shown.next = duty::show_clock(books, *next, now);
  for (const duty::Clock& clock : clocks) shown.all.push_back(duty::show_clock(books, clock, now));
  return shown;
}

ItemClocks read_item_clocks(db::Connection& db, duty::BooksHolder& books, base::ItemId item, base::UtcTime now) {
  auto rows = duty::clocks_of_item(db, item);
  if (rows.empty()) return {};
  return show_clocks(*books.get(db), std::move(rows), now);
}

void fill_head_clock(view::Dict& content, const ItemClocks& clocks) {
  if (clocks.next) add_chip(content, "CLOCK_CHIP", clocks.next->chip_kind(), clocks.next->icon(), clocks.next->words);
}

void fill_clocks(view::Dict& part, const ItemClocks& clocks, std::string_view item_url) {
  if (clocks.all.empty()) return;
  view::Dict card = part.include("CLOCKS", "office/clocks.tpl");
  for (const duty::Shown& shown : clocks.all) {
    view::Dict row = card.section("CLOCK");
    add_chip(row, "CLOCK_CHIP", shown.chip_kind(), shown.icon(), shown.words);
    row.set("CLOCK_TITLE", shown.title);
    row.set("CLOCK_URL", std::string{item_url} + "/thoi-han/" + std::to_string(shown.clock.value));
    row.set("CLOCK_CLAUSE", shown.clause);
    row.set("CLOCK_PARTY", shown.party);
    row.set_if("CLOCK_RULED", "CLOCK_RULE", shown.rule);
    row.set("CLOCK_FROM", shown.started);
    row.set_if("CLOCK_HAS_DUE", "CLOCK_DUE", shown.due);
  }
}

}  // namespace portal::office
