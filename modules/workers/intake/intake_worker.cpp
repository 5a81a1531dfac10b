#include "modules/workers/intake/intake_worker.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "modules/workers/intake/queries.h"
#include "shared/base/crypto.h"
#include "shared/base/log.h"
#include "shared/files/size.h"
#include "shared/intake/acts.h"
#include "shared/intake/identity.h"
#include "shared/intake/queries.h"
#include "shared/intake/taking.h"
#include "shared/mail/outbox.h"
#include "shared/text/unicode.h"

namespace portal::intake {
namespace {

using namespace std::chrono_literals;

namespace wsql = worker_sql;

constexpr auto kLookEvery = 10s;
constexpr auto kSweepEvery = 6h;
constexpr std::size_t kMostAtOnce = 200;
constexpr std::size_t kMostIdsAsked = 20;
constexpr std::int64_t kMostWorkers = 4;  // a mail that takes the worker itself down each time is held unopened
constexpr std::size_t kLongestError = 500, kLongestReason = 300;
constexpr std::uint64_t kMega = 1024 * 1024;

// Files beside the store that nobody will use again; a crash leaves them to the store's sweep.
class Temporaries {
 public:
  explicit Temporaries(const files::Store& store) : store_(store) {}
  ~Temporaries() {
    for (const std::string& path : paths_) ::unlink(path.c_str());
  }
  Temporaries(const Temporaries&) = delete;
  Temporaries& operator=(const Temporaries&) = delete;

  std::string next() { return paths_.emplace_back(store_.new_temporary()); }

 private:
  const files::Store& store_;
  std::vector<std::string> paths_;
};

std::string digest_of(const std::string& path) {
  constexpr std::size_t kBlock = 256 * 1024;
  base::Sha256 digest;
  std::ifstream in(path, std::ios::binary);
  std::string block(kBlock, '\0');
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    digest.add(std::string_view{block}.substr(0, static_cast<std::size_t>(in.gcount())));
  }
  if (!in.eof()) throw std::system_error(EIO, std::generic_category(), path);
  return digest.finish_hex();
}

http::Upload upload_of(const mime::Attachment& file) {
  return {.field = {}, .name = file.name, .path = file.path, .bytes = file.bytes, .sha256 = digest_of(file.path)};
}

std::string domain_of(std::string_view address) {
  const auto at = address.rfind('@');
  return at == std::string_view::npos ? std::string{} : std::string{address.substr(at + 1)};
}

std::optional<About> about_in(db::Rows rows, bool is_by_tag) {
  if (!rows.next()) return {};
  return About{static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(2)}, rows.id<base::ItemId>(3), rows.id<IntakeId>(4), is_by_tag};
}

// The mail of ours that the tag of a recipient's address, or a header, names; else an earlier one of theirs.
std::optional<About> find_about(db::Connection& db, const mime::Mail& mail, std::string_view own_address) {
  for (const std::string& recipient : mail.recipients)
    if (const std::string tag = tag_in(recipient, own_address); !tag.empty())
      if (auto about = about_in(db.query(sql::kOursByTag, tag), true)) return about;
  if (mail.report && !mail.report->message_id.empty())
    if (auto about = about_in(db.query(sql::kOursByMessage, mail.report->message_id), false)) return about;
  std::size_t asked = 0;
  for (const std::string& id : mail.answers) {
    if (++asked > kMostIdsAsked) break;
    if (auto about = about_in(db.query(sql::kOursByMessage, id), false)) return about;
    auto rows = db.query(sql::kTheirsByMessage, id);
    if (rows.next()) return About{0, std::string{rows.text(2)}, rows.id<base::ItemId>(3), rows.id<IntakeId>(1), false};
  }
  return {};
}

// What is written in the register of the mail's words.
Body body_of(const mime::Mail& mail) {
  Body body;
  const auto remark = [&body](std::string_view words) { body.remark += (body.remark.empty() ? "" : " ") + std::string{words}; };
  body.text = mail.text;
  if (mail.reading.is_legacy()) {
    body.text = mail.reading.text;
    body.original = mail.reading.original;
    body.encoding = encoding::key_of(mail.reading.encoding);
    remark("Thư viết bằng bảng mã " + std::string{encoding::label_of(mail.reading.encoding)} + ", đã chuyển sang Unicode; cần đối chiếu với người gửi.");
  }
  if (mail.is_from_html) remark("Lấy chữ từ thư có định dạng; định dạng không giữ lại.");
  bool is_cut = mail.is_cut;
  if (text::count_code_points(body.text) > kMaxText) {
    body.text.resize(text::cut_to_bytes(body.text, kMaxText).size());
    is_cut = true;
  }
  if (is_cut) remark("Thư quá dài, phần cuối không ghi vào sổ.");
  return body;
}

void unite(Facts& facts, db::Connection& db, const mime::Mail& mail, const std::string& authserv_id, base::UtcTime now) {
  facts.own_address = lower_ascii(mail::setting_text(db, "editorial_email"));
  const mime::Address from = mail.from.empty() ? mime::Address{} : mail.from.front();
  const std::string domain = domain_of(from.address);
  facts.origin = mime::origin_of(mail.authentication, authserv_id, domain);
  facts.is_own_domain = is_own_domain(db, domain);
  facts.sender = identify(db, from.address, from.name, facts.origin == mime::Origin::Proven, now);
  if (!mail.message_id.empty()) facts.is_ours = db.query(sql::kOursByMessage, mail.message_id).next();
  facts.about = find_about(db, mail, facts.own_address);
}

std::string too_large(std::uint64_t bytes, std::uint64_t most) {
  return "Thư nặng " + files::size_words(bytes) + "; hộp thư của Ban Biên tập nhận thư nhiều nhất " + files::size_words(most) +
         ". Xin gửi lại thành nhiều thư, giảm cỡ ảnh, hoặc nộp bằng USB, đĩa cho Thư ký Ban Biên tập.";
}

std::string bounce_words(const mime::Mail& mail) {
  std::string words = "Thư bị trả lại";
  if (mail.report && !mail.report->status.empty()) words += ", mã " + mail.report->status;
  if (mail.report && !mail.report->recipient.empty()) words += ", không tới được " + mail.report->recipient;
  return words + ".";
}

}  // namespace

IntakeWorker::IntakeWorker(const worker::Setting& setting)
    : clock_(setting.clock),
      should_stop_(setting.should_stop),
      mailbox_(setting.config.text("mailbox_dir")),
      store_(setting.config.text("store_dir")),
      web_(store_, setting.config.text("incoming_dir")),
      authserv_id_(setting.config.text("intake_authserv_id")),
      imap_(ImapFetcher::make(setting.config)),
      fetch_every_(setting.config.number("imap_poll_s")) {}

bool IntakeWorker::has_room(db::Connection& db, std::uint64_t bytes) {
  const std::uint64_t left = store_.free_bytes(), floor = files::read_limits(db).floor_bytes;
  if (left >= bytes && left - bytes >= floor) return true;
  trouble_ = "Máy chủ gần hết chỗ lưu tệp; thư đến và tin, bài từ biểu mẫu nằm chờ.";
  base::log(base::Level::Error, "store_full", {{"free_mb", static_cast<std::int64_t>(left / kMega)}, {"floor_mb", static_cast<std::int64_t>(floor / kMega)}});
  return false;
}

// Every ten seconds: that a worker runs, what senders completed; now and then what was read long ago.
void IntakeWorker::look_around(db::Connection& db) {
  const base::UtcTime now = clock_.now();
  if (now - looked_at_ < kLookEvery) return;
  looked_at_ = now;
  if (const std::size_t taken = take_answers(db, now); taken > 0) base::log(base::Level::Info, "sender_data_taken", {{"answers", static_cast<std::int64_t>(taken)}});
  erase_purged(db);
  if (now - swept_at_ >= kSweepEvery) {
    swept_at_ = now;
    const std::size_t dropped = mailbox_.drop_old(now - std::chrono::hours{24} * mail::setting_number(db, "keep_mail_days"));
    if (dropped > 0) base::log(base::Level::Info, "read_mail_dropped", {{"mails", static_cast<std::int64_t>(dropped)}});
    if (const std::size_t forms = web_.sweep(db, now); forms > 0) base::log(base::Level::Info, "unsent_forms_dropped", {{"forms", static_cast<std::int64_t>(forms)}});
  }
  db.execute(wsql::kBeat, now + kLookEvery, now, text::cut_to_bytes(trouble_.empty() ? imap_trouble_ : trouble_, kLongestError));
}

void IntakeWorker::erase_purged(db::Connection& db) {
  std::vector<std::pair<std::uint64_t, std::string>> wanted;
  {
    auto rows = db.query(wsql::kToErase);
    while (rows.next()) wanted.emplace_back(static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)});
  }
  for (const auto& [ledger, source] : wanted) {
    mailbox_.erase(source);
    db.execute(wsql::kErased, clock_.now(), ledger);
    base::log(base::Level::Info, "mail_erased", {{"mail", static_cast<std::int64_t>(ledger)}});
  }
}

void IntakeWorker::settle(db::Connection& db, std::uint64_t ledger, const std::string& source, const Maildir::Stat& file, const base::Result<mime::Mail>& read,
                          const std::string& path) {
  const base::UtcTime now = clock_.now();
  const std::uint64_t most = static_cast<std::uint64_t>(mail::setting_number(db, "intake_mail_mb")) * kMega;
  Facts facts;
  mime::Mail mail;
  Taking taking(store_, most);
  if (read) {
    mail = *read;
    for (const mime::Attachment& one : mail.attachments) taking.add(upload_of(one), one.type);
    facts.names_inside = taking.names_inside();
  } else {
    (read.error().kind == base::FaultKind::TooLarge ? facts.too_large : facts.unreadable) =
        read.error().kind == base::FaultKind::TooLarge ? too_large(file.bytes, most) : read.error().message;
    if (const auto head = mime::parse_headers(path, {})) mail = *head;
  }
  db::in_transaction(db, [&] {
    {
      auto rows = db.query(wsql::kHoldMail, ledger);
      if (!rows.next() || !rows.text(0).empty()) return true;  // another worker was first
    }
    Facts known = facts;
    unite(known, db, mail, authserv_id_, now);
    NewIntake wanted{.channel = Channel::Mail, .received_at = std::min(file.at, now)};
    wanted.title = mail.subject.empty() ? "(Không có tiêu đề)" : mail.subject;
    wanted.sender = known.sender;
    wanted.body = body_of(mail);
    if (!known.too_large.empty()) wanted.body.remark = known.too_large;
    wanted.files = taking.files();
    if (known.about) {
      wanted.reply_to_mail = known.about->mail;
      wanted.thread = known.about->thread;
      wanted.about_item = known.about->item;
    }
    wanted.content_digest = content_digest_of(wanted);
    // What was not opened is known by what there is to see of it.
    if (!known.unreadable.empty()) wanted.content_digest = base::sha256_hex("unreadable:" + source);
    if (!known.too_large.empty()) wanted.content_digest = base::sha256_hex(wanted.content_digest + ":" + mail.message_id + ":" + std::to_string(file.bytes));
    IntakeId there;
    if (auto rows = db.query(sql::kByContent, wanted.content_digest); rows.next()) {
      known.has_same_content = true;
      there = rows.id<IntakeId>(0);
    }
    if (!mail.message_id.empty())
      if (auto rows = db.query(sql::kByMessage, mail.message_id); rows.next()) {
        known.has_same_message = true;
        if (!there.is_set()) there = rows.id<IntakeId>(0);
      }
    const Decision decision = decide(mail, known);
    wanted.hold = decision.hold;
    wanted.reason = text::cut_to_bytes(decision.reason, kMaxReason);
    wanted.may_answer = decision.may_answer;
    if (!known.has_same_message) wanted.message_id = mail.message_id;
    IntakeId id = decision.verdict == Verdict::Duplicate ? there : IntakeId{};
    switch (decision.verdict) {
      case Verdict::Accept: wanted.state = first_state(is_complete(wanted.sender)); break;
      case Verdict::Hold: wanted.state = State::Held; break;
      case Verdict::Refuse: wanted.state = State::Refused; break;
      case Verdict::Reply: wanted.state = State::Joined; break;
      case Verdict::Bounce:
      case Verdict::AutoReply:
      case Verdict::Loop:
      case Verdict::Duplicate: break;
    }
    const bool is_registered = decision.verdict == Verdict::Accept || decision.verdict == Verdict::Hold || decision.verdict == Verdict::Refuse ||
                               decision.verdict == Verdict::Reply;
    if (decision.verdict != Verdict::Reply) {  // what is no answer stands in no conversation
      wanted.thread = {};
      wanted.about_item = {};
    }
    if (is_registered) id = register_intake(db, store_, wanted, now);
    if (decision.verdict == Verdict::Accept) queue_receipt(db, id, wanted.sender, wanted.may_answer, now);
    if (decision.verdict == Verdict::Refuse)
      mail::queue(db, {.kind = mail::Kind::Refusal, .person = wanted.sender.person, .address = wanted.sender.address, .intake = id.value}, now);
    const std::uint64_t about = known.about ? known.about->mail : 0;
    const bool has_failed = !mail.report || mail.report->action == "failed";  // a delay is only told
    if (decision.verdict == Verdict::Bounce && about != 0 && has_failed) mail::mark_bounced(db, mail::MailId{about}, bounce_words(mail), now);
    const std::string from = mail.from.empty() ? std::string{} : std::string{text::cut_to_bytes(mail.from.front().address, kMaxAddress)};
    const std::optional<std::string> message = mail.message_id.empty() ? std::nullopt : std::optional{mail.message_id};
    db.execute(wsql::kEndMail, key_of(decision.verdict), text::cut_to_bytes(decision.reason, kLongestReason), from, message, id,
               about == 0 ? std::nullopt : std::optional{about}, now, ledger);
    base::log(base::Level::Info, "mail_in", {{"mail", static_cast<std::int64_t>(ledger)}, {"verdict", key_of(decision.verdict)}, {"hold", key_of(decision.hold)}});
    return true;
  });
}

IntakeWorker::Begun IntakeWorker::begin(db::Connection& db, const std::string& source, std::uint64_t bytes) {
  Begun begun;
  const auto find = [&] {
    auto rows = db.query(wsql::kFindMail, source);
    if (!rows.next()) return false;
    begun = {static_cast<std::uint64_t>(rows.number(0)), rows.number(1)};
    return true;
  };
  if (begun_.contains(source) && find()) return begun;
  begun_.insert(source);
  db.execute(wsql::kBeginMail, source, bytes, clock_.now());
  if (!find()) throw std::logic_error("the row of a mail is not there");
  return begun;
}

bool IntakeWorker::take(db::Connection& db, const std::string& name) {
  const std::string source = source_of(name);
  if (!mailbox_.has(name)) return true;  // another worker was first
  const Maildir::Stat file = mailbox_.stat(name);
  {
    auto rows = db.query(wsql::kFindMail, source);
    if (rows.next() && !rows.text(2).empty()) {  // a kill came between the commit and this
      mailbox_.done(name);
      return true;
    }
  }
  if (!has_room(db, file.bytes * 2)) return false;
  const Begun begun = begin(db, source, file.bytes);
  mime::Limits limits;
  limits.bytes = static_cast<std::uint64_t>(mail::setting_number(db, "intake_mail_mb")) * kMega;
  Temporaries temporaries(store_);
  const std::string path = mailbox_.path_of(name);
  const auto read = begun.workers > kMostWorkers ? base::Result<mime::Mail>{base::fail(base::FaultKind::Invalid, "chương trình không mở được thư này sau nhiều lần thử")}
                                             : mime::parse_mail(path, limits, [&] { return temporaries.next(); });
  // What is packed in it wants room of its own: without it the mail stays where it is.
  std::uint64_t inside = 0;
  if (read)
    for (const mime::Attachment& one : read->attachments) inside += bytes_inside(one.path, limits.bytes);
  if (inside > 0 && !has_room(db, std::min(inside, files::kMostUnpacked))) return false;
  settle(db, begun.ledger, source, file, read, path);
  begun_.erase(source);
  mailbox_.done(name);
  return true;
}

void IntakeWorker::work(db::Connection& db) {
  trouble_.clear();
  // A folder or a disk: another time, and the mail stays where it is.
  const auto guarded = [this](const auto& task) {
    try {
      return task();
    } catch (const std::system_error& error) {
      trouble_ = "Không đọc được hộp thư đến hoặc thư mục biểu mẫu: " + std::string{error.what()};
      base::log(base::Level::Error, "mailbox_unreadable", {{"why", std::string_view{error.what()}}});
      return true;
    }
  };
  guarded([&] {
    static_cast<void>(web_.take_all(db, clock_.now(), [&](std::uint64_t bytes) { return has_room(db, bytes); }));
    return true;
  });
  guarded([&] {
    fetch(db);
    return true;
  });
  std::vector<std::string> names;
  guarded([&] {
    names = mailbox_.waiting(kMostAtOnce);
    return true;
  });
  // One that cannot be read holds up none that lie behind it.
  for (const std::string& name : names) {
    if (should_stop_()) return;
    if (!guarded([&] { return take(db, name); })) break;
    guarded([&] { return look_around(db), true; });
  }
  guarded([&] { return look_around(db), true; });
}

void IntakeWorker::fetch(db::Connection& db) {
  if (!imap_ || (clock_.now() - fetched_at_ < fetch_every_ && !imap_->has_more())) return;
  const std::uint64_t most = static_cast<std::uint64_t>(mail::setting_number(db, "intake_mail_mb")) * kMega;
  if (!has_room(db, most)) return;
  fetched_at_ = clock_.now();
  imap_trouble_ = imap_->fetch(mailbox_, most, should_stop_);
  if (!imap_trouble_.empty()) base::log(base::Level::Warning, "mailbox_not_read", {{"why", std::string_view{imap_trouble_}}});
}

}  // namespace portal::intake
