#include "shared/office/panel.h"

#include <algorithm>
#include <array>

#include "shared/intake/acts.h"
#include "shared/intake/store.h"
#include "shared/office/queries.h"

namespace portal::office {
namespace {

using access::Role;
using workflow::Action;
using workflow::Item;
using workflow::State;

PersonFacts read_person(db::Connection& db, base::PersonId id) {
  PersonFacts person;
  auto rows = db.query(kPerson, id);
  if (!rows.next()) return person;
  person.name = rows.text(0);
  person.job_title = rows.text(1);
  person.phone = rows.text(2);
  person.email = rows.text(3);
  person.unit = rows.text(4);
  return person;
}

template <typename Key>
std::string read_name(db::Connection& db, db::Sql sql, const Key& key) {
  auto rows = db.query(sql, key);
  return rows.next() ? std::string{rows.text(0)} : std::string{};
}

std::vector<VersionLine> read_versions(db::Connection& db, base::ItemId id) {
  std::vector<VersionLine> versions;
  auto rows = db.query(kVersions, id);
  while (rows.next())
    versions.push_back({static_cast<unsigned>(rows.number(0)), std::string{rows.text(1)}, std::string{rows.text(2)}, rows.time(3)});
  return versions;
}

// What an earlier withdrawal left unconfirmed when another version was posted: red until the last node has forgotten the withdrawn one (D12.3).
std::optional<Takedown> read_open_takedowns(db::Connection& db, const Item& item) {
  auto rows = db.query(kOpenTakedowns, item.id);
  if (!rows.next() || rows.number(0) == 0) return {};
  Takedown takedown;
  takedown.nodes = rows.number(0);
  takedown.error = rows.text(1);
  takedown.is_republished = true;
  return takedown;
}

std::optional<Takedown> read_takedown(db::Connection& db, const Item& item) {
  if (item.is_published()) return read_open_takedowns(db, item);
  if (!item.withdrawn_at) return {};
  auto rows = db.query(kTakedown, item.id, *item.withdrawn_at);
  Takedown takedown;
  if (!rows.next()) return takedown;
  takedown.nodes = rows.number(0);
  takedown.confirmed = rows.number(1);
  takedown.last_at = rows.optional_time(2);
  if (!item.is_hidden()) takedown.error = rows.text(3);  // it names an address, and an address is made of the title (D12.3b)
  return takedown;
}

// D9.1b: the supplier's data is for those who handle the item, not for everyone who may read it.
bool handles(const access::Actor& actor, const Item& item) {
  constexpr std::array kBoard{Role::Secretary, Role::BoardMember, Role::BoardDeputy, Role::BoardHead};
  if (actor.person == item.author || actor.has(Role::UnitHead, item.unit) || actor.has(Role::LocalUnit, item.unit)) return true;
  return std::any_of(kBoard.begin(), kBoard.end(), [&](Role role) { return actor.has(role); });
}

// Where the words of a hidden item may still be: what this system holds, then what it cannot reach (D12.3b).
std::vector<std::string> copies_of(db::Connection& db, const Panel& panel) {
  const Item& item = panel.item;
  std::vector<std::string> copies;
  if (item.secrecy != workflow::Secrecy::Purged) {
    copies.push_back("Cơ sở dữ liệu: " + std::to_string(panel.versions.size()) + " phiên bản, đã ẩn với mọi người");
    auto rows = db.query(kDraftOwners, "item:" + std::to_string(item.id.value));
    while (rows.next()) copies.push_back("Bản nháp chưa lưu của " + std::string{rows.text(0)} + ": " + std::to_string(rows.number(1)) + " bản, đã ẩn");
    for (const workflow::Request& request : panel.requests) copies.push_back("Yêu cầu xác nhận gửi " + request.unit_name + " ngày " + base::format_date(request.asked_at) + ", đã ẩn");
  }
  if (panel.takedown && !panel.takedown->is_confirmed())
    copies.push_back("Bộ nhớ đệm: " + std::to_string(panel.takedown->nodes - panel.takedown->confirmed) + " máy chủ web chưa xác nhận đã gỡ");
  copies.emplace_back("Các bản sao lưu cơ sở dữ liệu đã làm trước lúc ẩn; địa chỉ trang trong nhật ký của máy chủ web");
  if (item.published_at) {
    copies.push_back("Đã đăng từ " + base::format_date_time(*item.published_at) + (item.withdrawn_at ? " đến " + base::format_date_time(*item.withdrawn_at) : std::string{}) +
                     ": trình duyệt của bạn đọc, máy tìm kiếm, kênh tin RSS và các trang đã lấy lại");
  }
  copies.emplace_back("Máy tính, thư điện tử, USB và bản in của người viết, người duyệt, người biên tập");
  return copies;
}

bool sees_copies(const access::Actor& actor) {
  constexpr std::array kWho{Role::Secretary, Role::BoardMember, Role::BoardDeputy, Role::BoardHead, Role::Director};
  return std::any_of(kWho.begin(), kWho.end(), [&](Role role) { return actor.has(role); });
}

// Where the item stands on its way; the steps before it are done.
int position_of(State state) {
  switch (state) {
    case State::Draft:
    case State::Returned: return 0;
    case State::UnitReview: return 1;
    case State::Submitted: return 2;
    case State::Editing: return 3;
    case State::Verifying: return 4;
    case State::FinalCheck: return 5;
    case State::Ready: return 6;
    case State::Published:
    case State::Archived: return 7;
    case State::Withdrawn:
    case State::Refused:
    case State::Discarded: return -1;
  }
  return -1;
}

constexpr std::size_t kMostReplies = 20;

// What came in answer to the letters about the item, and in the conversation of what became it; what is hidden has no words (D12.3b).
std::vector<Reply> read_replies(db::Connection& db, base::ItemId item, const std::optional<intake::Intake>& origin) {
  std::vector<intake::Intake> things = intake::about_item(db, item);
  if (origin)
    for (intake::Intake& other : intake::conversation_of(db, *origin))
      if (std::none_of(things.begin(), things.end(), [&](const intake::Intake& one) { return one.id == other.id; })) things.push_back(std::move(other));
  std::erase_if(things, [](const intake::Intake& one) { return one.state != intake::State::Joined || one.is_hidden; });
  std::sort(things.begin(), things.end(), [](const intake::Intake& a, const intake::Intake& b) { return a.received_at < b.received_at; });
  if (things.size() > kMostReplies) things.erase(things.begin(), things.end() - kMostReplies);
  std::vector<Reply> replies;
  for (intake::Intake& thing : things) {
    const auto body = intake::read_body(db, thing.id);
    replies.push_back({std::move(thing), body ? body->text : std::string{}});
  }
  return replies;
}

}  // namespace

bool Panel::allows(Action action) const {
  return std::any_of(actions.begin(), actions.end(), [&](const workflow::AllowedAction& allowed) {
    return allowed.transition->action == action && allowed.why_not.empty();
  });
}

base::Result<Item> find_visible(server::Context& context, const PanelHost& host, base::ItemId id) {
  auto item = workflow::find_item(context.db(), id);
  // May-see is asked of authorize() too; here it decides between a page and "there is no such item".
  const bool is_seen = item && item->module == host.module && workflow::may_see(context.db(), context.actor, *item, context.now);
  if (!is_seen) return base::fail(base::FaultKind::NotFound, "Không tìm thấy bài này, hoặc bài không thuộc phần việc của ông, bà.");
  return item;
}

Panel load_panel(server::Context& context, const PanelHost& host, const Item& item) {
  db::Connection& db = context.db();
  Panel panel;
  panel.item = item;
  panel.actions = workflow::allowed_actions(db, context.actor, item, context.now);
  panel.checks = workflow::read_checklist(db, item, item.working_version);
  panel.history = workflow::read_history(db, item.id);
  panel.versions = read_versions(db, item.id);
  panel.clocks = read_item_clocks(db, host.books, item.id, context.now);
  panel.section_title = read_name(db, kSectionTitle, item.section);
  panel.unit_name = read_name(db, kUnitName, item.unit);
  panel.author = read_person(db, item.author);
  if (item.assigned_to.is_set()) panel.assigned_name = read_person(db, item.assigned_to).name;
  if (item.holder().is_set()) panel.holder_name = item.holder() == item.assigned_to ? panel.assigned_name : read_person(db, item.holder()).name;
  panel.requests = workflow::requests_of(db, item.id);
  panel.may_ask = workflow::may_ask(db, context.actor, item, context.now).has_value();
  panel.letters = workflow::letters_of(db, item.id);
  panel.flags = workflow::read_flags(db, item.id);
  panel.takedown = read_takedown(db, item);
  if (item.is_hidden() && sees_copies(context.actor)) panel.copies = copies_of(db, panel);
  if (item.purge_asked_by.is_set()) panel.purge_asker = read_person(db, item.purge_asked_by).name;
  panel.posting = workflow::last_posting(db, item.id);
  panel.expiry = workflow::last_expiry(db, item.id);
  // The stand-in for the secretary handles what waits for the secretary.
  panel.is_handler = handles(context.actor, item) || panel.allows(Action::Receive) || panel.allows(Action::Publish);
  panel.origin = intake::find_origin(db, item.id);
  if (panel.is_handler && !item.is_hidden()) panel.replies = read_replies(db, item.id, panel.origin);
  panel.reads_register = !intake::right_of(db, context.actor, context.now).empty();
  const bool asks = std::any_of(panel.actions.begin(), panel.actions.end(), [](const workflow::AllowedAction& allowed) {
    return allowed.why_not.empty() && allowed.transition->needs.complete;
  });
  if (asks) panel.problems = host.publisher.problems(db, item, context.now);
  // Told before the button, and not only after it (D9.1c).
  const bool is_on_its_way = item.state == State::Editing || item.state == State::Verifying || item.state == State::FinalCheck || item.state == State::Ready;
  if (is_on_its_way)
    if (auto error = workflow::original_error(db, item, host.publisher, context.now)) panel.problems.push_back(*std::move(error));
  return panel;
}

std::vector<Step> steps_of(const Item& item) {
  std::vector<Step> steps;
  if (!item.state) return steps;
  const int here = position_of(*item.state);
  if (here < 0) return steps;
  const auto add = [&](int position, std::string_view label) {
    const StepState state = position < here ? StepState::Done : (position == here ? StepState::Here : StepState::Todo);
    steps.push_back({label, state});
  };
  add(0, "Người viết soạn bài");
  if (!item.is_personal || here == 1) add(1, "Lãnh đạo đơn vị duyệt");
  add(2, "Tiếp nhận, phân loại");
  add(3, "Bước 1: biên tập");
  if (item.needs_verify || here == 4) add(4, "Bước 2: xác thực");
  if (item.needs_final_check || here == 5) add(5, "Bước 3: kiểm tra lần cuối");
  add(6, "Thư ký đăng");
  return steps;
}

std::string_view button_of(const workflow::Transition& transition) {
  if (transition.action == Action::FinishEdit) {
    if (transition.to == State::Verifying) return "Chuyển xác thực";
    return transition.to == State::FinalCheck ? "Chuyển kiểm tra lần cuối" : "Chuyển Thư ký đăng";
  }
  if (transition.action == Action::Save) return "Sửa bài";
  if (transition.action == Action::Claim) return transition.from == State::Editing ? "Nhận biên tập" : transition.from == State::Verifying ? "Nhận xác thực" : "Nhận kiểm tra lần cuối";
  return workflow::label_of(transition.action);
}

std::string_view chip_kind_of(State state) {
  switch (state) {
    case State::Published: return "green";
    case State::Withdrawn:
    case State::Refused: return "red";
    case State::Returned:
    case State::UnitReview: return "amber";
    case State::Submitted:
    case State::Editing:
    case State::Verifying:
    case State::FinalCheck:
    case State::Ready: return "blue";
    case State::Draft:
    case State::Archived:
    case State::Discarded: return "grey";
  }
  return "grey";
}

std::string slug_of(Action action) {
  std::string slug{workflow::key_of(action)};
  std::replace(slug.begin(), slug.end(), '_', '-');
  return slug;
}

std::optional<Action> parse_act_slug(std::string_view slug) {
  std::string key{slug};
  std::replace(key.begin(), key.end(), '-', '_');
  return workflow::parse_action(key);
}

bool needs_form(const workflow::Transition& transition) {
  const workflow::Needs& needs = transition.needs;
  return needs.reason || needs.ground != 0 || needs.checklist || needs.declaration || needs.classification || needs.assignee || needs.original;
}

std::optional<std::string> flash_of(std::string_view act_slug) {
  if (act_slug == "hen-dang") return "Đã hẹn giờ đăng.";
  if (act_slug == "het-han") return "Đã đặt ngày hết hạn.";
  if (act_slug == "bo-hen") return "Đã bỏ lịch hẹn.";
  const auto action = parse_act_slug(act_slug);
  if (!action) return {};
  constexpr std::string_view kSmall = "đã";
  std::string_view past = workflow::past_of(*action);
  if (!past.starts_with(kSmall)) return std::string{past};
  past.remove_prefix(kSmall.size());
  return "Đã" + std::string{past} + ".";
}

}  // namespace portal::office
