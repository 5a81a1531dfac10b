// The panel's view: model -> template dictionaries. No SQL, no decision about rights (allowed_actions made it).
#include <algorithm>
#include <array>

#include "shared/office/fields.h"
#include "shared/office/panel.h"
#include "shared/office/requests.h"
#include "shared/office/schedule.h"
#include "shared/workflow/act_name.h"
#include "shared/workflow/idempotency.h"

namespace portal::office {
namespace {

using workflow::Action;
using workflow::AllowedAction;
using workflow::State;

// The acts that carry an item on; the first allowed one is the primary button.
constexpr std::array kForward{Action::SubmitToUnit, Action::SubmitPersonal, Action::ApproveUnit, Action::Receive,    Action::FinishEdit, Action::Verify,
                              Action::PassFinal,    Action::Publish,        Action::Restore,     Action::Amend,      Action::Reconsider, Action::ReviewTakedown,
                              Action::PublishUrgent, Action::CheckUrgent,    Action::AnswerFlag,  Action::Rework,     Action::Claim};
// What may be done with what is up, folded away: none of it is the next step.
constexpr std::array kAside{Action::Flag, Action::AskReview, Action::ReviewKeep, Action::ReviewUpdate, Action::Archive};
constexpr std::array kBackward{Action::HandBack,       Action::Unreceive,      Action::ReturnFromUnit, Action::ReturnToSender, Action::SendBack, Action::Reopen,
                               Action::Refuse,         Action::Withdraw,       Action::Discard,  Action::DropRevision,
                               Action::Hide,           Action::Purge,          Action::AskPurge};

template <std::size_t N>
bool is_in(const std::array<Action, N>& list, Action action) {
  return std::find(list.begin(), list.end(), action) != list.end();
}

std::string_view icon_of(Action action) {
  switch (action) {
    case Action::Save: return "pencil";
    case Action::SubmitToUnit:
    case Action::SubmitPersonal:
    case Action::FinishEdit: return "send";
    case Action::ApproveUnit:
    case Action::Verify:
    case Action::PassFinal: return "badge-check";
    case Action::Receive: return "inbox";
    case Action::Publish: return "globe";
    case Action::Claim: return "user-check";
    case Action::Reassign: return "user-plus";
    case Action::Unreceive: return "undo-2";
    case Action::HandBack: return "undo-2";
    case Action::ReturnFromUnit:
    case Action::ReturnToSender:
    case Action::SendBack: return "corner-up-left";
    case Action::Reopen:
    case Action::Reconsider:
    case Action::Rework: return "rotate-ccw";
    case Action::Amend: return "file-pen";
    case Action::Refuse: return "ban";
    case Action::Withdraw: return "eye-off";
    case Action::Discard:
    case Action::DropRevision: return "trash-2";
    case Action::Restore: return "undo-2";
    case Action::RecordOriginal: return "file-check";
    case Action::ReviewTakedown:
    case Action::ReviewKeep:
    case Action::CheckUrgent: return "circle-check";
    case Action::OrderUrgent:
    case Action::PublishUrgent: return "triangle-alert";
    case Action::DropUrgent: return "undo-2";
    case Action::Flag: return "circle-alert";
    case Action::AnswerFlag: return "send";
    case Action::AskReview: return "eye";
    case Action::ReviewUpdate: return "refresh-cw";
    case Action::Archive: return "archive";
    case Action::Unarchive: return "undo-2";
    case Action::Hide: return "lock";
    case Action::Unhide: return "eye";
    case Action::AskPurge:
    case Action::Purge: return "trash-2";
    case Action::DropPurge: return "undo-2";
    case Action::ReviseByAuthor:
    case Action::ReviseByBoard: return "file-pen";
  }
  return "send";
}

// The forward act that fits the item: a personal item goes to the board itself (D9.1a), what is said to be outdated is brought up to date (D9.3f).
std::optional<Action> primary_of(const Panel& panel) {
  if (panel.item.flagged_at && panel.allows(Action::ReviseByAuthor)) return Action::ReviseByAuthor;
  if (panel.item.is_personal && panel.allows(Action::SubmitPersonal)) return Action::SubmitPersonal;
  for (const Action action : kForward)
    if (panel.allows(action)) return action;
  return {};
}

int rank_of(Action action, std::optional<Action> primary) {
  if (action == primary) return 0;
  if (action == Action::Save) return 1;
  return is_in(kBackward, action) ? 3 : 2;
}

// The template's section for the second of the two keys that press the button ("V rồi N"); nothing for acts that are not done in passing.
const char* key_for(Action action, bool is_primary) {
  if (action == Action::Claim) return "KEY_N";
  if (action == Action::HandBack) return "KEY_T";
  if (action == Action::Reassign) return "KEY_G";
  if (action == Action::Save) return "KEY_S";
  return is_primary ? "KEY_C" : nullptr;
}

void fill_act(view::Dict& list, const PanelHost& host, const Panel& panel, const AllowedAction& allowed, std::optional<Action> primary) {
  const Action action = allowed.transition->action;
  const std::string item_url = host.item_url(panel.item.id);
  view::Dict act = list.section("ACT");
  // A new version of something that readers see says what has changed (D12.3).
  const bool asks_change = action == Action::Publish && panel.item.is_published();
  // A checklist that is ticked for this version already asks for nothing more.
  workflow::Transition asked = *allowed.transition;
  if (std::all_of(panel.checks.begin(), panel.checks.end(), [](const workflow::CheckLine& line) { return line.is_ticked; })) asked.needs.checklist = false;
  const bool is_link = action == Action::Save || asks_change || needs_form(asked);
  view::Dict kind = act.section(is_link ? "ACT_LINK" : "ACT_FORM");
  kind.set("ACT_URL", action == Action::Save ? item_url + "/sua" : item_url + "/viec/" + slug_of(action));
  kind.set("ACT_ICON", icon_of(action));
  kind.set("ACT_LABEL", button_of(*allowed.transition));
  if (const char* key = key_for(action, action == primary)) kind.show(key);
  kind.show("SECONDARY", action != primary && !is_in(kBackward, action));
  kind.show("DANGER", action != primary && is_in(kBackward, action));
  if (is_link) return;
  kind.set("KEY", workflow::new_form_key());
  kind.set("ROW_VERSION", std::int64_t{panel.item.row_version});
  kind.show("ASK_DROP", action == Action::DropRevision);
}

void fill_acts(view::Dict& part, const PanelHost& host, const Panel& panel) {
  const std::optional<Action> primary = primary_of(panel);
  std::vector<const AllowedAction*> order;
  std::vector<const AllowedAction*> aside;
  for (const AllowedAction& allowed : panel.actions)
    if (allowed.why_not.empty()) (is_in(kAside, allowed.transition->action) ? aside : order).push_back(&allowed);
  std::stable_sort(order.begin(), order.end(), [&](const AllowedAction* a, const AllowedAction* b) {
    return rank_of(a->transition->action, primary) < rank_of(b->transition->action, primary);
  });
  if (!aside.empty()) {
    view::Dict list = part.section("ASIDE");
    for (const AllowedAction* allowed : aside) fill_act(list, host, panel, *allowed, primary);
  }
  if (order.empty()) {
    if (aside.empty()) part.show("NO_ACTS");
  } else {
    view::Dict list = part.section("ACTS");
    for (const AllowedAction* allowed : order) fill_act(list, host, panel, *allowed, primary);
  }
  std::vector<std::string> said;
  for (const AllowedAction& allowed : panel.actions) {
    if (allowed.why_not.empty() || std::find(said.begin(), said.end(), allowed.why_not) != said.end()) continue;
    said.push_back(allowed.why_not);
    part.section("WHY_NOT").set("WHY_NOT_TEXT", allowed.why_not);
  }
  if (!panel.problems.empty()) {
    view::Dict missing = part.section("MISSING");
    for (const base::FieldError& problem : panel.problems) {
      const std::string clause = problem.clause.empty() ? "" : " (" + problem.clause + ")";
      missing.section("MISSING_ITEM").set("MISSING_TEXT", problem.message + clause);
    }
  }
}

// D12.3b: what is hidden, and where copies may remain that no program reaches.
void fill_secrecy(view::Dict& part, const Panel& panel) {
  if (!panel.item.is_hidden()) return;
  view::Dict secret = part.section("SECRET");
  secret.set("SECRET_AT", panel.item.hidden_at ? base::format_date_time(*panel.item.hidden_at) : std::string{});
  secret.show(panel.item.secrecy == workflow::Secrecy::Purged ? "SECRET_PURGED" : "SECRET_HIDDEN");
  if (panel.item.secrecy == workflow::Secrecy::PurgeAsked) secret.section("SECRET_ASKED").set("SECRET_ASKER", panel.purge_asker);
  if (panel.copies.empty()) return;
  view::Dict list = secret.section("COPIES");
  for (const std::string& copy : panel.copies) list.section("COPY").set("COPY_WHERE", copy);
}

// Why it came back, was refused or taken down, beside the act that answers it: in the words of who brought it into this state.
std::string reason_of(const Panel& panel) {
  constexpr std::array kSayWhy{Action::ReturnFromUnit, Action::ReturnToSender, Action::Refuse, Action::Withdraw,
                               Action::SendBack,       Action::Reopen,         Action::Rework};
  if (panel.item.is_hidden() || !panel.item.state) return {};
  std::string_view state = workflow::key_of(*panel.item.state);
  for (auto entry = panel.history.rbegin(); entry != panel.history.rend(); ++entry) {
    if (!entry->action || entry->to_state != state || entry->from_state == entry->to_state) continue;
    if (entry->action == Action::Amend) {  // taken up again by its author: what the refusal said still holds
      state = workflow::key_of(State::Refused);
      continue;
    }
    if (!is_in(kSayWhy, *entry->action) || entry->note.empty()) return {};
    const std::string ground = entry->ground_label.empty() ? "" : entry->ground_label + ". ";
    return entry->person_name + " " + std::string{workflow::past_of(*entry->action)} + ": " + ground + entry->note;
  }
  return {};
}

// What somebody must still look at, in words (D12.3, D13.3, D15.3).
void fill_awaited(view::Dict& part, const Panel& panel) {
  const workflow::Item& item = panel.item;
  const auto say = [&part](std::string_view words) { part.section("AWAITED").set("AWAITED_TEXT", words); };
  if (const std::string reason = reason_of(panel); !reason.empty()) say(reason);
  if (item.urgent_ordered_at) say("Lãnh đạo Sở đã chỉ đạo đăng khẩn: Thư ký đăng được ngay khi đủ phiếu kiểm tra; sau đó bài phải được kiểm tra lại.");
  if (item.flagged_at) {
    const auto open = std::find_if(panel.flags.begin(), panel.flags.end(), [](const workflow::Flag& flag) { return flag.state == "open"; });
    const std::string what = open == panel.flags.end() || item.is_hidden() ? std::string{} : " Điều được báo: " + open->note;
    say("Có báo thông tin không còn đúng: người viết hoặc lãnh đạo đơn vị cung cấp lại nội dung, hoặc trả lời." + what);
  }
  switch (item.awaits) {
    case workflow::Awaits::Nothing: return;
    case workflow::Awaits::TakedownReview: return say("Việc gỡ này chờ Trưởng Ban Biên tập xem lại, chậm nhất ngày làm việc tiếp theo.");
    case workflow::Awaits::UrgentCheck: return say("Bài đã đăng khẩn trước khi kiểm tra, còn phải được kiểm tra lại.");
    case workflow::Awaits::Review: return say("Ban Biên tập yêu cầu rà soát bài này.");
  }
}

void fill_flags(view::Dict& side, const Panel& panel) {
  if (panel.flags.empty() || panel.item.is_hidden()) return;
  view::Dict card = side.section("FLAGS");
  for (const workflow::Flag& flag : panel.flags) {
    view::Dict row = card.section("FLAG");
    const bool is_open = flag.state == "open";
    add_chip(row, "FLAG_CHIP", is_open ? "amber" : "green", is_open ? "hourglass" : "circle-check",
             is_open                       ? "Chờ đơn vị"
             : flag.state == "new_version" ? "Đã có bản mới"
             : flag.state == "answered"    ? "Đã trả lời"
                                           : "Đã khép lại");
    row.set("FLAG_BY", flag.source == "reader" ? std::string{"Bạn đọc"} : flag.source == "review" ? flag.person_name + " (rà soát)" : flag.person_name);
    row.set("FLAG_AT", base::format_date_time(flag.made_at));
    row.set("FLAG_NOTE", flag.note);
    row.set_if("FLAG_ANSWERED", "FLAG_ANSWER", flag.answer.empty() ? std::string{} : flag.ended_by_name + ": " + flag.answer);
  }
}

void fill_steps(view::Dict& part, const workflow::Item& item) {
  // Behind it all: seven done steps would only push what can be done now down the page; the history has them.
  if (item.state == State::Published || item.state == State::Archived) return;
  const std::vector<Step> steps = steps_of(item);
  if (steps.empty()) return;
  view::Dict list = part.section("STEPS");
  for (const Step& step : steps) {
    view::Dict row = list.section("STEP");
    row.set("STEP_LABEL", step.label);
    row.set("STEP_ICON", step.state == StepState::Done ? "circle-check" : (step.state == StepState::Here ? "circle-dot" : "circle"));
    row.show("STEP_DONE", step.state == StepState::Done);
    row.show("STEP_HERE", step.state == StepState::Here);
  }
}

void fill_takedown(view::Dict& part, const Panel& panel) {
  if (!panel.takedown) return;
  const Takedown& takedown = *panel.takedown;
  if (takedown.is_republished) {
    view::Dict old = part.section("TAKEDOWN_OLD");
    old.set("TAKEDOWN_NODES", takedown.nodes);
    old.set_if("TAKEDOWN_ERROR_SHOWN", "TAKEDOWN_ERROR", takedown.error);
    return;
  }
  if (takedown.is_confirmed()) {
    view::Dict done = part.section("TAKEDOWN_DONE");
    done.set("TAKEDOWN_NODES", takedown.nodes);
    done.set("TAKEDOWN_AT", takedown.last_at ? base::format_date_time(*takedown.last_at) : std::string{});
    return;
  }
  view::Dict waiting = part.section("TAKEDOWN_WAITING");
  waiting.set("TAKEDOWN_NODES", takedown.nodes);
  waiting.set("TAKEDOWN_CONFIRMED", takedown.confirmed);
  waiting.set_if("TAKEDOWN_ERROR_SHOWN", "TAKEDOWN_ERROR", takedown.error);
}

std::string held_by(const Panel& panel) {
  return panel.holder_name + (panel.item.held_since ? ", từ " + base::format_date_time(*panel.item.held_since) : std::string{});
}

// One line under the acts: whose turn it is, so that the others know whom to ask.
std::string whose_turn(const Panel& panel) {
  if (!panel.item.state) return "Bài ở trạng thái của phiên bản phần mềm mới hơn; ở đây chỉ đọc được.";
  switch (*panel.item.state) {
    case State::Draft:
    case State::Returned: return "Đang ở người viết: " + panel.author.name + ".";
    case State::UnitReview: return "Đang chờ lãnh đạo " + panel.unit_name + " duyệt.";
    case State::Submitted: return "Đang chờ Thư ký Ban Biên tập tiếp nhận, phân loại.";
    case State::Editing:
      return panel.holder_name.empty() ? "Chưa ai nhận biên tập: thành viên Ban Biên tập nào cũng nhận được." : "Người biên tập: " + held_by(panel) + ".";
    case State::Verifying:
      if (!panel.holder_name.empty()) return "Người xác thực: " + held_by(panel) + ".";
      return "Đang chờ Trưởng ban hoặc người được ủy quyền xác thực. Ai đã viết hoặc biên tập bài thì không xác thực bài đó.";
    case State::FinalCheck:
      if (!panel.holder_name.empty()) return "Người kiểm tra lần cuối: " + held_by(panel) + ".";
      return "Đang chờ Trưởng ban hoặc người được ủy quyền kiểm tra lần cuối. Ai đã viết hoặc biên tập bài thì không kiểm tra bài đó.";
    case State::Ready: return "Đang chờ Thư ký Ban Biên tập đăng đúng bản đã qua kiểm tra lần cuối.";
    case State::Published: return "Bạn đọc đang xem bài này.";
    case State::Withdrawn: return "Bài không còn trên trang công khai.";
    case State::Refused: return "Bài không được đăng; vẫn lưu để tra cứu.";
    case State::Discarded: return "Người viết đã bỏ bản soạn này.";
    case State::Archived: return "Bài đã lưu trữ: không còn trong danh sách nào, bạn đọc vẫn mở được ở địa chỉ cũ.";
  }
  return {};
}

void add_fact(view::Dict& part, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  view::Dict row = part.section("FACT");
  row.set("FACT_LABEL", label);
  row.set("FACT_VALUE", value);
}

void add_time(view::Dict& part, std::string_view label, const std::optional<base::UtcTime>& at) {
  if (at) add_fact(part, label, base::format_date_time(*at));
}

void fill_facts(view::Dict& part, const Panel& panel) {
  const workflow::Item& item = panel.item;
  add_fact(part, "Chuyên mục", panel.section_title);
  add_fact(part, "Đơn vị", panel.unit_name);
  add_fact(part, "Nguồn cung cấp", item.is_personal ? "Bài cá nhân" : "Bài của đơn vị");
  if (!item.is_hidden()) {
    add_fact(part, "Nguồn gốc", item.origin);
    add_fact(part, "Mục đích", item.purpose);
  }
  add_time(part, "Xảy ra lúc", item.event_at);
  add_time(part, "Bắt đầu soạn", item.created_at);
  add_time(part, "Trình lúc", item.submitted_at);
  add_time(part, "Đơn vị duyệt", item.unit_approved_at);
  add_time(part, "Tới Ban Biên tập", item.supplied_at);
  add_time(part, "Đăng lần đầu", item.published_at);
  add_time(part, "Lưu trữ từ", item.archived_at);
  add_time(part, "Đăng khẩn lúc", item.urgent_at);
  add_time(part, "Gỡ lúc", item.is_published() ? std::optional<base::UtcTime>{} : item.withdrawn_at);
}

void fill_supplier(view::Dict& part, const Panel& panel) {
  view::Dict supplier = part.section("SUPPLIER");
  // Who sent it in and is nobody of the directory: the item stands under the name of who entered it (D7.3, D11.1).
  const bool is_outside = panel.origin && !panel.origin->sender.person.is_set();
  PersonFacts from = panel.author;
  if (is_outside) {
    const intake::Sender& sender = panel.origin->sender;
    from.name = panel.is_handler ? sender.name : "Bạn đọc cộng tác";
    from.job_title = panel.is_handler ? sender.position : std::string{};
    from.unit = panel.is_handler ? sender.organisation : std::string{};
    from.email = sender.address;
    from.phone = sender.phone.empty() ? sender.place : sender.phone;
  }
  supplier.set("SUPPLIER_NAME", from.name);
  supplier.set_if("SUPPLIER_TITLE_SHOWN", "SUPPLIER_TITLE", from.job_title);
  supplier.set_if("SUPPLIER_UNIT_SHOWN", "SUPPLIER_UNIT", from.unit);
  if (panel.origin && panel.reads_register) {
    view::Dict origin = supplier.section("ORIGIN");
    origin.set("ORIGIN_URL", intake::url_of(panel.origin->id));
    origin.set("ORIGIN_CODE", panel.origin->code);
  }
  if (panel.is_handler) {  // D9.1b
    supplier.set_if("SUPPLIER_EMAIL_SHOWN", "SUPPLIER_EMAIL", from.email);
    supplier.set_if("SUPPLIER_PHONE_SHOWN", "SUPPLIER_PHONE", from.phone);
  } else {
    supplier.show("SUPPLIER_HIDDEN");
  }
  supplier.show("UNIT_APPROVED", panel.item.unit_approved_at.has_value());
  supplier.show("PERSONAL", panel.item.is_personal && panel.item.submitted_at.has_value());
}

void fill_replies(view::Dict& part, const Panel& panel) {
  if (panel.replies.empty()) return;
  view::Dict card = part.section("REPLIES");
  for (const Reply& reply : panel.replies) {
    const intake::Sender& sender = reply.thing.sender;
    view::Dict row = card.section("REPLY");
    if (panel.reads_register) {
      view::Dict link = row.section("REPLY_LINK");
      link.set("REPLY_URL", intake::url_of(reply.thing.id));
      link.set("REPLY_TITLE", reply.thing.title);
    } else {
      row.section("REPLY_PLAIN").set("REPLY_TITLE", reply.thing.title);
    }
    row.set("REPLY_AT", base::format_date_time(reply.thing.received_at));
    row.set("REPLY_FROM", sender.name.empty() ? sender.address : sender.name);
    row.set_if("REPLY_TEXT_SHOWN", "REPLY_TEXT", reply.text);
  }
}

void fill_checklist(view::Dict& part, const PanelHost& host, const Panel& panel) {
  if (panel.checks.empty() || !panel.item.supplied_at) return;  // the quality check begins with the board's work
  const auto done = std::count_if(panel.checks.begin(), panel.checks.end(), [](const workflow::CheckLine& line) { return line.is_ticked; });
  const bool may_tick = panel.allows(Action::Save) && (panel.item.state == State::Editing || panel.item.state == State::Verifying ||
                                                       panel.item.state == State::FinalCheck);
  if (!may_tick && done == 0) return;  // an empty list that one may not tick asks for nothing
  view::Dict card = part.section("CHECKLIST");
  card.set("CHECKS_DONE", std::int64_t{done});
  card.set("CHECKS_ALL", static_cast<std::int64_t>(panel.checks.size()));
  view::Dict form = card.section(may_tick ? "CHECK_FORM" : "CHECK_LIST");
  if (may_tick) {
    form.set("CHECK_URL", host.item_url(panel.item.id) + "/phieu-kiem-tra");
    form.set("KEY", workflow::new_form_key());
    form.set("ROW_VERSION", std::int64_t{panel.item.row_version});
  }
  std::size_t number = 0;
  for (const workflow::CheckLine& line : panel.checks) {
    view::Dict row = form.section("CHECK");
    row.set("CHECK_ID", "check-" + std::to_string(++number));
    row.set("CHECK_CODE", line.code);
    row.set("CHECK_LABEL", line.label);
    row.show("CHECK_TICKED", line.is_ticked);
    row.show("CHECK_TODO", !line.is_ticked);
    row.set_if("CHECK_BY_SHOWN", "CHECK_BY", line.ticked_by);
  }
}

std::string what_of(const workflow::HistoryEntry& entry) {
  // Of a save the note says how it came about: restored, merged.
  if (entry.action == Action::Save) return "đã lưu phiên bản " + std::to_string(entry.version) + (entry.note.empty() ? "" : ", " + entry.note);
  if (entry.action) return std::string{workflow::past_of(*entry.action)};
  if (entry.action_key == "create") return "đã bắt đầu soạn";
  const std::string words = workflow::words_of_act(entry.action_key);
  return words.starts_with("đã ") ? words : "đã " + words;
}

void fill_history(view::Dict& part, const Panel& panel) {
  for (auto entry = panel.history.rbegin(); entry != panel.history.rend(); ++entry) {
    view::Dict row = part.section("ENTRY");
    row.set("WHEN", base::format_date_time(entry->at));
    row.set("WHEN_ISO", base::format_iso(entry->at));
    row.set("WHO", entry->person_name);
    const bool is_save = entry->action == Action::Save;
    row.set("WHAT", what_of(*entry));
    row.set_if("AUTHORITY_SHOWN", "AUTHORITY", entry->authority);
    row.set_if("GROUND_SHOWN", "GROUND", entry->ground_label);
    row.set_if("NOTE_SHOWN", "NOTE", is_save ? std::string{} : entry->note);
  }
}

std::string_view step_words(std::string_view step) {
  if (step == "unit") return "lãnh đạo đơn vị sửa";
  if (step == "edit") return "biên tập";
  if (step == "verify") return "sửa khi xác thực";
  if (step == "final_check") return "sửa khi kiểm tra lần cuối";
  return "người viết";
}

void fill_versions(view::Dict& part, const PanelHost& host, const Panel& panel) {
  if (panel.versions.empty() || panel.item.is_hidden()) return;
  view::Dict card = part.section("VERSIONS");
  const std::string item_url = host.item_url(panel.item.id);
  if (panel.versions.size() > 1) card.section("COMPARABLE").set("COMPARE_URL", item_url + "/so-sanh");
  for (const VersionLine& line : panel.versions) {
    view::Dict row = card.section("VERSION");
    row.set("VERSION_NUMBER", std::int64_t{line.version});
    row.set("VERSION_URL", item_url + "/phien-ban/" + std::to_string(line.version));
    row.set("VERSION_AT", base::format_date_time(line.at));
    row.set("VERSION_BY", line.person);
    row.set("VERSION_STEP", step_words(line.step));
    row.show("VERSION_PUBLISHED", line.version == panel.item.published_version);
    row.show("VERSION_PASSED", line.version == panel.item.passed_version && line.version != panel.item.published_version);
  }
}

}  // namespace

void fill_state_chip(view::Dict& content, const workflow::Item& item) {
  if (item.state)
    add_chip(content, "STATE_CHIP", chip_kind_of(*item.state), workflow::icon_of(*item.state), workflow::label_of(*item.state));
  else
    add_chip(content, "STATE_CHIP", "grey", "lock", "Chỉ đọc");
}

void fill_panel(view::Dict& content, const server::Context& context, const PanelHost& host, const Panel& panel) {
  static_cast<void>(context);
  fill_state_chip(content, panel.item);
  fill_head_clock(content, panel.clocks);
  view::Dict acts = content.include("WORKFLOW_PANEL", "office/workflow_panel.tpl");
  acts.show("HAS_WORKING_COPY", panel.item.is_published() && panel.item.state != State::Published && panel.item.state != State::Archived);
  fill_awaited(acts, panel);
  acts.set("TURN", whose_turn(panel));
  fill_takedown(acts, panel);
  fill_secrecy(acts, panel);
  fill_steps(acts, panel.item);
  fill_acts(acts, host, panel);
  fill_schedules(acts, host, panel);
  view::Dict side = content.include("WORKFLOW_SIDE", "office/workflow_side.tpl");
  fill_clocks(side, panel.clocks, host.item_url(panel.item.id));
  fill_requests(side, host, panel);
  fill_letters(side, host, panel);
  fill_replies(side, panel);
  fill_flags(side, panel);
  fill_checklist(side, host, panel);
  fill_supplier(side, panel);
  fill_facts(side, panel);
  fill_history(side, panel);
  fill_versions(side, host, panel);
}

}  // namespace portal::office
