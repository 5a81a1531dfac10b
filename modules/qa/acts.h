// Acts on matters: each writes the matter, its forward, its clocks, the timeline, the trail and the notices in the caller's transaction, under a Permit.
//
//   auto matter = hold_matter(db, id, row_version);                      // locked, and as the person had it in front of them
//   const auto permit = authorize(db, actor, Act::Result, *matter, now);
//   const auto done = give_result(db, *permit, *matter, text, now);
//
// The clocks: a question runs D9.3e from its receipt and D11.3 at the unit that has it; feedback runs D11.2 at the unit and, from the unit's answer, D11.2 at
// the board. A unit that only tells how far it is has answered in that time and promised a next date: the clock that ends makes room for one that ends on
// that date (docs/decisions/0029). A clock that had run out when its obligation fell away stays late.
#pragma once

#include "modules/qa/rights.h"

namespace portal::qa {

using Done = base::Result<bool>;  // always true; a Fault says what stood in the way

// Faults: NotFound; Stale when somebody else acted since `row_version`.
[[nodiscard]] base::Result<Matter> hold_matter(db::Connection& db, MatterId id, unsigned row_version);

struct NewMatter {
  Kind kind = Kind::Question;
  Channel channel = Channel::Web;
  std::string title, text;
  Asker asker;
  base::UtcTime received_at;
};
// Faults: Invalid by field (received_at).
[[nodiscard]] base::Result<MatterId> register_matter(db::Connection& db, const Permit& permit, const NewMatter& wanted, base::UtcTime now);

struct NewForward {
  base::UnitId lead;
  std::vector<base::UnitId> co_units;
  std::optional<unsigned> limit_days;  // of a question
  std::string note, instruction;
  std::string batch;
};
// Faults: Invalid by field (unit, co_units, limit_days).
[[nodiscard]] Done forward_matter(db::Connection& db, const Permit& permit, Matter& matter, const NewForward& wanted, base::UtcTime now);
// "DOT-2026-0003": the number of a batch (D11.3).
[[nodiscard]] std::string next_batch(db::Connection& db, base::UtcTime now);

[[nodiscard]] Done ask_direction(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, base::UtcTime now);
// `document` says where the instruction stands; who is no director names it. Faults: Invalid (document).
[[nodiscard]] Done direct_matter(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, const std::string& document,
                                 base::UtcTime now);

struct Extension {
  unsigned days = 30;                     // of the answer to the reader, from its receipt
  std::string ministry, reason;           // who must be asked, and about what
  std::optional<unsigned> unit_days;      // the unit's new limit, from when it was sent; nothing: as it is
};
// Faults: those of duty::extend_clock; Invalid (unit_days).
[[nodiscard]] Done extend_matter(db::Connection& db, const Permit& permit, Matter& matter, const Extension& wanted, base::UtcTime now);

// Faults: Invalid (person: nobody of the unit).
[[nodiscard]] Done assign_matter(db::Connection& db, const Permit& permit, Matter& matter, base::PersonId person, const std::string& note, base::UtcTime now);
// Faults: Invalid (next_day).
[[nodiscard]] Done tell_progress(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, base::LocalDate next_day,
                                 base::UtcTime now);
[[nodiscard]] Done give_result(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, base::UtcTime now);
[[nodiscard]] Done give_opinion(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, base::UtcTime now);
[[nodiscard]] Done give_back(db::Connection& db, const Permit& permit, Matter& matter, const std::string& reason, base::UtcTime now);

// How the reader was told: "Thư điện tử", "Điện thoại", "Thư, văn bản giấy", "Chuyên mục Hỏi đáp".
struct Told {
  std::string how;
  base::UtcTime at;
};
// Faults: Invalid (at: before the matter came, or ahead).
[[nodiscard]] Done answer_reader(db::Connection& db, const Permit& permit, Matter& matter, const Told& told, const std::string& text, base::UtcTime now);
// Not in the department's remit: `agency` is where the reader was told to turn, with its address. Faults: as above.
[[nodiscard]] Done refer_reader(db::Connection& db, const Permit& permit, Matter& matter, const Told& told, const std::string& agency, const std::string& text,
                                base::UtcTime now);
[[nodiscard]] Done drop_matter(db::Connection& db, const Permit& permit, Matter& matter, const std::string& reason, base::UtcTime now);

}  // namespace portal::qa
