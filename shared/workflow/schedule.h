// Schedules: an act on an item at a time that a person set: posting (D15.3) and the end of its time on the site. Set and cancelled in the office,
// carried out by the scheduler under the rights that this person has then; every step is in the item's trail.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "shared/workflow/apply.h"

namespace portal::workflow {

using ScheduleId = base::Id<struct ScheduleTag>;

// What happens when the time of an item on the site is over.
enum class ExpiryMode { Unlist, Withdraw };

struct Schedule {
  ScheduleId id;
  base::ItemId item;
  bool is_posting = true;      // else the expiry
  unsigned version = 0;        // of a posting
  base::UtcTime at;
  ExpiryMode mode = ExpiryMode::Unlist;
  std::string notice;
  bool is_minor = false;
  std::string change_note;
  base::PersonId person;
  base::AccountId account;
  std::string person_name;
  std::string state;           // waiting | done | failed | cancelled
  std::optional<base::UtcTime> ended_at;
  std::string why;

  [[nodiscard]] bool is_waiting() const { return state == "waiting"; }
};

// The newest posting and the newest expiry that were set for the item, whatever became of them.
[[nodiscard]] std::optional<Schedule> last_posting(db::Connection& db, base::ItemId item);
[[nodiscard]] std::optional<Schedule> last_expiry(db::Connection& db, base::ItemId item);

// Sets them, in the caller's transaction; one that waits already gives way to the new one. Who may is who may do the act now: Publish, and Withdraw for
// the expiry. Faults: as authorize(); Stale; Invalid by field ("at", "change_note", "notice").
struct PostingWish {
  base::ItemId item;
  unsigned row_version = 0;
  std::optional<base::UtcTime> at;
  bool is_minor = false;
  std::string change_note;
};
struct ExpiryWish {
  base::ItemId item;
  unsigned row_version = 0;
  std::optional<base::UtcTime> at;
  ExpiryMode mode = ExpiryMode::Unlist;
  std::string notice;
};
[[nodiscard]] base::Result<Item> schedule_posting(db::Connection& db, const access::Actor& actor, const PostingWish& wish, base::UtcTime now);
[[nodiscard]] base::Result<Item> schedule_expiry(db::Connection& db, const access::Actor& actor, const ExpiryWish& wish, base::UtcTime now);

// Cancels what waits, under the same rights. Faults: as authorize(); NotAllowedNow when nothing waits.
[[nodiscard]] base::Result<Item> cancel_schedule(db::Connection& db, const access::Actor& actor, base::ItemId item, bool posting, base::UtcTime now);

// The item was moved by an act: what was set and can no longer be is ended, with the reason, and who set it is told. Inside the act's transaction (apply.cpp).
void follow_schedules(db::Connection& db, const Item& item, Action action, base::UtcTime now);

// The scheduler's part: everything whose time has come, each in a transaction of its own; `publisher_of` gives the section's. Gives how many were done
// and how many failed.
struct CarriedOut {
  std::size_t done = 0, failed = 0;
};
[[nodiscard]] CarriedOut carry_out_schedules(db::Connection& db, base::UtcTime now, const std::function<Publisher*(std::string_view module)>& publisher_of,
                                             const std::function<bool()>& should_stop);

}  // namespace portal::workflow
