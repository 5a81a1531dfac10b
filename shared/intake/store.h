// Reading the intake register. Who may read it the programs ask before (Capability::HandleIntake); what is hidden (D12.3b) the statements hide.
#pragma once

#include "shared/base/result.h"
#include "shared/db/connection.h"
#include "shared/intake/model.h"

namespace portal::intake {

// Faults: NotFound.
[[nodiscard]] base::Result<Intake> find_intake(db::Connection& db, IntakeId id);
// What came in and became the item; nothing for one that was written in the office.
[[nodiscard]] std::optional<Intake> find_origin(db::Connection& db, base::ItemId item);
// Nothing for what is hidden or purged.
[[nodiscard]] std::optional<Body> read_body(db::Connection& db, IntakeId id);
[[nodiscard]] std::vector<IntakeFile> files_of(db::Connection& db, IntakeId id);

// What a list is narrowed to. Empty: everything.
struct Filter {
  std::string words;
  std::optional<Channel> channel;
  std::string state;  // a state's key, "open" for what waits for the office or the sender
  std::optional<base::UtcTime> from, to;  // received in [from, to)
  std::optional<base::UtcTime> before;    // the cursor: what was received before, or then with a lower id
  IntakeId before_id;
  base::ItemId before_item;               // instead of before_id, when the last row was an item (all_ways.h)

  [[nodiscard]] bool is_set() const { return !words.empty() || channel || !state.empty() || from || to; }
};

struct IntakeList {
  std::vector<Intake> rows;  // newest first
  bool has_more = false;
};

// % and _ stand for themselves in what somebody looks for.
[[nodiscard]] std::string pattern_of(std::string_view words);

inline constexpr std::size_t kListPage = 30;
[[nodiscard]] IntakeList list_intake(db::Connection& db, const Filter& filter, std::size_t limit = kListPage);

// The other things of its conversation, oldest first.
[[nodiscard]] std::vector<Intake> conversation_of(db::Connection& db, const Intake& intake);
// What came in answer to the letters about an item, oldest first.
[[nodiscard]] std::vector<Intake> about_item(db::Connection& db, base::ItemId item);

// A line of the trail, for people.
struct Deed {
  std::string act, person, authority, note;
  base::UtcTime at;
};
[[nodiscard]] std::vector<Deed> timeline_of(db::Connection& db, IntakeId id);

struct Ground {
  std::string code, label;
  bool is_refusal = false;  // D12.3; else a return (D4.2)
};
[[nodiscard]] std::vector<Ground> grounds(db::Connection& db);
// As a letter quotes it: "Điều 12 khoản 3", and its words; "" for a code of nothing.
struct GroundWords {
  std::string clause, label;
  bool is_secret = false;
};
[[nodiscard]] std::optional<GroundWords> find_ground(db::Connection& db, std::string_view code);

// What waits for the secretary; at most 1000.
[[nodiscard]] std::int64_t count_waiting(db::Connection& db);

// What `portal check` finds wrong with the register, in words.
[[nodiscard]] std::vector<std::string> check_intake(db::Connection& db);

}  // namespace portal::intake
