// Requests for confirmation: while an item is with the board, whoever holds the step asks its supplier or a competent unit to confirm or add
// something. Question, answer and times belong to the item (D12.1).
//
//   ask_confirmation(db, actor, {item, row_version, RequestTo::Unit, unit, question}, now)   // by who may save the item in one of the three steps
//   answer_confirmation(db, actor, id, text, now)                                            // by the asked unit's head, or the item's own supplier
//   take_request_back(db, actor, id, now)                                                    // by who holds the step now, or who asked
//
// The board's own clock runs on: its target is the board's to set, and the regulation stops it for nothing (D9.3). The asked unit has a clock of its
// own (duty D12.1-xacnhan). While a request waits, neither check is passed (Needs::answered); what takes the item from the board closes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/result.h"
#include "shared/duty/clock.h"
#include "shared/workflow/item.h"

namespace portal::workflow {

using RequestId = base::Id<struct RequestTag>;

enum class RequestTo { Supplier, Unit };

enum class RequestState { Open, Answered, TakenBack, Closed };

struct Request {
  RequestId id;
  base::ItemId item;
  unsigned version = 0;          // the words that were in question
  RequestTo to = RequestTo::Unit;
  base::UnitId unit;             // the asked unit; the item's own when the supplier is asked
  base::PersonId person;         // the supplier; unset when a unit is asked
  std::string unit_name, person_name;
  base::PersonId asked_by;
  std::string asked_by_name, authority;
  base::UtcTime asked_at;
  std::string question;
  RequestState state = RequestState::Open;
  std::string answered_by_name, answer;
  std::optional<base::UtcTime> ended_at;   // answered, taken back or closed
  // Of the item.
  std::string item_code, item_title, module;
  bool is_hidden = false;        // the item is hidden (D12.3b); then question, answer and title are empty
};

struct NewRequest {
  base::ItemId item;
  unsigned row_version = 0;
  RequestTo to = RequestTo::Unit;
  base::UnitId unit;             // of RequestTo::Unit
  std::string question;
};

// All three must run inside the caller's transaction. Faults: NotFound, Forbidden, NotAllowedNow, Stale, Invalid by field (to, unit, question, answer).
[[nodiscard]] base::Result<RequestId> ask_confirmation(db::Connection& db, const access::Actor& actor, const NewRequest& request, base::UtcTime now);
[[nodiscard]] base::Result<Request> answer_confirmation(db::Connection& db, const access::Actor& actor, RequestId id, const std::string& answer,
                                                        base::UtcTime now);
[[nodiscard]] base::Result<Request> take_request_back(db::Connection& db, const access::Actor& actor, RequestId id, base::UtcTime now);

// May the actor ask now? The fault says why not.
[[nodiscard]] base::Result<void> may_ask(db::Connection& db, const access::Actor& actor, const Item& item, base::UtcTime now);
[[nodiscard]] bool may_take_back(db::Connection& db, const access::Actor& actor, const Item& item, const Request& request, base::UtcTime now);
// The head of the asked unit; of a request to the supplier also the author. Not who asked.
[[nodiscard]] bool may_answer(const access::Actor& actor, const Request& request);
// Who may see the item, and everybody with a role in the asked unit: they see this request and its version, not the item's page.
[[nodiscard]] bool may_see(db::Connection& db, const access::Actor& actor, const Item& item, const Request& request, base::UtcTime now);

// The asked unit's time for it (duty D12.1-xacnhan).
[[nodiscard]] std::optional<duty::Clock> clock_of_request(db::Connection& db, RequestId id);

// The other way round: the request whose time it is; nothing for any other clock.
[[nodiscard]] std::optional<Request> request_of_clock(db::Connection& db, const duty::Clock& clock);

// Fault: NotFound, also for a request of another item.
[[nodiscard]] base::Result<Request> find_request(db::Connection& db, base::ItemId item, RequestId id);
// An item's requests, newest first.
[[nodiscard]] std::vector<Request> requests_of(db::Connection& db, base::ItemId item);
// What waits for an answer of this person or of a unit in which the person has a role, longest waiting first; at most 50.
[[nodiscard]] std::vector<Request> requests_waiting_for(db::Connection& db, const access::Actor& actor);
// The units in which the actor has a role, each once.
[[nodiscard]] std::vector<base::UnitId> units_of(const access::Actor& actor);

// The item leaves the board: what still waits is closed, its clocks fall away. Inside the act's transaction.
void close_requests(db::Connection& db, const Item& item, std::string_view act_key, base::PersonId by, base::AccountId account, base::UtcTime now);
[[nodiscard]] bool has_open_request(db::Connection& db, base::ItemId item);

}  // namespace portal::workflow
