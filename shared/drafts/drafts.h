// Drafts: what somebody typed into a form and has not saved, kept apart from versions. The browser writes one within five seconds of the last change;
// after a kill of browser, program or database the form offers it back.
//
// A draft belongs to one person and to one opening of a form (its key), so two windows of one person never overwrite each other. Saving or dropping
// closes it: a write of the same form that comes late finds it closed and changes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/http/fields.h"

namespace portal::drafts {

inline constexpr std::size_t kMaxBytes = 1'500'000;  // of one draft: an article's body may have 1 MiB
inline constexpr std::int64_t kMostOpen = 200;       // drafts of one person that are neither saved nor dropped

struct Draft {
  std::string key;            // new_key()
  std::string subject;        // subject_of(item), or "new:news" for what does not exist yet
  unsigned base_version = 0;  // the version that was in front of the person; 0: none
  std::uint64_t sequence = 0; // rises with each write of one opening of the form
  std::string title;          // to name it in an offer; cut to 300 characters
  http::Fields fields;        // as typed, not validated
  base::UtcTime began_at;
  base::UtcTime saved_at;
};

[[nodiscard]] std::string new_key();
[[nodiscard]] bool is_key(std::string_view text);
[[nodiscard]] std::string subject_of(base::ItemId item);
// The item of a subject, unset for "new:…".
[[nodiscard]] base::ItemId item_of(std::string_view subject);

enum class Kept {
  Saved,
  Older,   // a later write of the same form is there already; the same write again is this too
  Closed   // the form was saved or the draft dropped: the page must begin another one
};

// Writes the draft of `person`. Idempotent: the same write twice leaves what one leaves. Faults: BadRequest (no key), NotFound (the key is somebody
// else's), TooLarge, Throttled (written less than half a second ago, or kMostOpen drafts).
[[nodiscard]] base::Result<Kept> keep(db::Connection& db, base::PersonId person, const Draft& draft, base::UtcTime now);

// The open draft of that key, or nothing when there is none or it is not this person's.
[[nodiscard]] std::optional<Draft> find(db::Connection& db, base::PersonId person, std::string_view key);

// The subject of a draft of this person, open or closed; nothing for a key that is not.
[[nodiscard]] std::optional<std::string> subject_of_key(db::Connection& db, base::PersonId person, std::string_view key);

// The person's open drafts of one form, newest first, at most ten.
[[nodiscard]] std::vector<Draft> open_drafts(db::Connection& db, base::PersonId person, std::string_view subject);

// Saved or dropped: the row is emptied, kept for a day against late writes, then goes (each call sweeps the person's old ones). A key that was never
// written is closed too. False for a key that is malformed or somebody else's. Runs in the caller's transaction when there is one.
bool close(db::Connection& db, base::PersonId person, std::string_view key, std::string_view subject, base::UtcTime now);

}  // namespace portal::drafts
