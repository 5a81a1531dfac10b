#include "shared/intake/purge.h"

#include <stdexcept>

#include "shared/intake/queries.h"
#include "shared/notices/notices.h"
#include "shared/workflow/audit.h"

namespace portal::intake {
namespace {

using base::FaultKind;

std::string cause_of(IntakeId id) { return chain_of(id) + ":purge"; }

notices::People handlers(db::Connection& db, base::UtcTime now) {
  notices::People people = notices::people_with_role(db, "secretary", {}, now);
  notices::add_all(people, notices::people_with_role(db, "board_head", {}, now));
  notices::add_all(people, notices::people_with_delegation(db, "act_as_secretary", {}, now));
  return people;
}

}  // namespace

Purge purge_of(db::Connection& db, IntakeId id) {
  auto rows = db.query(sql::kPurge, id);
  if (!rows.next()) return {};
  return {rows.id<base::PersonId>(0), std::string{rows.text(1)}, rows.optional_time(2), rows.optional_time(3)};
}

base::Result<PurgeStep> purge_step(db::Connection& db, const access::Actor& actor, const Intake& intake, const Purge& purge,
                                   base::UtcTime now) {
  if (right_of(db, actor, now).empty()) return base::fail(FaultKind::Forbidden, "Sổ tiếp nhận là việc của Thư ký Ban Biên tập hoặc Trưởng Ban Biên tập.");
  const auto ground = find_ground(db, intake.ground);
  if (intake.state != State::Refused || !ground || !ground->is_secret)
    return base::fail(FaultKind::NotAllowedNow, "Chỉ tiêu hủy nội dung không tiếp nhận theo căn cứ bí mật nhà nước.");
  if (purge.purged_at) return base::fail(FaultKind::NotAllowedNow, "Nội dung này đã được tiêu hủy.");
  if (!purge.asked_by.is_set()) return PurgeStep::Ask;
  if (purge.asked_by == actor.person) return base::fail(FaultKind::Forbidden, "Ông, bà đã đề nghị tiêu hủy; cần người khác duyệt (D12.3b).");
  return PurgeStep::Approve;
}

Done do_purge_step(db::Connection& db, const access::Actor& actor, Intake& intake, base::UtcTime now) {
  const auto step = purge_step(db, actor, intake, purge_of(db, intake.id), now);
  if (!step) return tl::unexpected<base::Fault>(step.error());
  const bool asks = *step == PurgeStep::Ask;
  const auto moved = asks ? db.execute(sql::kAskPurge, actor.person, now, intake.id, intake.row_version)
                          : db.execute(sql::kTouchIntake, intake.id, intake.row_version);
  if (moved.affected != 1) throw std::logic_error("the locked thing changed under us");
  ++intake.row_version;
  workflow::append_audit(db,
                         {.chain = chain_of(intake.id), .person = actor.person, .account = actor.account,
                          .action = asks ? workflow::Action::AskPurge : workflow::Action::Purge, .from_state = intake.state_key,
                          .to_state = intake.state_key, .content_digest = {}, .authority = right_of(db, actor, now),
                          .ground = intake.ground, .note = {}},
                         now);
  notices::settle_causes(db, cause_of(intake.id), now);
  if (!asks) {
    db.execute(sql::kPurgeThing, intake.id);  // asks the trail itself
    return true;
  }
  notices::People people = handlers(db, now);
  std::erase(people, actor.person);
  notices::tell(db, people, {.kind = notices::Kind::Waits, .cause = cause_of(intake.id), .text = intake.code + ": có đề nghị tiêu hủy nội dung đã ẩn, cần người thứ hai duyệt (D12.3b)."},
                now);
  return true;
}

}  // namespace portal::intake
