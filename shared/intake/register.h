// Registering: a thing comes into the register, with its words, its files and the first row of its trail, in the caller's transaction.
//
//   Taking taking(store, most); … taking.add(upload);                          // before the transaction: bytes on disk (taking.h)
//   db::in_transaction(db, [&] { … id = register_intake(db, store, wanted, now); … });
#pragma once

#include <vector>

#include "shared/db/connection.h"
#include "shared/files/store.h"
#include "shared/intake/model.h"

namespace portal::intake {

// One file of it: kept as it was received, or the reason why it was not. Kept with a reason: an archive, of which it says what became (taking.h).
struct NewFile {
  std::string name, type;
  std::uint64_t bytes = 0;
  std::optional<files::Received> received{};
  std::string reason{};
};

struct NewIntake {
  Channel channel = Channel::Mail;
  Medium medium = Medium::None;
  std::string brought_by{};
  base::UtcTime received_at{};
  std::optional<base::UtcTime> event_at{}, declared_at{};
  State state = State::Received;
  std::string title{};
  Sender sender{};
  Body body{};
  Hold hold = Hold::None;
  std::string reason{};
  std::string message_id{};  // "": none that can be told apart
  std::string content_digest{};
  std::uint64_t reply_to_mail = 0;
  IntakeId thread{};
  base::ItemId about_item{};
  bool may_answer = false;
  std::vector<NewFile> files{};
  bool is_told = true;          // else who registers it tells of several at once (tell_of_many)
  base::PersonId by{};          // nobody: a program
  base::AccountId account{};
  std::string authority{};
};

// SHA-256 over sender, title, text, conversation and files: the same thing sent again is known by it.
[[nodiscard]] std::string content_digest_of(const NewIntake& wanted);

// What somebody typed, as the register keeps it: text of another encoding in Unicode, with the original beside it (D4.1a).
[[nodiscard]] Body body_of_typed(const std::string& text);

struct Registered {
  IntakeId id;
  std::string code;  // "TN-2026-0001"
};

// What waits for the secretary is told them. Throws db::SqlError (is_duplicate) for what is registered already.
Registered register_thing(db::Connection& db, const files::Store& store, const NewIntake& wanted, base::UtcTime now);
// The same, for who needs no code.
IntakeId register_intake(db::Connection& db, const files::Store& store, const NewIntake& wanted, base::UtcTime now);

// Writes to the sender, once, that their thing came, under which code, and what is missing of D9.1b (shared/mail), in the caller's transaction. Nothing for who
// must not be answered, and for an address that had as many receipts within the hour as two programs that answer each other would have.
void queue_receipt(db::Connection& db, IntakeId id, const Sender& sender, bool may_answer, base::UtcTime now);

// One notice of several things that came together, about the first of them.
void tell_of_many(db::Connection& db, IntakeId first, const std::string& text, base::UtcTime now);

inline constexpr std::int64_t kMostReceiptsAnHour = 20;

}  // namespace portal::intake
