#include "shared/intake/register.h"

#include "shared/base/crypto.h"
#include "shared/encoding/encoding.h"
#include "shared/intake/queries.h"
#include "shared/mail/outbox.h"
#include "shared/notices/notices.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/queries.h"

namespace portal::intake {
namespace {

std::string next_code(db::Connection& db, base::UtcTime now) {
  constexpr std::size_t kDigits = 4;
  const std::string year = base::format_iso(now).substr(0, 4);
  std::string digits = std::to_string(db.execute(workflow::kNextCounter, "intake:" + year).last_id);
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return "TN-" + year + "-" + digits;
}

// Whom what waits for the secretary is told: the secretary, and who stands in for them (D11.1).
notices::People secretaries(db::Connection& db, base::UtcTime now) {
  notices::People people = notices::people_with_role(db, "secretary", {}, now);
  notices::add_all(people, notices::people_with_delegation(db, "act_as_secretary", {}, now));
  return people;
}

// What is held is counted in the menu and told nobody one by one: a night's spam would fill every bell. A notice names the code alone, since what it is about
// may be hidden later (D12.3b).
void tell(db::Connection& db, IntakeId id, const std::string& code, const NewIntake& wanted, base::UtcTime now) {
  std::string text;
  if (wanted.state == State::Received) text = code + ", " + std::string{label_of(wanted.channel)} + ": chờ phân loại (D11.1).";
  if (wanted.state == State::Joined) text = code + ": có thư trả lời thư của Ban Biên tập (D11.4).";
  if (text.empty()) return;
  notices::People people = secretaries(db, now);
  if (wanted.by.is_set()) std::erase(people, wanted.by);
  notices::tell(db, people, {.kind = notices::Kind::Waits, .cause = chain_of(id) + ":1", .text = text}, now);
}

std::optional<std::uint64_t> id_or_none(std::uint64_t id) { return id == 0 ? std::nullopt : std::optional{id}; }

}  // namespace

std::string content_digest_of(const NewIntake& wanted) {
  base::Sha256 digest;
  const auto add = [&digest](std::string_view part) {
    digest.add(part);
    digest.add("\x1f");  // no field holds it, so that moving text between fields shows
  };
  add(key_of(wanted.channel));
  add(wanted.sender.address);
  add(wanted.title);
  add(wanted.body.text);
  add(wanted.body.document);
  add(std::to_string(wanted.thread.value) + ":" + std::to_string(wanted.about_item.value) + ":" + std::to_string(wanted.reply_to_mail));
  for (const NewFile& file : wanted.files) add(file.name + ":" + std::to_string(file.bytes) + ":" + (file.received ? file.received->sha256 : std::string{}));
  return digest.finish_hex();
}

Body body_of_typed(const std::string& text) {
  Body body;
  body.text = text;
  const encoding::Reading reading = encoding::read(text);
  if (!reading.is_legacy()) return body;
  body.text = reading.text;
  body.original = reading.original;
  body.encoding = encoding::key_of(reading.encoding);
  body.remark = "Nội dung gõ bằng bảng mã " + std::string{encoding::label_of(reading.encoding)} + ", đã chuyển sang Unicode; cần đối chiếu với người gửi.";
  return body;
}

Registered register_thing(db::Connection& db, const files::Store& store, const NewIntake& wanted, base::UtcTime now) {
  const std::string code = next_code(db, now);
  const std::optional<std::string> message = wanted.message_id.empty() ? std::nullopt : std::optional{wanted.message_id};
  const Sender& from = wanted.sender;
  const std::string_view state = key_of(wanted.state);
  const auto made = db.execute(sql::kAddIntake, code, key_of(wanted.channel), key_of(wanted.medium), wanted.brought_by, wanted.event_at, wanted.declared_at,
                               wanted.received_at, now, wanted.by, state, now, wanted.title, from.name, from.address, from.phone, from.place,
                               from.organisation, from.position, from.person, from.unit, key_of(from.trust),
                               key_of(wanted.hold), wanted.reason, message, wanted.content_digest, id_or_none(wanted.reply_to_mail), wanted.thread,
                               wanted.about_item, wanted.may_answer, static_cast<std::uint64_t>(wanted.files.size()));
  const IntakeId id{made.last_id};
  db.execute(sql::kAddBody, id, wanted.body.text, wanted.body.document, wanted.body.original, wanted.body.encoding, wanted.body.remark);
  for (const NewFile& file : wanted.files) {
    const files::FileId blob = file.received ? files::add_blob(db, store, *file.received, now) : files::FileId{};
    db.execute(sql::kAddIntakeFile, id, blob, file.name, file.type, file.bytes, file.reason);
  }
  std::string note = code + ", nhận qua: " + std::string{label_of(wanted.channel)};
  if (wanted.medium != Medium::None) note += ", " + std::string{label_of(wanted.medium)};
  if (wanted.hold != Hold::None) note += "\nGiữ lại: " + std::string{label_of(wanted.hold)};
  workflow::append_audit(db,
                         {.chain = chain_of(id), .person = wanted.by, .account = wanted.account, .action = "intake_register", .from_state = {},
                          .to_state = std::string{state}, .content_digest = base::sha256_hex(wanted.body.document + "\n" + wanted.body.text),
                          .authority = wanted.authority, .ground = {}, .note = note},
                         now);
  if (wanted.is_told) tell(db, id, code, wanted, now);
  return {id, code};
}

IntakeId register_intake(db::Connection& db, const files::Store& store, const NewIntake& wanted, base::UtcTime now) {
  return register_thing(db, store, wanted, now).id;
}

void tell_of_many(db::Connection& db, IntakeId first, const std::string& text, base::UtcTime now) {
  notices::tell(db, secretaries(db, now), {.kind = notices::Kind::Waits, .cause = chain_of(first) + ":many", .text = text}, now);
}

void queue_receipt(db::Connection& db, IntakeId id, const Sender& sender, bool may_answer, base::UtcTime now) {
  if (!may_answer || !mail::is_address(sender.address)) return;
  {
    auto rows = db.query(sql::kCountReceipts, sender.address, now - std::chrono::hours{1});
    if (rows.next() && rows.number(0) >= kMostReceiptsAnHour) return;
  }
  if (db.execute(sql::kRecallReceipt, now, now, id).affected > 0) return;
  mail::queue(db, {.kind = mail::Kind::Receipt, .person = sender.person, .address = sender.address, .intake = id.value}, now);
}

}  // namespace portal::intake
