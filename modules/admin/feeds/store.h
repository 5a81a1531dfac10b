// FeedSourceStore: the channels of other portals that are read (core_feed_source), and how their reading goes (core_feed_state, the worker's).
#pragma once

#include <optional>
#include <vector>

#include "modules/admin/feeds/forms.h"
#include "shared/db/connection.h"

namespace portal::admin {

struct FeedSourceRow {
  FeedSource source;
  std::optional<base::UtcTime> next_at, read_at, tried_at;
  std::int64_t failures = 0;
  std::string last_error;
  std::int64_t registered = 0;
};

class FeedSourceStore {
 public:
  explicit FeedSourceStore(db::Connection& db) : db_(db) {}

  [[nodiscard]] std::vector<FeedSourceRow> all();
  [[nodiscard]] base::Result<FeedSourceRow> find(std::uint64_t id);
  [[nodiscard]] FeedSourceChoices choices(base::UtcTime now);
  // Faults: Invalid for an address that another one has.
  [[nodiscard]] base::Result<std::uint64_t> add(const FeedSource& source, base::PersonId by, base::UtcTime now);
  // Faults: NotFound, Stale, Invalid as add().
  [[nodiscard]] base::Result<bool> save(std::uint64_t id, unsigned row_version, const FeedSource& source);
  void read_now(std::uint64_t id, base::UtcTime now);

 private:
  [[nodiscard]] base::Result<bool> has_free_address(const FeedSource& source, std::uint64_t id);

  db::Connection& db_;
};

}  // namespace portal::admin
