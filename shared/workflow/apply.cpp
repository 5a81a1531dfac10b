#include "shared/workflow/apply.h"

#include <nlohmann/json.hpp>

#include "shared/access/capability.h"
#include "shared/text/unicode.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/clocks.h"
#include "shared/workflow/follow_up.h"
#include "shared/workflow/item_code.h"
#include "shared/workflow/notify.h"
#include "shared/workflow/permit_access.h"
#include "shared/workflow/queries.h"
#include "shared/workflow/requests.h"
#include "shared/workflow/schedule.h"
#include "shared/workflow/unit_change.h"

namespace portal::workflow {
namespace {

using access::Actor;
using access::Role;
using base::FaultKind;
using base::FieldError;

std::string digest_of_version(db::Connection& db, base::ItemId id, unsigned version) {
  auto rows = db.query(kVersionDigest, id, version);
  return rows.next() ? std::string{rows.text(0)} : std::string{};
}

std::string day_of(base::UtcTime now) { return base::format_iso(now).substr(0, 10); }

// The step a Save belongs to, for four-eyes and history.
std::string_view step_of(State state) {
  if (state == State::UnitReview) return "unit";
  if (state == State::Editing) return "edit";
  if (state == State::Verifying) return "verify";
  if (state == State::FinalCheck) return "final_check";
  return "write";
}

void require_reason(const ActRequest& request, std::vector<FieldError>& errors, std::string_view clause) {
  if (request.reason.size() < 5)
    errors.push_back({"reason", "Nêu lý do, ít nhất một câu ngắn.", std::string{clause}});
  else if (text::count_code_points(request.reason) > 4000)
    errors.push_back({"reason", "Lý do dài quá 4.000 ký tự.", std::string{clause}});
}

// What stands behind a ground's code.
struct Ground {
  std::string kind;  // "refuse", "return"; "" for no such ground
  bool is_secret = false;
};
Ground find_ground(db::Connection& db, const std::string& code) {
  if (code.empty()) return {};
  auto rows = db.query(kGround, code);
  if (!rows.next()) return {};
  return {std::string{rows.text(0)}, rows.flag(1)};
}

void require_ground(db::Connection& db, const ActRequest& request, char kind, std::vector<FieldError>& errors) {
  if (kind == 'o' && request.ground.empty()) return;
  const Ground ground = find_ground(db, request.ground);
  if (kind == 'r' && ground.kind != "return") errors.push_back({"ground", "Chọn một căn cứ trả lại.", "D4.2"});
  if (kind == 's' && !ground.is_secret) errors.push_back({"ground", "Chọn căn cứ bí mật nhà nước.", "D12.3b"});
  if ((kind == 'd' || kind == 'o') && ground.kind != "refuse") errors.push_back({"ground", "Chọn một căn cứ từ chối.", "D12.3"});
}

void require_checks(db::Connection& db, const Item& item, std::vector<FieldError>& errors) {
  auto rows = db.query(kMissingChecks, item.id, item.working_version, item.kind);
  while (rows.next()) errors.push_back({"checks[]", "Chưa đánh dấu: " + std::string{rows.text(0)} + ".", "D12.1"});
}

void require_assignee(db::Connection& db, const Item& item, const ActRequest& request, base::UtcTime now, std::vector<FieldError>& errors) {
  if (request.for_group) return;
  const base::PersonId assignee = request.assignee;
  if (item.state == State::Verifying || item.state == State::FinalCheck) {
    const auto may = checkers_of(db, item, now);
    if (std::find(may.begin(), may.end(), assignee) == may.end())
      errors.push_back({"assignee", "Chọn người được ủy quyền làm bước này và chưa viết, chưa biên tập bài.", item.state == State::Verifying ? "D15.2" : "D15.3"});
    return;
  }
  const std::string today = day_of(now);
  if (!assignee.is_set() || !db.query(kIsBoardMember, assignee, today, today).next())
    errors.push_back({"assignee", "Chọn một thành viên Ban Biên tập để giao biên tập.", "D11.1"});
}

void require_classification(db::Connection& db, const ActRequest& request, base::UtcTime now, std::vector<FieldError>& errors) {
  if (!request.section.is_set() || !steps_of_section(db, request.section, now))
    errors.push_back({"section", "Chọn chuyên mục.", "D11.1"});
  if (request.origin.empty()) errors.push_back({"origin", "Ghi rõ nguồn gốc của thông tin.", "D11.1"});
  if (request.purpose.empty()) errors.push_back({"purpose", "Ghi rõ mục đích của thông tin.", "D11.1"});
  if (text::count_code_points(request.origin) > 200 || text::count_code_points(request.purpose) > 200)
    errors.push_back({"origin", "Nguồn gốc và mục đích, mỗi mục không quá 200 ký tự.", "D11.1"});
}

// What the secretary says of the original (D9.1c).
void require_original_facts(const ActRequest& request, std::vector<FieldError>& errors) {
  constexpr std::size_t kMost = 200;
  const auto require = [&errors](const std::string& value, std::string_view field, std::string_view words) {
    if (value.empty()) errors.push_back({std::string{field}, std::string{words}, "D9.1c"});
    else if (text::count_code_points(value) > kMost) errors.push_back({std::string{field}, "Không quá 200 ký tự.", "D9.1c"});
  };
  require(request.original_document, "original_document", "Ghi số, ký hiệu và ngày của bản gốc.");
  require(request.original_signer, "original_signer", request.is_issued_by_other ? "Ghi cơ quan ban hành." : "Ghi người đã ký bản gốc.");
  if (!request.is_issued_by_other) require(request.original_kept, "original_kept", "Ghi nơi lưu bản gốc.");
  else if (text::count_code_points(request.original_kept) > kMost) errors.push_back({"original_kept", "Không quá 200 ký tự.", "D9.1c"});
}

// Everything that the act must bring along and did not.
std::vector<FieldError> missing(db::Connection& db, const Transition& transition, const ActRequest& request, const Item& item, Publisher& publisher,
                                base::UtcTime now) {
  std::vector<FieldError> errors;
  const Needs& needs = transition.needs;
  if (needs.reason) require_reason(request, errors, transition.clause);
  if (needs.ground != 0) require_ground(db, request, needs.ground, errors);
  if (needs.declaration && !request.declared)
    errors.push_back({"declared", "Ông, bà cần cam đoan tự chịu trách nhiệm về tính chính xác của bài.", "D9.1a"});
  if (needs.checklist) require_checks(db, item, errors);
  if (needs.answered && has_open_request(db, item.id))
    errors.push_back({"reason", "Còn yêu cầu xác nhận chưa được trả lời: chờ trả lời, hoặc rút yêu cầu.", "D12.1"});
  if (needs.assignee) require_assignee(db, item, request, now, errors);
  if (needs.classification) require_classification(db, request, now, errors);
  if (needs.complete)
    for (FieldError& error : publisher.problems(db, item, now)) errors.push_back(std::move(error));
  if (request.action == Action::Withdraw && request.withdrawal.mode == WithdrawMode::Notice && text::count_code_points(request.withdrawal.notice) > 500)
    errors.push_back({"notice", "Thông báo cho bạn đọc không quá 500 ký tự.", "D12.3"});
  if (request.action == Action::Withdraw && request.withdrawal.mode == WithdrawMode::Redirect &&
      !publisher.is_readable(db, item, request.withdrawal.redirect_to))
    errors.push_back({"redirect_to", "Ghi địa chỉ một trang đang đăng trên trang này, bắt đầu bằng dấu /, ví dụ /tin-tuc/ten-bai.", "D12.3"});
  if (needs.original) require_original_facts(request, errors);
  if (request.action == Action::Publish || request.action == Action::PublishUrgent)
    if (auto error = original_error(db, item, publisher, now)) errors.push_back(*std::move(error));
  if (request.action == Action::Publish || request.action == Action::PublishUrgent) check_change(item, request.is_minor_change, request.change_note, errors);
  return errors;
}

void tick(db::Connection& db, const Item& item, base::PersonId person, unsigned version, const std::set<std::string>& checks, base::UtcTime now) {
  for (const std::string& code : checks) db.execute(kTickCheck, item.id, version, person, now, item.kind, code);
}

// For the trail: who reads it later needs no other table.
std::string words_of_original(const ActRequest& request) {
  if (request.is_issued_by_other) return "Do cơ quan khác ban hành: " + request.original_signer + ", " + request.original_document + '.';
  return "Bản giấy " + request.original_document + ", người ký: " + request.original_signer + ", lưu tại: " + request.original_kept + '.';
}

// The clocks of D9.3 read these times; each is set once per supply and starts anew when the item was returned: what the unit approved before is not
// what it is asked to approve now.
void stamp_submission(const Transition& transition, Item& item, base::UtcTime now) {
  if (transition.action == Action::SubmitToUnit || transition.action == Action::SubmitPersonal) {
    item.submitted_at = now;
    item.unit_approved_at.reset();
    item.is_personal = transition.action == Action::SubmitPersonal;
  }
  if (transition.action == Action::ApproveUnit) item.unit_approved_at = now;
  if (transition.to == State::Submitted && transition.from != State::Editing && transition.action != Action::Reconsider) item.supplied_at = now;
}

// The steps are fixed when the secretary classifies (D12.1); moving to another section fixes them anew, and the kind with them: fields and
// checklist are those of the section where readers will find the item.
void classify(db::Connection& db, const ActRequest& request, Item& item, base::UtcTime now) {
  const auto steps = steps_of_section(db, request.section, now);
  if (!steps) return;
  if (item.section != request.section) item.kind = steps->kind;
  item.section = request.section;
  item.needs_verify = steps->needs_verify;
  item.needs_final_check = steps->needs_final_check;
  item.needs_original = steps->needs_original;
  item.origin = request.origin;
  item.purpose = request.purpose;
  if (!request.kind.empty()) item.kind = request.kind;
}

void mark_checks(const Transition& transition, Item& item) {
  if (transition.to == State::Editing || transition.to == State::Draft) {
    item.verified_version = 0;  // an edit after a check voids it
    item.passed_version = 0;
  }
  if (transition.action == Action::Verify) item.verified_version = item.working_version;
  if (transition.to == State::Ready) item.passed_version = item.working_version;
}

void write_item(db::Connection& db, const Item& before, const Item& item, base::UtcTime now) {
  const auto version = [](unsigned v) -> std::optional<unsigned> { return v == 0 ? std::nullopt : std::optional{v}; };
  const std::string_view state = key_of(*item.state);
  const auto done = db.execute(kMoveItem, state, now, state, item.kind, item.section, item.is_personal ? "personal" : "collective", item.assigned_to,
                               item.needs_verify, item.needs_final_check, item.needs_original, item.working_version, version(item.verified_version),
                               version(item.passed_version), version(item.published_version), item.origin, item.purpose, item.submitted_at,
                               item.unit_approved_at, item.supplied_at, item.published_at, item.withdrawn_at, key_of(item.secrecy),
                               item.hidden_at, item.purge_asked_by, key_of(item.awaits), item.flagged_at, item.urgent_ordered_at, item.urgent_at,
                               item.archived_at, item.checked_by, item.held_since, item.id, before.row_version);
  if (done.affected != 1) throw std::logic_error("the locked item changed under us");
}

base::Result<void> stale() {
  return base::fail(FaultKind::Stale, "Bài đã được người khác thay đổi sau khi ông, bà mở trang. Xin xem lại bản mới nhất rồi làm lại.");
}

// Who has the step: taken, given by name or to the group, handed back. A check is taken for as long as the item stands in it.
void keep_holder(const Transition& transition, const Permit& permit, const ActRequest& request, const Item& before, Item& item, base::UtcTime now) {
  const bool is_check = transition.to == State::Verifying || transition.to == State::FinalCheck;
  base::PersonId& holder = is_check ? item.checked_by : item.assigned_to;
  if (transition.from != transition.to) item.checked_by = {};
  if (transition.action == Action::Unreceive) item.assigned_to = {};
  if (transition.needs.assignee) holder = request.for_group ? base::PersonId{} : request.assignee;
  if (request.action == Action::Claim || request.action == Action::ReviseByBoard) holder = permit.person();
  if (request.action == Action::HandBack) holder = {};
  if (item.holder() != before.holder() || transition.from != transition.to) {
    item.held_since.reset();
    if (item.holder().is_set()) item.held_since = now;
  }
}

// What the public sees changes here and nowhere else, in this same transaction.
void update_public(db::Connection& db, const Permit& permit, const ActRequest& request, Item& item, Publisher& publisher, base::UtcTime now) {
  if (request.action == Action::Publish || request.action == Action::PublishUrgent) {
    publisher.publish(db, permit, item, {request.is_minor_change, request.change_note}, now);
    db.execute(kCloseTakedowns, now, item.id, item.passed_version);
    db.execute(kSupersedeTakedowns, now, item.id);
    item.published_version = item.passed_version;
    if (!item.published_at) item.published_at = now;
    item.withdrawn_at.reset();
    renew_cache(db, item, publisher, now);
  }
  if (request.action == Action::Withdraw) {
    const nlohmann::json payload{{"addresses", publisher.addresses(db, item)}, {"item", item.id.value}, {"version", item.published_version}};
    publisher.withdraw(db, permit, item, request.withdrawal, now);
    db.execute(kTakedownJobs, item.id, payload.dump(), now, now);
    item.published_version = 0;
    item.withdrawn_at = now;
    item.archived_at.reset();
  }
  if (request.action == Action::Archive || request.action == Action::Unarchive) {
    if (request.action == Action::Archive) item.archived_at = now;
    else item.archived_at.reset();
    publisher.relist(db, permit, item);
    renew_cache(db, item, publisher, now);
  }
}

}  // namespace

base::Result<Item> apply_transition(db::Connection& db, const Actor& actor, const ActRequest& request, Publisher& publisher, base::UtcTime now) {
  auto found = find_item(db, request.item, true);
  if (!found) return found;
  Item before = *found;
  Item item = before;
  const auto permit = authorize(db, actor, request.action, item, now);
  if (!permit) return tl::unexpected(permit.error());
  if (request.row_version != item.row_version) return tl::unexpected(stale().error());
  const Transition& transition = *find_transition(*item.state, request.action, item.facts());
  if (request.action == Action::Save) return base::fail(FaultKind::BadRequest, "Lưu bài không đi đường này.");

  if (transition.needs.checklist) tick(db, item, permit->person(), item.working_version, request.checks, now);
  if (auto errors = missing(db, transition, request, item, publisher, now); !errors.empty())
    return base::fail(FaultKind::Invalid, "Chưa làm được việc “" + std::string{label_of(request.action)} + "”: còn thiếu thông tin.", std::move(errors));
  if (request.action == Action::Purge && db.query(kHasOpenTakedown, item.id).next())
    return base::fail(FaultKind::NotAllowedNow, "Chưa gỡ xong trên mọi máy chủ nên chưa tiêu hủy được; xin chờ xác nhận gỡ.");
  if (request.action == Action::Publish && item.passed_version != item.working_version)
    return base::fail(FaultKind::NotAllowedNow, "Bản này không phải bản đã qua kiểm tra lần cuối nên không đăng được.");

  if (request.action == Action::DropRevision && item.working_version != item.published_version) {
    // The dropped words stay in the history; the office shows, and the next revision begins with, what readers see.
    if (const auto version = publisher.restore(db, *permit, item, now); !version) return tl::unexpected(version.error());
    found = find_item(db, request.item, true);
    if (!found) return found;
    before = *found;
    item = before;
  }

  item.state = transition.to;
  stamp_submission(transition, item, now);
  if (request.action == Action::Receive) classify(db, request, item, now);
  keep_holder(transition, *permit, request, before, item, now);
  mark_checks(transition, item);
  if (request.action == Action::PublishUrgent) item.passed_version = item.working_version;
  if (request.action == Action::DropRevision) {
    item.passed_version = item.published_version;
    if (const auto place = publisher.place(db, item)) {
      item.section = place->section;
      item.kind = place->kind;
    }
  }
  // A ground counts where the act asks for one, whatever a form brings along.
  const std::string ground = transition.needs.ground != 0 ? request.ground : std::string{};
  const bool is_secret = find_ground(db, ground).is_secret;
  ActRequest told = request;
  if (is_secret) {
    // Neither title nor a word of it is told to readers on this ground.
    told.withdrawal = {WithdrawMode::Gone, "", ""};
  }
  update_public(db, *permit, told, item, publisher, now);
  keep_secrecy(db, *permit, request, is_secret, item, publisher, now);
  keep_awaited(*permit, request, item, now);
  keep_flags(db, *permit, request, item, now);
  if (request.action == Action::RecordOriginal)
    db.execute(kAddOriginal, item.id, item.working_version, request.is_issued_by_other ? "other" : "paper", request.original_document, request.original_signer,
               request.original_kept, permit->person(), now);
  write_item(db, before, item, now);
  keep_papers(db, *permit, request, before, item, now);
  append_audit(db,
               {item_chain(item.id), permit->person(), permit->account(), request.action, std::string{key_of(*before.state)},
                std::string{key_of(*item.state)}, item.working_version, digest_of_version(db, item.id, item.working_version), permit->authority(),
                ground, request.action == Action::RecordOriginal ? words_of_original(request) : request.reason},
               now);
  follow_clocks(db, item, key_of(request.action), {permit->person(), permit->account(), now}, request.is_minor_change);
  tell_of_act(db, item, request, permit->person(), now);
  follow_schedules(db, item, request.action, now);
  if (request.action == Action::Purge) purge_words(db, *permit, item, publisher);
  return find_item(db, item.id);
}

std::optional<Original> recorded_original(db::Connection& db, const Item& item) {
  auto row = db.query(kOriginal, item.id, item.working_version);
  if (!row.next()) return {};
  return Original{row.text(0) == "other", std::string{row.text(1)}, std::string{row.text(2)}, std::string{row.text(3)}, std::string{row.text(4)}, row.time(5)};
}

std::optional<FieldError> original_error(db::Connection& db, const Item& item, Publisher& publisher, base::UtcTime now) {
  if (!item.needs_original || recorded_original(db, item)) return {};
  const Publisher::Proof proof = publisher.original(db, item, now);
  if (proof.is_verified) return {};
  return FieldError{"original",
                    "Chưa xác nhận được bản gốc có chữ ký của văn bản, số liệu do Lãnh đạo Sở ban hành nên chưa đăng được. " + proof.words +
                        (proof.words.empty() ? "" : " ") +
                        "Đính kèm PDF có chữ ký số mà hệ thống xác thực được, hoặc Thư ký dùng việc “Ghi nhận bản gốc” để ghi bản giấy đã ký.",
                    "D9.1c"};
}

std::optional<SectionSteps> steps_of_section(db::Connection& db, base::SectionId section, base::UtcTime now) {
  const std::string day = day_of(now);
  auto rows = db.query(kSectionSteps, day, day, day, day, day, day, section);
  if (!rows.next()) return {};
  return SectionSteps{rows.flag(0), rows.flag(1), rows.flag(2), std::string{rows.text(3)}};
}

void check_change(const Item& item, bool is_minor, const std::string& note, std::vector<FieldError>& errors) {
  if (!item.is_published()) return;
  if (!is_minor && note.empty())
    errors.push_back({"change_note", "Viết một câu cho bạn đọc biết đã thay đổi gì, hoặc chọn “Sửa nhỏ”.", "D12.3"});
  else if (text::count_code_points(note) > 500)
    errors.push_back({"change_note", "Không quá 500 ký tự.", "D12.3"});
}

std::string next_item_code(db::Connection& db, base::UtcTime now) {
  const std::string year = base::format_iso(now).substr(0, 4);
  std::string digits = std::to_string(db.execute(kNextCounter, "item:" + year).last_id);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return "TB-" + year + "-" + digits;
}

base::Result<Permit> create_item(db::Connection& db, const Actor& actor, const NewItem& item, base::UtcTime now) {
  const bool is_own_unit = actor.home_unit == item.unit || actor.has(Role::Contributor, item.unit) || actor.has(Role::UnitHead, item.unit) ||
                           actor.has(Role::LocalUnit, item.unit);
  if (!access::may(actor, access::Capability::WriteItem) || !is_own_unit || item.author != actor.person)
    return base::fail(FaultKind::Forbidden, "Ông, bà chỉ viết bài cho đơn vị của mình.");
  if (std::string why = why_unit_ended(db, item.unit, now); !why.empty())
    return base::fail(FaultKind::Forbidden, why + " Xin chọn đơn vị đang hoạt động.");
  const std::string day = day_of(now);
  const auto made = db.execute(kCreateItem, next_item_code(db, now), item.module, item.kind, item.title, item.unit, item.author,
                               item.is_personal ? "personal" : "collective", now, day, day, day, day, day, day, item.event_at, now, item.section);
  if (made.affected != 1) return base::fail(FaultKind::Invalid, "Chọn chuyên mục.", {{"section", "Chọn chuyên mục.", "D5"}});
  Permit permit = permit_for_new_item(actor, "Người viết");
  bind_permit(permit, base::ItemId{made.last_id}, 1);
  append_audit(db, {item_chain(permit.item()), permit.person(), permit.account(), "create", "", "draft", 0, "", permit.authority(), "", ""}, now);
  if (const auto made_item = find_item(db, permit.item()); made_item && made_item->event_at)
    follow_clocks(db, *made_item, "create", {permit.person(), permit.account(), now});
  return permit;
}

base::Result<unsigned> record_version(db::Connection& db, const Permit& permit, const VersionInfo& info, base::UtcTime now) {
  const auto item = find_item(db, permit.item(), true);
  if (!item) return tl::unexpected(item.error());
  if (item->row_version != permit.row_version() || !item->state) return tl::unexpected(stale().error());
  const unsigned version = item->working_version + 1;
  base::SectionId section = item->section;
  std::string kind = item->kind;
  if (info.section.is_set() && info.section != item->section && !item->supplied_at && !item->is_published()) {
    const auto steps = steps_of_section(db, info.section, now);
    if (!steps) return base::fail(FaultKind::Invalid, "Chọn chuyên mục.", {{"section", "Chọn chuyên mục.", "D5"}});
    section = info.section;
    kind = steps->kind;
  }
  db.execute(kAddVersion, item->id, version, permit.person(), permit.account(), step_of(*item->state), info.content_digest, now);
  db.execute(kSetVersion, version, info.title, info.event_at, section, kind, item->id, item->row_version);
  append_audit(db,
               {item_chain(item->id), permit.person(), permit.account(), Action::Save, std::string{key_of(*item->state)},
                std::string{key_of(*item->state)}, version, info.content_digest, permit.authority(), "", info.note},
               now);
  // D9.3: a corrected event time or kind moves the item's clocks.
  if (info.event_at != item->event_at || kind != item->kind) {
    Item changed = *item;
    changed.event_at = info.event_at;
    changed.kind = kind;
    follow_clocks(db, changed, key_of(Action::Save), {permit.person(), permit.account(), now});
  }
  return version;
}

base::Result<bool> record_checks(db::Connection& db, const Permit& permit, unsigned version, const std::set<std::string>& checks, base::UtcTime now) {
  const auto item = find_item(db, permit.item());
  if (!item) return tl::unexpected(item.error());
  if (item->state != State::Editing && item->state != State::Verifying && item->state != State::FinalCheck)
    return base::fail(FaultKind::NotAllowedNow, "Phiếu kiểm tra chất lượng do Ban Biên tập đánh dấu trong các bước biên tập, xác thực, kiểm tra lần cuối (D12.1).");
  std::vector<std::string> dropped;
  {
    auto rows = db.query(kTickedChecks, item->id, version);
    while (rows.next())
      if (std::string code{rows.text(0)}; !checks.contains(code)) dropped.push_back(std::move(code));
  }
  for (const std::string& code : dropped) db.execute(kUntickCheck, item->id, version, code);
  tick(db, *item, permit.person(), version, checks, now);
  return true;
}

}  // namespace portal::workflow
