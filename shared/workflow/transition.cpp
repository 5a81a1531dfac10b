#include "shared/workflow/transition.h"

#include <string>

namespace portal::workflow {
namespace {

using enum State;
using A = Action;
using R = Right;
using C = Condition;

constexpr Needs kNothing{};
constexpr Needs kOriginal{.original = true};
constexpr Needs kReason{.reason = true};
constexpr Needs kReturnGround{.reason = true, .ground = 'r'};
constexpr Needs kRefuseGround{.reason = true, .ground = 'd'};
constexpr Needs kTakeDown{.reason = true, .ground = 'o'};
constexpr Needs kSecretGround{.reason = true, .ground = 's'};
constexpr Needs kChecklist{.checklist = true, .complete = true};
constexpr Needs kCheck{.checklist = true, .answered = true, .complete = true};  // step 2 or 3 is passed
constexpr Needs kComplete{.complete = true};

constexpr std::array kTable{
    // Writing. Save keeps the state; who may save is who holds the step.
    Transition{Draft, A::Save, Draft, R::Author, C::None, kNothing, "D9.1"},
    Transition{Draft, A::SubmitToUnit, UnitReview, R::Author, C::None, kComplete, "D9.1a"},
    Transition{Draft, A::SubmitPersonal, Submitted, R::Author, C::None, {.declaration = true, .complete = true}, "D9.1a"},
    Transition{Draft, A::Discard, Discarded, R::Author, C::NotPublished, kNothing, "D9.1"},
    Transition{Draft, A::DropRevision, Published, R::Author, C::IsPublished, kNothing, "D9.3f"},
    Transition{Discarded, A::Restore, Draft, R::Author, C::None, kNothing, "D9.1"},
    Transition{Returned, A::Save, Returned, R::Author, C::None, kNothing, "D4.2"},
    Transition{Returned, A::SubmitToUnit, UnitReview, R::Author, C::None, kComplete, "D4.2"},
    Transition{Returned, A::SubmitPersonal, Submitted, R::Author, C::None, {.declaration = true, .complete = true}, "D4.2"},
    Transition{Returned, A::Discard, Discarded, R::Author, C::NotPublished, kNothing, "D4.2"},
    Transition{Returned, A::DropRevision, Published, R::Author, C::IsPublished, kNothing, "D9.3f"},
    // The unit's head answers for accuracy before the board sees it.
    Transition{UnitReview, A::Save, UnitReview, R::UnitHead, C::None, kNothing, "D9.1a"},
    Transition{UnitReview, A::ApproveUnit, Submitted, R::UnitHead, C::None, kComplete, "D9.1a"},
    Transition{UnitReview, A::ReturnFromUnit, Returned, R::UnitHead, C::None, kReason, "D9.1a"},
    // Intake by the secretary.
    Transition{Submitted, A::Receive, Editing, R::Secretary, C::None, {.classification = true, .assignee = true}, "D11.1"},
    Transition{Submitted, A::ReturnToSender, Returned, R::Secretary, C::None, kReturnGround, "D4.2"},
    Transition{Submitted, A::Refuse, Refused, R::BoardHead, C::NotPublished, kRefuseGround, "D12.3"},
    // Step 1.
    Transition{Editing, A::Save, Editing, R::Editor, C::None, kNothing, "D15.1"},
    Transition{Editing, A::Unreceive, Submitted, R::Secretary, C::None, kReason, "D11.1"},
    Transition{Editing, A::Claim, Editing, R::BoardMember, C::NotHeld, kNothing, "D15.1"},
    Transition{Editing, A::Reassign, Editing, R::Secretary, C::None, {.assignee = true}, "D11.1"},
    Transition{Editing, A::HandBack, Editing, R::Editor, C::IsHeld, kReason, "D15.1"},
    Transition{Editing, A::FinishEdit, Verifying, R::Editor, C::NeedsVerify, kComplete, "D15.1"},
    Transition{Editing, A::FinishEdit, FinalCheck, R::Editor, C::OnlyFinalCheck, kComplete, "D12.1"},
    Transition{Editing, A::FinishEdit, Ready, R::Editor, C::NoChecks, kChecklist, "D12.1"},
    Transition{Editing, A::ReturnToSender, Returned, R::Editor, C::None, kReturnGround, "D4.2"},
    Transition{Editing, A::Refuse, Refused, R::BoardHead, C::NotPublished, kRefuseGround, "D12.3"},
    Transition{Editing, A::DropRevision, Published, R::Editor, C::IsPublished, kNothing, "D12.3"},
    // Step 2. The verifier may correct within the step. One of those who may verify takes it, so that no two do the same; the head's own acts need no taking.
    Transition{Verifying, A::Claim, Verifying, R::Verifier, C::NotHeld, kNothing, "D15.2"},
    Transition{Verifying, A::Reassign, Verifying, R::BoardHead, C::None, {.assignee = true}, "D15.2"},
    Transition{Verifying, A::HandBack, Verifying, R::Holder, C::IsHeld, kReason, "D15.2"},
    Transition{Verifying, A::Save, Verifying, R::Verifier, C::None, kNothing, "D15.2"},
    Transition{Verifying, A::Verify, FinalCheck, R::Verifier, C::NeedsFinalCheck, kCheck, "D15.2"},
    Transition{Verifying, A::Verify, Ready, R::Verifier, C::NoFinalCheck, kCheck, "D12.1"},
    Transition{Verifying, A::SendBack, Editing, R::Verifier, C::None, kReason, "D15.2"},
    Transition{Verifying, A::Refuse, Refused, R::Verifier, C::NotPublished, kRefuseGround, "D12.3"},
    // Step 3. The last checker may correct within the step.
    Transition{FinalCheck, A::Claim, FinalCheck, R::FinalChecker, C::NotHeld, kNothing, "D15.3"},
    Transition{FinalCheck, A::Reassign, FinalCheck, R::BoardHead, C::None, {.assignee = true}, "D15.3"},
    Transition{FinalCheck, A::HandBack, FinalCheck, R::Holder, C::IsHeld, kReason, "D15.3"},
    Transition{FinalCheck, A::Save, FinalCheck, R::FinalChecker, C::None, kNothing, "D15.3"},
    Transition{FinalCheck, A::PassFinal, Ready, R::FinalChecker, C::None, kCheck, "D15.3"},
    Transition{FinalCheck, A::SendBack, Editing, R::FinalChecker, C::None, kReason, "D15.3"},
    Transition{FinalCheck, A::Refuse, Refused, R::FinalChecker, C::NotPublished, kRefuseGround, "D12.3"},
    // Posting.
    Transition{Ready, A::Publish, Published, R::Secretary, C::None, kComplete, "D15.3"},
    Transition{Ready, A::Refuse, Refused, R::BoardHead, C::NotPublished, kRefuseGround, "D12.3"},
    Transition{Ready, A::Reopen, Editing, R::BoardMember, C::None, kReason, "D15.3"},
    // The signed original of what the department's own leadership issues; a posting in its section waits for it.
    Transition{Editing, A::RecordOriginal, Editing, R::Secretary, C::NeedsOriginal, kOriginal, "D9.1c"},
    Transition{Verifying, A::RecordOriginal, Verifying, R::Secretary, C::NeedsOriginal, kOriginal, "D9.1c"},
    Transition{FinalCheck, A::RecordOriginal, FinalCheck, R::Secretary, C::NeedsOriginal, kOriginal, "D9.1c"},
    Transition{Ready, A::RecordOriginal, Ready, R::Secretary, C::NeedsOriginal, kOriginal, "D9.1c"},
    // After publication. A withdrawal is possible whatever happens to a working copy.
    Transition{Published, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{Draft, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{Returned, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{UnitReview, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{Submitted, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{Editing, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{Verifying, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{FinalCheck, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{Ready, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{Archived, A::Withdraw, Withdrawn, R::BoardMember, C::IsPublished, kTakeDown, "D12.3"},
    Transition{Withdrawn, A::ReviewTakedown, Withdrawn, R::BoardHead, C::AwaitsTakedownReview, kReason, "D12.3"},
    // Posting before the checks, on the leadership's order; the check follows.
    Transition{Editing, A::OrderUrgent, Editing, R::Leadership, C::UrgentNotOrdered, kReason, "D6.1"},
    Transition{Verifying, A::OrderUrgent, Verifying, R::Leadership, C::UrgentNotOrdered, kReason, "D6.1"},
    Transition{FinalCheck, A::OrderUrgent, FinalCheck, R::Leadership, C::UrgentNotOrdered, kReason, "D6.1"},
    Transition{Editing, A::DropUrgent, Editing, R::Leadership, C::UrgentOrdered, kReason, "D6.1"},
    Transition{Verifying, A::DropUrgent, Verifying, R::Leadership, C::UrgentOrdered, kReason, "D6.1"},
    Transition{FinalCheck, A::DropUrgent, FinalCheck, R::Leadership, C::UrgentOrdered, kReason, "D6.1"},
    Transition{Editing, A::PublishUrgent, Published, R::Secretary, C::UrgentOrdered, kChecklist, "D6.1"},
    Transition{Verifying, A::PublishUrgent, Published, R::Secretary, C::UrgentOrdered, kChecklist, "D6.1"},
    Transition{FinalCheck, A::PublishUrgent, Published, R::Secretary, C::UrgentOrdered, kChecklist, "D6.1"},
    Transition{Published, A::CheckUrgent, Published, R::FinalChecker, C::AwaitsUrgentCheck, kChecklist, "D15.3"},
    // What is up is looked at again: somebody says that it is no longer right, or its time has come.
    Transition{Published, A::Flag, Published, R::Anyone, C::IsPublished, kReason, "D9.3f"},
    Transition{Published, A::AnswerFlag, Published, R::Supplier, C::IsFlagged, kReason, "D9.3f"},
    Transition{Published, A::AskReview, Published, R::BoardMember, C::AwaitsNothing, kReason, "D13.3"},
    Transition{Published, A::ReviewKeep, Published, R::BoardMember, C::IsPublished, kReason, "D13.3"},
    Transition{Published, A::ReviewUpdate, Published, R::BoardMember, C::IsPublished, kReason, "D13.3"},
    Transition{Published, A::Archive, Archived, R::BoardMember, C::IsPublished, kReason, "D13.2"},
    Transition{Archived, A::Unarchive, Published, R::BoardMember, C::IsPublished, kReason, "D13.2"},
    Transition{Published, A::ReviseByAuthor, Draft, R::Author, C::IsPublished, kNothing, "D9.3f"},
    Transition{Published, A::ReviseByBoard, Editing, R::BoardMember, C::IsPublished, kReason, "D12.3"},
    // A working copy that lies with its author does not keep the board from correcting what readers see: the board takes it over.
    Transition{Draft, A::ReviseByBoard, Editing, R::BoardMember, C::IsPublished, kReason, "D12.3"},
    Transition{Returned, A::ReviseByBoard, Editing, R::BoardMember, C::IsPublished, kReason, "D12.3"},
    Transition{Withdrawn, A::Rework, Editing, R::BoardHead, C::NotHidden, {.reason = true, .assignee = true}, "D13.3"},
    // After a refusal: the sender mends and sends the same item again, or the board's head takes it up.
    Transition{Refused, A::Amend, Returned, R::Author, C::NotHidden, kNothing, "D12.3"},
    Transition{Refused, A::Reconsider, Submitted, R::BoardHead, C::NotHidden, kReason, "D12.3"},
    // The state-secret ground, found later; and the way on from it, whether it was named then or with the act (D12.3b).
    Transition{Withdrawn, A::Hide, Withdrawn, R::BoardMember, C::NotHidden, kSecretGround, "D12.3b"},
    Transition{Withdrawn, A::Unhide, Withdrawn, R::BoardHead, C::IsHidden, kReason, "D12.3b"},
    Transition{Withdrawn, A::AskPurge, Withdrawn, R::HeadOrDirector, C::IsHidden, kReason, "D12.3b"},
    Transition{Withdrawn, A::DropPurge, Withdrawn, R::HeadOrDirector, C::PurgeIsAsked, kReason, "D12.3b"},
    Transition{Withdrawn, A::Purge, Withdrawn, R::SecondPerson, C::PurgeIsAsked, kReason, "D12.3b"},
    Transition{Refused, A::Hide, Refused, R::BoardMember, C::NotHidden, kSecretGround, "D12.3b"},
    Transition{Refused, A::Unhide, Refused, R::BoardHead, C::IsHidden, kReason, "D12.3b"},
    Transition{Refused, A::AskPurge, Refused, R::HeadOrDirector, C::IsHidden, kReason, "D12.3b"},
    Transition{Refused, A::DropPurge, Refused, R::HeadOrDirector, C::PurgeIsAsked, kReason, "D12.3b"},
    Transition{Refused, A::Purge, Refused, R::SecondPerson, C::PurgeIsAsked, kReason, "D12.3b"},
};

constexpr bool holds(Condition condition, const ConditionFacts& facts) {
  switch (condition) {
    case C::None: return true;
    case C::NeedsVerify: return facts.needs_verify;
    case C::OnlyFinalCheck: return !facts.needs_verify && facts.needs_final_check;
    case C::NoChecks: return !facts.needs_verify && !facts.needs_final_check;
    case C::NeedsFinalCheck: return facts.needs_final_check;
    case C::NoFinalCheck: return !facts.needs_final_check;
    case C::NotHeld: return !facts.is_held;
    case C::IsHeld: return facts.is_held;
    case C::NotPublished: return !facts.is_published;
    case C::IsPublished: return facts.is_published;
    case C::NotHidden: return facts.secrecy == Secrecy::Open;
    case C::IsHidden: return facts.secrecy == Secrecy::Hidden;
    case C::PurgeIsAsked: return facts.secrecy == Secrecy::PurgeAsked;
    case C::AwaitsTakedownReview: return facts.awaits == Awaits::TakedownReview;
    case C::AwaitsUrgentCheck: return facts.awaits == Awaits::UrgentCheck;
    case C::AwaitsNothing: return facts.awaits == Awaits::Nothing;
    case C::UrgentOrdered: return facts.is_urgent_ordered;
    case C::UrgentNotOrdered: return !facts.is_urgent_ordered;
    case C::IsFlagged: return facts.is_flagged;
    case C::NeedsOriginal: return facts.needs_original;
  }
  return false;
}

// Whether some set of facts lets both conditions hold.
constexpr bool overlap(Condition one, Condition other) {
  for (unsigned bits = 0; bits < 128; ++bits)
    for (const Secrecy secrecy : {Secrecy::Open, Secrecy::Hidden, Secrecy::PurgeAsked, Secrecy::Purged})
      for (const Awaits awaits : {Awaits::Nothing, Awaits::TakedownReview, Awaits::UrgentCheck, Awaits::Review}) {
        const ConditionFacts facts{(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, secrecy, awaits, (bits & 8U) != 0, (bits & 16U) != 0,
                                   (bits & 32U) != 0, (bits & 64U) != 0};
        if (holds(one, facts) && holds(other, facts)) return true;
      }
  return false;
}

// For every state, act and set of facts there is at most one answer.
constexpr bool has_one_answer() {
  for (std::size_t i = 0; i < kTable.size(); ++i)
    for (std::size_t j = i + 1; j < kTable.size(); ++j)
      if (kTable[i].from == kTable[j].from && kTable[i].action == kTable[j].action && overlap(kTable[i].condition, kTable[j].condition)) return false;
  return true;
}

// Every state is reached from Draft, and left again.
constexpr bool is_connected() {
  std::array<bool, kAllStates.size()> reached{};
  reached[0] = true;
  for (std::size_t round = 0; round < kAllStates.size(); ++round)
    for (const Transition& t : kTable)
      if (reached[static_cast<std::size_t>(t.from)]) reached[static_cast<std::size_t>(t.to)] = true;
  for (std::size_t i = 0; i < kAllStates.size(); ++i) {
    bool leaves = false;
    for (const Transition& t : kTable) leaves = leaves || (static_cast<std::size_t>(t.from) == i && t.to != t.from);
    if (!reached[i] || !leaves) return false;
  }
  return true;
}

// Readers see something new only after the secretary's posting, and nothing becomes Ready but through a check or a section without checks.
constexpr bool publishes_only_by_posting() {
  for (const Transition& t : kTable) {
    const bool shows_what_was_up = t.from == Published || t.action == A::DropRevision || t.action == A::Unarchive;
    const bool is_ordered = t.action == A::PublishUrgent && t.right == R::Secretary && t.condition == C::UrgentOrdered && t.needs.checklist;
    if (t.to == Published && t.action != A::Publish && !shows_what_was_up && !is_ordered) return false;
    if (t.action == A::Publish && (t.from != Ready || t.right != R::Secretary)) return false;
    if (t.to == Ready && t.from != Ready && !t.needs.checklist) return false;
  }
  return true;
}

// Save never moves an item; returns and refusals always give a reason.
constexpr bool keeps_its_word() {
  for (const Transition& t : kTable) {
    if ((t.action == A::Save || t.action == A::RecordOriginal) && t.from != t.to) return false;
    // Taking, giving and handing back change who has it and nothing else; nobody takes what somebody has, and handing back says why.
    if ((t.action == A::Claim || t.action == A::Reassign || t.action == A::HandBack) && t.from != t.to) return false;
    if (t.action == A::Claim && t.condition != C::NotHeld) return false;
    if (t.action == A::HandBack && (t.condition != C::IsHeld || !t.needs.reason)) return false;
    const bool is_decided = t.to == Returned || t.to == Refused || t.to == Withdrawn;
    if (is_decided && t.from != t.to && t.right != R::Author && !t.needs.reason) return false;
    if (t.to == Refused && t.from != Refused && t.needs.ground != 'd') return false;
  }
  return true;
}

static_assert(has_one_answer());
static_assert(is_connected());
static_assert(publishes_only_by_posting());
static_assert(keeps_its_word());

struct StateWords {
  std::string_view key, label, icon;
};

constexpr std::array<StateWords, kAllStates.size()> kStates{{
    {"draft", "Đang soạn", "pencil"},
    {"unit_review", "Chờ lãnh đạo đơn vị duyệt", "hourglass"},
    {"returned", "Đã trả lại để chỉnh sửa", "corner-up-left"},
    {"submitted", "Mới nhận, chờ Thư ký phân loại", "inbox"},
    {"editing", "Bước 1: đang biên tập", "pencil"},
    {"verifying", "Bước 2: chờ xác thực", "eye"},
    {"final_check", "Bước 3: chờ kiểm tra lần cuối", "eye"},
    {"ready", "Chờ Thư ký đăng", "file-check"},
    {"published", "Đã đăng", "circle-check"},
    {"withdrawn", "Đã gỡ", "circle-minus"},
    {"refused", "Từ chối đăng", "ban"},
    {"discarded", "Đã bỏ", "trash-2"},
    {"archived", "Đã lưu trữ", "archive"},
}};

struct ActionWords {
  std::string_view key, label, past;
};

constexpr std::array<ActionWords, kAllActions.size()> kActions{{
    {"save", "Lưu", "đã lưu một phiên bản"},
    {"discard", "Bỏ bản soạn", "đã bỏ bản soạn"},
    {"restore", "Lấy lại bản soạn", "đã lấy lại bản soạn"},
    {"submit_to_unit", "Trình lãnh đạo đơn vị", "đã trình lãnh đạo đơn vị"},
    {"submit_personal", "Gửi Ban Biên tập (bài cá nhân)", "đã gửi Ban Biên tập, tự chịu trách nhiệm về tính chính xác"},
    {"approve_unit", "Duyệt, gửi Ban Biên tập", "đã duyệt của đơn vị và gửi Ban Biên tập"},
    {"return_from_unit", "Trả lại người viết", "đã trả lại người viết"},
    {"receive", "Tiếp nhận, phân loại và giao", "đã tiếp nhận, phân loại và giao biên tập"},
    {"unreceive", "Đưa về chờ phân loại", "đã đưa về chờ Thư ký phân loại"},
    {"return_to_sender", "Trả lại người gửi", "đã trả lại người gửi"},
    {"claim", "Nhận việc", "đã nhận việc"},
    {"reassign", "Giao người khác", "đã giao người khác"},
    {"hand_back", "Trả lại việc", "đã trả lại việc để người khác nhận"},
    {"finish_edit", "Chuyển bước tiếp theo", "đã biên tập xong"},
    {"verify", "Xác thực", "đã xác thực"},
    {"pass_final", "Đạt kiểm tra lần cuối", "đã kiểm tra lần cuối, cho đăng"},
    {"send_back", "Chuyển lại biên tập", "đã chuyển lại để biên tập"},
    {"reopen", "Mở lại để biên tập", "đã mở lại để biên tập; các lần kiểm tra trước không còn hiệu lực"},
    {"refuse", "Từ chối đăng", "đã từ chối đăng"},
    {"amend", "Sửa lại để gửi lại", "đã nhận lại bài bị từ chối để sửa"},
    {"reconsider", "Xem xét lại", "đã đưa ra xem xét lại"},
    {"publish", "Đăng lên trang", "đã đăng"},
    {"withdraw", "Gỡ khỏi trang", "đã gỡ khỏi trang"},
    {"revise_by_author", "Cung cấp lại nội dung", "đã mở bản cập nhật; bản đang đăng vẫn giữ"},
    {"revise_by_board", "Sửa bài đã đăng", "đã mở bản sửa; bản đang đăng vẫn giữ"},
    {"drop_revision", "Bỏ bản sửa", "đã bỏ bản sửa; bản đang đăng vẫn giữ"},
    {"rework", "Đưa về biên tập", "đã đưa về biên tập"},
    {"hide", "Ẩn nội dung (bí mật nhà nước)", "đã ẩn nội dung theo căn cứ bí mật nhà nước"},
    {"unhide", "Bỏ ẩn nội dung", "đã bỏ ẩn nội dung"},
    {"ask_purge", "Đề nghị tiêu hủy nội dung", "đã đề nghị tiêu hủy nội dung"},
    {"drop_purge", "Rút đề nghị tiêu hủy", "đã rút đề nghị tiêu hủy nội dung"},
    {"purge", "Duyệt tiêu hủy nội dung", "đã duyệt tiêu hủy; nội dung không còn ở bảng nào"},
    {"review_takedown", "Xem lại việc gỡ: giữ nguyên", "đã xem lại việc gỡ, giữ nguyên"},
    {"order_urgent", "Chỉ đạo đăng khẩn", "đã chỉ đạo đăng khẩn"},
    {"drop_urgent", "Rút chỉ đạo đăng khẩn", "đã rút chỉ đạo đăng khẩn"},
    {"publish_urgent", "Đăng khẩn theo chỉ đạo", "đã đăng khẩn theo chỉ đạo; còn phải kiểm tra lại"},
    {"check_urgent", "Kiểm tra lại bài đăng khẩn: đạt", "đã kiểm tra lại bài đăng khẩn, đạt"},
    {"flag", "Báo thông tin đã cũ", "đã báo thông tin không còn đúng"},
    {"answer_flag", "Trả lời: thông tin vẫn đúng", "đã trả lời rằng thông tin vẫn đúng"},
    {"ask_review", "Yêu cầu rà soát", "đã yêu cầu rà soát"},
    {"review_keep", "Rà soát: giữ nguyên", "đã rà soát, giữ nguyên"},
    {"review_update", "Rà soát: cần cập nhật", "đã rà soát, yêu cầu đơn vị cập nhật"},
    {"archive", "Đưa vào lưu trữ", "đã đưa vào lưu trữ; bài rời danh sách, giữ địa chỉ"},
    {"unarchive", "Đưa ra khỏi lưu trữ", "đã đưa ra khỏi lưu trữ"},
    {"record_original", "Ghi nhận bản gốc", "đã ghi nhận bản gốc có chữ ký"},
}};

constexpr std::array<std::string_view, 14> kRights{
    "Người viết", "Lãnh đạo đơn vị của bài", "Thư ký Ban Biên tập", "Thành viên được giao biên tập", "Trưởng ban hoặc người được ủy quyền xác thực",
    "Trưởng ban hoặc người được ủy quyền kiểm tra lần cuối", "Người đang giữ việc kiểm tra", "Thành viên Ban Biên tập", "Trưởng Ban Biên tập",
    "Trưởng Ban Biên tập hoặc Lãnh đạo Sở", "Trưởng Ban Biên tập hoặc Lãnh đạo Sở, khác người đề nghị", "Lãnh đạo Sở",
    "Người viết hoặc lãnh đạo đơn vị của bài", "Người làm việc với nội dung, thấy được bài"};

std::string condition_words(Condition condition) {
  switch (condition) {
    case C::None: return "";
    case C::NeedsVerify: return "chuyên mục cần bước 2";
    case C::OnlyFinalCheck: return "chuyên mục chỉ cần bước 3";
    case C::NoChecks: return "chuyên mục không cần bước 2, 3";
    case C::NeedsFinalCheck: return "chuyên mục cần bước 3";
    case C::NoFinalCheck: return "chuyên mục không cần bước 3";
    case C::NotHeld: return "chưa ai nhận";
    case C::IsHeld: return "đã có người nhận";
    case C::NotPublished: return "chưa đăng";
    case C::IsPublished: return "đang đăng";
    case C::NotHidden: return "nội dung không bị ẩn";
    case C::IsHidden: return "nội dung đã ẩn";
    case C::PurgeIsAsked: return "đã đề nghị tiêu hủy";
    case C::AwaitsTakedownReview: return "việc gỡ chờ xem lại";
    case C::AwaitsUrgentCheck: return "đăng khẩn, chờ kiểm tra lại";
    case C::AwaitsNothing: return "không có việc nào chờ xem lại";
    case C::UrgentOrdered: return "đã có chỉ đạo đăng khẩn";
    case C::UrgentNotOrdered: return "cài đặt cho phép đăng khẩn";
    case C::IsFlagged: return "có báo thông tin đã cũ";
    case C::NeedsOriginal: return "chuyên mục cần bản gốc có chữ ký";
  }
  return "";
}

std::string needs_words(const Needs& needs) {
  std::string out;
  const auto add = [&out](bool wanted, std::string_view words) {
    if (wanted) out += (out.empty() ? "" : ", ") + std::string{words};
  };
  add(needs.reason, "lý do");
  add(needs.ground == 'r', "căn cứ trả lại (D4.2)");
  add(needs.ground == 'd', "căn cứ từ chối (D12.3)");
  add(needs.ground == 'o', "căn cứ từ chối nếu có (D12.3)");
  add(needs.ground == 's', "căn cứ bí mật nhà nước (D12.3b)");
  add(needs.checklist, "đủ phiếu kiểm tra chất lượng (D12.1)");
  add(needs.declaration, "cam đoan về tính chính xác");
  add(needs.classification, "phân loại");
  add(needs.assignee, "người nhận");
  add(needs.answered, "không còn yêu cầu xác nhận chờ trả lời (D12.1)");
  add(needs.complete, "bài đủ thông tin");
  add(needs.original, "số, ngày, người ký và nơi lưu bản gốc");
  return out;
}

}  // namespace

std::span<const Transition> transitions() { return kTable; }

const Transition* find_transition(State from, Action action, const ConditionFacts& facts) {
  for (const Transition& t : kTable)
    if (t.from == from && t.action == action && holds(t.condition, facts)) return &t;
  return nullptr;
}

std::string_view key_of(State state) { return kStates.at(static_cast<std::size_t>(state)).key; }

std::string_view key_of(Action action) { return kActions.at(static_cast<std::size_t>(action)).key; }

std::string_view key_of(Secrecy secrecy) {
  switch (secrecy) {
    case Secrecy::Open: return "";
    case Secrecy::Hidden: return "hidden";
    case Secrecy::PurgeAsked: return "purge_asked";
    case Secrecy::Purged: return "purged";
  }
  return "purged";
}

std::string_view key_of(Awaits awaits) {
  switch (awaits) {
    case Awaits::Nothing: return "";
    case Awaits::TakedownReview: return "withdrawn";
    case Awaits::UrgentCheck: return "urgent";
    case Awaits::Review: return "review_asked";
  }
  return "";
}

Awaits parse_awaits(std::string_view key) {
  for (const Awaits awaits : {Awaits::TakedownReview, Awaits::UrgentCheck, Awaits::Review})
    if (key_of(awaits) == key) return awaits;
  return Awaits::Nothing;
}

Secrecy parse_secrecy(std::string_view key) {
  for (const Secrecy secrecy : {Secrecy::Open, Secrecy::Hidden, Secrecy::PurgeAsked})
    if (key_of(secrecy) == key) return secrecy;
  return Secrecy::Purged;
}

std::optional<State> parse_state(std::string_view key) {
  for (const State state : kAllStates)
    if (key_of(state) == key) return state;
  return {};
}

std::optional<Action> parse_action(std::string_view key) {
  for (const Action action : kAllActions)
    if (key_of(action) == key) return action;
  return {};
}

std::string_view label_of(State state) { return kStates.at(static_cast<std::size_t>(state)).label; }

std::string_view icon_of(State state) { return kStates.at(static_cast<std::size_t>(state)).icon; }

std::string_view label_of(Action action) { return kActions.at(static_cast<std::size_t>(action)).label; }

std::string_view past_of(Action action) { return kActions.at(static_cast<std::size_t>(action)).past; }

std::string_view label_of(Right right) { return kRights.at(static_cast<std::size_t>(right)); }

std::string describe_workflow() {
  std::string out =
      "# Quy trình của một tin, bài\n\nTệp này do `portal workflow` sinh ra từ bảng chuyển trạng thái trong `shared/workflow/transition.cpp`; "
      "đừng sửa tay.\n\n| Từ trạng thái | Việc | Sang trạng thái | Ai làm | Khi | Cần có | Căn cứ |\n|---|---|---|---|---|---|---|\n";
  for (const Transition& t : kTable) {
    for (const std::string& cell : {std::string{label_of(t.from)}, std::string{label_of(t.action)}, std::string{label_of(t.to)},
                                    std::string{label_of(t.right)}, condition_words(t.condition), needs_words(t.needs), std::string{t.clause}})
      out += "| " + cell + " ";
    out += "|\n";
  }
  return out;
}

}  // namespace portal::workflow
