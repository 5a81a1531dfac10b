// Notices: what the office tells a person, as rows that its bell counts and its page lists (D9.3: reminders before and at the due time; D14.3đ).
//
//   notices::tell(db, notices::people_with_role(db, "secretary", {}, now), {.kind = Kind::Waits, .item = item, .cause = "item:7:12", .text = "…"}, now);
//
// A cause is told a person once, whoever comes first: an act in its own transaction, or one of several schedulers. What waited for an act is settled by
// the next act on the item, so that the bell counts what still waits. Who wants each by mail gets it so (shared/mail): queued with the notice, in the same
// transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::notices {

using NoticeId = base::Id<struct NoticeTag>;

enum class Kind {
  Waits,      // an act of this person is next
  Returned,   // came back: returned or refused, with the reason
  Posted,     // readers see it
  Withdrawn,  // taken off the site
  DueSoon,    // a clock's reminder
  Overdue,    // a clock's due time has passed
  Quota,      // the unit is below its quota (D9.4)
  Schedule,   // a posting or expiry by date was done, or could not be
  Reminder    // a leader reminds (D9.4, D14.3đ)
};

[[nodiscard]] std::string_view key_of(Kind kind);
[[nodiscard]] std::optional<Kind> parse_kind(std::string_view key);
// "Chờ xử lý", "Trả lại"… and the icon beside it.
[[nodiscard]] std::string_view label_of(Kind kind);
[[nodiscard]] std::string_view icon_of(Kind kind);
// Colour of its chip (templates/README.md).
[[nodiscard]] std::string_view chip_of(Kind kind);

struct Notice {
  Kind kind = Kind::Waits;
  base::ItemId item{};
  base::UnitId unit{};
  std::uint64_t clock = 0;
  std::string cause{};  // at most 80 ASCII characters
  std::string text{};   // cut after 600 characters
  bool by_letter = false;  // a letter of the same act is mailed to them, which says it all: no mail of this notice besides
};

using People = std::vector<base::PersonId>;

// Tells each of `people` (each once), in the caller's transaction if there is one.
void tell(db::Connection& db, const People& people, const Notice& notice, base::UtcTime now);

// After an act on the item: what waited for it is read, and what was said of its clocks that are closed now.
void settle_item(db::Connection& db, base::ItemId item, base::UtcTime now);

// What `people` were asked under `cause`, and what they were told of its clock (0: it has none), waits no more: somebody answered, or it was taken back.
void settle_asked(db::Connection& db, const People& people, std::string_view cause, std::uint64_t clock, base::UtcTime now);

// …and for everybody, of what is no item, by the beginning of its causes, by the beginning of its causes: "matter:7:", "clock:5:".
void settle_causes(db::Connection& db, std::string_view beginning, base::UtcTime now);

// Who holds a role now; `unit` unset: of the whole department.
[[nodiscard]] People people_with_role(db::Connection& db, std::string_view role, base::UnitId unit, base::UtcTime now);
// Who answers for a unit: its heads, and those of a local unit of D7.2.
[[nodiscard]] People unit_heads(db::Connection& db, base::UnitId unit, base::UtcTime now);
// Who may do `act` under a delegation now, in `section`.
[[nodiscard]] People people_with_delegation(db::Connection& db, std::string_view act, base::SectionId section, base::UtcTime now);
void add_all(People& people, const People& more);

// ---- reading ----
struct Told {
  NoticeId id;
  std::string kind_key;
  std::optional<Kind> kind;
  base::ItemId item;
  std::string module, title, code;  // of the item
  std::string text;
  base::UtcTime at;
  std::optional<base::UtcTime> read_at;
  std::uint64_t clock = 0;
  std::string cause;
  std::string subject;  // of the clock, "" for none
};

inline constexpr std::size_t kPage = 30;

struct Page {
  std::vector<Told> notices;  // newest first
  bool has_more = false;
};

// One notice of a person, as its page shows it; nothing when there is none.
[[nodiscard]] std::optional<Told> find_notice(db::Connection& db, base::PersonId person, NoticeId id);
// At most 100: a bell is no statistic.
[[nodiscard]] std::int64_t count_unread(db::Connection& db, base::PersonId person);
[[nodiscard]] Page read_page(db::Connection& db, base::PersonId person, bool only_unread, std::optional<NoticeId> before);
// A person's own notice; nothing happens to another's.
void mark_read(db::Connection& db, base::PersonId person, NoticeId id, base::UtcTime now);
void mark_unread(db::Connection& db, base::PersonId person, NoticeId id);
// Everything up to `last`, which was on the page: what came meanwhile stays unread.
void mark_all_read(db::Connection& db, base::PersonId person, NoticeId last, base::UtcTime now);

}  // namespace portal::notices
