#include "shared/workflow/receive_item.h"

#include "shared/access/authority.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/clocks.h"
#include "shared/workflow/item_code.h"
#include "shared/workflow/notify.h"
#include "shared/workflow/permit_access.h"
#include "shared/workflow/queries.h"
#include "shared/workflow/unit_change.h"

namespace portal::workflow {

using base::FaultKind;

base::Result<Permit> create_received_item(db::Connection& db, const access::Actor& actor, const ReceivedItem& item, base::UtcTime now) {
  const auto right = access::authority_for(db, actor, access::Capability::HandleIntake, now);
  if (!right) return base::fail(FaultKind::Forbidden, "Phân loại nội dung đã nhận là việc của Thư ký Ban Biên tập hoặc Trưởng Ban Biên tập.");
  if (std::string why = why_unit_ended(db, item.unit, now); !why.empty())
    return base::fail(FaultKind::Invalid, "Chưa phân loại được.", {{"unit", why + " Xin chọn đơn vị đang hoạt động.", "D9.1a"}});
  const auto steps = steps_of_section(db, item.section, now);
  if (!steps) return base::fail(FaultKind::Invalid, "Chưa phân loại được.", {{"section", "Chọn chuyên mục.", "D5"}});
  const std::string day = base::format_iso(now).substr(0, 10);
  const base::PersonId author = item.author.is_set() ? item.author : actor.person;
  const auto made = db.execute(kCreateItem, next_item_code(db, now), item.module, steps->kind, item.title, item.unit, author, item.is_personal ? "personal" : "collective",
                               now, day, day, day, day, day, day, item.event_at, now, item.section);
  if (made.affected != 1) return base::fail(FaultKind::Invalid, "Chưa phân loại được.", {{"section", "Chọn chuyên mục.", "D5"}});
  const base::ItemId id{made.last_id};
  db.execute(kReceiveItem, now, item.received_at, item.is_personal ? std::nullopt : std::optional{item.received_at}, item.received_at, item.received_at, id);
  Permit permit = permit_for_new_item(actor, right->words);
  bind_permit(permit, id, 1);
  const Action sent = item.is_personal ? Action::SubmitPersonal : Action::ApproveUnit;
  append_audit(db, {item_chain(id), permit.person(), permit.account(), "create", "", std::string{key_of(State::Submitted)}, 0, "", permit.authority(), "", ""}, now);
  if (const auto there = find_item(db, id)) {
    follow_clocks(db, *there, key_of(sent), {permit.person(), permit.account(), now});
    ActRequest told;
    told.item = id;
    told.action = sent;
    tell_of_act(db, *there, told, permit.person(), now);
  }
  return permit;
}

}  // namespace portal::workflow
