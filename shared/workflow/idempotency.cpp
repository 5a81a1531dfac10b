#include "shared/workflow/idempotency.h"

#include <algorithm>

#include "shared/base/crypto.h"
#include "shared/workflow/queries.h"

namespace portal::workflow {
namespace {

using base::FaultKind;

constexpr std::size_t kKeyCharacters = 32;

bool is_key(std::string_view text) {
  return text.size() == kKeyCharacters && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// What makes two sends "the same form": path and every field but the session's token and passwords. Those are words that people choose: a plain
// digest of one, kept in a table, could be guessed at millions a second and undo what Argon2id is for.
std::string digest_of(const http::Request& request) {
  std::string text = request.path;
  for (const auto& [name, value] : request.form.pairs())
    if (name != "_csrf" && name.find("password") == std::string::npos) text += "\x1f" + name + "\x1e" + value;
  return base::sha256_hex(text);
}

}  // namespace

std::string new_form_key() { return base::random_hex(kKeyCharacters / 2); }

base::Result<std::optional<std::string>> find_form(db::Connection& db, const access::Actor& actor, const http::Request& request) {
  const std::string_view key = request.form.get("_key");
  if (!is_key(key)) return base::fail(FaultKind::BadRequest, "Biểu mẫu thiếu mã chống gửi trùng. Xin tải lại trang rồi gửi lại.");
  auto rows = db.query(kFindForm, key);
  if (!rows.next()) return std::optional<std::string>{};
  if (rows.id<base::AccountId>(0) != actor.account || rows.text(1) != digest_of(request))
    return base::fail(FaultKind::Conflict, "Biểu mẫu này đã được gửi trước đó với nội dung khác. Xin tải lại trang rồi gửi lại.");
  return std::optional<std::string>{rows.text(2)};
}

void remember_form(db::Connection& db, const access::Actor& actor, const http::Request& request, const std::string& location, base::UtcTime now) {
  db.execute(kRememberForm, request.form.get("_key"), actor.account, digest_of(request), location, now);
}

}  // namespace portal::workflow
