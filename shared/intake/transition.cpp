#include "shared/intake/transition.h"

#include <algorithm>

namespace portal::intake {
namespace {

constexpr std::array kTransitions{
    Transition{State::Held, Act::Release, true, State::Received},
    Transition{State::Held, Act::Release, false, State::Awaiting},
    Transition{State::Held, Act::MarkSpam, true, State::Spam},
    Transition{State::Held, Act::MarkSpam, false, State::Spam},
    // Looked at and not taken in: also what was held, without a receipt before (D12.3b must not wait for one).
    Transition{State::Held, Act::Refuse, true, State::Refused},
    Transition{State::Held, Act::Refuse, false, State::Refused},
    Transition{State::Held, Act::FillIn, true, State::Held},
    Transition{State::Held, Act::FillIn, false, State::Held},
    Transition{State::Spam, Act::Unspam, true, State::Held},
    Transition{State::Spam, Act::Unspam, false, State::Held},
    Transition{State::Awaiting, Act::FillIn, true, State::Received},
    Transition{State::Awaiting, Act::FillIn, false, State::Awaiting},
    Transition{State::Awaiting, Act::Complete, true, State::Received},
    Transition{State::Awaiting, Act::Complete, false, State::Awaiting},
    Transition{State::Awaiting, Act::Refuse, true, State::Refused},
    Transition{State::Awaiting, Act::Refuse, false, State::Refused},
    Transition{State::Awaiting, Act::MarkSpam, true, State::Spam},
    Transition{State::Awaiting, Act::MarkSpam, false, State::Spam},
    Transition{State::Received, Act::FillIn, true, State::Received},
    Transition{State::Received, Act::FillIn, false, State::Awaiting},
    Transition{State::Received, Act::Refuse, true, State::Refused},
    Transition{State::Received, Act::Refuse, false, State::Refused},
    Transition{State::Received, Act::MarkSpam, true, State::Spam},
    Transition{State::Received, Act::MarkSpam, false, State::Spam},
    // D9.1b: what lacks its sender's data is not accepted, so only a complete one becomes an item.
    Transition{State::Received, Act::Classify, true, State::Classified},
    Transition{State::Joined, Act::Separate, true, State::Received},
    Transition{State::Joined, Act::Separate, false, State::Awaiting},
    Transition{State::Joined, Act::Refuse, true, State::Refused},
    Transition{State::Joined, Act::Refuse, false, State::Refused},
    Transition{State::Joined, Act::MarkSpam, true, State::Spam},
    Transition{State::Joined, Act::MarkSpam, false, State::Spam},
};

constexpr std::array kActs{
    ActRow{Act::Release, "intake_release", "tiep-nhan", "Đưa vào tiếp nhận", "circle-check", "Đã đưa vào tiếp nhận.", "D7, D11.1", Party::Office},
    ActRow{Act::MarkSpam, "intake_spam", "thu-rac", "Đánh dấu thư rác", "trash-2", "Đã đánh dấu thư rác. Không có thư nào được gửi cho người gửi.", "D11.1", Party::Office, true},
    ActRow{Act::Unspam, "intake_unspam", "khong-phai-thu-rac", "Không phải thư rác", "undo-2", "Đã đưa lại vào khu chờ kiểm tra.", "D11.1", Party::Office},
    ActRow{Act::FillIn, "intake_fill_in", "nguoi-gui", "Ghi thông tin người gửi", "user-check", "Đã ghi thông tin người gửi.", "D9.1b", Party::Office},
    ActRow{Act::Complete, "intake_complete", "", "Người gửi bổ sung thông tin", "user-check", "", "D9.1b", Party::Sender},
    ActRow{Act::Separate, "intake_separate", "tach-rieng", "Tách thành nội dung riêng", "scissors", "Đã tách khỏi thư trao đổi.", "D11.1", Party::Office},
    ActRow{Act::Refuse, "intake_refuse", "khong-tiep-nhan", "Không tiếp nhận", "ban", "Đã ghi không tiếp nhận.", "D4.2, D12.3", Party::Office, true},
    ActRow{Act::Classify, "intake_classify", "", "Phân loại thành tin, bài", "newspaper", "", "D11.1", Party::Office},
};
static_assert(kActs.size() == static_cast<std::size_t>(Act::Classify) + 1, "every act has its row");

consteval bool acts_stand_in_order() {
  for (std::size_t i = 0; i < kActs.size(); ++i)
    if (static_cast<std::size_t>(kActs.at(i).act) != i) return false;
  return true;
}
static_assert(acts_stand_in_order(), "row_of() finds an act by its number");

consteval bool has_one_answer_for_each_question() {
  for (std::size_t i = 0; i < kTransitions.size(); ++i)
    for (std::size_t k = i + 1; k < kTransitions.size(); ++k)
      if (kTransitions.at(i).from == kTransitions.at(k).from && kTransitions.at(i).act == kTransitions.at(k).act &&
          kTransitions.at(i).is_complete == kTransitions.at(k).is_complete)
        return false;
  return true;
}
static_assert(has_one_answer_for_each_question());

// A program registers a thing as held, awaiting, received, joined, or refused (too large a mail); from there acts lead.
consteval bool is_reached(State state) {
  if (state == State::Held || state == State::Awaiting || state == State::Received || state == State::Joined || state == State::Refused) return true;
  for (const Transition& row : kTransitions)
    if (row.to == state && row.from != state) return true;
  return false;
}
consteval bool every_state_is_reached() {
  for (const State state : kAllStates)
    if (!is_reached(state)) return false;
  return true;
}
static_assert(every_state_is_reached());

// Only what became an item or was refused stays as it is.
consteval bool every_open_state_is_left() {
  for (const State state : kAllStates) {
    if (state == State::Classified || state == State::Refused) continue;
    bool is_left = false;
    for (const Transition& row : kTransitions) is_left = is_left || (row.from == state && row.to != state);
    if (!is_left) return false;
  }
  return true;
}
static_assert(every_open_state_is_left());

consteval bool nothing_incomplete_becomes_an_item() {
  for (const Transition& row : kTransitions)
    if (row.to == State::Classified && !row.is_complete) return false;
  return true;
}
static_assert(nothing_incomplete_becomes_an_item(), "D9.1b");

}  // namespace

std::span<const Transition> transitions() { return kTransitions; }

std::span<const ActRow> act_table() { return kActs; }

const ActRow& row_of(Act act) { return kActs.at(static_cast<std::size_t>(act)); }

const ActRow* find_act(std::string_view slug) {
  const auto found = std::find_if(kActs.begin(), kActs.end(), [slug](const ActRow& row) { return !row.slug.empty() && row.slug == slug; });
  return found == kActs.end() ? nullptr : &*found;
}

std::optional<State> next_state(State from, Act act, bool is_complete) {
  const auto found = std::find_if(kTransitions.begin(), kTransitions.end(),
                                  [&](const Transition& row) { return row.from == from && row.act == act && row.is_complete == is_complete; });
  if (found == kTransitions.end()) return {};
  return found->to;
}

}  // namespace portal::intake
