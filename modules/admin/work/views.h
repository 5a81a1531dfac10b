// Work lists and the trail as view models. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modules/admin/work/store.h"
#include "shared/office/clocks.h"
#include "shared/view/view.h"
#include "shared/workflow/requests.h"

namespace portal::admin {

// Where an item is worked on: its section's office page ("" for a module that this office does not have).
[[nodiscard]] std::string office_url(std::string_view module, base::ItemId id);

// Who has it now, in words.
[[nodiscard]] std::string holder_of(const WorkRow& row, const std::string& secretary);

// "2 ngày", "5 giờ", "vừa xong": how long ago, in calendar time.
[[nodiscard]] std::string age_words(base::UtcTime since, base::UtcTime now);
// The same as a length, after "đã chờ", "lâu nhất", "quá hạn": "chưa đến 2 phút".
[[nodiscard]] std::string length_words(base::UtcTime since, base::UtcTime now);

// Who would do the next act on a row, as far as a list knows without asking authorize() thirty times; the act itself is authorized like every other.
struct Doer {
  base::PersonId person;
  bool is_secretary = false;
  bool is_waiting = false;  // what is in the list waits for this person
  bool is_group = false;    // …or for a group: the next act is to take it
};

// The next act on a row, as a button or a link in the list.
struct NextAct {
  workflow::Action action;
  bool is_click = false;  // nothing is asked for: the button does it
};
[[nodiscard]] std::optional<NextAct> next_act(const WorkRow& row, const Doer& doer);

// What a list offers beside what it shows: boxes for acts on several rows, the next act of each row.
struct RowActs {
  bool may_tick = false;
  const Doer* doer = nullptr;
};

// Fills section ROW of templates/admin/work_table.tpl.
void fill_work_rows(view::Dict& table, const WorkList& list, const office::ClockChips& clocks, const std::string& secretary, base::UtcTime now,
                    const RowActs& acts = {});

// Section REQUESTS of templates/admin/work.tpl: what the board asked this person or a unit of this person to confirm (D12.1).
void fill_requests(view::Dict& content, const std::vector<workflow::Request>& requests, base::UtcTime now);

// "Bài số 7" for chain "item:7", "Tài khoản số 3", "Cài đặt phone"…
[[nodiscard]] std::string words_of_chain(std::string_view chain);
// The page of the thing, "" when it has none.
[[nodiscard]] std::string url_of_chain(std::string_view chain);

}  // namespace portal::admin
