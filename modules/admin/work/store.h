// WorkStore: what waits for whom, from the shared workflow tables. Reads only; items are moved by their section's office face.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/admin/work/cursor.h"
#include "modules/admin/work/filter.h"
#include "shared/access/actor.h"
#include "shared/db/connection.h"
#include "shared/office/lanes.h"
#include "shared/workflow/transition.h"

namespace portal::admin {

inline constexpr std::size_t kWorkPage = 30;
inline constexpr std::size_t kAuditPage = 50;

// One item in a list of work.
struct WorkRow {
  base::ItemId id;
  std::string code, module, kind, title, section, unit, author;
  std::string state_key;
  std::optional<workflow::State> state;
  base::UtcTime state_since;
  std::string holder;          // who has the board's step in which it stands; "" while it waits for the group
  bool is_published = false;   // readers see a version while this one is worked on
  unsigned row_version = 0;
  base::PersonId holder_id;
  std::string awaits;          // what must be looked at afterwards, as stored
  bool is_flagged = false;     // somebody says that it is no longer right (D9.3f)
  std::string schedule_state;  // of the newest time of posting that was set (D15.3); "" for none
  std::optional<base::UtcTime> schedule_at;
  std::string schedule_why;
};

struct WorkList {
  std::vector<WorkRow> rows;       // at most kWorkPage
  std::optional<Cursor> next;      // of the following page, when there is one
};

struct SectionChoice {
  base::SectionId id;
  std::string title;
  bool is_below = false;  // below another section
};

struct QueueFilter {
  base::UnitId unit;
  std::string kind;
  std::string words;
};

struct AuditRow {
  std::string chain;
  std::uint64_t seq = 0;
  base::UtcTime at;
  std::string person, action, from_state, to_state;
  std::int64_t version = 0;
  std::string authority, note;
  bool is_purged = false;  // it had a note that was purged
};

struct AuditFilter {
  base::PersonId person;
  std::string chain;
  base::UtcTime until;  // nothing after this instant
};

class WorkStore {
 public:
  WorkStore(db::Connection& db, const access::Actor& actor, base::UtcTime now) : db_(db), actor_(actor), now_(now) {}

  // Some lanes as one list, narrowed and in the filter's order, each item once. By due time what has none comes last, the longest waiting first.
  [[nodiscard]] WorkList lanes(const std::vector<office::Lane>& lanes, const InboxFilter& filter, const std::optional<Cursor>& from);
  // What this person sent, by last change.
  [[nodiscard]] WorkList sent(const InboxFilter& filter, const std::optional<Cursor>& from);
  // Everything that this person wrote or writes, last change first.
  [[nodiscard]] WorkList mine(const std::optional<Cursor>& before);
  // One state's queue as the person may see it.
  [[nodiscard]] WorkList queue(workflow::State state, const QueueFilter& filter, const std::optional<Cursor>& after);

  // Of the lanes' items, at most office::kMostCounted of each: how many are overdue, how many near their due time.
  struct DueCounts {
    office::LaneCount overdue, near;
  };
  [[nodiscard]] DueCounts due_counts(const std::vector<office::Lane>& lanes);
  [[nodiscard]] office::LaneCount sent_open();
  [[nodiscard]] std::vector<SectionChoice> sections();
  [[nodiscard]] std::vector<std::pair<base::PersonId, std::string>> board();
  [[nodiscard]] std::string secretary_name();
  [[nodiscard]] std::vector<std::pair<base::UnitId, std::string>> units();
  [[nodiscard]] std::vector<std::pair<base::PersonId, std::string>> people();
  [[nodiscard]] std::optional<base::ItemId> item_by_code(const std::string& code);

  // The account has to choose a password or set up its second factor before its roles work again.
  struct Duties {
    bool change_password = false;
    bool set_up_totp = false;
  };
  [[nodiscard]] Duties duties();

  struct AuditList {
    std::vector<AuditRow> rows;
    std::optional<Cursor> next;
  };
  [[nodiscard]] AuditList audit(const AuditFilter& filter, const std::optional<Cursor>& before);

 private:
  void read_lane(const office::Lane& lane, const InboxFilter& filter, const Cursor& from, std::vector<WorkRow>& rows);
  WorkList by_due(const std::vector<office::Lane>& lanes, const InboxFilter& filter, const std::optional<Cursor>& from);
  std::vector<WorkRow> by_waiting(const std::vector<office::Lane>& lanes, const InboxFilter& filter, const Cursor& from);

  db::Connection& db_;
  const access::Actor& actor_;
  base::UtcTime now_;
};

}  // namespace portal::admin
