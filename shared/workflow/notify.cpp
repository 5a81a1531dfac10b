#include "shared/workflow/notify.h"

#include "shared/mail/outbox.h"
#include "shared/workflow/outside_sender.h"
#include "shared/workflow/queries.h"

namespace portal::workflow {
namespace {

using notices::Kind;
using notices::People;

People with_role(db::Connection& db, std::string_view role, base::UnitId unit, base::UtcTime now) { return notices::people_with_role(db, role, unit, now); }

People secretaries(db::Connection& db, const Item& item, base::UtcTime now) {
  People people = with_role(db, "secretary", {}, now);
  notices::add_all(people, notices::people_with_delegation(db, "act_as_secretary", item.section, now));
  return people;
}

std::string cause_of(const Request& request) { return "request:" + std::to_string(request.id.value); }

// Whoever may take an item in step 1, and the secretary, who may give it to somebody (D11.1, D15.1).
People editors(db::Connection& db, const Item& item, base::UtcTime now) {
  People people = secretaries(db, item, now);
  for (const std::string_view role : {"board_member", "board_deputy", "board_head"}) notices::add_all(people, with_role(db, role, {}, now));
  return people;
}

// Four-eyes: nobody is asked to check what they wrote or edited.
People checkers(db::Connection& db, const Item& item, std::string_view act, base::UtcTime now) {
  People all = with_role(db, "board_head", {}, now);
  for (const std::string_view delegated : {std::string_view{"act_as_head"}, act})
    notices::add_all(all, notices::people_with_delegation(db, delegated, item.section, now));
  People people;
  for (const base::PersonId person : all)
    if (person != item.author && !db.query(kHasWritten, item.id, person).next()) people.push_back(person);
  return people;
}

// What the act leaves to be done, in words for who is to do it. A step that nobody has is everybody's who may take it.
std::string_view what_waits(const Item& item) {
  switch (*item.state) {
    case State::UnitReview: return "Chờ ông, bà duyệt của đơn vị (D9.1a).";
    case State::Submitted: return "Mới nhận, chờ ông, bà tiếp nhận, phân loại và giao biên tập (D11.1).";
    case State::Editing:
      return item.holder().is_set() ? "Được giao cho ông, bà biên tập (D15.1)." : "Chưa ai nhận biên tập: ông, bà có thể nhận việc (D15.1).";
    case State::Verifying: return item.holder().is_set() ? "Được giao cho ông, bà xác thực (D15.2)." : "Chờ ông, bà xác thực (D15.2).";
    case State::FinalCheck: return item.holder().is_set() ? "Được giao cho ông, bà kiểm tra lần cuối (D15.3)." : "Chờ ông, bà kiểm tra lần cuối (D15.3).";
    case State::Ready: return "Đã kiểm tra lần cuối, chờ ông, bà đăng (D15.3).";
    case State::Draft:
    case State::Returned:
    case State::Published:
    case State::Archived:
    case State::Withdrawn:
    case State::Refused:
    case State::Discarded: return "";
  }
  return "";
}

std::string with_reason(std::string_view words, const std::string& reason) { return std::string{words} + (reason.empty() ? "" : " Lý do: " + reason); }

// What the author learns of the act, if anything.
struct News {
  Kind kind;
  std::string text;
  bool by_letter = false;  // the act's letter is mailed to them (D4.2, D12.3)
};

std::optional<News> news_for_author(const Item& item, const ActRequest& request) {
  switch (*item.state) {
    case State::Returned:
      if (request.action == Action::Amend) return {};  // taken back by its author
      return News{Kind::Returned, with_reason("Đã trả lại ông, bà để chỉnh sửa.", request.reason), request.action == Action::ReturnToSender};
    case State::Refused:
      if (request.action != Action::Refuse) return {};
      return News{Kind::Returned, with_reason("Đã bị từ chối đăng.", request.reason), true};
    case State::Withdrawn:
      if (request.action != Action::Withdraw) return {};
      return News{Kind::Withdrawn, with_reason("Đã gỡ khỏi trang.", request.reason)};
    case State::Published:
      if (request.action == Action::Publish || request.action == Action::PublishUrgent) return News{Kind::Posted, "Đã đăng trên trang."};
      return {};
    case State::Draft:
    case State::UnitReview:
    case State::Submitted:
    case State::Editing:
    case State::Verifying:
    case State::FinalCheck:
    case State::Ready:
    case State::Archived:
    case State::Discarded: return {};
  }
  return {};
}

// What is asked of somebody by an act that moves nothing, or beside what it moves (D6.1, D9.3f, D12.3, D13.3, D15.3).
struct Asked {
  People people;
  std::string text;
};

std::optional<Asked> asked_beside(db::Connection& db, const Item& item, const ActRequest& request, base::UtcTime now) {
  People supplier{item.author};
  switch (item.awaits) {
    case Awaits::TakedownReview:
      if (request.action != Action::Withdraw) break;
      supplier = with_role(db, "board_head", {}, now);
      notices::add_all(supplier, notices::people_with_delegation(db, "act_as_head", item.section, now));
      return Asked{supplier, with_reason("Thành viên Ban Biên tập đã gỡ bài, chờ ông, bà xem lại (D12.3).", request.reason)};
    case Awaits::UrgentCheck:
      if (request.action == Action::PublishUrgent) return Asked{checkers(db, item, "final_check", now), "Đã đăng khẩn, chờ ông, bà kiểm tra lại (D15.3)."};
      break;
    case Awaits::Review:
      if (request.action == Action::AskReview) return Asked{secretaries(db, item, now), with_reason("Ban Biên tập yêu cầu rà soát (D13.3).", request.reason)};
      break;
    case Awaits::Nothing: break;
  }
  if (request.action == Action::AskPurge) {  // two people: whoever of the head and the leadership did not ask
    supplier = with_role(db, "board_head", {}, now);
    notices::add_all(supplier, with_role(db, "director", {}, now));
    return Asked{supplier, "Có đề nghị tiêu hủy nội dung, cần người thứ hai duyệt (D12.3b)."};
  }
  if (request.action == Action::OrderUrgent) return Asked{secretaries(db, item, now), with_reason("Lãnh đạo Sở chỉ đạo đăng khẩn.", request.reason)};
  if (request.action != Action::Flag && request.action != Action::ReviewUpdate) return {};
  notices::add_all(supplier, notices::unit_heads(db, item.unit, now));
  return Asked{supplier, with_reason("Có báo thông tin không còn đúng, chờ ông, bà cập nhật hoặc trả lời (D9.3f).", request.reason)};
}

// Acts after which the same people hold the item as before: nobody is told again that it waits.
bool moves_nothing(Action action) { return action == Action::OrderUrgent || action == Action::DropUrgent || action == Action::RecordOriginal; }

}  // namespace

People checkers_of(db::Connection& db, const Item& item, base::UtcTime now) {
  if (item.state == State::Verifying) return checkers(db, item, "verify", now);
  if (item.state == State::FinalCheck) return checkers(db, item, "final_check", now);
  return {};
}

People holders_of(db::Connection& db, const Item& item, base::UtcTime now) {
  if (!item.state) return {};
  if (item.holder().is_set()) return {item.holder()};
  switch (*item.state) {
    case State::Draft:
    case State::Returned: return {item.author};
    case State::UnitReview: return notices::unit_heads(db, item.unit, now);
    case State::Submitted:
    case State::Ready: return secretaries(db, item, now);
    case State::Editing: return editors(db, item, now);
    case State::Verifying:
    case State::FinalCheck: return checkers_of(db, item, now);
    case State::Archived:
    case State::Published:
    case State::Withdrawn:
    case State::Refused:
    case State::Discarded: return {};
  }
  return {};
}

People asked_by(db::Connection& db, const Request& request, base::UtcTime now) {
  People people = notices::unit_heads(db, request.unit, now);
  if (request.person.is_set()) notices::add_all(people, {request.person});
  std::erase(people, request.asked_by);
  return people;
}

void tell_of_request(db::Connection& db, const Request& request, base::UtcTime now) {
  // Without the item: who is asked sees the request from the inbox, and not the item's page.
  notices::tell(db, asked_by(db, request, now),
                {.kind = Kind::Waits, .unit = request.unit, .cause = cause_of(request),
                 .text = "Ban Biên tập cần ông, bà xác nhận về " + request.item_code + " (D12.1). Mở Hộp việc để trả lời."},
                now);
}

void settle_request(db::Connection& db, const Request& request, const std::optional<duty::Clock>& clock, base::UtcTime now) {
  notices::settle_asked(db, asked_by(db, request, now), cause_of(request), clock ? clock->id.value : 0, now);
}

void tell_of_answer(db::Connection& db, const Request& request, base::UtcTime now) {
  notices::tell(db, {request.asked_by},
                {.kind = Kind::Returned, .item = request.item, .unit = request.unit, .cause = cause_of(request) + ":answer",
                 .text = "Đã có trả lời yêu cầu xác nhận (D12.1)."},
                now);
}

void tell_of_act(db::Connection& db, const Item& item, const ActRequest& request, base::PersonId by, base::UtcTime now) {
  if (!item.state) return;
  notices::settle_item(db, item.id, now);
  const std::string cause = "item:" + std::to_string(item.id.value) + ":" + std::to_string(item.row_version + 1);
  const auto without_doer = [by](People people) {
    std::erase(people, by);
    return people;
  };
  if (const auto asked = asked_beside(db, item, request, now))
    notices::tell(db, without_doer(asked->people),
                  {.kind = Kind::Waits, .item = item.id, .unit = item.unit, .cause = cause + ":beside", .text = asked->text}, now);
  if (const std::string_view words = what_waits(item); !words.empty() && !moves_nothing(request.action))
    notices::tell(db, without_doer(holders_of(db, item, now)),
                  {.kind = Kind::Waits, .item = item.id, .unit = item.unit, .cause = cause, .text = with_reason(words, request.reason)}, now);
  const auto news = news_for_author(item, request);
  if (news)
    notices::tell(db, without_doer({item.author}),
                  {.kind = news->kind, .item = item.id, .unit = item.unit, .cause = cause, .text = news->text, .by_letter = news->by_letter}, now);
  // Who sent it in and is nobody of the directory has no bell (D7.3); refusals and returns reach them as letters.
  if (news && news->kind == Kind::Posted)
    if (const auto outside = outside_sender(db, item.id))
      mail::queue(db, {.kind = mail::Kind::Posted, .address = outside->address, .intake = outside->intake}, now);
}

}  // namespace portal::workflow
