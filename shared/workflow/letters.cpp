#include "shared/workflow/letters.h"

#include "shared/mail/outbox.h"
#include "shared/workflow/outside_sender.h"
#include "shared/workflow/request_queries.h"

namespace portal::workflow {
namespace {

std::vector<Letter> read_letters(db::Rows rows) {
  std::vector<Letter> letters;
  while (rows.next()) {
    Letter& letter = letters.emplace_back();
    letter.id = rows.id<LetterId>(0);
    letter.is_refusal = rows.text(1) == "refusal";
    letter.clause = rows.text(2);
    letter.ground = rows.text(3);
    letter.title = rows.text(4);
    letter.reason = rows.text(5);
    letter.to_name = rows.text(6);
    letter.to_title = rows.text(7);
    letter.to_unit = rows.text(8);
    letter.signed_name = rows.text(9);
    letter.authority = rows.text(10);
    letter.made_at = rows.time(11);
    letter.item_code = rows.text(12);
    letter.is_hidden = rows.flag(13);
    letter.module = rows.text(14);
  }
  return letters;
}

// Whatever notices the sender wants by mail: a letter is to them, and says what to do (D4.2, D12.3).
void queue_mail(db::Connection& db, const Item& item, std::uint64_t letter, base::UtcTime now) {
  mail::Outgoing outgoing{.kind = mail::Kind::Letter, .letter = letter, .item = item.id};
  if (const auto outside = outside_sender(db, item.id)) {
    outgoing.address = outside->address;
  } else {
    auto rows = db.query(kLetterTo, item.id);
    if (!rows.next()) return;
    outgoing.person = rows.id<base::PersonId>(0);
    outgoing.address = rows.text(1);
  }
  mail::queue(db, outgoing, now);
}

}  // namespace

void write_letter(db::Connection& db, const Permit& permit, const Item& item, bool is_refusal, const std::string& ground, const std::string& reason,
                  base::UtcTime now) {
  const auto made = db.execute(kAddLetter, is_refusal ? "refusal" : "return", item.title, reason, permit.authority(), now, ground, permit.person(), item.id);
  if (made.affected != 1) throw std::logic_error("item " + std::to_string(item.id.value) + ": its letter was not written");
  queue_mail(db, item, made.last_id, now);
}

std::vector<Letter> letters_of(db::Connection& db, base::ItemId item) { return read_letters(db.query(kLetters, item, 0, 0)); }

base::Result<Letter> find_letter(db::Connection& db, base::ItemId item, LetterId letter) {
  auto letters = read_letters(db.query(kLetters, item, letter.value, letter.value));
  if (letters.empty() || !letter.is_set()) return base::fail(base::FaultKind::NotFound, "Không tìm thấy thông báo này.");
  return std::move(letters.front());
}

}  // namespace portal::workflow
