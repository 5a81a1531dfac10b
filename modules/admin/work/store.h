// WorkStore: what waits for whom, from the shared workflow tables. Reads only; items are moved by their section's office face.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/admin/work/cursor.h"
#include "shared/access/actor.h"
#include "shared/db/connection.h"
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
  std::string assigned;
  bool is_published = false;   // readers see a version while this one is worked on
  bool is_excluded = false;    // waits for a check that this person may not do (four-eyes)
  std::string schedule_state;  // of the newest time of posting that was set (D15.3); "" for none
  std::optional<base::UtcTime> schedule_at;
  std::string schedule_why;
};

struct WorkList {
  std::vector<WorkRow> rows;       // at most kWorkPage
  std::optional<Cursor> next;      // of the following page, when there is one
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

  // What waits for an act of this person, longest waiting first.
  [[nodiscard]] WorkList waiting(const std::optional<Cursor>& after);
  // The whole department's items in one state (unassigned, to be posted), longest waiting first.
  [[nodiscard]] WorkList in_state(workflow::State state, const std::optional<Cursor>& after);
  // What this person sent, last change first.
  [[nodiscard]] WorkList sent(const std::optional<Cursor>& before);
  // Everything that this person wrote or writes, last change first.
  [[nodiscard]] WorkList mine(const std::optional<Cursor>& before);
  // One state's queue as the person may see it.
  [[nodiscard]] WorkList queue(workflow::State state, const QueueFilter& filter, const std::optional<Cursor>& after);

  [[nodiscard]] std::map<std::string, std::int64_t> open_counts();
  [[nodiscard]] std::int64_t sent_open();
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
  db::Connection& db_;
  const access::Actor& actor_;
  base::UtcTime now_;
};

}  // namespace portal::admin
