// The workflow panel: steps, words and addresses follow from the item and the transition table alone.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

#include "shared/office/act_form.h"
#include "shared/office/fields.h"
#include "shared/office/menu.h"
#include "shared/office/panel.h"
#include "shared/office/roles.h"
#include "tests/support/source_dir.h"

using namespace portal;
using namespace portal::office;
using workflow::Action;
using workflow::State;

namespace {

workflow::Item item_in(State state) {
  workflow::Item item;
  item.id = base::ItemId{7};
  item.state = state;
  return item;
}

std::string_view here_of(const std::vector<Step>& steps) {
  for (const Step& step : steps)
    if (step.state == StepState::Here) return step.label;
  return "";
}

const view::Templates& templates() {
  static const view::Templates all(source_dir() + "/templates", "");
  return all;
}

access::Actor actor_with(std::vector<access::Role> roles) {
  access::Actor actor;
  actor.person = base::PersonId{1};
  for (const access::Role role : roles) actor.roles.push_back({role, base::UnitId{}});
  return actor;
}

bool has_row(const access::Actor& actor, std::string_view key) {
  const auto rows = menu_of(actor);
  return std::any_of(rows.begin(), rows.end(), [&](const MenuRow* row) { return row->key == key; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(panel)

BOOST_AUTO_TEST_CASE(D15_exactly_one_step_is_current_while_an_item_is_on_its_way) {
  for (const State state : {State::Draft, State::Returned, State::UnitReview, State::Submitted, State::Editing, State::Verifying, State::FinalCheck,
                            State::Ready}) {
    const auto steps = steps_of(item_in(state));
    BOOST_TEST(std::count_if(steps.begin(), steps.end(), [](const Step& step) { return step.state == StepState::Here; }) == 1);
  }
  BOOST_TEST(here_of(steps_of(item_in(State::Editing))) == "Bước 1: biên tập");
  BOOST_TEST(here_of(steps_of(item_in(State::Verifying))) == "Bước 2: xác thực");
  BOOST_TEST(here_of(steps_of(item_in(State::FinalCheck))) == "Bước 3: kiểm tra lần cuối");
  for (const Step& step : steps_of(item_in(State::Published))) BOOST_TEST((step.state == StepState::Done));
}

BOOST_AUTO_TEST_CASE(D9_1a_a_personal_item_has_no_unit_step_and_D12_1_steps_follow_the_section) {
  workflow::Item personal = item_in(State::Submitted);
  personal.is_personal = true;
  personal.needs_verify = false;
  for (const Step& step : steps_of(personal)) {
    BOOST_TEST(step.label != "Lãnh đạo đơn vị duyệt");
    BOOST_TEST(step.label != "Bước 2: xác thực");
  }
}

BOOST_AUTO_TEST_CASE(every_act_has_an_address_that_leads_back_to_it_and_a_message) {
  std::set<std::string> seen;
  for (const Action action : workflow::kAllActions) {
    const std::string slug = slug_of(action);
    BOOST_TEST(slug.find('_') == std::string::npos);
    BOOST_TEST((parse_act_slug(slug) == action));
    BOOST_TEST(seen.insert(slug).second);
    const auto message = flash_of(slug);
    BOOST_REQUIRE(message.has_value());
    BOOST_TEST(message->starts_with("Đã "));
  }
  BOOST_TEST(!parse_act_slug("xoa-het").has_value());
  BOOST_TEST(!flash_of("<script>").has_value());
}

BOOST_AUTO_TEST_CASE(D15_1_the_button_says_where_the_item_goes) {
  for (const workflow::Transition& transition : workflow::transitions()) {
    BOOST_TEST(!button_of(transition).empty());
    if (transition.action == Action::FinishEdit && transition.to == State::Verifying) BOOST_TEST(button_of(transition) == "Chuyển xác thực");
    if (transition.action == Action::FinishEdit && transition.to == State::FinalCheck) BOOST_TEST(button_of(transition) == "Chuyển kiểm tra lần cuối");
  }
}

BOOST_AUTO_TEST_CASE(D12_3_acts_that_need_a_reason_ask_in_a_form_of_their_own) {
  for (const workflow::Transition& transition : workflow::transitions())
    if (transition.needs.reason) BOOST_TEST(needs_form(transition));
}

BOOST_AUTO_TEST_CASE(D12_3_a_withdrawal_is_confirmed_only_when_every_node_has_answered) {
  struct Case {
    std::int64_t nodes, confirmed;
    bool want;
  };
  for (const Case& one : {Case{2, 1, false}, Case{2, 2, true}, Case{1, 0, false}, Case{0, 0, false}}) {
    Takedown takedown;
    takedown.nodes = one.nodes;
    takedown.confirmed = one.confirmed;
    BOOST_TEST(takedown.is_confirmed() == one.want);
  }
}

BOOST_AUTO_TEST_CASE(an_acts_form_is_typed_and_cleaned) {
  http::Request request;
  request.form.add("row_version", "12");
  request.form.add("reason", "  Bổ sung số liệu.\r\n ");
  request.form.add("ground", "D4.2-nhan-than");
  request.form.add("assignee", "5");
  request.form.add("checks[]", "dung-chuyen-muc");
  request.form.add("checks[]", "lien-ket-mo-duoc");
  const auto act = parse_act(request, base::ItemId{7}, Action::ReturnToSender);
  BOOST_REQUIRE(act.has_value());
  BOOST_TEST(act->row_version == 12U);
  BOOST_TEST(act->reason.find("Bổ sung số liệu.") != std::string::npos);
  BOOST_TEST(act->reason.find('\r') == std::string::npos);
  BOOST_TEST(act->assignee.value == 5U);
  BOOST_TEST(act->checks.size() == 2U);
  BOOST_TEST(!act->declared);
}

BOOST_AUTO_TEST_CASE(D4_1a_a_reason_with_hidden_characters_is_refused_by_field) {
  http::Request request;
  request.form.add("reason", "Lý\u200b do");
  const auto act = parse_act(request, base::ItemId{7}, Action::SendBack);
  BOOST_REQUIRE(!act.has_value());
  BOOST_REQUIRE(!act.error().fields.empty());
  BOOST_TEST(act.error().fields.front().field == "reason");
}

BOOST_AUTO_TEST_CASE(a_text_of_several_lines_keeps_them_in_its_field) {
  view::Page page("partials/field_textarea.tpl");
  page.set("NAME", "reason");
  page.set("VALUE", "Dòng một\nDòng hai <b>");
  page.set("ROWS", std::int64_t{3});
  const std::string html = templates().render(page);
  BOOST_TEST(html.find("Dòng một\nDòng hai &lt;b&gt;") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(D6_3_the_menu_shows_what_a_role_may_do) {
  BOOST_TEST(menu_of(access::Actor{}).empty());
  const access::Actor contributor = actor_with({access::Role::Contributor});
  BOOST_TEST(has_row(contributor, "inbox"));
  BOOST_TEST(has_row(contributor, "news"));
  BOOST_TEST(!has_row(contributor, "accounts"));
  BOOST_TEST(!has_row(contributor, "sections"));
  BOOST_TEST(has_row(actor_with({access::Role::Sysadmin}), "accounts"));
  BOOST_TEST(!has_row(actor_with({access::Role::Sysadmin}), "sections"));
  BOOST_TEST(has_row(actor_with({access::Role::BoardHead}), "sections"));
}

BOOST_AUTO_TEST_CASE(the_menu_has_no_row_that_leads_to_nothing) {
  const access::Actor sysadmin = actor_with({access::Role::Sysadmin});
  for (const char* key : {"mine", "news", "reviews"}) BOOST_TEST(!has_row(sysadmin, key));
  BOOST_TEST(!has_row(actor_with({access::Role::Contributor}), "reviews"));  // what is said of their own articles is in the inbox
  access::Actor unit_head = actor_with({});
  unit_head.roles.push_back({access::Role::UnitHead, base::UnitId{3}});
  BOOST_TEST(has_row(unit_head, "reviews"));
  // D12.1: the rules of the board are settings of its head.
  BOOST_TEST(has_row(actor_with({access::Role::BoardHead}), "settings"));
  BOOST_TEST(!has_row(actor_with({access::Role::BoardMember}), "settings"));
}

BOOST_AUTO_TEST_CASE(D15_2_a_delegation_shows_the_rows_that_it_opens) {
  const access::Actor member = actor_with({access::Role::BoardMember});
  const auto shows = [&](const char* act, std::string_view key) {
    const auto rows = menu_of(member, {act});
    return std::any_of(rows.begin(), rows.end(), [&](const MenuRow* row) { return row->key == key; });
  };
  BOOST_TEST(shows("manage_sections", "sections"));
  BOOST_TEST(shows("manage_duties", "duties"));
  BOOST_TEST(!shows("verify", "sections"));
  const auto stand_in = menu_of(actor_with({access::Role::Office}), {"act_as_secretary"});
  BOOST_TEST(std::count_if(stand_in.begin(), stand_in.end(), [](const MenuRow* row) { return row->key == "news" || row->key == "reviews"; }) == 2);
}

BOOST_AUTO_TEST_CASE(the_weightiest_role_is_named_first) {
  BOOST_TEST(roles_line(actor_with({access::Role::Director, access::Role::BoardHead})).starts_with("Trưởng Ban Biên tập"));
  BOOST_TEST(roles_line(access::Actor{}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
