// What stands in the intake register (D7, D9.1a, D11.1): one thing that came in by mail, by the web form, over the counter, by the API or from another
// portal's channel, with who sent it and how sure that is. Plain values, for the programs that register, for the office's pages and for the sections that make
// an item of it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/files/files.h"

namespace portal::intake {

using IntakeId = base::Id<struct IntakeTag>;

inline constexpr std::string_view kPath = "/quan-tri/tiep-nhan/";

enum class Channel {
  Mail,
  Web,
  Counter,
  Api,
  Feed,
  Office  // an item that the department's own people sent in: no row of the register (all_ways.h)
};

// On what it came over the counter (D9.1a).
enum class Medium { None, Usb, Disc, Paper, Other };

enum class State {
  Held,        // in the holding pen: unknown, suspicious, spam; nobody was answered
  Awaiting,    // its sender was asked for what D9.1b wants and is missing
  Received,    // complete, waits for the secretary to classify it
  Joined,      // an answer to a mail of ours: read in its conversation
  Classified,  // an item was made of it
  Refused,     // with a reason (D4.2, D12.3)
  Spam
};

// How sure it is whom the sender's address belongs to.
enum class Trust {
  None,     // to nobody of the directory, or to several
  Typed,    // somebody of the office said so
  Address,  // the address is in the directory; anybody can write it into a mail
  Signed,   // …and the mail server found the mail to come from there (SPF, DKIM, DMARC)
  Token,    // a system that was given a secret said so (the import API)
  Source    // a portal whose channel the office entered, with who answers for it there
};

// Why a program held it.
enum class Hold { None, Unknown, Forged, Spam, Bulk, Files, Thread, SameId, Empty, Unreadable };

inline constexpr std::size_t kMaxTitle = 300, kMaxName = 200, kMaxAddress = 200, kMaxPhone = 40, kMaxPlace = 300, kMaxReason = 2000;
inline constexpr std::size_t kMaxText = 200'000;  // code points

// Who sent it: personal data (D9.1b).
struct Sender {
  std::string name{}, address{}, phone{}, place{}, organisation{}, position{};
  base::PersonId person{};
  base::UnitId unit{};
  Trust trust = Trust::None;
};

struct Intake {
  IntakeId id;
  std::string code;
  Channel channel = Channel::Mail;
  Medium medium = Medium::None;
  std::string brought_by;        // over the counter, when it was not the sender
  base::UtcTime received_at, registered_at;
  std::optional<base::UtcTime> event_at;     // when what it tells of took place, as its sender says
  std::optional<base::UtcTime> declared_at;  // that it is true and theirs to give
  std::string registered_by;     // "" for a program
  std::optional<State> state;    // nothing: a newer program's, to be read only
  std::string state_key;
  base::UtcTime state_since;
  std::string title;
  Sender sender;
  std::string person_name, unit_name;  // of the directory, now
  Hold hold = Hold::None;
  std::string ground, reason;
  IntakeId thread;
  base::ItemId about_item;
  std::string about_code, about_module;
  base::ItemId item;
  std::string item_code, item_module;
  bool is_hidden = false;        // D12.3b: its words are shown to nobody
  bool may_answer = false;
  unsigned files = 0;
  unsigned row_version = 0;

  [[nodiscard]] bool is_open() const { return state == State::Held || state == State::Awaiting || state == State::Received; }
};

struct Body {
  std::string text, document, original, encoding, remark;
};

// One file that came with it. Without `file` it was not kept, and `reason` says why; an archive is kept, and `reason` says what became of it.
struct IntakeFile {
  std::uint64_t id = 0;
  std::string name, type;
  std::uint64_t bytes = 0;
  files::FileId file;
  std::string sha256;
  const files::Format* format = nullptr;
  std::optional<files::State> state;
  std::string reason;
};

// What D9.1b asks for: the sender's full name, an e-mail address, a telephone number or an address to write to.
enum class Missing { Name, Email, Reach };
[[nodiscard]] std::vector<Missing> missing_of(const Sender& sender);
[[nodiscard]] inline bool is_complete(const Sender& sender) { return missing_of(sender).empty(); }
// "họ và tên", "số điện thoại hoặc địa chỉ liên lạc".
[[nodiscard]] std::string_view words_of(Missing missing);
// "name,reach": as core_intake_link.missing has it.
[[nodiscard]] std::string missing_keys(const Sender& sender);
// "họ và tên; số điện thoại hoặc địa chỉ liên lạc", "" when nothing is.
[[nodiscard]] std::string missing_words(const Sender& sender);

inline constexpr std::array kAllChannels{Channel::Mail, Channel::Web, Channel::Counter, Channel::Api, Channel::Feed, Channel::Office};
inline constexpr std::array kMedia{Medium::Usb, Medium::Disc, Medium::Paper, Medium::Other};
inline constexpr std::array kAllStates{State::Held, State::Awaiting, State::Received, State::Joined, State::Classified, State::Refused, State::Spam};

[[nodiscard]] std::string_view key_of(Channel channel);
[[nodiscard]] std::string_view label_of(Channel channel);
[[nodiscard]] std::optional<Channel> parse_channel(std::string_view key);
[[nodiscard]] std::string_view key_of(Medium medium);
[[nodiscard]] std::string_view label_of(Medium medium);
[[nodiscard]] Medium parse_medium(std::string_view key);  // None for another word
[[nodiscard]] std::string_view key_of(State state);
[[nodiscard]] std::string_view label_of(State state);
[[nodiscard]] std::string_view icon_of(State state);
[[nodiscard]] std::string_view chip_of(State state);  // templates/README.md, "Chips"
[[nodiscard]] std::optional<State> parse_state(std::string_view key);
[[nodiscard]] std::string_view key_of(Trust trust);
[[nodiscard]] std::string_view label_of(Trust trust);
[[nodiscard]] Trust parse_trust(std::string_view key);  // None for a word of a newer program
[[nodiscard]] std::string_view key_of(Hold hold);
[[nodiscard]] std::string_view label_of(Hold hold);
[[nodiscard]] Hold parse_hold(std::string_view key);

// The words of its state; the stored key for one of a newer program.
[[nodiscard]] inline std::string_view label_of_state(const Intake& intake) {
  return intake.state ? label_of(*intake.state) : std::string_view{intake.state_key};
}

[[nodiscard]] inline std::string url_of(IntakeId id) { return std::string{kPath} + std::to_string(id.value); }
[[nodiscard]] inline std::string chain_of(IntakeId id) { return "intake:" + std::to_string(id.value); }
// "intake:7:2" -> 7: the thing that a notice is about; unset for another's.
[[nodiscard]] IntakeId intake_of_cause(std::string_view cause);

}  // namespace portal::intake
