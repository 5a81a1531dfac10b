// The transition table by the regulation: what Điều 9, 11, 12 and 15 allow, and that nothing else is.
#include <boost/test/unit_test.hpp>
#include <set>

#include "shared/workflow/transition.h"

using namespace portal::workflow;

namespace {

constexpr ConditionFacts kFresh{true, true, false};
constexpr ConditionFacts kLive{true, true, true};

struct Step {
  const char* label;
  State from;
  Action action;
  State to;
  Right right;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(transition)

BOOST_AUTO_TEST_CASE(D15_road_from_author_to_reader_has_the_regulations_steps_in_order) {
  const Step road[] = {
      {"D9.1a trình lãnh đạo đơn vị", State::Draft, Action::SubmitToUnit, State::UnitReview, Right::Author},
      {"D9.1a đơn vị duyệt", State::UnitReview, Action::ApproveUnit, State::Submitted, Right::UnitHead},
      {"D11.1 tiếp nhận", State::Submitted, Action::Receive, State::Editing, Right::Secretary},
      {"D15.1 biên tập", State::Editing, Action::FinishEdit, State::Verifying, Right::Editor},
      {"D15.2 xác thực", State::Verifying, Action::Verify, State::FinalCheck, Right::Verifier},
      {"D15.3 kiểm tra lần cuối", State::FinalCheck, Action::PassFinal, State::Ready, Right::FinalChecker},
      {"D15.3 Thư ký đăng", State::Ready, Action::Publish, State::Published, Right::Secretary},
  };
  for (const Step& step : road) BOOST_TEST_CONTEXT(step.label) {
      const Transition* found = find_transition(step.from, step.action, kFresh);
      BOOST_REQUIRE(found != nullptr);
      BOOST_TEST((found->to == step.to));
      BOOST_TEST((found->right == step.right));
    }
}

BOOST_AUTO_TEST_CASE(D12_1_sections_without_a_step_skip_exactly_that_step) {
  const struct {
    const char* label;
    bool verify, final_check;
    State after_edit;
  } cases[] = {{"both", true, true, State::Verifying},
               {"only the last check", false, true, State::FinalCheck},
               {"only verification", true, false, State::Verifying},
               {"none", false, false, State::Ready}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      const Transition* found = find_transition(State::Editing, Action::FinishEdit, {c.verify, c.final_check, false});
      BOOST_REQUIRE(found != nullptr);
      BOOST_TEST((found->to == c.after_edit));
    }
  BOOST_TEST((find_transition(State::Verifying, Action::Verify, {true, false, false})->to == State::Ready));
}

BOOST_AUTO_TEST_CASE(D15_3_nothing_is_posted_that_did_not_pass_the_last_check) {
  for (const Transition& t : transitions()) {
    if (t.action == Action::Publish) BOOST_TEST((t.from == State::Ready));
    // What readers see already stays; what they have not seen comes by posting, or on the leadership's order with the whole checklist.
    if (t.to == State::Published && t.from != State::Published && t.action != Action::Publish && t.action != Action::DropRevision && t.action != Action::Unarchive) {
      BOOST_TEST((t.action == Action::PublishUrgent));
      BOOST_TEST((t.right == Right::Secretary));
      BOOST_TEST((t.condition == Condition::UrgentOrdered));
      BOOST_TEST(t.needs.checklist);
    }
  }
}

BOOST_AUTO_TEST_CASE(D9_1c_the_secretary_records_the_original_where_it_is_asked_for_and_moves_nothing) {
  ConditionFacts asked = kFresh;
  asked.needs_original = true;
  for (const State state : kAllStates) {
    const bool is_with_board = state == State::Editing || state == State::Verifying || state == State::FinalCheck || state == State::Ready;
    const Transition* found = find_transition(state, Action::RecordOriginal, asked);
    BOOST_TEST((found != nullptr) == is_with_board);
    BOOST_TEST((find_transition(state, Action::RecordOriginal, kFresh) == nullptr));
    if (found == nullptr) continue;
    BOOST_TEST((found->to == state));
    BOOST_TEST((found->right == Right::Secretary));
    BOOST_TEST(found->needs.original);
  }
}

BOOST_AUTO_TEST_CASE(D12_1_every_way_to_ready_needs_the_checklist) {
  for (const Transition& t : transitions())
    if (t.to == State::Ready && t.from != State::Ready) BOOST_TEST(t.needs.checklist);
}

BOOST_AUTO_TEST_CASE(D12_3_withdrawal_is_open_to_the_board_from_every_state_while_readers_see_the_item) {
  for (const State state : kAllStates) {
    const Transition* found = find_transition(state, Action::Withdraw, kLive);
    const bool readers_may_see_it = state != State::Withdrawn && state != State::Refused && state != State::Discarded;
    BOOST_TEST((found != nullptr) == readers_may_see_it);
    if (found != nullptr) {
      BOOST_TEST((found->right == Right::BoardMember));
      BOOST_TEST(found->needs.reason);
    }
    BOOST_TEST((find_transition(state, Action::Withdraw, kFresh) == nullptr));
  }
}

BOOST_AUTO_TEST_CASE(D12_3_a_working_copy_with_its_author_keeps_the_board_from_no_correction) {
  for (const State state : {State::Published, State::Draft, State::Returned}) {
    const Transition* found = find_transition(state, Action::ReviseByBoard, kLive);
    BOOST_REQUIRE(found != nullptr);
    BOOST_TEST((found->to == State::Editing));
    BOOST_TEST((found->right == Right::BoardMember));
    BOOST_TEST(found->needs.reason);
    BOOST_TEST((find_transition(state, Action::ReviseByBoard, kFresh) == nullptr));  // a draft that readers do not see is its author's alone
  }
}

BOOST_AUTO_TEST_CASE(D4_2_and_D12_3_returns_and_refusals_name_a_ground_and_a_reason) {
  BOOST_TEST(find_transition(State::Submitted, Action::ReturnToSender, kFresh)->needs.ground == 'r');
  BOOST_TEST(find_transition(State::Verifying, Action::Refuse, kFresh)->needs.ground == 'd');
  for (const Transition& t : transitions()) {
    const bool is_senders_own = t.action == Action::Amend;  // who takes the item back to mend it owes nobody a reason
    if (t.to == State::Refused || (t.to == State::Returned && t.from != State::Returned && !is_senders_own)) BOOST_TEST(t.needs.reason);
  }
}

BOOST_AUTO_TEST_CASE(D12_3_a_refused_item_is_sent_again_by_its_author_and_never_on_the_state_secret_ground) {
  const Transition* found = find_transition(State::Refused, Action::Amend, kFresh);
  BOOST_REQUIRE(found != nullptr);
  BOOST_TEST((found->to == State::Returned));
  BOOST_TEST((found->right == Right::Author));
  ConditionFacts hidden = kFresh;
  hidden.secrecy = Secrecy::Hidden;
  for (const Action action : {Action::Amend, Action::Reconsider}) BOOST_TEST((find_transition(State::Refused, action, hidden) == nullptr));
  BOOST_TEST((find_transition(State::Withdrawn, Action::Rework, hidden) == nullptr));
}

BOOST_AUTO_TEST_CASE(D12_1_neither_check_is_passed_while_a_request_waits) {
  for (const Transition& t : transitions())
    if (t.action == Action::Verify || t.action == Action::PassFinal) BOOST_TEST(t.needs.answered);
}

BOOST_AUTO_TEST_CASE(D12_3_words_on_the_state_secret_ground_are_destroyed_by_a_second_person_and_never_otherwise) {
  for (const Transition& t : transitions())
    if (t.action == Action::Purge) {
      BOOST_TEST((t.right == Right::SecondPerson));
      BOOST_TEST((t.condition == Condition::PurgeIsAsked));
      BOOST_TEST(t.needs.reason);
    }
}

BOOST_AUTO_TEST_CASE(D11_1_what_was_received_wrongly_waits_for_the_secretary_again_with_a_reason) {
  const Transition* found = find_transition(State::Editing, Action::Unreceive, kFresh);
  BOOST_TEST((found->to == State::Submitted));
  BOOST_TEST((found->right == Right::Secretary));
  BOOST_TEST(found->needs.reason);
}

BOOST_AUTO_TEST_CASE(D15_what_a_group_may_take_is_taken_once_and_handed_back_with_a_reason) {
  const struct {
    State state;
    Right takes, gives, hands_back;
  } steps[] = {{State::Editing, Right::BoardMember, Right::Secretary, Right::Editor},
               {State::Verifying, Right::Verifier, Right::BoardHead, Right::Holder},
               {State::FinalCheck, Right::FinalChecker, Right::BoardHead, Right::Holder}};
  ConditionFacts held = kFresh;
  held.is_held = true;
  for (const auto& step : steps) BOOST_TEST_CONTEXT(key_of(step.state)) {
      BOOST_TEST((find_transition(step.state, Action::Claim, kFresh)->right == step.takes));
      BOOST_TEST((find_transition(step.state, Action::Claim, held) == nullptr));
      BOOST_TEST((find_transition(step.state, Action::HandBack, held)->right == step.hands_back));
      BOOST_TEST(find_transition(step.state, Action::HandBack, held)->needs.reason);
      BOOST_TEST((find_transition(step.state, Action::HandBack, kFresh) == nullptr));
      BOOST_TEST((find_transition(step.state, Action::Reassign, held)->right == step.gives));
    }
}

BOOST_AUTO_TEST_CASE(D13_2_the_archive_is_left_as_it_was_entered_and_readers_lose_nothing) {
  BOOST_TEST((find_transition(State::Published, Action::Archive, kLive)->to == State::Archived));
  BOOST_TEST((find_transition(State::Archived, Action::Unarchive, kLive)->to == State::Published));
  BOOST_TEST((find_transition(State::Archived, Action::Withdraw, kLive)->to == State::Withdrawn));
}

BOOST_AUTO_TEST_CASE(every_pair_of_state_and_action_has_at_most_one_answer_for_every_section) {
  for (const State state : kAllStates)
    for (const Action action : kAllActions)
      for (int bits = 0; bits < 8; ++bits) {
        const ConditionFacts facts{(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0};
        const Transition* found = find_transition(state, action, facts);
        if (found == nullptr) continue;
        BOOST_TEST((found->from == state));
        BOOST_TEST((found->action == action));
        BOOST_TEST(!found->clause.empty());
      }
}

BOOST_AUTO_TEST_CASE(keys_are_unique_and_read_back) {
  std::set<std::string_view> keys;
  for (const State state : kAllStates) {
    BOOST_TEST(keys.insert(key_of(state)).second);
    BOOST_TEST((parse_state(key_of(state)) == state));
    BOOST_TEST(!label_of(state).empty());
  }
  keys.clear();
  for (const Action action : kAllActions) {
    BOOST_TEST(keys.insert(key_of(action)).second);
    BOOST_TEST((parse_action(key_of(action)) == action));
    BOOST_TEST(!label_of(action).empty());
    BOOST_TEST(!past_of(action).empty());
  }
  BOOST_TEST(!parse_state("a_state_of_tomorrow"));
}

BOOST_AUTO_TEST_SUITE_END()
