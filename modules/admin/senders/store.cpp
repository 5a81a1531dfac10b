#include "modules/admin/senders/store.h"

#include "modules/admin/senders/queries.h"

namespace portal::admin {
namespace {

namespace sql = sender_sql;
using base::FaultKind;


ImportSender row_in(const db::Rows& rows) {
  ImportSender sender;
  sender.id = static_cast<std::uint64_t>(rows.number(0));
  sender.name = rows.text(1);
  sender.unit_name = rows.text(2);
  sender.person_name = rows.text(3);
  sender.hint = rows.text(4);
  sender.per_minute = rows.number(5);
  sender.from = rows.text(6);
  sender.to = rows.text(7);
  sender.made_by = rows.text(8);
  sender.made_at = rows.time(9);
  sender.revoked_by = rows.text(10);
  sender.revoked_at = rows.optional_time(11);
  sender.revoked_why = rows.text(12);
  sender.last_used_at = rows.optional_time(13);
  sender.sent = rows.number(14);
  sender.row_version = static_cast<unsigned>(rows.number(15));
  return sender;
}

std::string iso_day(const std::string& typed) { return base::format_iso(*base::parse_date_time(typed)).substr(0, 10); }

}  // namespace

std::vector<ImportSender> SenderStore::all() {
  std::vector<ImportSender> senders;
  auto rows = db_.query(sql::kSenders);
  while (rows.next()) senders.push_back(row_in(rows));
  return senders;
}

base::Result<ImportSender> SenderStore::find(std::uint64_t id) {
  auto rows = db_.query(sql::kSender, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy hệ thống kết nối này.");
  return row_in(rows);
}

SenderChoices SenderStore::choices(base::UtcTime now) {
  const std::string today = base::format_iso(now).substr(0, 10);
  SenderChoices choices;
  {
    auto rows = db_.query(sql::kSenderUnits, today, today);
    while (rows.next()) choices.units.emplace_back(static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)});
  }
  auto rows = db_.query(sql::kSenderPeople);
  while (rows.next()) {
    const std::string unit{rows.text(2)};
    choices.people.emplace_back(static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)} + (unit.empty() ? "" : ", " + unit));
  }
  return choices;
}

std::uint64_t SenderStore::add(const SenderDraft& draft, const std::string& token_digest, const std::string& hint, base::PersonId by, base::UtcTime now) {
  const std::optional<std::string> to = draft.to.empty() ? std::nullopt : std::optional{iso_day(draft.to)};
  return db_.execute(sql::kAddSender, draft.name, draft.unit, draft.person, token_digest, hint, draft.per_minute, iso_day(draft.from), to, by, now).last_id;
}

base::Result<bool> SenderStore::revoke(std::uint64_t id, unsigned row_version, const std::string& why, base::PersonId by, base::UtcTime now) {
  {
    auto rows = db_.query(sql::kHoldSender, id);
    if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy hệ thống kết nối này.");
    if (static_cast<unsigned>(rows.number(0)) != row_version)
      return base::fail(FaultKind::Stale, "Hệ thống kết nối này vừa được người khác thay đổi. Xin xem lại rồi làm lại nếu vẫn cần.");
  }
  if (db_.execute(sql::kRevokeSender, by, now, why, id).affected != 1) return base::fail(FaultKind::NotAllowedNow, "Mã truy cập này đã bị thu hồi trước đó.");
  return true;
}

}  // namespace portal::admin
