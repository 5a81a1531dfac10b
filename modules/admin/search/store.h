// SearchStore: what a person finds. Reads only.
#pragma once

#include <string>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::admin {

struct Found {
  std::string title;
  std::string note;   // under it: code, unit, telephone
  std::string url;    // "" when the person has no page of it
};

// One kind of what was found, at most kFoundShown of it.
struct FoundGroup {
  std::string label, icon;
  std::vector<Found> found;
  bool has_more = false;
};

inline constexpr std::size_t kFoundShown = 10;

class SearchStore {
 public:
  SearchStore(db::Connection& db, const access::Actor& actor, base::UtcTime now) : db_(db), actor_(actor), now_(now) {}

  // Groups with something in them, in the order in which people look. `words` is a clean line.
  [[nodiscard]] std::vector<FoundGroup> find(const std::string& words);

 private:
  [[nodiscard]] FoundGroup matters(const std::string& words);
  [[nodiscard]] FoundGroup items(const std::string& pattern, const std::string& words);

  db::Connection& db_;
  const access::Actor& actor_;
  base::UtcTime now_;
};

}  // namespace portal::admin
