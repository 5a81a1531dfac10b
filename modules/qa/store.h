// Reading matters. What a person may see of one is decided by rights.h; the lists here hold it as a condition, so that they never show another's.
#pragma once

#include <map>

#include "modules/qa/model.h"
#include "shared/base/result.h"
#include "shared/db/connection.h"

namespace portal::qa {

// Faults: NotFound.
[[nodiscard]] base::Result<Matter> find_matter(db::Connection& db, MatterId id);
[[nodiscard]] std::optional<Body> read_body(db::Connection& db, MatterId id);
[[nodiscard]] std::vector<Route> routes_of(db::Connection& db, MatterId id);
[[nodiscard]] std::optional<Forward> find_forward(db::Connection& db, ForwardId id);
[[nodiscard]] std::vector<Event> events_of(db::Connection& db, MatterId id);

// What a list is narrowed to. Empty: everything that the actor may see.
struct Filter {
  std::string words;
  std::optional<Kind> kind;
  std::string state;  // a state's key, "open" for all that are not ended
  std::string clock;  // "late": past a due time; "near": amber
  base::UnitId unit;  // lead unit
  std::optional<base::UtcTime> from, to;  // received in [from, to)
  bool for_me = false;                    // waits for an act of the actor
  std::optional<base::UtcTime> before;    // the cursor: what was received before, or then with a lower id
  MatterId before_id;

  [[nodiscard]] bool is_set() const { return !words.empty() || kind || !state.empty() || !clock.empty() || unit.is_set() || from || to || for_me; }
};

struct MatterList {
  std::vector<Matter> matters;  // newest first
  bool has_more = false;
};

inline constexpr std::size_t kListPage = 30;
[[nodiscard]] MatterList list_matters(db::Connection& db, const access::Actor& actor, const Filter& filter, base::UtcTime now, std::size_t limit = kListPage);

// The clocks of one matter, and those of a page of them, oldest first.
[[nodiscard]] std::vector<duty::Clock> clocks_of(db::Connection& db, MatterId id);
[[nodiscard]] std::map<MatterId, std::vector<duty::Clock>> clocks_of(db::Connection& db, const std::vector<Matter>& matters);
// The running one of a duty.
[[nodiscard]] std::optional<duty::Clock> open_clock_of(db::Connection& db, MatterId id, std::string_view duty_code);

[[nodiscard]] std::vector<Named> units_to_forward_to(db::Connection& db, base::UtcTime now);
[[nodiscard]] std::vector<Named> staff_of_unit(db::Connection& db, base::UnitId unit, base::UtcTime now);

// What `portal check` finds wrong with matters, in words.
[[nodiscard]] std::vector<std::string> check_matters(db::Connection& db);

}  // namespace portal::qa
