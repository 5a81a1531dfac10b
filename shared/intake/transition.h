// The acts on a thing of the intake register: one table {from, act, complete, to, whose, clause}, checked where it is compiled. Buttons, accepted posts, the
// worker's own acts and the trail's words come from it.
#pragma once

#include <span>
#include <string_view>

#include "shared/intake/model.h"
#include "shared/workflow/act_name.h"

namespace portal::intake {

enum class Act {
  Release,   // out of the holding pen: it is taken in like any other
  MarkSpam,
  Unspam,    // back into the holding pen
  FillIn,    // the office writes down who sent it (D9.1b)
  Complete,  // the sender does, by the link of the receipt
  Separate,  // an answer that is a thing of its own
  Refuse,    // with a ground and a reason (D4.2, D12.3)
  Classify   // an item is made of it, once (D11.1)
};

enum class Party { Office, Sender };

struct Transition {
  State from;
  Act act;
  bool is_complete;  // the sender's data, as the act leaves them, are what D9.1b asks for
  State to;
};

struct ActRow {
  Act act;
  workflow::ActName name;
  std::string_view slug;   // in addresses: /quan-tri/tiep-nhan/7/viec/<slug>
  std::string_view label, icon, done;
  std::string_view clause;
  Party party;
  bool is_danger = false;
};

[[nodiscard]] std::span<const Transition> transitions();
[[nodiscard]] std::span<const ActRow> act_table();
[[nodiscard]] const ActRow& row_of(Act act);
[[nodiscard]] const ActRow* find_act(std::string_view slug);

// Where the act leads, or nothing when it cannot be done from there.
[[nodiscard]] std::optional<State> next_state(State from, Act act, bool is_complete);

// Where a thing begins that is taken in: complete, or with something to ask for.
[[nodiscard]] constexpr State first_state(bool is_complete) { return is_complete ? State::Received : State::Awaiting; }

}  // namespace portal::intake
