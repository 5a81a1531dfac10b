#include "modules/workers/intake/web_inbox.h"

#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/base/log.h"
#include "shared/intake/identity.h"
#include "shared/intake/queries.h"
#include "shared/intake/register.h"
#include "shared/intake/taking.h"
#include "shared/intake/track.h"
#include "shared/intake/transition.h"
#include "shared/mail/outbox.h"

namespace portal::intake {
namespace {

constexpr std::chrono::hours kAbandoned{48};

// A row of the inbox.
struct Sent {
  std::string nonce, digest, code;
  Sender sender;
  std::string title, text;
  std::optional<base::UtcTime> event_at;
  std::vector<files::Parcel> files;
  base::UtcTime sent_at;
};

std::vector<files::Parcel> files_in(std::string_view json) {
  std::vector<files::Parcel> all;
  const auto list = nlohmann::json::parse(json, nullptr, false);
  if (!list.is_array()) return all;
  for (const auto& one : list) {
    const std::uint64_t bytes = one.value("bytes", std::uint64_t{0});
    all.push_back({one.value("token", std::string{}), one.value("name", std::string{}), bytes, bytes});
  }
  return all;
}

std::optional<Sent> held(db::Connection& db, std::uint64_t id) {
  auto rows = db.query(sql::kHoldWeb, id);
  if (!rows.next()) return {};
  Sent sent;
  sent.nonce = rows.text(0);
  sent.digest = rows.text(1);
  sent.code = rows.text(2);
  sent.sender = {.name = std::string{rows.text(3)}, .address = lower_ascii(rows.text(4)), .phone = std::string{rows.text(5)},
                 .place = std::string{rows.text(6)}, .organisation = std::string{rows.text(7)}, .position = std::string{rows.text(8)}};
  sent.title = rows.text(9);
  sent.text = rows.text(10);
  sent.event_at = rows.optional_time(11);
  sent.files = files_in(rows.text(12));
  sent.sent_at = rows.time(13);
  return sent;
}

// Copies that nobody uses again once they have their place in the store.
class Copies {
 public:
  Copies() = default;
  ~Copies() {
    for (const std::string& path : paths_) ::unlink(path.c_str());
  }
  Copies(const Copies&) = delete;
  Copies& operator=(const Copies&) = delete;

  void add(const std::string& path) { paths_.push_back(path); }

 private:
  std::vector<std::string> paths_;
};

// Anybody can type anybody's address into a form, so it makes nobody of the directory a sender; whose it is the secretary is told.
std::string doubt_of(db::Connection& db, const Sender& typed, base::UtcTime now) {
  const Sender known = identify(db, typed.address, typed.name, false, now);
  if (known.trust == Trust::None) return "";
  return "Địa chỉ thư này có trong danh bạ (" + (known.name.empty() ? known.organisation : known.name) +
         "), nhưng biểu mẫu không xác nhận được người gửi. Xin hỏi lại trước khi ghi tên người của ngành.";
}

}  // namespace

bool WebInbox::take(db::Connection& db, std::uint64_t id, base::UtcTime now, const std::function<bool(std::uint64_t bytes)>& has_room) {
  std::string nonce;
  bool is_full = false;
  Copies copies;
  std::optional<Taking> taking;  // until the transaction is over
  db::in_transaction(db, [&] {
    const auto sent = held(db, id);
    if (!sent) return true;  // another worker has it, or had it
    nonce.clear();
    std::uint64_t bytes = 0;
    for (const files::Parcel& one : sent->files) bytes += one.total;
    if (!has_room(2 * bytes)) {
      is_full = true;
      return true;
    }
    NewIntake wanted{.channel = Channel::Web, .received_at = sent->sent_at, .event_at = sent->event_at, .declared_at = sent->sent_at};
    wanted.title = sent->title;
    wanted.sender = sent->sender;
    wanted.state = first_state(is_complete(wanted.sender));
    wanted.body = body_of_typed(sent->text);
    if (const std::string doubt = doubt_of(db, sent->sender, now); !doubt.empty()) wanted.body.remark += (wanted.body.remark.empty() ? "" : " ") + doubt;
    wanted.may_answer = mail::is_address(wanted.sender.address);
    taking.emplace(store_, files::read_limits(db).attachment_bytes);
    for (const files::Parcel& parcel : sent->files) {
      const auto upload = parcels_.copy(sent->nonce, parcel, store_);
      if (!upload) {
        taking->add_missing(parcel.name, parcel.total, upload.error().message);
        continue;
      }
      copies.add(upload->path);
      taking->add(*upload);
    }
    wanted.files = taking->files();
    wanted.content_digest = content_digest_of(wanted);
    IntakeId thing;
    if (auto rows = db.query(sql::kByContent, wanted.content_digest); rows.next()) thing = rows.id<IntakeId>(0);
    if (!thing.is_set()) {
      thing = register_intake(db, store_, wanted, now);
      queue_receipt(db, thing, wanted.sender, wanted.may_answer, now);
    }
    add_track(db, thing, sent->digest, sent->code, "", now);
    db.execute(sql::kEndWeb, id);
    nonce = sent->nonce;
    base::log(base::Level::Info, "web_in", {{"intake", static_cast<std::int64_t>(thing.value)}, {"files", static_cast<std::int64_t>(sent->files.size())}});
    return true;
  });
  if (!nonce.empty()) parcels_.drop_form(nonce);
  return !is_full;
}

std::size_t WebInbox::take_all(db::Connection& db, base::UtcTime now, const std::function<bool(std::uint64_t bytes)>& has_room) {
  std::vector<std::uint64_t> ids;
  {
    auto rows = db.query(sql::kNewWeb);
    while (rows.next()) ids.push_back(static_cast<std::uint64_t>(rows.number(0)));
  }
  std::size_t taken = 0;
  for (const std::uint64_t id : ids) {
    if (!take(db, id, now, has_room)) break;
    ++taken;
  }
  return taken;
}

std::size_t WebInbox::sweep(db::Connection& db, base::UtcTime now) {
  const base::UtcTime before = now - kAbandoned;
  std::size_t dropped = 0;
  for (const std::string& form : parcels_.old_forms(before)) {
    if (db.query(sql::kIsWebWaiting, form).next()) continue;  // sent, and only waiting for us
    parcels_.drop_form(form);
    ++dropped;
  }
  static_cast<void>(parcels_.sweep(before, now));
  return dropped;
}

}  // namespace portal::intake
