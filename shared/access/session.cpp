#include "shared/access/session.h"

#include <algorithm>

#include "shared/access/queries.h"
#include "shared/base/crypto.h"

namespace portal::access {
namespace {

using base::FaultKind;
using namespace std::chrono_literals;

constexpr std::size_t kTokenBytes = 32;
constexpr int kFreeTries = 5;

std::string_view pre_cookie_name(bool tls) { return tls ? "__Host-portal_pre" : "portal_pre"; }

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// The token of a request's cookie when it has the form of one, else "".
std::string_view token_of(const http::Request& request, std::string_view cookie) {
  const std::string_view token = request.cookies.get(cookie);
  return token.size() == kTokenBytes * 2 && is_hex(token) ? token : std::string_view{};
}

struct SessionRow {
  base::AccountId account;
  std::string csrf;
  base::UtcTime seen, expires;
  base::PersonId person;
  base::UnitId unit;
  std::string name;
  bool is_full = false;
};

// Both are of lower-case hexadecimal digits.
std::string xor_hex(std::string_view a, std::string_view b) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(a.size(), '0');
  for (std::size_t i = 0; i < a.size(); ++i) out[i] = kDigits[(kDigits.find(a[i]) ^ kDigits.find(b[i])) & 0xF];
  return out;
}

// The token that a form sent, without its mask; "" when it has not the form of one.
std::string unmask(std::string_view sent) {
  constexpr std::size_t kDigits = kTokenBytes * 2;
  if (sent.size() != kDigits * 2 || !is_hex(sent)) return {};
  return xor_hex(sent.substr(0, kDigits), sent.substr(kDigits));
}

std::optional<SessionRow> read_session(db::Connection& db, const std::string& digest, const base::Config& config, base::UtcTime now) {
  auto rows = db.query(kSession, digest);
  if (!rows.next()) return {};
  SessionRow row{rows.id<base::AccountId>(0), std::string{rows.text(1)}, rows.time(2), rows.time(3), rows.id<base::PersonId>(4),
                 rows.id<base::UnitId>(5), std::string{rows.text(6)}, rows.text(7) == "full"};
  const auto idle = std::chrono::minutes(config.number("session_idle_minutes"));
  if (now >= row.expires || now - row.seen > idle) return {};
  return row;
}

// The account's roles that are confirmed, not revoked and in force on the day of `now` in Viet Nam.
void read_roles(db::Connection& db, Actor& actor, base::UtcTime now) {
  const std::string today = base::format_iso(now).substr(0, 10);
  auto roles = db.query(kRoles, actor.account, today, today, today, actor.account, today, today);
  while (roles.next()) {
    Role role{};
    if (parse_role(roles.text(0), role)) actor.roles.push_back({role, roles.id<base::UnitId>(1)});
  }
}

std::string new_session(db::Connection& db, base::AccountId account, std::string_view stage, const http::Request& request, const base::Config& config,
                        base::UtcTime now) {
  const std::string token = base::random_hex(kTokenBytes);
  const auto life = stage == "full" ? std::chrono::minutes(std::chrono::hours(config.number("session_hours"))) : std::chrono::minutes(5);
  db.execute(kDropExpired, now);
  db.execute(kAddSession, base::sha256_hex(token), account, base::random_hex(kTokenBytes), stage, now, now, now + life, request.remote_address,
             request.user_agent);
  return token;
}

// Failures of one subject: how long it must wait now, and one more failure noted. Waits double from 10 s to at most 15 min.
std::optional<base::UtcTime> blocked_until(db::Connection& db, const std::string& subject, base::UtcTime now) {
  auto rows = db.query(kThrottle, subject);
  if (!rows.next() || rows.time(1) <= now) return {};
  return rows.time(1);
}

// Failures that ended an hour ago are forgotten (kNoteFailure begins the count anew), here as in the row.
void note_failure(db::Connection& db, const std::string& subject, base::UtcTime now, int free_tries) {
  int failures = 1;
  {
    auto rows = db.query(kThrottle, subject);
    if (rows.next() && rows.time(2) >= now - 1h) failures = static_cast<int>(rows.number(0)) + 1;
  }
  const int over = std::clamp(failures - free_tries, -1, 7);
  const auto wait = over < 0 ? 0s : std::min<std::chrono::seconds>(10s * (1 << over), 900s);
  db.execute(kNoteFailure, subject, now + wait, now, now - 1h, now + wait);
}

std::string wait_words(base::UtcTime until, base::UtcTime now) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(until - now).count() + 1;
  return seconds < 60 ? std::to_string(seconds) + " giây" : std::to_string((seconds + 59) / 60) + " phút";
}

tl::unexpected<base::Fault> throttled(base::UtcTime until, base::UtcTime now) {
  return base::fail(FaultKind::Throttled, "Đăng nhập sai nhiều lần. Xin thử lại sau " + wait_words(until, now) + ".");
}

// Verified when the name is unknown, so that both answers take the same time (F28).
const std::string& decoy_hash() {
  static const std::string hash = hash_password(base::random_hex(16));
  return hash;
}

}  // namespace

std::string_view session_cookie_name(bool tls) { return tls ? "__Host-portal" : "portal"; }

http::Cookie session_cookie(const base::Config& config, std::string value) {
  const long max_age = value.empty() ? 0 : -1;
  return {std::string{session_cookie_name(config.flag("tls"))}, std::move(value), max_age};
}

Actor identify(db::Connection& db, const http::Request& request, const base::Config& config, base::UtcTime now) {
  Actor actor;
  const std::string_view token = token_of(request, session_cookie_name(config.flag("tls")));
  if (token.empty()) return actor;
  const std::string digest = base::sha256_hex(token);
  const auto session = read_session(db, digest, config, now);
  if (!session || !session->is_full) return actor;
  if (now - session->seen > 1min) db.execute(kTouchSession, now, digest);
  actor.account = session->account;
  actor.person = session->person;
  actor.home_unit = session->unit;
  actor.display_name = session->name;
  actor.csrf_token = session->csrf;
  actor.session_digest = digest;
  read_roles(db, actor, now);
  return actor;
}

base::Result<Actor> load_actor(db::Connection& db, base::AccountId account, base::UtcTime now) {
  Actor actor;
  {
    auto rows = db.query(kAccountPerson, account);
    if (!rows.next()) return base::fail(FaultKind::NotFound, "Không có tài khoản này.");
    actor.account = account;
    actor.person = rows.id<base::PersonId>(0);
    actor.home_unit = rows.id<base::UnitId>(1);
    actor.display_name = rows.text(2);
  }
  read_roles(db, actor, now);
  return actor;
}

bool is_same_origin(const http::Request& request, std::string_view own_origin) {
  if (request.origin == "null") return request.fetch_site == "same-origin";
  if (!request.origin.empty() && request.origin != own_origin) return false;
  return request.fetch_site.empty() || request.fetch_site == "same-origin" || request.fetch_site == "none";
}

std::string mask_token(std::string_view token) {
  if (token.empty()) return {};
  const std::string mask = base::random_hex(kTokenBytes);
  return mask + xor_hex(mask, token);
}

bool is_genuine(const Actor& actor, const http::Request& request, const base::Config& config) {
  return !actor.csrf_token.empty() && base::equal_constant_time(unmask(request.form.get("_csrf")), actor.csrf_token) &&
         is_same_origin(request, config.text("office_origin"));
}

PreLogin make_pre_login(const http::Request& request, const base::Config& config) {
  const std::string_view held = token_of(request, pre_cookie_name(config.flag("tls")));
  PreLogin made;
  made.cookie_value = held.empty() ? base::random_hex(kTokenBytes) : std::string{held};
  made.token = mask_token(base::hmac_sha256_hex(config.secret("secret_file"), "pre-login:" + made.cookie_value));
  return made;
}

bool is_genuine_before_login(const http::Request& request, const base::Config& config) {
  const std::string_view held = token_of(request, pre_cookie_name(config.flag("tls")));
  if (held.empty()) return false;
  const std::string expected = base::hmac_sha256_hex(config.secret("secret_file"), "pre-login:" + std::string{held});
  return base::equal_constant_time(unmask(request.form.get("_csrf")), expected) && is_same_origin(request, config.text("office_origin"));
}

http::Cookie pre_login_cookie(const base::Config& config, std::string value) {
  return {std::string{pre_cookie_name(config.flag("tls"))}, std::move(value), -1};
}

base::Result<LoginOutcome> log_in(db::Connection& db, std::string_view username, std::string_view password, const http::Request& request,
                                  const base::Config& config, base::UtcTime now) {
  std::string name{username.substr(0, 64)};
  std::replace_if(name.begin(), name.end(), [](char c) { return c <= ' ' || c > '~'; }, '?');  // account names are ASCII; others are unknown names
  const std::string by_account = "account:" + name;
  const std::string by_address = "address:" + request.remote_address;
  for (const std::string& subject : {by_account, by_address})
    if (const auto until = blocked_until(db, subject, now)) return throttled(*until, now);

  base::AccountId account;
  std::string hash = decoy_hash();
  bool wants_code = false;
  {
    auto rows = db.query(kAccountByName, name);
    if (rows.next()) {
      account = rows.id<base::AccountId>(0);
      hash = rows.text(1);
      wants_code = !rows.is_null(2);
    }
  }
  const bool is_right = verify_password(password.substr(0, 1024), hash) && account.is_set();
  if (!is_right) {
    note_failure(db, by_account, now, kFreeTries);
    note_failure(db, by_address, now, kFreeTries * 10);  // many people may share one address
    return base::fail(FaultKind::Invalid, "Tên đăng nhập hoặc mật khẩu không đúng.");
  }
  db.execute(kForgetFailures, by_account);
  const std::string_view old = token_of(request, session_cookie_name(config.flag("tls")));
  if (!old.empty()) db.execute(kEndSession, base::sha256_hex(old));  // an id from before login is never used after it
  const std::string token = new_session(db, account, wants_code ? "second_factor" : "full", request, config, now);
  if (!wants_code) db.execute(kNoteLogin, now, account);
  return LoginOutcome{wants_code ? LoginStep::SecondFactor : LoginStep::Done, token, account};
}

base::Result<LoginOutcome> give_second_factor(db::Connection& db, std::string_view code, const http::Request& request, const base::Config& config,
                                              base::UtcTime now) {
  const std::string_view token = token_of(request, session_cookie_name(config.flag("tls")));
  const std::string digest = base::sha256_hex(token);
  const auto session = token.empty() ? std::optional<SessionRow>{} : read_session(db, digest, config, now);
  if (!session || session->is_full) return base::fail(FaultKind::Forbidden, "Phiên đăng nhập đã hết. Xin đăng nhập lại từ đầu.");
  const std::string subject = "code:" + std::to_string(session->account.value);
  if (const auto until = blocked_until(db, subject, now)) return throttled(*until, now);
  std::string secret;
  {
    auto rows = db.query(kAccountById, session->account);
    if (rows.next()) secret = rows.text(0);
  }
  const auto step = totp_step(secret, code, now);
  if (!step || db.execute(kUseTotpStep, *step, session->account, *step).affected == 0) {
    note_failure(db, subject, now, kFreeTries);
    return base::fail(FaultKind::Invalid, "Mã xác thực không đúng hoặc đã dùng.");
  }
  db.execute(kForgetFailures, subject);
  db.execute(kEndSession, digest);
  db.execute(kNoteLogin, now, session->account);
  return LoginOutcome{LoginStep::Done, new_session(db, session->account, "full", request, config, now), session->account};
}

std::string renew_session(db::Connection& db, const Actor& actor) {
  std::string token = base::random_hex(kTokenBytes);
  db.execute(kRenewSession, base::sha256_hex(token), base::random_hex(kTokenBytes), actor.session_digest);
  return token;
}

void log_out(db::Connection& db, const http::Request& request, const base::Config& config) {
  const std::string_view token = token_of(request, session_cookie_name(config.flag("tls")));
  if (!token.empty()) db.execute(kEndSession, base::sha256_hex(token));
}

void end_sessions(db::Connection& db, base::AccountId account) { db.execute(kEndSessionsOfAccount, account); }

}  // namespace portal::access
