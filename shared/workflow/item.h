// Item: the facts of one thing that goes through the workflow, as core_item holds them, and how they are read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/workflow/transition.h"

namespace portal::workflow {

// What stands for the title of an item on the state-secret ground (D12.3b).
inline constexpr std::string_view kHiddenTitle = "Nội dung đã ẩn theo căn cứ bí mật nhà nước";

struct Item {
  base::ItemId id;
  std::string code;                 // "TB-2026-0931"
  std::string module;
  std::string kind;
  std::string title;
  base::SectionId section;
  base::UnitId unit;
  base::PersonId author;
  bool is_personal = false;         // D9.1a
  std::optional<State> state;       // nothing: a state of a newer program; read-only
  base::UtcTime state_since;
  base::PersonId assigned_to;       // who edits or edited it in step 1; unset: it waits for the whole board
  base::PersonId checked_by;        // who has taken the check of step 2 or 3 that it stands in; unset: it waits for all who may do it
  std::optional<base::UtcTime> held_since;  // since when the present holder of the step has it
  bool needs_verify = true;
  bool needs_final_check = true;
  unsigned working_version = 0;
  unsigned verified_version = 0;    // 0: none
  unsigned passed_version = 0;
  unsigned published_version = 0;
  unsigned row_version = 0;         // for "edited since you opened it"
  std::string origin;
  std::string purpose;
  std::optional<base::UtcTime> event_at;
  base::UtcTime created_at;
  std::optional<base::UtcTime> submitted_at, unit_approved_at, supplied_at, published_at, withdrawn_at;
  Secrecy secrecy = Secrecy::Open;  // D12.3b
  std::optional<base::UtcTime> hidden_at;
  base::PersonId purge_asked_by;
  Awaits awaits = Awaits::Nothing;
  std::optional<base::UtcTime> flagged_at;         // of the oldest flag that is not settled (D9.3f)
  std::optional<base::UtcTime> urgent_ordered_at;  // an order to post before the checks that has not been used
  std::optional<base::UtcTime> urgent_at;          // last posted on such an order
  std::optional<base::UtcTime> archived_at;        // D13.2
  bool needs_original = false;                     // no posting before the signed original is confirmed (D9.1c); fixed with the steps

  [[nodiscard]] ConditionFacts facts() const {
    return {needs_verify, needs_final_check, published_version != 0, secrecy, awaits, urgent_ordered_at.has_value(), flagged_at.has_value(), holder().is_set(),
            needs_original};
  }
  // Who has the board's step in which it stands: the editor of step 1, who took the check of step 2 or 3; unset while it waits for the group.
  [[nodiscard]] base::PersonId holder() const {
    if (state == State::Editing) return assigned_to;
    return state == State::Verifying || state == State::FinalCheck ? checked_by : base::PersonId{};
  }
  [[nodiscard]] bool is_hidden() const { return secrecy != Secrecy::Open; }
  [[nodiscard]] bool is_published() const { return published_version != 0; }
};

// Reads one item. `for_update` locks its row until the transaction ends. Fault: NotFound.
[[nodiscard]] base::Result<Item> find_item(db::Connection& db, base::ItemId id, bool for_update = false);

// What begins an item. The code comes from the year's counter. Must run inside the caller's transaction.
struct NewItem {
  std::string module;
  std::string kind;
  std::string title;
  base::SectionId section;
  base::UnitId unit;
  base::PersonId author;
  bool is_personal = false;
  std::optional<base::UtcTime> event_at;
};

// One line of an item's history, for people.
struct HistoryEntry {
  unsigned seq = 0;
  base::UtcTime at;
  std::string person_name;
  std::optional<Action> action;
  std::string action_key;
  std::string from_state, to_state;
  unsigned version = 0;
  std::string authority;
  std::string ground_label;
  std::string note;
};
[[nodiscard]] std::vector<HistoryEntry> read_history(db::Connection& db, base::ItemId id);

// One "this is outdated" of an item (D9.3f), for people.
struct Flag {
  std::string source;         // office | reader | review
  std::string person_name;    // "" for a reader
  std::string note;
  base::UtcTime made_at;
  std::string state;          // open | new_version | answered | withdrawn | archived
  std::string answer, ended_by_name;
  std::optional<base::UtcTime> ended_at;
};
// Newest first, at most 50.
[[nodiscard]] std::vector<Flag> read_flags(db::Connection& db, base::ItemId id);

// The checklist of the item's kind with what is ticked for `version` (D12.1).
struct CheckLine {
  std::string code, label, hint;
  bool is_ticked = false;
  std::string ticked_by;
};
[[nodiscard]] std::vector<CheckLine> read_checklist(db::Connection& db, const Item& item, unsigned version);

// Where the office shows an item, as a path on its host: "/quan-tri/tin-bai/7"; "" for a section that this program does not know.
[[nodiscard]] std::string office_path(std::string_view module, base::ItemId id);

}  // namespace portal::workflow
