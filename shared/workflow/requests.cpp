#include "shared/workflow/requests.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/duty/clock.h"
#include "shared/text/unicode.h"
#include "shared/workflow/apply.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/notify.h"
#include "shared/workflow/request_queries.h"

namespace portal::workflow {
namespace {

using access::Actor;
using access::Role;
using base::FaultKind;

constexpr std::string_view kDuty = "D12.1-xacnhan";
constexpr std::size_t kLongest = 2000;

std::string subject_of(RequestId id) { return "request:" + std::to_string(id.value); }

std::string_view key_of(RequestState state) {
  switch (state) {
    case RequestState::Open: return "open";
    case RequestState::Answered: return "answered";
    case RequestState::TakenBack: return "taken_back";
    case RequestState::Closed: return "closed";
  }
  return "closed";
}

RequestState parse_state_of_request(std::string_view key) {
  for (const RequestState state : {RequestState::Open, RequestState::Answered, RequestState::TakenBack})
    if (key_of(state) == key) return state;
  return RequestState::Closed;
}

Request read_request(const db::Rows& rows) {
  Request request;
  request.id = rows.id<RequestId>(0);
  request.item = rows.id<base::ItemId>(1);
  request.version = static_cast<unsigned>(rows.number(2));
  request.to = rows.text(3) == "supplier" ? RequestTo::Supplier : RequestTo::Unit;
  request.unit = rows.id<base::UnitId>(4);
  request.person = rows.id<base::PersonId>(5);
  request.unit_name = rows.text(6);
  request.person_name = rows.text(7);
  request.asked_by = rows.id<base::PersonId>(8);
  request.asked_by_name = rows.text(9);
  request.authority = rows.text(10);
  request.asked_at = rows.time(11);
  request.question = rows.text(12);
  request.state = parse_state_of_request(rows.text(13));
  request.answered_by_name = rows.text(14);
  request.answer = rows.text(15);
  request.ended_at = rows.optional_time(16);
  request.item_code = rows.text(17);
  request.item_title = rows.text(18);
  request.module = rows.text(19);
  request.is_hidden = rows.flag(20);
  return request;
}

std::vector<Request> read_requests(db::Rows rows) {
  std::vector<Request> requests;
  while (rows.next()) requests.push_back(read_request(rows));
  return requests;
}

bool is_step_of_board(const Item& item) {
  return item.state == State::Editing || item.state == State::Verifying || item.state == State::FinalCheck;
}

// The trail of the item, where it stands now: asking and answering move nothing.
void trail(db::Connection& db, const Item& item, ActName action, base::PersonId person, base::AccountId account, std::string authority,
           const std::string& note, base::UtcTime now) {
  const std::string state{item.state ? workflow::key_of(*item.state) : std::string_view{}};
  append_audit(db, {item_chain(item.id), person, account, action, state, state, item.working_version, "", std::move(authority), "", note}, now);
}

void end_request(db::Connection& db, const Request& request, RequestState state, base::PersonId by, const std::string& answer, base::UtcTime now) {
  db.execute(kEndRequest, key_of(state), by, answer, now, request.id);
  settle_request(db, request, clock_of_request(db, request.id), now);
}

base::Result<void> check_text(const std::string& text, const char* field, std::string_view what) {
  if (text.size() < 5) return base::fail(FaultKind::Invalid, "Chưa gửi được.", {{field, "Viết " + std::string{what} + ", ít nhất một câu ngắn.", "D12.1"}});
  if (text::count_code_points(text) > kLongest)
    return base::fail(FaultKind::Invalid, "Chưa gửi được.", {{field, "Không quá 2.000 ký tự.", "D12.1"}});
  return {};
}

// A request that still waits, with its item held.
struct Held {
  Item item;
  Request request;
};
base::Result<Held> hold(db::Connection& db, RequestId id) {
  auto rows = db.query(kItemOfRequest, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy yêu cầu này.");
  const auto item_id = rows.id<base::ItemId>(0);
  auto item = find_item(db, item_id, true);
  if (!item) return tl::unexpected(item.error());
  auto request = find_request(db, item_id, id);
  if (!request) return tl::unexpected(request.error());
  return Held{*std::move(item), *std::move(request)};
}

}  // namespace

base::Result<void> may_ask(db::Connection& db, const Actor& actor, const Item& item, base::UtcTime now) {
  const auto permit = authorize(db, actor, Action::Save, item, now);
  if (!permit) return tl::unexpected(permit.error());
  if (!is_step_of_board(item))
    return base::fail(FaultKind::NotAllowedNow, "Yêu cầu xác nhận được gửi trong các bước biên tập, xác thực, kiểm tra lần cuối (D12.1).");
  return {};
}

base::Result<RequestId> ask_confirmation(db::Connection& db, const Actor& actor, const NewRequest& wanted, base::UtcTime now) {
  const auto item = find_item(db, wanted.item, true);
  if (!item) return tl::unexpected(item.error());
  if (const auto may = may_ask(db, actor, *item, now); !may) return tl::unexpected(may.error());
  const auto permit = authorize(db, actor, Action::Save, *item, now);
  if (!permit) return tl::unexpected(permit.error());
  if (wanted.row_version != item->row_version)
    return base::fail(FaultKind::Stale, "Bài đã được người khác thay đổi sau khi ông, bà mở trang. Xin xem lại bản mới nhất rồi gửi lại.");
  if (const auto text = check_text(wanted.question, "question", "điều cần xác nhận hoặc bổ sung"); !text) return tl::unexpected(text.error());
  const bool to_unit = wanted.to == RequestTo::Unit;
  if (to_unit && (!wanted.unit.is_set() || !db.query(kIsUnit, wanted.unit).next()))
    return base::fail(FaultKind::Invalid, "Chưa gửi được.", {{"unit", "Chọn đơn vị cần hỏi.", "D12.1"}});
  const base::UnitId unit = to_unit ? wanted.unit : item->unit;
  const auto made = db.execute(kAddRequest, item->id, item->working_version, to_unit ? "unit" : "supplier", unit, to_unit ? base::PersonId{} : item->author,
                               actor.person, permit->authority(), now, wanted.question);
  const RequestId id{made.last_id};
  trail(db, *item, "request_ask", actor.person, actor.account, permit->authority(), wanted.question, now);
  const duty::Books books = duty::load_books(db);
  if (duty::find_duty(books.duties, kDuty, base::local_date(now)) != nullptr && books.find(books.own) != nullptr) {
    const auto clock = duty::open_clock(db, books, {std::string{kDuty}, subject_of(id), now, item->id, unit, {}}, {actor.person, actor.account, now});
    if (!clock) return tl::unexpected(clock.error());
  }
  if (const auto made_request = find_request(db, item->id, id)) tell_of_request(db, *made_request, now);
  return id;
}

base::Result<Request> answer_confirmation(db::Connection& db, const Actor& actor, RequestId id, const std::string& answer, base::UtcTime now) {
  const auto held = hold(db, id);
  if (!held) return tl::unexpected(held.error());
  if (!may_see(db, actor, held->item, held->request, now)) return base::fail(FaultKind::NotFound, "Không tìm thấy yêu cầu này.");
  if (!may_answer(actor, held->request))
    return base::fail(FaultKind::Forbidden, held->request.to == RequestTo::Unit ? "Trả lời yêu cầu này là việc của lãnh đạo đơn vị được hỏi."
                                                                                : "Trả lời yêu cầu này là việc của người cung cấp hoặc lãnh đạo đơn vị của bài.");
  if (held->request.state != RequestState::Open) return base::fail(FaultKind::NotAllowedNow, "Yêu cầu này đã được trả lời hoặc không còn cần trả lời.");
  if (const auto text = check_text(answer, "answer", "câu trả lời"); !text) return tl::unexpected(text.error());
  end_request(db, held->request, RequestState::Answered, actor.person, answer, now);
  const bool is_author = held->request.to == RequestTo::Supplier && actor.person == held->request.person;
  trail(db, held->item, "request_answer", actor.person, actor.account, is_author ? "Người cung cấp" : "Lãnh đạo " + held->request.unit_name, answer, now);
  if (const auto clock = duty::clock_of_subject(db, kDuty, subject_of(id)); clock && clock->is_open()) {
    const auto closed = duty::close_clock(db, duty::load_books(db), clock->id, now, "request_answered", {actor.person, actor.account, now});
    if (!closed) return tl::unexpected(closed.error());
  }
  tell_of_answer(db, held->request, now);
  return find_request(db, held->item.id, id);
}

base::Result<Request> take_request_back(db::Connection& db, const Actor& actor, RequestId id, base::UtcTime now) {
  const auto held = hold(db, id);
  if (!held) return tl::unexpected(held.error());
  if (!may_see(db, actor, held->item, held->request, now)) return base::fail(FaultKind::NotFound, "Không tìm thấy yêu cầu này.");
  if (!may_take_back(db, actor, held->item, held->request, now))
    return base::fail(FaultKind::Forbidden, "Rút yêu cầu là việc của người đã hỏi hoặc người đang giữ bước này.");
  if (held->request.state != RequestState::Open) return base::fail(FaultKind::NotAllowedNow, "Yêu cầu này đã được trả lời hoặc đã rút.");
  end_request(db, held->request, RequestState::TakenBack, actor.person, "", now);
  trail(db, held->item, "request_take_back", actor.person, actor.account, "", "", now);
  if (const auto clock = duty::clock_of_subject(db, kDuty, subject_of(id)); clock && clock->is_open()) {
    const auto gone = duty::cancel_clock(db, clock->id, "request_take_back", "Yêu cầu đã rút.", {actor.person, actor.account, now});
    if (!gone) return tl::unexpected(gone.error());
  }
  return find_request(db, held->item.id, id);
}

bool may_take_back(db::Connection& db, const Actor& actor, const Item& item, const Request& request, base::UtcTime now) {
  return request.asked_by == actor.person || may_ask(db, actor, item, now).has_value();
}

bool may_answer(const Actor& actor, const Request& request) {
  if (actor.person == request.asked_by) return false;  // nobody confirms to themselves
  if (request.to == RequestTo::Supplier && actor.person == request.person) return true;
  return actor.has(Role::UnitHead, request.unit) || actor.has(Role::LocalUnit, request.unit);
}

bool may_see(db::Connection& db, const Actor& actor, const Item& item, const Request& request, base::UtcTime now) {
  if (may_see(db, actor, item, now) || (request.person.is_set() && actor.person == request.person)) return true;
  const auto units = units_of(actor);
  return request.to == RequestTo::Unit && std::find(units.begin(), units.end(), request.unit) != units.end();
}

std::optional<duty::Clock> clock_of_request(db::Connection& db, RequestId id) { return duty::clock_of_subject(db, kDuty, subject_of(id)); }

std::optional<Request> request_of_clock(db::Connection& db, const duty::Clock& clock) {
  constexpr std::string_view kBefore = "request:";
  std::uint64_t number = 0;
  if (!clock.item.is_set() || !clock.subject.starts_with(kBefore)) return {};
  const char* end = clock.subject.data() + clock.subject.size();
  if (std::from_chars(clock.subject.data() + kBefore.size(), end, number).ec != std::errc{}) return {};
  auto request = find_request(db, clock.item, RequestId{number});
  return request ? std::optional{*std::move(request)} : std::nullopt;
}

base::Result<Request> find_request(db::Connection& db, base::ItemId item, RequestId id) {
  auto rows = db.query(kRequest, item, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy yêu cầu này.");
  return read_request(rows);
}

std::vector<Request> requests_of(db::Connection& db, base::ItemId item) { return read_requests(db.query(kRequestsOfItem, item)); }

std::vector<base::UnitId> units_of(const Actor& actor) {
  std::vector<base::UnitId> units;
  for (const access::RoleGrant& grant : actor.roles)
    if (grant.unit.is_set() && std::find(units.begin(), units.end(), grant.unit) == units.end()) units.push_back(grant.unit);
  return units;
}

std::vector<Request> requests_waiting_for(db::Connection& db, const Actor& actor) {
  std::vector<Request> requests = read_requests(db.query(kRequestsOfPerson, actor.person));
  for (const base::UnitId unit : units_of(actor))
    for (Request& request : read_requests(db.query(kRequestsOfUnit, unit)))
      // What the supplier is asked is the author's and the unit's head's; what a unit is asked is everybody's there to see.
      if (request.to == RequestTo::Unit || may_answer(actor, request)) requests.push_back(std::move(request));
  std::sort(requests.begin(), requests.end(),
            [](const Request& a, const Request& b) { return a.asked_at != b.asked_at ? a.asked_at < b.asked_at : a.id < b.id; });
  requests.erase(std::unique(requests.begin(), requests.end(), [](const Request& a, const Request& b) { return a.id == b.id; }), requests.end());
  return requests;
}

void close_requests(db::Connection& db, const Item& item, std::string_view act_key, base::PersonId by, base::AccountId account, base::UtcTime now) {
  for (const Request& request : requests_of(db, item.id)) {
    if (request.state != RequestState::Open) continue;
    end_request(db, request, RequestState::Closed, {}, "", now);
    if (const auto clock = duty::clock_of_subject(db, kDuty, subject_of(request.id)); clock && clock->is_open())
      static_cast<void>(duty::cancel_clock(db, clock->id, act_key, "Bài không còn ở Ban Biên tập.", {by, account, now}));
  }
}

bool has_open_request(db::Connection& db, base::ItemId item) { return db.query(kHasOpenRequest, item).next(); }

}  // namespace portal::workflow
