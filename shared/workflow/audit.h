// The audit trail: append-only, one hash chain per thing, digests only.
//
// Each row's digest covers the row and the digest before it, so an edited, removed or inserted row breaks its chain at a place that
// verify_audit names (F43). Reasons and old/new values are kept apart (core_audit_note) and enter by digest: they can be purged on the
// state-secret ground while the chain still verifies.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/workflow/act_name.h"

namespace portal::workflow {

// The chain of an item.
[[nodiscard]] inline std::string item_chain(base::ItemId id) { return "item:" + std::to_string(id.value); }

struct AuditEntry {
  std::string chain;            // "item:7", "account:3", "section:12", "setting:phone"
  base::PersonId person;        // unset: the system
  base::AccountId account;
  ActName action;               // what was done; act_name.h has its words
  std::string from_state, to_state;
  unsigned version = 0;
  std::string content_digest;   // SHA-256 of the version's canonical content
  std::string authority;        // under what right
  std::string ground;
  std::string note;             // reason or "old → new"; stored apart
};

// Appends to the entry's chain. Must run inside the caller's transaction; two at once on one chain: one of them is retried (duplicate key).
void append_audit(db::Connection& db, const AuditEntry& entry, base::UtcTime now);

// How often `action` was done in [from, to), whatever became of the things since.
[[nodiscard]] std::int64_t count_acts(db::Connection& db, ActName action, base::UtcTime from, base::UtcTime to);

// How far a chain has been verified: its last row's number and digest; 0 and "" before its first.
struct ChainEnd {
  std::string chain;
  std::int64_t seq = 0;
  std::string digest{};
};
// Verifies the rows of one chain after `end` and moves it to the last; the first fault in words, or nothing.
[[nodiscard]] std::optional<std::string> verify_chain(db::Connection& db, ChainEnd& end);

// The first fault found, in words, or nothing when all is well: every chain verifies, each item stands where its trail ends, and each version has the
// digest that the trail saw. (Whether the words still have that digest, `portal check` asks the section.) `progress` is called every 1,000 rows.
[[nodiscard]] std::optional<std::string> verify_audit(db::Connection& db, const std::function<void(std::size_t)>& progress = {});

}  // namespace portal::workflow
