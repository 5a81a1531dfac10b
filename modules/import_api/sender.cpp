#include "modules/import_api/sender.h"

#include <algorithm>

#include "modules/import_api/queries.h"
#include "shared/base/crypto.h"

namespace portal::import_api {
namespace {

constexpr std::chrono::seconds kMinute{60};
constexpr std::size_t kShortest = 20, kLongest = 100;

tl::unexpected<Refusal> refuse(int status, std::string message, std::int64_t retry_after = 0) {
  return tl::unexpected(Refusal{status, std::move(message), retry_after});
}

bool is_token(std::string_view text) {
  return text.size() >= kShortest && text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
         });
}

}  // namespace

std::string_view token_in(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (authorization.size() <= kScheme.size()) return {};
  for (std::size_t i = 0; i < kScheme.size(); ++i) {
    const char c = authorization[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != kScheme[i]) return {};
  }
  std::string_view token = authorization.substr(kScheme.size());
  while (token.starts_with(' ')) token.remove_prefix(1);
  while (token.ends_with(' ')) token.remove_suffix(1);
  return is_token(token) ? token : std::string_view{};
}

bool is_within(std::string_view day, std::string_view from, std::string_view to) { return from <= day && (to.empty() || day <= to); }

tl::expected<Sender, Refusal> identify_sender(db::Connection& db, std::string_view authorization, base::UtcTime now) {
  if (authorization.empty())
    return refuse(401, "Thiếu mã truy cập. Gửi kèm dòng đầu Authorization: Bearer và mã mà Sở đã cấp cho hệ thống của ông, bà.");
  const std::string_view token = token_in(authorization);
  const std::string wrong = "Mã truy cập không đúng. Xin kiểm tra lại mã, hoặc đề nghị Sở cấp mã mới.";
  if (token.empty()) return refuse(401, wrong);
  Sender sender;
  {
    auto rows = db.query(sql::kSenderByToken, base::sha256_hex(token));
    if (!rows.next()) return refuse(401, wrong);
    sender.id = rows.id<SenderId>(0);
    sender.name = rows.text(1);
    sender.per_minute = rows.number(2);
    const std::string from{rows.text(3)}, to{rows.text(4)};
    if (const auto revoked = rows.optional_time(5))
      return refuse(403, "Mã truy cập đã bị thu hồi lúc " + base::format_date_time(*revoked) + ". Xin liên hệ Ban Biên tập để được cấp mã mới.");
    const std::string today = base::format_iso(now).substr(0, 10);
    if (!is_within(today, from, to))
      return refuse(403, today < from ? "Mã truy cập chưa đến ngày có hiệu lực." : "Mã truy cập đã hết hạn. Xin liên hệ Ban Biên tập để được cấp mã mới.");
    sender.person = rows.id<base::PersonId>(6);
    sender.person_name = rows.text(7);
    sender.job_title = rows.text(8);
    sender.email = rows.text(9);
    sender.phone = rows.text(10);
    sender.unit = rows.id<base::UnitId>(11);
    sender.unit_name = rows.text(12);
    sender.unit_email = rows.text(13);
    sender.unit_phone = rows.text(14);
  }
  const base::UtcTime old = now - kMinute;
  db.execute(sql::kNoteUse, sender.id, now, now, old, old);
  auto rows = db.query(sql::kUse, sender.id);
  if (rows.next() && rows.number(0) > sender.per_minute) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(rows.time(1) + kMinute - now).count();
    return refuse(429, "Gửi quá nhanh, nhiều nhất là " + std::to_string(sender.per_minute) + " yêu cầu một phút. Xin chờ rồi gửi lại.", std::clamp<std::int64_t>(left, 1, kMinute.count()));
  }
  return sender;
}

}  // namespace portal::import_api
