// Sessions, passwords and the login throttle of the office.
//
// A session is a 256-bit random token in an HttpOnly cookie; the database holds its SHA-256 only. Idle and absolute limits come from
// configuration. Logging out, disabling an account or taking a role away takes effect with the next request, in every program, since each
// request reads session, account and roles afresh (ASVS 8.3.2). Passwords: Argon2id, 19 MiB, 2 passes (OWASP). Second factor: TOTP (RFC 6238).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/access/actor.h"
#include "shared/base/config.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/http/request.h"
#include "shared/http/response.h"

namespace portal::access {

// "__Host-portal" under TLS, "portal" on the local http instance.
[[nodiscard]] std::string_view session_cookie_name(bool tls);

// The actor behind the request's session cookie at `now`; a Visitor for no, a bad or an expired cookie. Extends the idle limit (at most one
// write a minute). Reads session, account and the roles in force, so that a right taken away is gone at once.
[[nodiscard]] Actor identify(db::Connection& db, const http::Request& request, const base::Config& config, base::UtcTime now);

// An account's person and the roles in force at `now`, without a session: for tools that act in somebody's name (the demo's articles are taken
// through the real workflow). Fault: NotFound.
[[nodiscard]] base::Result<Actor> load_actor(db::Connection& db, base::AccountId account, base::UtcTime now);

// A form token as a page carries it: a fresh random mask, then the token under it, so that no two answers hold the same letters. Answers are compressed, and
// what repeats in a compressed answer can be guessed from its length (docs/decisions/0037). "" of "".
[[nodiscard]] std::string mask_token(std::string_view token);

// A state-changing request of a session is genuine when its "_csrf" field is the session's token under a mask and neither Origin nor Sec-Fetch-Site
// says that it came from elsewhere.
[[nodiscard]] bool is_genuine(const Actor& actor, const http::Request& request, const base::Config& config);

// The same for forms before login: the token is bound to a short-lived cookie ("portal_pre") instead of a session.
struct PreLogin {
  std::string cookie_value;
  std::string token;  // masked, for the form
};
[[nodiscard]] PreLogin make_pre_login(const http::Request& request, const base::Config& config);
[[nodiscard]] bool is_genuine_before_login(const http::Request& request, const base::Config& config);

// Neither Origin nor Sec-Fetch-Site says that the form was on another site than `own_origin` (ASVS 3.5.3). Both may be absent (old browsers,
// scripts). A browser that is told to send no referrer writes "null" for our own pages too; Sec-Fetch-Site must then vouch for the form.
[[nodiscard]] bool is_same_origin(const http::Request& request, std::string_view own_origin);

// The cookie that carries PreLogin::cookie_value.
[[nodiscard]] http::Cookie pre_login_cookie(const base::Config& config, std::string value);

// What a login attempt leads to.
enum class LoginStep { SecondFactor, Done };
struct LoginOutcome {
  LoginStep step;
  std::string cookie_value;  // set the session cookie to this (for SecondFactor: a session that may only give the code)
  base::AccountId account;
};

// Checks name and password under the throttle (per account and per address: 5 tries, then growing waits, never a permanent lock-out). The same
// Vietnamese sentence and the same time for an unknown name and a wrong password. Faults: Invalid, Throttled.
[[nodiscard]] base::Result<LoginOutcome> log_in(db::Connection& db, std::string_view username, std::string_view password,
                                                const http::Request& request, const base::Config& config, base::UtcTime now);

// Checks the six digits for a session waiting for its second factor; gives a new session token (fixation). Faults: Invalid, Throttled.
[[nodiscard]] base::Result<LoginOutcome> give_second_factor(db::Connection& db, std::string_view code, const http::Request& request,
                                                            const base::Config& config, base::UtcTime now);

// The actor's session goes on under a new token and a new "_csrf": after a password or a second factor was set, whatever was known of the old
// ones is worth nothing (ASVS 7.2.4). Gives the new cookie value. Runs inside the caller's transaction; the session must be the actor's own.
[[nodiscard]] std::string renew_session(db::Connection& db, const Actor& actor);

// Ends the request's session.
void log_out(db::Connection& db, const http::Request& request, const base::Config& config);

// Ends every session of an account (disabled, password reset).
void end_sessions(db::Connection& db, base::AccountId account);

// Argon2id in PHC form; checks in constant time. One at a time per process: 19 MiB each must not become a memory flood.
[[nodiscard]] std::string hash_password(std::string_view password);
[[nodiscard]] bool verify_password(std::string_view password, const std::string& phc);

// A password for one login, made here and read out or copied by people: sixteen letters and digits in groups of four ("k7mw-3tqa-…"), none that
// can be mistaken for another (no i, l, o, 0, 1), each of the 31 as likely as the others: 79 bits. Throws std::runtime_error if the system has no
// randomness. Whoever stores its hash also has the account change it at the first login.
[[nodiscard]] std::string one_time_password();

// TOTP: a new base32 secret; whether `code` is valid for `secret` at `now` (one step of 30 s either way); the step it matched, so that a code is used once.
[[nodiscard]] std::string new_totp_secret();
[[nodiscard]] std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, base::UtcTime now);

// Cookie value and deletion for a Response.
[[nodiscard]] http::Cookie session_cookie(const base::Config& config, std::string value);

}  // namespace portal::access
