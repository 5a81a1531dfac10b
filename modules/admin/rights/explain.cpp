// "Người này được làm gì, vì sao" (D6.3, D15, D19): every act of one person, allowed or refused, with what gives it or which rule refuses it. Nothing is decided
// here: acts on items are asked of workflow::authorize(), everything else of access::authority_for(), for each account as it would act now. What stands
// in quotation marks is what the person would be told.
#include <algorithm>
#include <map>

#include "modules/admin/overview/behind.h"
#include "modules/admin/people/store.h"
#include "modules/admin/rights/handlers.h"
#include "modules/admin/rights/store.h"
#include "modules/admin/rights/views.h"
#include "modules/admin/rules.h"
#include "shared/access/authority.h"
#include "shared/access/session.h"
#include "shared/office/chrome.h"
#include "shared/office/fields.h"
#include "shared/text/clean.h"
#include "shared/workflow/apply.h"

namespace portal::admin {
namespace {

using access::Actor;
using workflow::Action;
using workflow::Item;
using workflow::Right;
using workflow::State;
using workflow::Transition;

struct Acting {
  Account account;
  Actor actor;  // without roles while the account is locked
  std::vector<RoleEntry> roles;
};

// Everything about the person that reasons are made of.
struct Subject {
  Person person;
  std::vector<Acting> accounts;
  std::vector<Delegation> delegations;
};

Subject read_subject(server::Context& context, Person person) {
  Subject subject;
  RightsStore rights(context.db(), context.now);
  for (Account& account : PeopleStore(context.db()).accounts_of(person.id)) {
    Acting acting;
    acting.roles = rights.roles_of(account.id);
    if (const auto actor = access::load_actor(context.db(), account.id, context.now)) acting.actor = *actor;
    acting.account = std::move(account);
    subject.accounts.push_back(std::move(acting));
  }
  subject.delegations = rights.delegations_to(person.id);
  if (subject.accounts.empty()) {
    // Somebody without an account is asked about as well: a person, no roles.
    Acting nobody;
    nobody.actor.person = person.id;
    nobody.actor.home_unit = person.unit;
    nobody.actor.display_name = person.full_name;
    subject.accounts.push_back(std::move(nobody));
  }
  subject.person = std::move(person);
  return subject;
}

std::string span_words(const std::string& from, const std::string& to) { return "từ " + from + (to.empty() ? "" : " đến hết " + to); }

std::string words_of(const Delegation& d) {
  return "Ủy quyền số " + d.document_number + " do " + d.granted_by_name + " giao, " +
         span_words(base::format_date(d.valid_from), base::format_date(d.valid_to - std::chrono::seconds(1)));
}

// The row behind a role that gives something. A head of a unit that another was merged into holds the role there (decision 0025), so a row in the unit
// itself comes first and any of the role second.
std::string words_of_grant(const Acting& acting, access::Role role, base::UnitId unit) {
  const auto holds = [&](const RoleEntry& entry) { return entry.role == role && entry.confirmed_at && !entry.revoked_at && !entry.is_over; };
  auto entry = std::find_if(acting.roles.begin(), acting.roles.end(), [&](const RoleEntry& one) { return holds(one) && (!unit.is_set() || one.unit == unit); });
  if (entry == acting.roles.end()) entry = std::find_if(acting.roles.begin(), acting.roles.end(), holds);
  if (entry == acting.roles.end()) return "Vai trò " + std::string{access::label_of(role)};
  return "Vai trò " + label_of_role(*entry) + (entry->unit_name.empty() ? "" : ", " + entry->unit_name) + ", " + span_words(entry->valid_from, entry->valid_to) + " (tài khoản " +
         acting.account.username + ")";
}

std::string words_of_delegation(const Subject& subject, base::DelegationId id, const std::string& otherwise) {
  const auto found = std::find_if(subject.delegations.begin(), subject.delegations.end(), [id](const Delegation& d) { return d.id == id.value; });
  return found == subject.delegations.end() ? otherwise : words_of(*found);
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

struct Verdict {
  bool is_allowed = false;
  std::vector<std::string> reasons;
};

// ---- what is not about one item ----

std::string roles_with(access::Capability capability) {
  std::string words;
  for (const access::CapabilityRow& row : access::capability_table())
    if (row.capability == capability) words += (words.empty() ? "" : "; ") + std::string{access::label_of(row.role)};
  return words;
}

Verdict ask_capability(server::Context& context, const Subject& subject, access::Capability capability) {
  Verdict verdict;
  for (const Acting& acting : subject.accounts) {
    const auto right = access::authority_for(context.db(), acting.actor, capability, context.now);
    if (!right) continue;
    verdict.is_allowed = true;
    add_once(verdict.reasons, right->role ? words_of_grant(acting, *right->role, {}) : words_of_delegation(subject, right->delegation, right->words));
  }
  if (verdict.is_allowed) return verdict;
  verdict.reasons.push_back("Người này không giữ vai trò, ủy quyền nào cho việc này. Việc của: " + roles_with(capability) +
                            (access::delegated_act_of(capability).empty() ? "." : ", hoặc người được ủy quyền."));
  return verdict;
}

void fill_capabilities(view::Dict& content, server::Context& context, const Subject& subject) {
  for (const CapabilityWords& words : capability_words()) {
    const Verdict verdict = ask_capability(context, subject, words.capability);
    view::Dict row = content.section(verdict.is_allowed ? "MAY" : "MAY_NOT");
    row.set("WORDS", words.words);
    for (const std::string& reason : verdict.reasons) row.section("REASON").set("TEXT", reason);
  }
}

// ---- acts on an item ----

// Sets what beside the state decides (workflow::ConditionFacts) until the table has a row for the act; false when no facts do.
bool fit_facts(Item& item, Action action, base::PersonId holder, base::UtcTime now) {
  constexpr std::array kSecrecy{workflow::Secrecy::Open, workflow::Secrecy::Hidden, workflow::Secrecy::PurgeAsked};
  constexpr std::array kAwaits{workflow::Awaits::Nothing, workflow::Awaits::TakedownReview, workflow::Awaits::UrgentCheck, workflow::Awaits::Review};
  for (const workflow::Secrecy secrecy : kSecrecy)
    for (const workflow::Awaits awaits : kAwaits)
      for (unsigned bits = 0; bits < 16; ++bits) {
        item.secrecy = secrecy;
        item.awaits = awaits;
        item.published_version = (bits & 1U) != 0 ? 1 : 0;
        item.urgent_ordered_at = (bits & 2U) != 0 ? std::optional{now} : std::nullopt;
        item.flagged_at = (bits & 4U) != 0 ? std::optional{now} : std::nullopt;
        item.checked_by = item.assigned_to = (bits & 8U) != 0 ? holder : base::PersonId{};
        if (workflow::find_transition(*item.state, action, item.facts()) != nullptr) return true;
      }
  return false;
}

struct Sample {
  Item item;
  std::string_view words;
};

// An item as it would be for the act: at the right step of the section's way, the person's own where the act is of its author, editor or unit.
Sample sample_for(Action action, const Actor& actor, base::SectionId section, const workflow::SectionSteps& steps, base::UtcTime now) {
  Sample sample;
  Item& item = sample.item;
  item.section = section;
  item.needs_verify = steps.needs_verify;
  item.needs_final_check = steps.needs_final_check;
  item.needs_original = steps.needs_original || action == Action::RecordOriginal;  // as where it is asked for (D9.1c)
  item.supplied_at = now;
  item.state_since = now;
  const auto headed = actor.headed_units();
  item.unit = headed.empty() ? actor.home_unit : headed.front();
  sample.words = "bài của người khác";
  for (const Transition& transition : workflow::transitions()) {
    if (transition.action != action) continue;
    const bool is_left_out = (transition.from == State::Verifying && !steps.needs_verify) || (transition.from == State::FinalCheck && !steps.needs_final_check);
    item.state = transition.from;
    if (is_left_out || !fit_facts(item, action, actor.person, now)) continue;
    if (transition.right == Right::Author || transition.right == Right::Supplier) {
      item.author = actor.person;
      sample.words = "bài mình viết";
    } else if (transition.right == Right::Editor) {
      item.assigned_to = actor.person;
      sample.words = "bài được giao cho mình";
    } else if (transition.right == Right::Holder) {
      item.checked_by = actor.person;
      sample.words = "bài mình đang giữ";
    } else if (transition.right == Right::UnitHead) {
      sample.words = "bài của đơn vị mình";
    }
    return sample;
  }
  item.state = State::Editing;  // a step that the section does not have
  return sample;
}

// The sentence without the act's name, so that acts refused by one rule stand together.
std::string without_act(std::string message, Action action) {
  const std::string named = "“" + std::string{workflow::label_of(action)} + "”";
  if (const std::size_t at = message.find(named); at != std::string::npos) message.replace(at, named.size(), "này");
  return message;
}

Verdict ask_act(server::Context& context, const Subject& subject, Action action, const Item* item, base::SectionId section, const workflow::SectionSteps& steps,
                std::string_view& about) {
  Verdict verdict;
  std::vector<std::string> refusals;
  for (const Acting& acting : subject.accounts) {
    const Sample sample = item == nullptr ? sample_for(action, acting.actor, section, steps, context.now) : Sample{*item, ""};
    about = sample.words;
    const auto permit = workflow::authorize(context.db(), acting.actor, action, sample.item, context.now);
    if (permit) {
      verdict.is_allowed = true;
      std::string reason = permit->delegation().is_set() ? words_of_delegation(subject, permit->delegation(), permit->authority())
                           : permit->grant()             ? words_of_grant(acting, permit->grant()->role, permit->grant()->unit)
                                                         : permit->authority();
      add_once(verdict.reasons, std::move(reason));
    } else if (permit.error().kind != base::FaultKind::NotFound) {
      add_once(refusals, "“" + without_act(permit.error().message, action) + "”");
    }
  }
  if (!verdict.is_allowed) verdict.reasons = std::move(refusals);
  // By none of the accounts.
  if (verdict.reasons.empty())
    verdict.reasons.emplace_back("Người này không được biết đến bài: bài nháp của người khác, của đơn vị khác chưa gửi Ban Biên tập, hoặc người này không giữ vai trò nào về nội dung.");
  return verdict;
}

void fill_acts(view::Dict& content, server::Context& context, const Subject& subject, const Item* item, base::SectionId section,
               const workflow::SectionSteps& steps) {
  std::vector<std::pair<std::string, std::vector<std::string>>> refused;  // by reason, in the order of the acts
  for (const Action action : workflow::kAllActions) {
    std::string_view about;
    const Verdict verdict = ask_act(context, subject, action, item, section, steps, about);
    const std::string words = std::string{workflow::label_of(action)} + (about.empty() ? "" : " (" + std::string{about} + ")");
    if (verdict.is_allowed) {
      view::Dict row = content.section("ACT_MAY");
      row.set("WORDS", words);
      row.set("ACT_KEY", workflow::key_of(action));
      for (const std::string& reason : verdict.reasons) row.section("REASON").set("TEXT", reason);
      continue;
    }
    std::string reason;
    for (const std::string& one : verdict.reasons) reason += (reason.empty() ? "" : " ") + one;
    const auto known = std::find_if(refused.begin(), refused.end(), [&](const auto& entry) { return entry.first == reason; });
    if (known == refused.end())
      refused.push_back({reason, {words}});
    else
      known->second.push_back(words);
  }
  for (const auto& [reason, acts] : refused) {
    view::Dict row = content.section("ACT_MAY_NOT");
    row.set("TEXT", reason);
    for (const std::string& act : acts) row.section("ACT").set("WORDS", act);
  }
}

// ---- what the person holds ----

std::string state_of_role(const RoleEntry& entry, const Acting& acting, const std::string& today) {
  if (entry.revoked_at) return "đã thu hồi " + base::format_date(*entry.revoked_at);
  if (entry.is_over) return "đã hết thời hạn";
  if (!entry.confirmed_at) return "chờ " + confirmer_of(entry) + " xác nhận";
  if (*sql_date(entry.valid_from) > today) return "chưa đến ngày";
  if (!acting.account.is_active) return "tài khoản đang khóa";
  if (acting.account.must_change_password) return "tạm nghỉ: tài khoản còn dùng mật khẩu một lần";
  if (acting.account.needs_totp && !acting.account.has_totp) return "tạm nghỉ: tài khoản chưa bật xác thực hai lớp";
  return "đang có hiệu lực";
}

void fill_held(view::Dict& content, const Subject& subject, base::UtcTime now) {
  const std::string today = base::format_iso(now).substr(0, 10);
  bool any = false;
  const auto add = [&](std::string_view what, std::string_view span, std::string_view state) {
    any = true;
    view::Dict row = content.section("HELD");
    row.set("WHAT", what);
    row.set("SPAN", span);
    row.set("STATE", state);
  };
  for (const Acting& acting : subject.accounts)
    for (const RoleEntry& entry : acting.roles)
      add("Vai trò " + label_of_role(entry) + (entry.unit_name.empty() ? "" : ", " + entry.unit_name) + " (tài khoản " + acting.account.username + ")",
          span_words(entry.valid_from, entry.valid_to), state_of_role(entry, acting, today));
  for (const Delegation& d : subject.delegations) {
    const DelegableAct* act = find_act(d.act);
    add("Ủy quyền: " + (act == nullptr ? d.act : std::string{act->label}) + (d.section_title.empty() ? "" : ", chuyên mục " + d.section_title) + " (số " + d.document_number + ", " +
            d.granted_by_name + " giao)",
        span_words(base::format_date(d.valid_from), base::format_date(d.valid_to - std::chrono::seconds(1))),
        d.revoked_at ? "đã thu hồi " + base::format_date(*d.revoked_at) : d.valid_to <= now ? "đã hết hiệu lực" : d.valid_from > now ? "chưa đến ngày" : "đang có hiệu lực");
  }
  content.show("HOLDS_NOTHING", !any);
}

// ---- the question ----

struct Question {
  std::optional<Person> person;
  std::optional<Item> item;
  base::SectionId section;
  workflow::SectionSteps steps;
  std::string about;                      // "với bài TB-2026-0931: …"
  std::vector<base::FieldError> errors;
};

Question read_question(server::Context& context) {
  const http::Fields& query = context.request.query;
  Question question;
  if (const base::PersonId id{number_in(query.get("nguoi"))}; id.is_set()) {
    if (auto person = PeopleStore(context.db()).person(id))
      question.person = *std::move(person);
    else
      question.errors.push_back({"nguoi", "Không tìm thấy người này.", ""});
  }
  RightsStore rights(context.db(), context.now);
  if (const auto code = std::string{text::trim(query.get("bai"))}; !code.empty()) {
    const auto id = rights.item_with_code(code);
    auto item = id ? workflow::find_item(context.db(), *id) : base::fail(base::FaultKind::NotFound, "");
    // Who asks learns nothing of an item that they may not see themselves.
    if (item && workflow::may_see(context.db(), context.actor, *item, context.now)) {
      question.about = "Với bài " + item->code + ", “" + item->title + "”, đang ở trạng thái “" + std::string{item->state ? workflow::label_of(*item->state) : ""} + "”.";
      question.item = *std::move(item);
    } else {
      question.errors.push_back({"bai", "Không tìm thấy bài này, hoặc ông, bà không được xem bài này.", ""});
    }
    return question;
  }
  question.section = base::SectionId{number_in(query.get("chuyen-muc"))};
  if (!question.section.is_set()) {
    question.about = "Với một bài bất kỳ, ở đúng bước; ủy quyền chỉ cho một chuyên mục chưa tính ở đây.";
    return question;
  }
  const auto steps = workflow::steps_of_section(context.db(), question.section, context.now);
  if (!steps) {
    question.errors.push_back({"chuyen-muc", "Chuyên mục này không nhận tin, bài.", ""});
    return question;
  }
  question.steps = *steps;
  for (const auto& [id, title] : rights.sections())
    if (id == question.section) question.about = "Với một bài ở chuyên mục " + title + ", ở đúng bước.";
  return question;
}

void fill_question(view::Dict& content, server::Context& context, const Question& question) {
  const http::Fields& query = context.request.query;
  office::fill_error_summary(content, question.errors);
  std::vector<office::Choice> people{{"", "Chọn người", "", false}};
  for (const Person& person : PeopleStore(context.db()).people())
    people.push_back({std::to_string(person.id.value), person.full_name + (person.unit_name.empty() ? "" : " – " + person.unit_name), "",
                      question.person && question.person->id == person.id});
  std::vector<office::Choice> sections{{"", "Không chọn", "", false}};
  for (const auto& [id, title] : RightsStore(context.db(), context.now).sections())
    sections.push_back({std::to_string(id.value), title, "", id == question.section});
  office::add_select(content, "FIELD_PERSON", {.name = "nguoi", .label = "Người", .required = true}, people, question.errors);
  office::add_text(content, "FIELD_ITEM", {.name = "bai", .label = "Mã bài", .value = std::string{query.get("bai")}, .hint = "Không bắt buộc, ví dụ TB-2026-0931.", .max_length = 40}, question.errors);
  office::add_select(content, "FIELD_SECTION", {.name = "chuyen-muc", .label = "Chuyên mục", .hint = "Không bắt buộc; bỏ qua khi đã ghi mã bài."}, sections, question.errors);
}

}  // namespace

http::Response explain_person(App& /*app*/, server::Context& context) {
  const Question question = read_question(context);
  office::OfficePage page(context,
                          {.title = "Người này được làm gì, vì sao", .menu = "rights", .crumbs = {{"/quan-tri/quyen/", "Ai được làm gì"}}, .here = "Một người"},
                          "admin/rights_person.tpl");
  view::Dict& content = page.content();
  fill_question(content, context, question);
  if (!question.errors.empty()) return std::move(page).respond(422);
  if (!question.person) return std::move(page).respond();
  const Subject subject = read_subject(context, *question.person);
  view::Dict answer = content.section("ANSWER");
  answer.set("NAME", subject.person.full_name);
  answer.set("JOB", subject.person.job_title + (subject.person.unit_name.empty() ? "" : ", " + subject.person.unit_name));
  answer.set("AS_OF", base::format_date_time(context.now));
  answer.set("ABOUT", question.about);
  fill_held(answer, subject, context.now);
  fill_acts(answer, context, subject, question.item ? &*question.item : nullptr, question.section, question.steps);
  fill_capabilities(answer, context, subject);
  return std::move(page).respond();
}

}  // namespace portal::admin
