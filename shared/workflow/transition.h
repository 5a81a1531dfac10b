// The transition table: when an act is possible. One constexpr table, checked at compile time; buttons shown, posts accepted, the audit
// trail's words and docs/workflow.md all come from it (D9.1a, D11.1, D12, D15).
//
// The state machine says *when*, authorize() says *who*, the form parser says *what*. Never two of them in one place.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace portal::workflow {

// States of an item. Stored as text (key_of); a program that meets a state it does not know treats the item as read-only.
enum class State {
  Draft,       // being written by its author
  UnitReview,  // waits for the head of the unit (D9.1a)
  Returned,    // back at its author, with a reason
  Submitted,   // reached the board; waits for the secretary (D11.1)
  Editing,     // step 1 (D15.1)
  Verifying,   // step 2 (D15.2)
  FinalCheck,  // step 3, last check (D15.3)
  Ready,       // passed; the secretary posts exactly this version (D15.3)
  Published,   // readers see it
  Withdrawn,   // taken down (D12.3)
  Refused,     // not to be published, on a coded ground (D12.3); stays searchable
  Discarded,   // thrown away by its author before anyone else had it
  Archived     // left the lists, keeps its address and says so (D13.2)
};

enum class Action {
  Save,             // a new version by whoever holds the step
  Discard,
  Restore,
  SubmitToUnit,     // collective: the unit's head approves (D9.1a)
  SubmitPersonal,   // personal: the author declares accuracy, straight to the board (D9.1a)
  ApproveUnit,
  ReturnFromUnit,
  Receive,          // classify: section, kind, origin, purpose; assign; fixes the steps (D11.1)
  Unreceive,        // it was classified or given wrongly: back to waiting for the secretary
  ReturnToSender,   // D4.2
  Claim,            // a member of the group takes what waits for it: editing, or a check (D15.1–D15.3)
  Reassign,         // given to somebody by name: editing by the secretary, a check by the board's head
  HandBack,         // given back to the group by who has it, with a word why
  FinishEdit,       // end of step 1
  Verify,           // end of step 2; needs the checklist (D12.1)
  PassFinal,        // end of step 3
  SendBack,         // a check sends it back to step 1 with a reason
  Reopen,           // after the last check, before posting: back to step 1; voids the checks
  Refuse,           // D12.3
  Amend,            // the sender mends a refused item, to send the same one again (D4.2, D12.3)
  Reconsider,       // the board's head takes a refused item up again
  Publish,          // posting by the secretary (D15.3)
  Withdraw,         // any board member at once (D12.3)
  ReviseByAuthor,   // what was published has changed: a working copy by its supplier (D9.3f)
  ReviseByBoard,    // a correction by the board, as a working copy
  DropRevision,     // give the working copy up; the published version stays
  Rework,           // a withdrawn item goes back to step 1
  Hide,             // the state-secret ground, found after a withdrawal or refusal: the words are shown to nobody (D12.3b)
  Unhide,           // it was a mistake
  AskPurge,         // one person asks that the words be destroyed,
  DropPurge,        // takes that back,
  Purge,            // and another one approves
  ReviewTakedown,   // the board's head has looked at a take-down by somebody else (D12.3)
  OrderUrgent,      // the leadership orders posting before the checks; only while the setting allows it
  DropUrgent,
  PublishUrgent,    // the secretary posts on that order
  CheckUrgent,      // the last check, afterwards
  Flag,             // what is published is no longer right (D9.3f)
  AnswerFlag,       // its supplier says that it still is
  AskReview,        // the board wants it looked at (D13.3)
  ReviewKeep,       // looked at: right as it is,
  ReviewUpdate,     // to be brought up to date by its supplier,
  Archive,          // or to leave the lists (D13.2, D13.3)
  Unarchive,
  RecordOriginal    // the secretary has seen the signed original of this version (D9.1c)
};

// Whose act it is. authorize() turns this into people: roles by unit and date, delegations, four-eyes.
enum class Right {
  Author,        // wrote it
  UnitHead,      // head of the item's unit, or of the local unit (D9.1a, D7.2)
  Secretary,     // the board's secretary or the appointed stand-in
  Editor,        // the board member it is assigned to
  Verifier,      // the board's head, or a member to whom verifying is delegated (D15.2); never who wrote or edited it
  FinalChecker,  // the same for the last check (D15.3)
  Holder,        // who took the check, or was given it
  BoardMember,   // any member of the board, its secretary and its head included
  BoardHead,     // the head, or an acting head under a delegation (D19.2)
  HeadOrDirector,  // the head or the department's leadership
  SecondPerson,  // the same, but not who asked (two-person approval, D12.3)
  Leadership,    // the department's leadership (D6.1)
  Supplier,      // who wrote it, or the head of its unit (D9.3f)
  Anyone         // whoever works with content and may see the item
};

// Whether an item's words are shown to anybody (D12.3b). Stored as text (core_item.secrecy).
enum class Secrecy {
  Open,
  Hidden,      // on the state-secret ground: nobody sees the words
  PurgeAsked,  // one person has asked for the purge; another one approves
  Purged       // no table holds them any more
};

// What somebody must still look at after the fact; at most one thing at a time. Stored as text (core_item.awaits), which is also the start event of the
// duty that gives it its time.
enum class Awaits {
  Nothing,
  TakedownReview,  // taken down by a member of the board: its head looks at it the next working day (D12.3)
  UrgentCheck,     // posted on an order before the checks: the last check follows
  Review           // the board asked for a review (D13.3)
};

// What must hold of the item beside its state.
enum class Condition {
  None,
  NeedsVerify,             // its section wants step 2
  OnlyFinalCheck,          // no step 2, but step 3
  NoChecks,                // neither
  NeedsFinalCheck,         // after step 2 comes step 3
  NoFinalCheck,
  NotHeld,                 // nobody has it: it waits for the group
  IsHeld,
  NotPublished,            // it has never been published, or is withdrawn
  IsPublished,             // readers see a version of it now
  NotHidden,               // not on the state-secret ground (D12.3b)
  IsHidden,                // hidden, and nobody has asked for the purge
  PurgeIsAsked,
  AwaitsTakedownReview,
  AwaitsUrgentCheck,
  AwaitsNothing,
  UrgentOrdered,
  UrgentNotOrdered,
  IsFlagged,               // somebody says that it is no longer right (D9.3f)
  NeedsOriginal            // its section wants the signed original (D9.1c)
};

// What the act must bring along; the form asks for it, apply_transition insists on it.
struct Needs {
  bool reason = false;
  char ground = 0;        // 'r': one of return (D4.2); 'd': one of refusal (D12.3); 'o': one of refusal or none; 's': the state-secret one (D12.3b)
  bool checklist = false; // every item of the kind's checklist is ticked for this version (D12.1)
  bool declaration = false;  // the author's declaration of accuracy (D9.1a)
  bool classification = false;  // section, kind, origin, purpose, assignee
  bool assignee = false;  // by name, or the whole group
  bool answered = false;  // no request for confirmation waits (D12.1)
  bool complete = false;  // the section's own rules for a complete item (event time, body, source…)
  bool original = false;  // what the signed original is and where it is kept (D9.1c)
};

struct Transition {
  State from;
  Action action;
  State to;
  Right right;
  Condition condition;
  Needs needs;
  std::string_view clause;
};

[[nodiscard]] std::span<const Transition> transitions();

// The row for (from, action) whose condition holds for `facts`, or nothing.
struct ConditionFacts {
  bool needs_verify = true;
  bool needs_final_check = true;
  bool is_published = false;
  Secrecy secrecy = Secrecy::Open;
  Awaits awaits = Awaits::Nothing;
  bool is_urgent_ordered = false;
  bool is_flagged = false;
  bool is_held = false;  // in step 1: somebody edits it; in a check: somebody has taken it
  bool needs_original = false;
};
[[nodiscard]] const Transition* find_transition(State from, Action action, const ConditionFacts& facts);

// Text keys as stored, and back. parse_* give nothing for a word of a newer program.
[[nodiscard]] std::string_view key_of(State state);
[[nodiscard]] std::string_view key_of(Action action);
[[nodiscard]] std::string_view key_of(Secrecy secrecy);
[[nodiscard]] std::optional<State> parse_state(std::string_view key);
[[nodiscard]] std::string_view key_of(Awaits awaits);
[[nodiscard]] Awaits parse_awaits(std::string_view key);  // Nothing for a word of a newer program
[[nodiscard]] Secrecy parse_secrecy(std::string_view key);  // Purged for a word of a newer program: it shows nothing
[[nodiscard]] std::optional<Action> parse_action(std::string_view key);

// Vietnamese words: the state as shown ("Bước 2: chờ xác thực"), the act as a button ("Chuyển xác thực"), the act as done, for history ("đã chuyển xác thực").
[[nodiscard]] std::string_view label_of(State state);
[[nodiscard]] std::string_view label_of(Action action);
[[nodiscard]] std::string_view past_of(Action action);
[[nodiscard]] std::string_view label_of(Right right);
[[nodiscard]] std::string_view icon_of(State state);

// docs/workflow.md, whole, from the table.
[[nodiscard]] std::string describe_workflow();

inline constexpr std::array kAllStates{State::Draft, State::UnitReview, State::Returned, State::Submitted, State::Editing, State::Verifying,
                                       State::FinalCheck, State::Ready, State::Published, State::Withdrawn, State::Refused, State::Discarded, State::Archived};
inline constexpr std::array kAllActions{
    Action::Save, Action::Discard, Action::Restore, Action::SubmitToUnit, Action::SubmitPersonal, Action::ApproveUnit,
    Action::ReturnFromUnit, Action::Receive, Action::Unreceive, Action::ReturnToSender, Action::Claim, Action::Reassign,
    Action::HandBack, Action::FinishEdit, Action::Verify,
    Action::PassFinal, Action::SendBack, Action::Reopen, Action::Refuse, Action::Amend, Action::Reconsider, Action::Publish, Action::Withdraw,
    Action::ReviseByAuthor, Action::ReviseByBoard, Action::DropRevision, Action::Rework,
    Action::Hide, Action::Unhide, Action::AskPurge, Action::DropPurge, Action::Purge,
    Action::ReviewTakedown, Action::OrderUrgent, Action::DropUrgent, Action::PublishUrgent, Action::CheckUrgent, Action::Flag, Action::AnswerFlag,
    Action::AskReview, Action::ReviewKeep, Action::ReviewUpdate, Action::Archive, Action::Unarchive, Action::RecordOriginal};

}  // namespace portal::workflow
