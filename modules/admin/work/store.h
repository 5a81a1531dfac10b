// Repository of the work pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/workflow/transition.h"

namespace portal::admin {

struct WorkItem {
  base::ItemId id;
  std::string module, code, title, state_key;
  std::optional<workflow::State> state;
  base::UtcTime since;
  std::string unit, author, holder, section;

  // The section's office page of the item.
  [[nodiscard]] std::string url() const;
};

struct WorkPage {
  std::vector<WorkItem> items;
  bool has_more = false;
};

// Where a keyset page goes on: the last row of the one before.
struct WorkCursor {
  std::optional<base::UtcTime> at;
  base::ItemId id;
};

struct WorkCounts {
  std::int64_t unassigned = 0;
  std::int64_t ready = 0;
  std::int64_t sent = 0;
  std::int64_t unconfirmed_takedowns = 0;
};

inline constexpr std::size_t kWorkPage = 30;

class WorkStore {
 public:
  explicit WorkStore(db::Connection& db) : db_(db) {}

  // What waits for an act of this person now, longest waiting first; their own drafts last. At most 50 of each kind of work.
  [[nodiscard]] std::vector<WorkItem> waiting(const access::Actor& actor, base::UtcTime now);
  [[nodiscard]] WorkPage sent(const access::Actor& actor, const WorkCursor& cursor);
  [[nodiscard]] WorkPage queue(workflow::State state, const WorkCursor& cursor);
  [[nodiscard]] WorkCounts counts(const access::Actor& actor);

 private:
  db::Connection& db_;
};

}  // namespace portal::admin
