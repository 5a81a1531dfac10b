// What a matter is: a question (D11.3, D9.3e) or feedback (D11.2) that a reader sent to the department. Plain values, for the office face, for admin's inbox
// and search, and for the tools.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/access/actor.h"
#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/duty/clock.h"

namespace portal::qa {

using MatterId = base::Id<struct MatterTag>;
using ForwardId = base::Id<struct ForwardTag>;

inline constexpr std::string_view kPath = "/quan-tri/hoi-dap/";

enum class Kind { Question, Feedback };
enum class Channel { Web, Email, Phone, Paper };

enum class State {
  Received,      // with the board, nothing decided yet
  WithUnit,      // a unit has it and its clock runs
  Returned,      // the unit says that it is not in its competence: with the board again
  UnitAnswered,  // the unit's result is here, the reader waits for the board
  Answered,      // the reader has the answer
  Outside,       // not in the department's remit: the reader was told where to turn
  Dropped        // entered by mistake, or twice
};

// Acts on a matter; rules.h says who does which when.
enum class Act { Forward, AskDirection, Direct, Extend, Assign, Progress, Result, Opinion, Return, Answer, Outside, Drop };

inline constexpr std::size_t kMaxTitle = 300, kMaxText = 20'000, kMaxReason = 2'000, kMaxName = 200;
inline constexpr std::size_t kMaxPhone = 40, kMaxEmail = 200, kMaxAddress = 300, kMaxDocument = 200;

// Who sent it: personal data (D9.1b, D11.5).
struct Asker {
  std::string name, email, phone, address;
};

struct Matter {
  MatterId id;
  std::string code;
  Kind kind = Kind::Question;
  Channel channel = Channel::Web;
  std::string title;
  base::UtcTime received_at, registered_at;
  std::string registered_by;
  std::optional<State> state;  // nothing: a newer program's, to be read only
  std::string state_key;
  base::UtcTime state_since;
  bool awaits_direction = false;
  bool is_directed = false;
  ForwardId forward;
  base::UnitId unit;
  std::string unit_name;
  unsigned clocks = 0;
  unsigned row_version = 0;

  [[nodiscard]] bool is_question() const { return kind == Kind::Question; }
  [[nodiscard]] bool is_open() const {
    return state == State::Received || state == State::WithUnit || state == State::Returned || state == State::UnitAnswered;
  }
};

struct Body {
  std::string text;
  Asker asker;
};

struct Forward {
  ForwardId id;
  base::UnitId unit;
  std::string unit_name, batch;
  std::optional<unsigned> limit_days;
  base::UtcTime forwarded_at;
  std::string state;  // open | answered | returned | replaced | ended
  base::PersonId assigned_to;
  std::string assigned_name;
  duty::ClockId clock;
};

// A unit's part in a forward that was not ended by a return or by another forward.
struct Route {
  ForwardId forward;
  base::UnitId unit;
  std::string unit_name;
  bool is_lead = false;
  bool is_current = false;
  base::PersonId assigned_to;
};

// A line of the timeline.
struct Event {
  ForwardId forward;
  std::string act, person, authority, unit, text, facts;
  base::UtcTime at;
};

struct Named {
  std::uint64_t id = 0;
  std::string name;
};

[[nodiscard]] std::string_view key_of(Kind kind);
[[nodiscard]] std::string_view label_of(Kind kind);
[[nodiscard]] std::optional<Kind> parse_kind(std::string_view key);
[[nodiscard]] std::string_view key_of(Channel channel);
[[nodiscard]] std::string_view label_of(Channel channel);
[[nodiscard]] std::optional<Channel> parse_channel(std::string_view key);
[[nodiscard]] std::string_view key_of(State state);
[[nodiscard]] std::string_view label_of(State state);
[[nodiscard]] std::string_view icon_of(State state);
[[nodiscard]] std::string_view chip_of(State state);  // templates/README.md, "Chips"
[[nodiscard]] std::optional<State> parse_state(std::string_view key);

inline constexpr State kAllStates[] = {State::Received, State::WithUnit, State::Returned, State::UnitAnswered, State::Answered, State::Outside, State::Dropped};

// The words of its state; the stored key for one of a newer program.
[[nodiscard]] inline std::string_view label_of_state(const Matter& matter) {
  return matter.state ? label_of(*matter.state) : std::string_view{matter.state_key};
}

[[nodiscard]] inline std::string url_of(MatterId id) { return std::string{kPath} + std::to_string(id.value); }
[[nodiscard]] inline std::string chain_of(MatterId id) { return "matter:" + std::to_string(id.value); }

// "question:7:2" -> 7: the matter whose clock has that subject; unset for another thing's.
[[nodiscard]] MatterId matter_of_subject(std::string_view clock_subject);
// "matter:7:f2" -> 7: the matter that a notice is about; unset for another thing's.
[[nodiscard]] MatterId matter_of_cause(std::string_view cause);

}  // namespace portal::qa
