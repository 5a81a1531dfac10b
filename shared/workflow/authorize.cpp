// authorize(): the only permission decision over items. Roles by unit and date are in the Actor already; delegations and four-eyes are read
// here, at the moment of the act, so that one that ended a second ago no longer counts (D15.2, D15.3, D19.2).
#include <algorithm>
#include <array>

#include "shared/access/capability.h"
#include "shared/workflow/apply.h"
#include "shared/workflow/clock_act.h"
#include "shared/workflow/permit_access.h"
#include "shared/workflow/queries.h"

namespace portal::workflow {

using access::Actor;
using access::Role;
using base::FaultKind;

namespace {

// "Ông, bà Phan Văn Dũng đã nhận việc này lúc 28/11/2026 10:20."
std::string words_of_holder(db::Connection& db, const Item& item) {
  auto rows = db.query(kPersonName, item.holder());
  return "Ông, bà " + std::string{rows.next() ? rows.text(0) : std::string_view{}} + " đã nhận việc này" +
         (item.held_since ? " lúc " + base::format_date_time(*item.held_since) : std::string{}) + ".";
}

}  // namespace

// Names a Permit's friend; decides for one actor and one item.
class Authorizer {
 public:
  Authorizer(db::Connection& db, const Actor& actor, const Item& item, base::UtcTime now) : db_(db), actor_(actor), item_(item), now_(now) {}

  base::Result<Permit> decide(const Transition& transition) {
    Permit permit;
    permit.person_ = actor_.person;
    permit.account_ = actor_.account;
    permit.action_ = transition.action;
    permit.item_ = item_.id;
    permit.row_version_ = item_.row_version;
    if (!holds(transition.right, permit))
      return base::fail(FaultKind::Forbidden, ended_delegation(transition.right) + elsewhere(transition.right) +
                                                  "Việc này dành cho: " + std::string{label_of(transition.right)} + ".");
    const bool is_check = transition.right == Right::Verifier || transition.right == Right::FinalChecker;
    if (is_check && is_four_eyes_on() && has_written())
      return base::fail(FaultKind::Forbidden,
                        "Ông, bà đã viết hoặc biên tập bài này nên không xác thực, không kiểm tra lần cuối bài này.");
    if (is_check && transition.action != Action::Claim)
      if (const std::string other = taken_by_other(transition.right); !other.empty()) return base::fail(FaultKind::Forbidden, other);
    if ((transition.action == Action::OrderUrgent || transition.action == Action::PublishUrgent) && !is_on("urgent_publication"))
      return base::fail(FaultKind::NotAllowedNow, "Đăng khẩn đang tắt trong cài đặt của Ban Biên tập.");
    if (transition.right == Right::SecondPerson && actor_.person == item_.purge_asked_by)
      return base::fail(FaultKind::Forbidden, "Ông, bà đã đề nghị tiêu hủy nên người khác duyệt việc này.");
    return permit;
  }

  base::Result<ClockPermit> decide(ClockAct act, const duty::Duty& duty, const duty::Clock& clock) {
    Permit by;
    const bool is_allowed = is_head(by) || (act != ClockAct::Extend && duty.party != "board" && holds(Right::Secretary, by));
    if (!is_allowed)
      return base::fail(FaultKind::Forbidden, act == ClockAct::Extend || duty.party == "board"
                                                  ? "Việc này dành cho Trưởng Ban Biên tập hoặc người được ủy quyền thay mặt Trưởng Ban."
                                                  : "Việc này dành cho Trưởng Ban Biên tập hoặc Thư ký Ban Biên tập.");
    ClockPermit permit;
    permit.person_ = actor_.person;
    permit.account_ = actor_.account;
    permit.act_ = act;
    permit.item_ = item_.id;
    permit.clock_ = clock.id;
    permit.authority_ = by.authority_;
    return permit;
  }

  static Permit creator(const Actor& actor, std::string authority) {
    Permit permit;
    permit.person_ = actor.person;
    permit.account_ = actor.account;
    permit.authority_ = std::move(authority);
    return permit;
  }

  static void bind(Permit& permit, base::ItemId item, unsigned row_version) {
    permit.item_ = item;
    permit.row_version_ = row_version;
  }

 private:
  bool by_role(Role role, std::string_view words, Permit& permit) const {
    if (!actor_.has(role)) return false;
    permit.authority_ = words;
    permit.grant_ = access::RoleGrant{role, {}};
    return true;
  }

  // The first of the actor's roles that `fits`.
  template <typename Fits>
  void grant_of(Permit& permit, Fits fits) const {
    const auto found = std::find_if(actor_.roles.begin(), actor_.roles.end(), fits);
    if (found != actor_.roles.end()) permit.grant_ = *found;
  }

  bool by_delegation(std::string_view act, Permit& permit) {
    if (!actor_.has_content_role()) return false;
    auto rows = db_.query(kDelegation, actor_.person, act, now_, now_, item_.section, item_.section);
    if (!rows.next()) return false;
    permit.delegation_ = rows.id<base::DelegationId>(0);
    permit.authority_ = "Ủy quyền " + std::string{rows.text(1)};
    return true;
  }

  static bool on_board(Role role) { return role == Role::BoardMember || role == Role::BoardDeputy || role == Role::BoardHead || role == Role::Secretary; }
  static bool heads(Role role) { return role == Role::UnitHead || role == Role::LocalUnit; }
  static bool writes(Role role) {
    return std::any_of(access::capability_table().begin(), access::capability_table().end(),
                       [role](const access::CapabilityRow& row) { return row.capability == access::Capability::WriteItem && row.role == role; });
  }

  bool is_board() const {
    return std::any_of(actor_.roles.begin(), actor_.roles.end(), [](const access::RoleGrant& grant) { return on_board(grant.role); });
  }

  bool is_head(Permit& permit) {
    return by_role(Role::BoardHead, "Trưởng Ban Biên tập", permit) || (is_board() && by_delegation("act_as_head", permit));
  }

  bool holds(Right right, Permit& permit) {
    switch (right) {
      case Right::Author:
        // The role that was taken away, or rests behind a one-time password, does not act for its person either (D6.3).
        if (actor_.person != item_.author || !access::may(actor_, access::Capability::WriteItem)) return false;
        permit.authority_ = "Người viết";
        grant_of(permit, [&](const access::RoleGrant& grant) { return writes(grant.role) && grant.unit == item_.unit; });
        if (!permit.grant_) grant_of(permit, [](const access::RoleGrant& grant) { return writes(grant.role); });
        return true;
      case Right::UnitHead:
        if (!actor_.has(Role::UnitHead, item_.unit) && !actor_.has(Role::LocalUnit, item_.unit)) return false;
        permit.authority_ = "Lãnh đạo đơn vị";
        grant_of(permit, [&](const access::RoleGrant& grant) { return heads(grant.role) && grant.unit == item_.unit; });
        return true;
      case Right::Secretary:
        return by_role(Role::Secretary, "Thư ký Ban Biên tập", permit) || by_delegation("act_as_secretary", permit);
      case Right::Editor:
        if (actor_.person != item_.assigned_to || !is_board()) return false;
        permit.authority_ = "Thành viên Ban Biên tập được giao biên tập";
        grant_of(permit, [](const access::RoleGrant& grant) { return on_board(grant.role); });
        return true;
      case Right::Verifier: return is_head(permit) || (is_board() && by_delegation("verify", permit));
      case Right::FinalChecker: return is_head(permit) || (is_board() && by_delegation("final_check", permit));
      case Right::Holder:
        if (actor_.person != item_.checked_by || !actor_.has_content_role()) return false;
        permit.authority_ = "Người đang giữ việc kiểm tra";
        return true;
      case Right::BoardMember:
        return is_head(permit) || by_role(Role::BoardMember, "Thành viên Ban Biên tập", permit) ||
               by_role(Role::BoardDeputy, "Phó Trưởng Ban Biên tập", permit) || by_role(Role::Secretary, "Thư ký Ban Biên tập", permit);
      case Right::BoardHead: return is_head(permit);
      case Right::Leadership: return by_role(Role::Director, "Lãnh đạo Sở", permit);
      case Right::Supplier: {
        Permit author;
        if (holds(Right::Author, author)) {
          permit.authority_ = author.authority_;
          permit.grant_ = author.grant_;
        } else if (!holds(Right::UnitHead, permit)) return false;
        return true;
      }
      case Right::Anyone:
        if (!actor_.has_content_role()) return false;
        permit.authority_ = "Người báo";
        grant_of(permit, [](const access::RoleGrant& grant) { return access::is_content_role(grant.role); });
        return true;
      case Right::HeadOrDirector:
      case Right::SecondPerson: return is_head(permit) || by_role(Role::Director, "Lãnh đạo Sở", permit);
    }
    return false;
  }

  // Who took the check does it, while they still may; the head, whose delegates they are, may always (D15.2, D15.3). Nobody: "".
  std::string taken_by_other(Right right) {
    Permit head;
    if (!item_.checked_by.is_set() || item_.checked_by == actor_.person || is_head(head)) return "";
    const std::string day = base::format_iso(now_).substr(0, 10);
    auto still = db_.query(kMayStillCheck, item_.checked_by, day, day, item_.checked_by, right == Right::Verifier ? "verify" : "final_check", now_, now_,
                           item_.section, item_.section);
    if (!still.next() || !still.flag(0)) return "";
    return words_of_holder(db_, item_) + " Muốn làm thay thì nhờ người đó trả lại việc, hoặc Trưởng Ban Biên tập giao lại.";
  }

  bool is_four_eyes_on() {
    auto rows = db_.query(kSetting, "four_eyes");
    return !rows.next() || rows.text(0) != "0";  // on unless the row says otherwise
  }

  // "Ủy quyền 03/QĐ-BBT đã hết hiệu lực lúc 28/11/2026 23:59. ": who began an act under it learns why it is not done (D15.2, D19.2).
  std::string ended_delegation(Right right) {
    const std::string_view act = right == Right::Verifier       ? "verify"
                                 : right == Right::FinalChecker ? "final_check"
                                 : right == Right::Secretary    ? "act_as_secretary"
                                 : right == Right::BoardHead || right == Right::HeadOrDirector ? "act_as_head"
                                                                                              : "";
    if (act.empty()) return "";
    auto rows = db_.query(kEndedDelegation, actor_.person, act, now_, now_, now_, now_);
    if (!rows.next()) return "";
    return "Ủy quyền " + std::string{rows.text(0)} + (rows.flag(2) ? " đã bị thu hồi lúc " : " đã hết hiệu lực lúc ") + base::format_date_time(rows.time(1)) + ". ";
  }

  // "Vai trò lãnh đạo của ông, bà ở đơn vị khác. ", "Ủy quyền 05/QĐ-BBT không gồm chuyên mục của bài. ": what the person holds, but not for this item.
  std::string elsewhere(Right right) {
    const bool leads = std::any_of(actor_.roles.begin(), actor_.roles.end(), [](const access::RoleGrant& grant) { return heads(grant.role); });
    if (right == Right::UnitHead && leads) return "Vai trò lãnh đạo của ông, bà ở đơn vị khác, không phải đơn vị của bài. ";
    const std::string_view act = right == Right::Verifier ? "verify" : right == Right::FinalChecker ? "final_check" : "";
    if (act.empty() || !is_board()) return "";
    auto rows = db_.query(kDelegationElsewhere, actor_.person, act, now_, now_);
    return rows.next() ? "Ủy quyền " + std::string{rows.text(0)} + " không gồm chuyên mục của bài. " : "";
  }

  // A rule of the board that is off unless its row says otherwise.
  bool is_on(std::string_view setting) {
    auto rows = db_.query(kSetting, setting);
    return rows.next() && rows.text(0) == "1";
  }

  bool has_written() { return db_.query(kHasWritten, item_.id, actor_.person).next(); }

  db::Connection& db_;
  const Actor& actor_;
  const Item& item_;
  base::UtcTime now_;
};

bool may_see(const Actor& actor, const Item& item) {
  if (!actor.is_staff()) return false;
  if (actor.person == item.author) return true;
  const bool is_own_draft = item.state == State::Draft || item.state == State::Discarded;
  if (is_own_draft && !item.is_published()) return false;  // a draft is its author's alone
  if (actor.has(Role::UnitHead, item.unit) || actor.has(Role::LocalUnit, item.unit)) return true;
  const bool reached_board = item.supplied_at.has_value() || item.is_published();
  constexpr std::array kBoard{Role::Secretary, Role::BoardMember, Role::BoardDeputy, Role::BoardHead, Role::Director};
  for (const Role role : kBoard)
    if (actor.has(role)) return reached_board;
  return false;
}

bool may_see(db::Connection& db, const Actor& actor, const Item& item, base::UtcTime now) {
  if (may_see(actor, item)) return true;
  return actor.has_content_role() && item.supplied_at &&
         db.query(kDelegation, actor.person, "act_as_secretary", now, now, item.section, item.section).next();
}

base::Result<Permit> authorize(db::Connection& db, const Actor& actor, Action action, const Item& item, base::UtcTime now) {
  if (!may_see(db, actor, item, now)) return base::fail(FaultKind::NotFound, "Không tìm thấy bài này.");
  if (!item.state)
    return base::fail(FaultKind::NotAllowedNow, "Bài đang ở trạng thái của một phiên bản phần mềm mới hơn; chỉ đọc được.");
  const Transition* transition = find_transition(*item.state, action, item.facts());
  if (transition == nullptr && action == Action::Claim && item.holder().is_set())  // two claimed at once, and the other was first
    return base::fail(FaultKind::NotAllowedNow, item.holder() == actor.person ? "Ông, bà đã nhận việc này rồi." : words_of_holder(db, item));
  if (transition == nullptr && ((action == Action::Verify && !item.needs_verify) || (action == Action::PassFinal && !item.needs_final_check)))
    return base::fail(FaultKind::NotAllowedNow, "Theo quyết định của Ban Biên tập, bài không phải qua bước “" + std::string{label_of(action)} + "” (D12.1).");
  if (transition == nullptr)
    return base::fail(FaultKind::NotAllowedNow, "Bài đang ở trạng thái “" + std::string{label_of(*item.state)} + "” nên không còn làm được việc “" +
                                                    std::string{label_of(action)} + "”.");
  return Authorizer(db, actor, item, now).decide(*transition);
}

base::Result<ClockPermit> authorize_clock(db::Connection& db, const Actor& actor, ClockAct act, const Item& item, const duty::Duty& duty,
                                          const duty::Clock& clock, base::UtcTime now) {
  if (!may_see(db, actor, item, now) || clock.item != item.id) return base::fail(FaultKind::NotFound, "Không tìm thấy thời hạn này.");
  if (!item.state)
    return base::fail(FaultKind::NotAllowedNow, "Bài đang ở trạng thái của một phiên bản phần mềm mới hơn; chỉ đọc được.");
  auto permit = Authorizer(db, actor, item, now).decide(act, duty, clock);
  if (!permit) return permit;
  if (!clock.is_open()) return base::fail(FaultKind::NotAllowedNow, "Thời hạn này đã kết thúc.");
  const bool counts_office_time = duty.unit == "working_days" || duty.unit == "working_hours";
  if (act == ClockAct::Pause && !counts_office_time)
    return base::fail(FaultKind::NotAllowedNow, "Thời hạn tính theo ngày lịch không tạm dừng được.");
  if (act == ClockAct::Pause && clock.is_paused()) return base::fail(FaultKind::NotAllowedNow, "Thời hạn này đang tạm dừng.");
  if (act == ClockAct::Resume && !clock.is_paused()) return base::fail(FaultKind::NotAllowedNow, "Thời hạn này không đang tạm dừng.");
  if (act == ClockAct::Extend) {
    const unsigned has = clock.amount.value_or(duty.amount.value_or(0));
    if (!duty.extended_amount || has >= *duty.extended_amount)
      return base::fail(FaultKind::NotAllowedNow, "Thời hạn này không gia hạn được" + std::string{duty.extended_amount ? " nữa." : "."});
    if (clock.times.due && now > *clock.times.due) return base::fail(FaultKind::NotAllowedNow, "Đã quá hạn nên không gia hạn được nữa.");
  }
  return permit;
}

std::vector<AllowedAction> allowed_actions(db::Connection& db, const Actor& actor, const Item& item, base::UtcTime now) {
  std::vector<AllowedAction> allowed;
  if (!item.state || !may_see(db, actor, item, now)) return allowed;
  for (const Action action : kAllActions) {
    const Transition* transition = find_transition(*item.state, action, item.facts());
    if (transition == nullptr) continue;
    const auto permit = Authorizer(db, actor, item, now).decide(*transition);
    if (permit) {
      allowed.push_back({transition, permit->authority(), ""});
    } else if (permit.error().message.rfind("Ông, bà", 0) == 0) {
      allowed.push_back({transition, "", permit.error().message});  // four-eyes: say why the button is not there
    }
  }
  return allowed;
}

Permit permit_for_new_item(const Actor& actor, std::string authority) { return Authorizer::creator(actor, std::move(authority)); }

void bind_permit(Permit& permit, base::ItemId item, unsigned row_version) { Authorizer::bind(permit, item, row_version); }

}  // namespace portal::workflow
