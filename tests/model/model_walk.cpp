// model_walk SOCKET SECRETS_DIR STEPS SEED [--without-four-eyes]: people of every role act at random on articles through the real apply_transition on a real
// MariaDB, with delegations that begin and end, edits, restored versions, stale forms, take-downs, hiding, purges and time that passes.
//
// After every step it is compared with what the regulation allows, written here a second time and from the regulation, not from the code:
//   - an act that was done was allowed to this person (role, unit, delegation in force for the section), and one that was allowed and whole was done;
//   - nobody verified or last-checked what they wrote or edited in step 1 (four eyes, by person);
//   - the item stands where the table says; what is ready is what passed; readers see exactly what is posted and listed, and nothing of what is hidden;
//   - an act leaves one row in the trail and a refused one none, the rows verify as a chain, and an act under a delegation names its number.
// Prints one JSON object; exit 1 with the first breach in it. The seed makes a walk repeatable.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "modules/news/article_writer.h"
#include "modules/news/publisher.h"
#include "shared/access/session.h"
#include "shared/db/connection.h"
#include "shared/workflow/apply.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/requests.h"

namespace {

using namespace portal;
using access::Role;
using base::UtcTime;
using nlohmann::json;
using workflow::Action;
using workflow::Item;
using workflow::State;
using namespace std::chrono_literals;

constexpr std::size_t kLive = 24;        // items that are acted on at a time
constexpr std::size_t kAges = 220;       // acts after which an item is left in peace, so that histories stay as long as real ones

struct Breach : std::runtime_error {
  using std::runtime_error::runtime_error;
};

db::ConnectOptions options_of(const std::string& socket, const std::string& secrets, const std::string& account) {
  db::ConnectOptions options;
  options.socket = socket;
  options.database = "portal";
  options.user = account;
  options.statement_ms = 60000;
  std::ifstream file(secrets + "/" + account);
  std::getline(file, options.password);
  return options;
}

struct Player {
  std::string name;
  access::Actor actor;
  std::set<Role> roles;
  base::UnitId unit;  // of contributor and unit_head
};

struct Grant {
  std::uint64_t id = 0;
  std::size_t to = 0;  // player
  std::string act;
  base::SectionId section;
  UtcTime from, until;
  std::string number;
  bool revoked = false;
};

// What the walk knows of an item beside the database.
struct Known {
  base::ItemId id;
  workflow::ChainEnd end;
  std::set<base::PersonId> writers;  // wrote it, or edited it in step 1
  std::size_t acts = 0;
  bool is_over = false;  // discarded, refused, hidden: stays a while longer for what may still be tried on it
  base::PersonId purge_asked_by;
};

class Walk {
 public:
  Walk(const std::string& socket, const std::string& secrets, std::uint64_t seed, bool with_four_eyes)
      : office_(options_of(socket, secrets, "portal_news_office")), tool_(options_of(socket, secrets, "portal_cli")), random_(seed), seed_(seed),
        now_(*base::parse_iso("2026-11-30T08:00:00+07:00")) {
    tool_.run_script_statement("UPDATE core_setting SET value = '" + std::string{with_four_eyes ? "1" : "0"} + "' WHERE name = 'four_eyes'");
    tool_.run_script_statement("UPDATE core_setting SET value = '1' WHERE name = 'urgent_publication'");
    make_people();
    for (const auto& row : tool_.script_rows("SELECT id, item_kind FROM core_section WHERE kind = 'article_list' AND item_kind <> 'event' ORDER BY id"))
      sections_.emplace_back(base::SectionId{std::stoull(row[0])}, row[1]);
    for (const auto& row : tool_.script_rows("SELECT kind, code FROM core_checklist_item")) checks_[row[0]].insert(row[1]);
    for (const auto& row : tool_.script_rows("SELECT id, parent_id FROM core_section WHERE parent_id IS NOT NULL"))
      parents_[base::SectionId{std::stoull(row[0])}] = base::SectionId{std::stoull(row[1])};
  }

  void run(std::uint64_t steps) {
    for (step_ = 1; step_ <= steps; ++step_) {
      now_ += std::chrono::seconds(pick(90));
      if (chance(4)) change_delegations();
      if (items_.size() < kLive) begin_item();
      Known& known = items_[pick(items_.size())];
      if (chance(18)) edit(known);
      else if (chance(3)) ask_or_answer(known);
      else act(known);
      if (++known.acts > kAges || (known.is_over && chance(15))) retire(known);
    }
    if (const auto fault = workflow::verify_audit(tool_)) throw Breach("the whole trail: " + *fault);
  }

  [[nodiscard]] json report() const {
    json by_act = json::object();
    for (const auto& [action, count] : done_) by_act[std::string{workflow::key_of(action)}] = count;
    return {{"seed", seed_},        {"steps", step_ - 1},         {"acts_done", acts_done_},          {"acts_refused", acts_refused_},
            {"edits", edits_},      {"under_delegation", delegated_}, {"four_eyes_refusals", four_eyes_}, {"stale", stale_},
            {"items", made_},       {"by_act", by_act}};
  }

  [[nodiscard]] std::uint64_t step() const { return step_; }

 private:
  // ---- chance ----
  std::size_t pick(std::size_t below) { return below == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }
  bool chance(unsigned percent) { return pick(100) < percent; }

  // ---- people ----
  void make_people() {
    const std::string tag = "mau" + std::to_string(seed_) + "-" + std::to_string(std::chrono::system_clock::now().time_since_epoch().count() % 1'000'000'000);
    std::vector<base::UnitId> units;
    for (int n = 0; n < 2; ++n) {
      tool_.run_script_statement("INSERT INTO core_unit (code, name, short_name, kind) VALUES ('" + tag + "-" + std::to_string(n) + "', 'Phòng mẫu', 'Mẫu', 'department')");
      units.push_back(last_id());
    }
    const struct {
      const char* name;
      std::vector<Role> roles;
      int unit;
    } cast[] = {{"viet-1", {Role::Contributor}, 0},
                {"viet-2", {Role::Contributor}, 1},
                {"truong-1", {Role::UnitHead}, 0},
                {"truong-2", {Role::UnitHead}, 1},
                {"thu-ky", {Role::Secretary}, -1},
                {"thanh-vien-1", {Role::BoardMember}, -1},
                {"thanh-vien-2", {Role::BoardMember, Role::UnitHead}, 0},  // sits on the board and heads a unit
                {"pho-ban", {Role::BoardDeputy}, -1},
                {"truong-ban", {Role::BoardHead}, -1},
                {"giam-doc", {Role::Director}, -1},
                {"ngoai", {Role::Office}, -1}};
    for (const auto& one : cast) {
      const base::UnitId home = units[one.unit < 0 ? 0 : static_cast<std::size_t>(one.unit)];
      tool_.run_script_statement("INSERT INTO core_person (code, full_name, job_title, unit_id, phone, email) VALUES ('" + tag + "-" + one.name +
                                 "', 'Người mẫu', 'Chuyên viên', " + std::to_string(home.value) + ", '0299 3 555 000', 'mau@minhgiang.gov.vn')");
      const std::uint64_t person = last_id().value;
      tool_.run_script_statement("INSERT INTO core_account (person_id, username, password_phc, created_at) VALUES (" + std::to_string(person) + ", '" + tag + "." +
                                 one.name + "', 'x', UTC_TIMESTAMP(6))");
      const base::AccountId account{last_id().value};
      Player player;
      player.name = one.name;
      for (const Role role : one.roles) {
        const bool in_unit = role == Role::Contributor || role == Role::UnitHead;
        tool_.run_script_statement("INSERT INTO core_role_assignment (account_id, role, unit_id, valid_from, entered_at, confirmed_at) VALUES (" +
                                   std::to_string(account.value) + ", '" + std::string{access::key_of(role)} + "', " +
                                   (in_unit ? std::to_string(home.value) : "NULL") + ", '2020-01-01', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))");
        player.roles.insert(role);
      }
      player.unit = home;
      auto actor = access::load_actor(office_, account, now_);
      if (!actor) throw std::runtime_error(actor.error().message);
      player.actor = *actor;
      players_.push_back(std::move(player));
    }
  }

  base::UnitId last_id() { return base::UnitId{std::stoull(tool_.script_rows("SELECT LAST_INSERT_ID()").at(0).at(0))}; }

  // ---- delegations: given, revoked, running out ----
  void change_delegations() {
    if (!grants_.empty() && chance(40)) {
      Grant& grant = grants_[pick(grants_.size())];
      if (grant.revoked) return;
      tool_.run_script_statement("UPDATE core_delegation SET revoked_at = '" + base::format_sql(now_) + "' WHERE id = " + std::to_string(grant.id));
      grant.revoked = true;
      return;
    }
    constexpr std::array kActs{"verify", "final_check", "act_as_head", "act_as_secretary"};
    Grant grant;
    grant.to = pick(players_.size());
    grant.act = kActs[pick(kActs.size())];
    if (chance(50) && (grant.act == "verify" || grant.act == "final_check")) grant.section = sections_[pick(sections_.size())].first;
    grant.from = now_ + std::chrono::minutes(pick(20));
    grant.until = grant.from + std::chrono::minutes(1 + pick(400));
    grant.number = std::to_string(++numbers_) + "/QĐ-MAU";
    tool_.run_script_statement("INSERT INTO core_delegation (to_person, act, section_id, valid_from, valid_to, document_number, granted_by, granted_at) VALUES (" +
                               std::to_string(players_[grant.to].actor.person.value) + ", '" + grant.act + "', " +
                               (grant.section.is_set() ? std::to_string(grant.section.value) : "NULL") + ", '" + base::format_sql(grant.from) + "', '" +
                               base::format_sql(grant.until) + "', '" + grant.number + "', " + std::to_string(players_[8].actor.person.value) + ", '" +
                               base::format_sql(now_) + "')");
    grant.id = last_id().value;
    grants_.push_back(std::move(grant));
    // Long ended ones are of no interest any more.
    std::erase_if(grants_, [this](const Grant& old) { return old.until + 24h < now_; });
  }

  [[nodiscard]] bool is_delegated(std::size_t player, std::string_view act, base::SectionId section) const {
    const auto parent = parents_.find(section);
    return std::any_of(grants_.begin(), grants_.end(), [&](const Grant& grant) {
      const bool covers = !grant.section.is_set() || grant.section == section || (parent != parents_.end() && grant.section == parent->second);
      return grant.to == player && grant.act == act && !grant.revoked && grant.from <= now_ && now_ < grant.until && covers;
    });
  }

  // ---- what the regulation says, a second time ----
  [[nodiscard]] bool is_board(const Player& p) const {
    return p.roles.contains(Role::BoardMember) || p.roles.contains(Role::BoardDeputy) || p.roles.contains(Role::BoardHead) || p.roles.contains(Role::Secretary);
  }
  [[nodiscard]] bool is_head(std::size_t i, const Item& item) const {
    return players_[i].roles.contains(Role::BoardHead) || (is_board(players_[i]) && is_delegated(i, "act_as_head", item.section));
  }
  // Whether somebody else has taken the check and may still do it: then it is the head's and nobody else's.
  [[nodiscard]] bool is_taken(std::size_t i, const Item& item, std::string_view act) const {
    if (!item.checked_by.is_set() || item.checked_by == players_[i].actor.person || is_head(i, item)) return false;
    for (std::size_t other = 0; other < players_.size(); ++other)
      if (players_[other].actor.person == item.checked_by)
        return players_[other].roles.contains(Role::BoardHead) || is_delegated(other, act, item.section) || is_delegated(other, "act_as_head", item.section);
    return false;
  }
  [[nodiscard]] bool heads_unit(const Player& p, const Item& item) const { return p.roles.contains(Role::UnitHead) && p.unit == item.unit; }
  [[nodiscard]] bool writes(const Player& p) const { return p.roles.contains(Role::Contributor) || p.roles.contains(Role::UnitHead) || is_board(p); }

  [[nodiscard]] bool sees(std::size_t i, const Item& item) const {
    const Player& p = players_[i];
    if (p.actor.person == item.author) return true;
    if ((item.state == State::Draft || item.state == State::Discarded) && item.published_version == 0)
      return item.supplied_at && is_delegated(i, "act_as_secretary", item.section);  // a stand-in sees what reached the board
    if (heads_unit(p, item)) return true;
    const bool reached = item.supplied_at || item.published_version != 0;
    if ((is_board(p) || p.roles.contains(Role::Director)) && reached) return true;
    return item.supplied_at && is_delegated(i, "act_as_secretary", item.section);
  }

  [[nodiscard]] bool may(std::size_t i, const workflow::Transition& t, const Item& item, const Known& known) const {
    const Player& p = players_[i];
    const bool is_writer = known.writers.contains(p.actor.person);
    const bool is_author = p.actor.person == item.author && writes(p);
    switch (t.right) {
      case workflow::Right::Author: return is_author;
      case workflow::Right::UnitHead: return heads_unit(p, item);
      case workflow::Right::Secretary: return p.roles.contains(Role::Secretary) || is_delegated(i, "act_as_secretary", item.section);
      case workflow::Right::Editor: return p.actor.person == item.assigned_to && is_board(p);
      case workflow::Right::Verifier: return !is_writer && !is_taken(i, item, "verify") && (is_head(i, item) || (is_board(p) && is_delegated(i, "verify", item.section)));
      case workflow::Right::FinalChecker:
        return !is_writer && !is_taken(i, item, "final_check") && (is_head(i, item) || (is_board(p) && is_delegated(i, "final_check", item.section)));
      case workflow::Right::Holder: return p.actor.person == item.checked_by;
      case workflow::Right::BoardMember: return is_board(p);
      case workflow::Right::BoardHead: return is_head(i, item);
      case workflow::Right::HeadOrDirector: return is_head(i, item) || p.roles.contains(Role::Director);
      case workflow::Right::SecondPerson: return (is_head(i, item) || p.roles.contains(Role::Director)) && p.actor.person != known.purge_asked_by;
      case workflow::Right::Leadership: return p.roles.contains(Role::Director);
      case workflow::Right::Supplier: return is_author || heads_unit(p, item);
      case workflow::Right::Anyone: return true;  // every player holds a content role
    }
    return false;
  }

  // ---- steps ----
  news::Content content() {
    news::Content words;
    words.title = "Bài mẫu " + std::to_string(step_);
    words.summary = "Tóm tắt " + std::to_string(pick(1000));
    words.source = "Phòng mẫu";
    words.event_at = now_ - 1h;
    words.body_json = R"({"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Đoạn )" + std::to_string(pick(100000)) + R"("}]}]})";
    return words;
  }

  void begin_item() {
    const std::size_t who = pick(4);  // contributors and heads of units write
    const auto& [section, kind] = sections_[pick(sections_.size())];
    Known known;
    db::in_transaction(office_, [&] {
      workflow::NewItem wanted;
      wanted.module = news::kModule;
      wanted.kind = kind;
      wanted.title = "Bài mẫu";
      wanted.section = section;
      wanted.unit = players_[who].unit;
      wanted.author = players_[who].actor.person;
      wanted.event_at = now_ - 1h;
      const auto permit = workflow::create_item(office_, players_[who].actor, wanted, now_);
      if (!permit) throw Breach("a writer could not begin an item: " + permit.error().message);
      known.id = permit->item();
      news::begin_article(office_, *permit);
      const auto version = news::add_version(office_, *permit, content(), {}, now_);
      if (!version) throw Breach("the first version was refused: " + version.error().message);
      return true;
    });
    known.end.chain = "item:" + std::to_string(known.id.value);
    known.writers = {players_[who].actor.person};
    ++made_;
    items_.push_back(known);
    check(items_.back(), 2);
  }

  void retire(Known& known) {
    known = items_.back();
    items_.pop_back();
  }

  Item find(const Known& known) {
    auto item = workflow::find_item(office_, known.id);
    if (!item) throw Breach("item " + std::to_string(known.id.value) + " is gone");
    return *item;
  }

  void edit(Known& known) {
    const Item before = find(known);
    std::size_t who = pick(players_.size());
    const workflow::Transition* save = workflow::find_transition(*before.state, Action::Save, before.facts());
    for (std::size_t other = 0; save != nullptr && chance(80) && other < players_.size(); ++other)
      if (sees(other, before) && may(other, *save, before, known)) who = other;
    const bool restores = before.working_version > 1 && chance(25);
    const auto done = db::in_transaction(office_, [&]() -> base::Result<unsigned> {
      const auto item = workflow::find_item(office_, known.id, true);
      const auto permit = workflow::authorize(office_, players_[who].actor, Action::Save, *item, now_);
      if (!permit) return tl::unexpected(permit.error());
      auto words = content();
      if (restores)
        if (const auto old = news::read_version(office_, known.id, 1 + static_cast<unsigned>(pick(before.working_version)))) words = *old;
      return news::add_version(office_, *permit, words, {}, now_, restores ? "lấy lại nội dung một bản" : "");
    });
    const workflow::Transition* t = workflow::find_transition(*before.state, Action::Save, before.facts());
    const bool allowed = t != nullptr && sees(who, before) && may(who, *t, before, known);
    if (done.has_value() != allowed) throw Breach(describe(who, Action::Save, before) + (allowed ? " was refused: " + done.error().message : " was done though not allowed"));
    if (!done) return check(known, 0);
    const bool is_check_step = before.state == State::Verifying || before.state == State::FinalCheck;
    if (!is_check_step) known.writers.insert(players_[who].actor.person);
    ++edits_;
    check(known, 1);
  }

  void ask_or_answer(Known& known) {
    const Item before = find(known);
    const std::size_t who = pick(players_.size());
    for (const workflow::Request& request : workflow::requests_of(office_, known.id)) {
      if (request.state != workflow::RequestState::Open) continue;
      const auto done = db::in_transaction(office_, [&] { return workflow::answer_confirmation(office_, players_[who].actor, request.id, "Đúng như vậy.", now_); });
      return check(known, done ? 1 : 0);
    }
    workflow::NewRequest wanted{known.id, before.row_version, workflow::RequestTo::Unit, players_[pick(2)].unit, "Số liệu này có đúng không?"};
    const auto done = db::in_transaction(office_, [&] { return workflow::ask_confirmation(office_, players_[who].actor, wanted, now_); });
    check(known, done ? 1 : 0);
  }

  workflow::ActRequest request_for(const Known& known, const Item& item, Action action) {
    workflow::ActRequest request;
    request.item = known.id;
    request.action = action;
    request.row_version = chance(4) && item.row_version > 1 ? item.row_version - 1 : item.row_version;
    request.reason = "Lý do của bước " + std::to_string(step_) + ".";
    request.declared = true;
    const workflow::Transition* t = workflow::find_transition(*item.state, action, item.facts());
    const char ground = t != nullptr ? t->needs.ground : '\0';
    if (ground == 'r') request.ground = "D4.2-nhan-than";
    if (ground == 'd') request.ground = chance(15) ? "D12.3b" : "D12.3c";
    if (ground == 's') request.ground = "D12.3b";
    if (ground == 'o' && chance(30)) request.ground = chance(50) ? "D12.3b" : "D12.3a";
    const auto& [section, kind] = sections_[pick(sections_.size())];
    request.section = section;
    request.kind = kind;
    request.origin = "Đơn vị";
    request.purpose = "Thông tin";
    request.assignee = players_[5 + pick(4)].actor.person;  // the board, its head included
    request.for_group = chance(20);
    if (const auto found = checks_.find(item.kind); found != checks_.end()) request.checks = found->second;
    request.withdrawal.mode = chance(50) ? workflow::WithdrawMode::Notice : workflow::WithdrawMode::Gone;
    return request;
  }

  // How much a step on the road to readers is wanted before one that leads away from it.
  static std::size_t weight_of(Action action) {
    constexpr std::array kForward{Action::SubmitToUnit, Action::SubmitPersonal, Action::ApproveUnit, Action::Receive, Action::FinishEdit, Action::Verify,
                                  Action::PassFinal,    Action::Publish,        Action::Rework,      Action::Amend,   Action::Restore};
    constexpr std::array kRare{Action::Discard, Action::Hide, Action::AskPurge, Action::Purge, Action::Refuse, Action::OrderUrgent};
    if (std::find(kForward.begin(), kForward.end(), action) != kForward.end()) return 9;
    return std::find(kRare.begin(), kRare.end(), action) != kRare.end() ? 1 : 2;
  }

  // Mostly something that the regulation lets somebody do now, so that walks get somewhere; else whatever the program offers to anybody, or anything.
  std::pair<std::size_t, Action> choose(const Known& known, const Item& item) {
    // Now and then somebody tries to check what they wrote.
    if ((item.state == State::Verifying || item.state == State::FinalCheck) && chance(20)) {
      std::vector<std::size_t> writers;
      for (std::size_t who = 0; who < players_.size(); ++who)
        if (known.writers.contains(players_[who].actor.person) && sees(who, item)) writers.push_back(who);
      if (!writers.empty()) return {writers[pick(writers.size())], item.state == State::Verifying ? Action::Verify : Action::PassFinal};
    }
    if (chance(65)) {
      std::vector<std::pair<std::size_t, Action>> possible;
      for (const workflow::Transition& t : workflow::transitions()) {
        if (t.from != item.state || t.action == Action::Save || workflow::find_transition(*item.state, t.action, item.facts()) != &t) continue;
        for (std::size_t who = 0; who < players_.size(); ++who)
          if (sees(who, item) && may(who, t, item, known)) possible.insert(possible.end(), weight_of(t.action), {who, t.action});
      }
      if (!possible.empty()) return possible[pick(possible.size())];
    }
    const std::size_t who = pick(players_.size());
    return {who, any_action(who, item)};
  }

  Action any_action(std::size_t who, const Item& item) {
    if (chance(70)) {
      const auto allowed = workflow::allowed_actions(office_, players_[who].actor, item, now_);
      if (!allowed.empty()) return allowed[pick(allowed.size())].transition->action;
    }
    return workflow::kAllActions[pick(workflow::kAllActions.size())];
  }

  void act(Known& known) {
    const Item before = find(known);
    const auto [who, action] = choose(known, before);
    if (action == Action::Save) return edit(known);
    const workflow::ActRequest request = request_for(known, before, action);
    const auto done = db::in_transaction(office_, [&] { return workflow::apply_transition(office_, players_[who].actor, request, publisher_, now_); });
    const workflow::Transition* t = workflow::find_transition(*before.state, action, before.facts());
    const bool allowed = t != nullptr && sees(who, before) && may(who, *t, before, known);
    if (!done) {
      ++acts_refused_;
      if (done.error().kind == base::FaultKind::Stale) ++stale_;
      if (t != nullptr && sees(who, before) && known.writers.contains(players_[who].actor.person) && done.error().message.starts_with("Ông, bà đã viết")) ++four_eyes_;
      const bool is_denied = done.error().kind == base::FaultKind::Forbidden || done.error().kind == base::FaultKind::NotFound;
      if (allowed && is_denied) throw Breach(describe(who, action, before) + " was refused though allowed: " + done.error().message);
      return check(known, 0);
    }
    if (!allowed) throw Breach(describe(who, action, before) + " was done though not allowed");
    if (request.row_version != before.row_version) throw Breach(describe(who, action, before) + " was done with a stale form");
    if (done->state != t->to) throw Breach(describe(who, action, before) + " led to " + std::string{workflow::key_of(*done->state)});
    const bool is_check = action == Action::Verify || action == Action::PassFinal || action == Action::CheckUrgent;
    if (is_check && known.writers.contains(players_[who].actor.person)) throw Breach(describe(who, action, before) + ": four eyes were two");
    ++acts_done_;
    ++done_[action];
    if (action == Action::AskPurge) known.purge_asked_by = players_[who].actor.person;
    if (action == Action::DropPurge) known.purge_asked_by = {};
    // A working copy that was given up makes the published words a version again, by whoever gave it up.
    const bool restored = done->working_version != before.working_version;
    if (action == Action::Claim && done->holder() != players_[who].actor.person) throw Breach(describe(who, action, before) + ": somebody else has it");
    if (action == Action::HandBack && done->holder().is_set()) throw Breach(describe(who, action, before) + ": somebody still has it");
    if (restored && before.state != State::Verifying && before.state != State::FinalCheck) known.writers.insert(players_[who].actor.person);
    check(known, restored ? 2 : 1);
    check_authority(known, who, *t, before);
  }

  // ---- after every step ----
  void check(Known& known, std::int64_t rows) {
    const std::int64_t before = known.end.seq;
    if (const auto fault = workflow::verify_chain(office_, known.end)) throw Breach(*fault);
    if (known.end.seq - before != rows)
      throw Breach("item " + std::to_string(known.id.value) + ": " + std::to_string(known.end.seq - before) + " rows in the trail, not " + std::to_string(rows));
    const Item item = find(known);
    const std::string name = "item " + std::to_string(known.id.value) + ": ";
    if (!item.state) throw Breach(name + "stands in no known state");
    known.is_over = item.state == State::Discarded || item.state == State::Refused || item.is_hidden();
    if (item.checked_by.is_set() && item.state != State::Verifying && item.state != State::FinalCheck) throw Breach(name + "is in no check and somebody has taken it");
    if (item.held_since.has_value() != item.holder().is_set()) throw Breach(name + "is held without a time, or the other way");
    if (item.state == State::Ready && item.passed_version != item.working_version) throw Breach(name + "is ready in a version that did not pass");
    if ((item.state == State::Published || item.state == State::Archived) && item.published_version == 0) throw Breach(name + "is posted without a posted version");
    if ((item.state == State::Withdrawn || item.state == State::Refused || item.state == State::Discarded) && item.published_version != 0)
      throw Breach(name + "is up though it was taken down");
    const auto shown = office_.script_rows("SELECT p.version, p.archived_at IS NOT NULL, (SELECT COUNT(*) FROM news_listed l WHERE l.item_id = p.item_id) FROM news_published p WHERE p.item_id = " +
                                           std::to_string(known.id.value));
    if (shown.empty() != (item.published_version == 0)) throw Breach(name + "what readers see is not what is posted");
    if (!shown.empty()) {
      if (std::stoul(shown[0][0]) != item.published_version) throw Breach(name + "readers see another version");
      if ((shown[0][1] == "1") != (item.state == State::Archived)) throw Breach(name + "is in the archive for readers and not for the office, or the other way");
      if ((shown[0][2] == "0") != (item.state == State::Archived)) throw Breach(name + "is listed though archived, or not listed though up");
    }
    if (item.is_hidden()) {
      if (item.published_version != 0) throw Breach(name + "is hidden and readers see it");
      if (news::read_version(office_, item.id, item.working_version)) throw Breach(name + "is hidden and its words are read");
    }
  }

  // An act that no role of the actor allows names the delegation that did.
  void check_authority(const Known& known, std::size_t who, const workflow::Transition& t, const Item& before) {
    std::vector<Grant> none;
    std::swap(grants_, none);
    const bool by_role = may(who, t, before, known);
    std::swap(grants_, none);
    const auto row = office_.script_rows("SELECT authority FROM core_audit WHERE chain = '" + known.end.chain + "' ORDER BY seq DESC LIMIT 1");
    const bool names = row.at(0).at(0).starts_with("Ủy quyền ");
    if (!by_role) {
      ++delegated_;
      if (!names) throw Breach(describe(who, t.action, before) + " does not name its delegation");
      const std::string number = row[0][0].substr(std::string{"Ủy quyền "}.size());
      const auto grant = std::find_if(grants_.begin(), grants_.end(), [&](const Grant& g) { return g.number == number && g.to == who; });
      if (grant == grants_.end() || grant->revoked || grant->from > now_ || now_ >= grant->until) throw Breach(describe(who, t.action, before) + " names a delegation that is not in force");
    }
  }

  [[nodiscard]] std::string describe(std::size_t who, Action action, const Item& item) const {
    return players_[who].name + ": " + std::string{workflow::key_of(action)} + " on item " + std::to_string(item.id.value) + " (" +
           std::string{workflow::key_of(*item.state)} + ")";
  }

  db::Connection office_;
  db::Connection tool_;
  std::mt19937_64 random_;
  std::uint64_t seed_;
  UtcTime now_;
  news::NewsPublisher publisher_;
  std::vector<Player> players_;
  std::vector<Grant> grants_;
  std::vector<Known> items_;
  std::vector<std::pair<base::SectionId, std::string>> sections_;
  std::map<base::SectionId, base::SectionId> parents_;
  std::map<std::string, std::set<std::string>> checks_;
  std::map<Action, std::uint64_t> done_;
  std::uint64_t step_ = 1, acts_done_ = 0, acts_refused_ = 0, edits_ = 0, delegated_ = 0, four_eyes_ = 0, stale_ = 0, made_ = 0, numbers_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: model_walk SOCKET SECRETS_DIR STEPS SEED [--without-four-eyes]\n";
    return 2;
  }
  try {
    const std::uint64_t steps = std::stoull(argv[3]);
    Walk walk(argv[1], argv[2], std::stoull(argv[4]), argc < 6);
    const auto began = std::chrono::steady_clock::now();
    std::string breach;
    try {
      walk.run(steps);
    } catch (const Breach& found) {
      breach = "step " + std::to_string(walk.step()) + ": " + found.what();
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    json report = walk.report();
    report["seconds"] = took.count();
    report["steps_per_second"] = static_cast<double>(walk.step()) / took.count();
    if (!breach.empty()) report["breach"] = breach;
    std::cout << report.dump() << '\n';
    return breach.empty() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "model_walk: " << error.what() << '\n';
    return 2;
  }
}
