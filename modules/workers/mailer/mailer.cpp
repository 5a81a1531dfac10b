#include "modules/workers/mailer/mailer.h"

#include "modules/workers/mailer/digest_time.h"
#include "modules/workers/mailer/queries.h"
#include "shared/base/log.h"
#include "shared/smtp/retry.h"
#include "shared/text/unicode.h"

namespace portal::mailer {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookEvery = 10s;
constexpr std::size_t kLongestError = 500;

smtp::ServerSettings server_settings(const base::Config& config) {
  smtp::ServerSettings settings;
  settings.url = config.text("smtp_url");
  settings.starttls = config.flag("smtp_starttls");
  settings.ca_file = config.text("smtp_ca_file");
  settings.user = config.text("smtp_user");
  if (!settings.user.empty()) {
    if (!settings.starttls && !settings.url.starts_with("smtps://")) throw base::ConfigError("smtp_user: a password is not sent without TLS; set smtp_starttls=1 or an smtps:// address");
    settings.password = config.secret("smtp_password_file");
  }
  settings.timeout = std::chrono::seconds{config.number("smtp_timeout_s")};
  return settings;
}

std::unique_ptr<smtp::DkimSigner> signer_of(const base::Config& config) {
  if (config.text("dkim_key_file").empty()) return {};
  for (const std::string_view key : {"dkim_domain", "dkim_selector"})
    if (config.text(key).empty()) throw base::ConfigError("dkim_key_file needs " + std::string{key});
  return std::make_unique<smtp::DkimSigner>(config.text("dkim_domain"), config.text("dkim_selector"), config.secret_text("dkim_key_file"));
}

}  // namespace

Mailer::Mailer(const base::Config& config, const base::Clock& clock, std::function<bool()> should_stop)
    : clock_(clock),
      should_stop_(std::move(should_stop)),
      node_(config.text("node")),
      holder_(mail::holder_name(node_)),
      renderer_(config),
      signer_(signer_of(config)),
      client_(server_settings(config)) {}

void Mailer::note_accepted(db::Connection& db) {
  while (!accepted_.empty()) {
    mail::mark_sent(db, accepted_.back(), clock_.now());
    accepted_.pop_back();
  }
}

// Nothing is on its way between two rounds.
void Mailer::let_go(db::Connection& db) {
  if (is_holding_) mail::free_claims(db, holder_);
  is_holding_ = false;
}

// Every ten seconds: claims that nobody holds any more, digests whose hour has come, and that a mailer runs.
void Mailer::look_around(db::Connection& db) {
  const base::UtcTime now = clock_.now();
  if (now - looked_at_ < kLookEvery) return;
  looked_at_ = now;
  mail::free_abandoned(db, node_, now);
  const auto books = books_.get(db);
  const duty::StoredCalendar* own = books->find(books->own);
  if (is_digest_time(own == nullptr || !own->calendar ? nullptr : &*own->calendar, mail::setting_number(db, "mail_digest_hour"), now))
    if (const std::size_t queued = mail::queue_digests(db, now); queued > 0)
      base::log(base::Level::Info, "digests_queued", {{"mails", static_cast<std::int64_t>(queued)}});
  db.execute(sql::kBeat, now + kLookEvery, now, text::cut_to_bytes(trouble_, kLongestError));
}

bool Mailer::settle(db::Connection& db, const mail::Taken& taken, const smtp::Delivery& delivery) {
  const base::UtcTime now = clock_.now();
  const auto number = static_cast<std::int64_t>(taken.id.value);
  if (delivery.result == smtp::Result::Accepted) {
    accepted_.push_back(taken.id);  // before the database is asked: what was accepted is known here whatever happens to it
    note_accepted(db);
    failures_ = 0;
    trouble_.clear();
    base::log(base::Level::Info, "mail_sent", {{"mail", number}, {"attempts", std::int64_t{taken.attempts}}});
    return true;
  }
  const smtp::Next next = smtp::next_of(delivery.result, taken.attempts, taken.since, now);
  const std::string reason = smtp::reason_of(delivery);
  const bool is_dead = next.fate == smtp::Fate::Dead;
  if (is_dead)
    mail::mark_dead(db, taken.id, holder_, delivery.result == smtp::Result::Refused ? reason : "Sau 72 giờ vẫn chưa gửi được. " + reason, now);
  else
    mail::mark_again(db, taken.id, holder_, next.at, reason);
  if (delivery.result == smtp::Result::Stopped) return false;
  base::log(is_dead ? base::Level::Error : base::Level::Warning, is_dead ? "mail_dead" : "mail_not_sent",
            {{"mail", number}, {"attempts", std::int64_t{taken.attempts}}, {"code", std::int64_t{delivery.code}}});
  if (delivery.result != smtp::Result::Unreachable) {  // the server is there and has spoken
    failures_ = 0;
    trouble_.clear();
    return true;
  }
  ++failures_;
  trouble_ = reason;
  paused_until_ = now + smtp::pause_of(failures_);
  return false;
}

void Mailer::keep_for_later(db::Connection& db, const mail::Taken& taken, std::string_view why) {
  const base::UtcTime now = clock_.now();
  base::log(base::Level::Error, "mail_not_made", {{"mail", static_cast<std::int64_t>(taken.id.value)}, {"why", why}});
  const smtp::Next next = smtp::next_of(smtp::Result::Deferred, taken.attempts, taken.since, now);
  const std::string_view reason = "Chưa soạn được thư. Lý do ở nhật ký của chương trình gửi thư (mail_not_made).";
  if (next.fate == smtp::Fate::Dead)
    mail::mark_dead(db, taken.id, holder_, reason, now);
  else
    mail::mark_again(db, taken.id, holder_, next.at, reason);
}

bool Mailer::send_one(db::Connection& db) {
  is_holding_ = true;
  const auto taken = mail::take(db, holder_, clock_.now());
  if (!taken) return is_holding_ = false;
  const bool is_server_there = send(db, *taken);
  is_holding_ = false;
  return is_server_there;
}

bool Mailer::send(db::Connection& db, const mail::Taken& taken) {
  Rendered rendered;
  std::string bytes;
  try {
    rendered = renderer_.render(db, taken, clock_.now());
    if (rendered.message) bytes = smtp::compose(*rendered.message);
    if (rendered.message && signer_) bytes = signer_->sign(bytes);
  } catch (const db::Unavailable&) {
    throw;  // let_go() when it is back
  } catch (const std::runtime_error& error) {
    keep_for_later(db, taken, error.what());
    return true;
  }
  if (!rendered.message) {
    mail::mark_cancelled(db, taken.id, holder_, rendered.why_not, clock_.now());
    return true;
  }
  return settle(db, taken, client_.send({.from = rendered.return_path, .to = taken.address}, bytes, should_stop_));
}

void Mailer::work(db::Connection& db) {
  note_accepted(db);
  let_go(db);
  look_around(db);
  if (clock_.now() < paused_until_) return;
  std::int64_t left = mail::setting_number(db, "mail_per_minute") - mail::count_taken(db, clock_.now());
  while (left-- > 0 && !should_stop_())
    if (!send_one(db)) return;
}

}  // namespace portal::mailer
