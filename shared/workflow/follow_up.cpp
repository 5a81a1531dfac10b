#include "shared/workflow/follow_up.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "shared/workflow/audit.h"
#include "shared/workflow/letters.h"
#include "shared/workflow/queries.h"
#include "shared/workflow/requests.h"

namespace portal::workflow {
namespace {

using access::Role;

// On the state-secret ground the words are hidden in the same transaction: every statement that shows words asks for core_item.secrecy, and the title,
// which lists and searches show, is not kept with the item any more (D12.3b).
void hide(db::Connection& db, const Permit& permit, Item& item, Publisher& publisher, base::UtcTime now) {
  item.secrecy = Secrecy::Hidden;
  item.hidden_at = now;
  db.execute(kSetTitle, kHiddenTitle, item.id);
  const auto addresses = publisher.hide(db, permit, item);
  if (addresses.empty()) return;
  const nlohmann::json payload{{"addresses", addresses}, {"item", item.id.value}, {"version", 0}};
  db.execute(kTakedownJobs, item.id, payload.dump(), now, now);
}

bool is_with_board(const std::optional<State>& state) {
  return state == State::Submitted || state == State::Editing || state == State::Verifying || state == State::FinalCheck || state == State::Ready;
}

}  // namespace

void keep_awaited(const Permit& permit, const ActRequest& request, Item& item, base::UtcTime now) {
  const auto is = [&request](std::initializer_list<Action> some) { return std::find(some.begin(), some.end(), request.action) != some.end(); };
  const bool by_head = permit.delegation().is_set() || permit.authority() == access::label_of(Role::BoardHead);
  if (is({Action::Withdraw})) item.awaits = by_head || request.withdrawal.is_planned ? Awaits::Nothing : Awaits::TakedownReview;
  if (is({Action::AskReview})) item.awaits = Awaits::Review;
  if (is({Action::ReviewTakedown, Action::Rework, Action::CheckUrgent, Action::Publish})) item.awaits = Awaits::Nothing;
  if (is({Action::ReviewKeep, Action::ReviewUpdate, Action::Archive}) && item.awaits == Awaits::Review) item.awaits = Awaits::Nothing;
  if (is({Action::PublishUrgent})) {
    item.awaits = Awaits::UrgentCheck;
    item.urgent_at = now;
  }
  if (request.action == Action::OrderUrgent) item.urgent_ordered_at = now;
  const bool is_in_step = item.state == State::Editing || item.state == State::Verifying || item.state == State::FinalCheck;
  if (request.action == Action::DropUrgent || !is_in_step) item.urgent_ordered_at.reset();  // an order is for this passage through the steps
}

void keep_flags(db::Connection& db, const Permit& permit, const ActRequest& request, Item& item, base::UtcTime now) {
  if (request.action == Action::Flag || request.action == Action::ReviewUpdate) {
    const std::string source = request.action == Action::ReviewUpdate ? "review" : request.flag_source;
    db.execute(kAddFlag, item.id, item.published_version, source, source == "reader" ? base::PersonId{} : permit.person(), request.reason, now);
    if (!item.flagged_at) item.flagged_at = now;
    return;
  }
  if (!item.flagged_at) return;
  std::string_view state;
  if (request.action == Action::Publish || request.action == Action::PublishUrgent) state = "new_version";
  if (request.action == Action::AnswerFlag) state = "answered";
  if (request.action == Action::Withdraw) state = "withdrawn";
  if (request.action == Action::Archive) state = "archived";
  if (state.empty()) return;
  db.execute(kEndFlags, state, state == "answered" ? std::string_view{request.reason} : std::string_view{}, permit.person(), now, item.id);
  item.flagged_at.reset();
}

void purge_words(db::Connection& db, const Permit& permit, const Item& item, Publisher& publisher) {
  db.execute(kPurgeItem, item.id);
  db.execute(kPurgeDrafts, item_chain(item.id));  // a draft's subject is written alike (shared/drafts)
  db.execute(kPurgeRequests, item.id);
  db.execute(kPurgeFlags, item.id);
  db.execute(kPurgeOriginals, item.id);
  db.execute(kPurgeNotices, item.id);
  db.execute(kPurgeJobs, item.id);
  db.execute(kPurgeNotes, item.id);
  publisher.purge(db, permit, item);
}

void keep_secrecy(db::Connection& db, const Permit& permit, const ActRequest& request, bool is_secret, Item& item, Publisher& publisher, base::UtcTime now) {
  if (is_secret && item.secrecy == Secrecy::Open) hide(db, permit, item, publisher, now);
  if (request.action == Action::Unhide) {
    item.secrecy = Secrecy::Open;
    item.hidden_at.reset();
    db.execute(kSetTitle, publisher.title(db, permit, item), item.id);
  }
  if (request.action == Action::AskPurge) {
    item.secrecy = Secrecy::PurgeAsked;
    item.purge_asked_by = permit.person();
  }
  if (request.action == Action::DropPurge) {
    item.secrecy = Secrecy::Hidden;
    item.purge_asked_by = {};
  }
  if (request.action == Action::Purge) item.secrecy = Secrecy::Purged;
}

void renew_cache(db::Connection& db, const Item& item, Publisher& publisher, base::UtcTime now) {
  const nlohmann::json payload{{"addresses", publisher.addresses(db, item)}};
  db.execute(kRefreshJobs, item.id, payload.dump(), now, now);
}

void keep_papers(db::Connection& db, const Permit& permit, const ActRequest& request, const Item& before, const Item& item, base::UtcTime now) {
  if (request.action == Action::Refuse || request.action == Action::ReturnToSender)
    write_letter(db, permit, before, request.action == Action::Refuse, request.ground, request.reason, now);
  if (is_with_board(before.state) && !is_with_board(item.state))
    close_requests(db, before, key_of(request.action), permit.person(), permit.account(), now);
}

}  // namespace portal::workflow
