// Presence: who has an item's edit form open now. The open page renews its row every four seconds and takes it away when it is left; a row that was not
// renewed for ten seconds counts no more, so a person whose browser was killed is gone within fifteen for those who look every four.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"

namespace portal::drafts {

inline constexpr std::chrono::seconds kPresent{10};

struct Editor {
  std::string name;
  base::UtcTime since;
};

// The actor has the item's form open.
void arrive(db::Connection& db, base::ItemId item, const access::Actor& actor, base::UtcTime now);
// And no longer.
void leave(db::Connection& db, base::ItemId item, const access::Actor& actor, base::UtcTime now);
// Everybody else who has, by time. The same person by another account is not somebody else.
[[nodiscard]] std::vector<Editor> other_editors(db::Connection& db, base::ItemId item, const access::Actor& actor, base::UtcTime now);

// What an open page is told when it saves its draft or asks.
struct Watch {
  std::string_view state;        // "saved", "closed" or "" when nothing was to be saved
  base::UtcTime at;              // when the answer was made
  unsigned version = 0;          // the item's newest version; 0 for what does not exist yet
  std::string version_by;        // who saved it, when it is not the one that the page began from
  base::UtcTime version_at;
  std::vector<Editor> editors;
  std::string encoding{};        // what the text that was sent is in, when it is not Unicode: "TCVN3 (ABC)" (D4.1a)
};

// {"state":"saved","time":"09:41:12","version":5,"version_by":"…","version_at":"09:40","editors":[{"name":"…","since":"09:38"}],
// "encoding":"TCVN3 (ABC)"}; times in Viet Nam.
[[nodiscard]] std::string to_json(const Watch& watch);

}  // namespace portal::drafts
