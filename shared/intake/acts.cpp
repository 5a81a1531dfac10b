#include "shared/intake/acts.h"

#include <stdexcept>

#include "shared/access/authority.h"
#include "shared/intake/queries.h"
#include "shared/intake/register.h"
#include "shared/mail/outbox.h"
#include "shared/notices/notices.h"
#include "shared/workflow/audit.h"

namespace portal::intake {
namespace {

using base::FaultKind;
using base::UtcTime;

// Who did it, for the trail: a person under a right, or the sender by their link.
struct Hand {
  base::PersonId person{};
  base::AccountId account{};
  std::string authority{};
};

Hand hand_of(const Permit& permit) { return {permit.person(), permit.account(), permit.authority()}; }

base::Fault not_now(const Intake& intake) {
  if (!intake.state) return {FaultKind::NotAllowedNow, "Nội dung này đang ở trạng thái mà phiên bản chương trình này chưa biết.", {}};
  return {FaultKind::NotAllowedNow, "Không làm được việc này khi nội dung đang ở trạng thái “" + std::string{label_of(*intake.state)} + "”.", {}};
}

// Writes the row and the trail; what waited for the act waits no more.
void keep(db::Connection& db, const Hand& hand, Act act, Intake& intake, const std::string& note, UtcTime now) {
  const std::string from = intake.state_key;
  const bool is_moved = intake.state && from != key_of(*intake.state);
  if (is_moved) intake.state_since = now;
  intake.state_key = key_of(*intake.state);
  const Sender& sender = intake.sender;
  const auto done = db.execute(sql::kSetIntake, intake.state_key, intake.state_since, sender.name, sender.address, sender.phone, sender.place,
                               sender.organisation, sender.position, sender.person, sender.unit, key_of(sender.trust), intake.ground, intake.reason,
                               intake.thread, intake.item, intake.id, intake.row_version);
  if (done.affected != 1) throw std::logic_error("the locked thing changed under us");
  ++intake.row_version;
  workflow::append_audit(db,
                         {.chain = chain_of(intake.id), .person = hand.person, .account = hand.account, .action = row_of(act).name, .from_state = from,
                          .to_state = intake.state_key, .content_digest = {}, .authority = hand.authority, .ground = intake.ground, .note = note},
                         now);
  if (is_moved) notices::settle_causes(db, chain_of(intake.id) + ":", now);
}

// Where the act leads the thing from here. What somebody brought to the counter was looked at by the one who took it: no spam.
std::optional<State> state_after(const Intake& intake, Act act) {
  if (!intake.state || (act == Act::MarkSpam && intake.channel == Channel::Counter)) return {};
  return next_state(*intake.state, act, is_complete(intake.sender));
}

// The state that the act leads to, set; a fault when it leads nowhere.
Done move(Intake& intake, Act act) {
  const auto to = state_after(intake, act);
  if (!to) return tl::unexpected<base::Fault>(not_now(intake));
  intake.state = to;
  return true;
}

Done act_plainly(db::Connection& db, const Permit& permit, Act act, Intake& intake, const std::string& note, UtcTime now) {
  if (permit.act() != act || permit.intake() != intake.id) throw std::logic_error("a permit for another act");
  if (const auto moved = move(intake, act); !moved) return moved;
  keep(db, hand_of(permit), act, intake, note, now);
  return true;
}

// Which data the sender or the office gave, without the data: the trail is kept for good, personal data are not (D9.1b).
std::string given_words(const Sender& before, const Sender& after) {
  std::string words;
  const auto add = [&words](bool is_changed, std::string_view what) {
    if (is_changed) words += (words.empty() ? "" : ", ") + std::string{what};
  };
  add(before.name != after.name, "họ tên");
  add(before.address != after.address, "thư điện tử");
  add(before.phone != after.phone, "điện thoại");
  add(before.place != after.place, "địa chỉ");
  add(before.organisation != after.organisation || before.unit != after.unit, "cơ quan, đơn vị");
  add(before.position != after.position, "chức danh");
  return words.empty() ? "Không đổi" : "Đã ghi: " + words;
}

// One answer of the inbox: taken when its link is good and the thing still waits for it.
bool take_answer(db::Connection& db, std::uint64_t id, const std::string& token, const Sender& typed, UtcTime sent_at, UtcTime now) {
  const auto end = [&](std::string_view state) { return db.execute(sql::kEndAnswer, state, id).affected == 1; };
  IntakeId about;
  {
    auto rows = db.query(sql::kLinkOf, token, sent_at);
    if (rows.next()) about = rows.id<IntakeId>(0);
  }
  if (!about.is_set() || !db.query(sql::kHoldIntake, about).next()) return end("void");
  auto intake = find_intake(db, about);
  if (!intake || intake->state != State::Awaiting) return end("void");
  Sender sender = intake->sender;
  const auto fill = [](std::string& into, const std::string& from) {
    if (!from.empty()) into = from;
  };
  fill(sender.name, typed.name);
  fill(sender.phone, typed.phone);
  fill(sender.place, typed.place);
  fill(sender.organisation, typed.organisation);
  fill(sender.position, typed.position);
  const std::string note = given_words(intake->sender, sender);
  intake->sender = std::move(sender);
  if (const auto moved = move(*intake, Act::Complete); !moved) return end("void");
  keep(db, {}, Act::Complete, *intake, note, now);
  if (intake->state == State::Received) {
    notices::People people = notices::people_with_role(db, "secretary", {}, now);
    notices::add_all(people, notices::people_with_delegation(db, "act_as_secretary", {}, now));
    notices::tell(db, people, {.kind = notices::Kind::Waits, .cause = chain_of(about) + ":" + std::to_string(intake->row_version),
                               .text = intake->code + ": người gửi đã bổ sung thông tin, chờ phân loại (D9.1b, D11.1)."}, now);
  }
  return end("taken");
}

}  // namespace

std::string right_of(db::Connection& db, const access::Actor& actor, UtcTime now) {
  const auto right = access::authority_for(db, actor, access::Capability::HandleIntake, now);
  return right ? right->words : std::string{};
}

base::Result<Permit> authorize(db::Connection& db, const access::Actor& actor, Act act, const Intake& intake, UtcTime now) {
  std::string right = right_of(db, actor, now);
  if (right.empty()) return base::fail(FaultKind::Forbidden, "Sổ tiếp nhận là việc của Thư ký Ban Biên tập hoặc Trưởng Ban Biên tập.");
  // FillIn changes whether the data are complete, so either answer of the table allows it.
  const bool is_possible = intake.state && row_of(act).party == Party::Office && !intake.is_hidden &&
                           (state_after(intake, act) || (act == Act::FillIn && next_state(*intake.state, act, true)));
  if (!is_possible) return tl::unexpected<base::Fault>(not_now(intake));
  Permit permit;
  permit.person_ = actor.person;
  permit.account_ = actor.account;
  permit.act_ = act;
  permit.intake_ = intake.id;
  permit.authority_ = std::move(right);
  return permit;
}

std::vector<const ActRow*> acts_now(const Intake& intake) {
  std::vector<const ActRow*> acts;
  if (!intake.state || intake.is_hidden) return acts;
  for (const ActRow& row : act_table())
    if (row.party == Party::Office && state_after(intake, row.act)) acts.push_back(&row);
  return acts;
}

base::Result<Intake> hold_intake(db::Connection& db, IntakeId id, unsigned row_version) {
  {
    auto rows = db.query(sql::kHoldIntake, id);
    if (!rows.next()) return base::fail(FaultKind::NotFound, "Không có nội dung này trong sổ tiếp nhận.");
    if (static_cast<unsigned>(rows.number(0)) != row_version)
      return base::fail(FaultKind::Stale, "Nội dung này vừa được người khác xử lý. Xin xem lại rồi làm lại nếu vẫn cần.");
  }
  return find_intake(db, id);
}

Done release(db::Connection& db, const Permit& permit, Intake& intake, UtcTime now) {
  intake.thread = {};  // of an answer that somebody took for spam: a thing of its own is given up with nobody else's conversation
  const auto done = act_plainly(db, permit, Act::Release, intake, "", now);
  if (done) queue_receipt(db, intake.id, intake.sender, intake.may_answer, now);
  return done;
}

Done separate(db::Connection& db, const Permit& permit, Intake& intake, UtcTime now) {
  intake.thread = {};
  const auto done = act_plainly(db, permit, Act::Separate, intake, "", now);
  if (done) queue_receipt(db, intake.id, intake.sender, intake.may_answer, now);
  return done;
}

Done mark_spam(db::Connection& db, const Permit& permit, Intake& intake, UtcTime now) { return act_plainly(db, permit, Act::MarkSpam, intake, "", now); }

Done unspam(db::Connection& db, const Permit& permit, Intake& intake, UtcTime now) { return act_plainly(db, permit, Act::Unspam, intake, "", now); }

Done fill_in(db::Connection& db, const Permit& permit, Intake& intake, const Sender& sender, UtcTime now) {
  const std::string note = given_words(intake.sender, sender);
  intake.sender = sender;
  return act_plainly(db, permit, Act::FillIn, intake, note, now);
}

Done refuse(db::Connection& db, const Permit& permit, Intake& intake, const std::string& ground, const std::string& reason, UtcTime now) {
  if (!find_ground(db, ground))
    return base::fail(FaultKind::Invalid, "Chưa làm được.", {{"ground", "Chọn một căn cứ.", "D4.2, D12.3"}});
  intake.ground = ground;
  intake.reason = reason;
  const auto done = act_plainly(db, permit, Act::Refuse, intake, reason, now);
  if (done && intake.may_answer)
    mail::queue(db, {.kind = mail::Kind::Refusal, .person = intake.sender.person, .address = intake.sender.address, .intake = intake.id.value}, now);
  return done;
}

Done classify(db::Connection& db, const Permit& permit, Intake& intake, base::ItemId item, UtcTime now) {
  intake.item = item;
  return act_plainly(db, permit, Act::Classify, intake, "", now);
}

std::size_t take_answers(db::Connection& db, UtcTime now) {
  struct Answer {
    std::uint64_t id;
    std::string token;
    Sender typed;
    UtcTime sent_at;
  };
  std::vector<Answer> answers;
  {
    auto rows = db.query(sql::kNewAnswers);
    while (rows.next())
      answers.push_back({static_cast<std::uint64_t>(rows.number(0)),
                         std::string{rows.text(1)},
                         {.name = std::string{rows.text(2)}, .phone = std::string{rows.text(3)}, .place = std::string{rows.text(4)},
                          .organisation = std::string{rows.text(5)}, .position = std::string{rows.text(6)}},
                         rows.time(7)});
  }
  for (const Answer& answer : answers)
    db::in_transaction(db, [&] { return take_answer(db, answer.id, answer.token, answer.typed, answer.sent_at, now); });
  return answers.size();
}

}  // namespace portal::intake
