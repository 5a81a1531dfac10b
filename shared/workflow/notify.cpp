#include "shared/workflow/notify.h"

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

std::string_view what_waits(State state) {
  switch (state) {
    case State::UnitReview: return "Chờ ông, bà duyệt của đơn vị (D9.1a).";
    case State::Submitted: return "Mới nhận, chờ ông, bà tiếp nhận, phân loại và giao biên tập (D11.1).";
    case State::Editing: return "Được giao cho ông, bà biên tập (D15.1).";
    case State::Verifying: return "Chờ ông, bà xác thực (D15.2).";
    case State::FinalCheck: return "Chờ ông, bà kiểm tra lần cuối (D15.3).";
    case State::Ready: return "Đã kiểm tra lần cuối, chờ ông, bà đăng (D15.3).";
    case State::Draft:
    case State::Returned:
    case State::Published:
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
};

std::optional<News> news_for_author(const Item& item, const ActRequest& request) {
  switch (*item.state) {
    case State::Returned: return News{Kind::Returned, with_reason("Đã trả lại ông, bà để chỉnh sửa.", request.reason)};
    case State::Refused: return News{Kind::Returned, with_reason("Đã bị từ chối đăng.", request.reason)};
    case State::Withdrawn: return News{Kind::Withdrawn, with_reason("Đã gỡ khỏi trang.", request.reason)};
    case State::Published:
      if (request.action == Action::Publish) return News{Kind::Posted, "Đã đăng trên trang."};
      return {};
    case State::Draft:
    case State::UnitReview:
    case State::Submitted:
    case State::Editing:
    case State::Verifying:
    case State::FinalCheck:
    case State::Ready:
    case State::Discarded: return {};
  }
  return {};
}

}  // namespace

People holders_of(db::Connection& db, const Item& item, base::UtcTime now) {
  if (!item.state) return {};
  switch (*item.state) {
    case State::Draft:
    case State::Returned: return {item.author};
    case State::UnitReview: return notices::unit_heads(db, item.unit, now);
    case State::Submitted:
    case State::Ready: return secretaries(db, item, now);
    case State::Editing: return {item.assigned_to};
    case State::Verifying: return checkers(db, item, "verify", now);
    case State::FinalCheck: return checkers(db, item, "final_check", now);
    case State::Published:
    case State::Withdrawn:
    case State::Refused:
    case State::Discarded: return {};
  }
  return {};
}

void tell_of_act(db::Connection& db, const Item& item, const ActRequest& request, base::PersonId by, base::UtcTime now) {
  if (!item.state) return;
  notices::settle_item(db, item.id, now);
  const std::string cause = "item:" + std::to_string(item.id.value) + ":" + std::to_string(item.row_version + 1);
  const auto without_doer = [by](People people) {
    std::erase(people, by);
    return people;
  };
  if (const std::string_view words = what_waits(*item.state); !words.empty())
    notices::tell(db, without_doer(holders_of(db, item, now)),
                  {.kind = Kind::Waits, .item = item.id, .unit = item.unit, .cause = cause, .text = with_reason(words, request.reason)}, now);
  if (const auto news = news_for_author(item, request))
    notices::tell(db, without_doer({item.author}), {.kind = news->kind, .item = item.id, .unit = item.unit, .cause = cause, .text = news->text}, now);
}

}  // namespace portal::workflow
