#include "modules/admin/mail/store.h"

#include "modules/admin/mail/queries.h"

namespace portal::admin {
namespace {

namespace sql = mail_sql;

MailRow row_in(const db::Rows& rows) {
  MailRow row;
  row.id = rows.id<mail::MailId>(0);
  row.kind = rows.text(1);
  row.notice_kind = rows.text(2);
  row.item_code = rows.text(3);
  row.to_name = rows.text(4);
  row.address = rows.text(5);
  row.state = mail::parse_state(rows.text(6));
  row.attempts = static_cast<unsigned>(rows.number(7));
  row.available_at = rows.time(8);
  row.last_error = rows.text(9);
  row.created_at = rows.time(10);
  row.sent_at = rows.optional_time(11);
  return row;
}

db::Rows query(db::Connection& db, MailFilter filter, std::uint64_t before) {
  switch (filter) {
    case MailFilter::All: break;
    case MailFilter::Dead: return db.query(sql::kOfState, before, mail::key_of(mail::State::Dead));
    case MailFilter::Waiting: return db.query(sql::kWaiting, before);
    case MailFilter::Sent: return db.query(sql::kOfState, before, mail::key_of(mail::State::Sent));
    case MailFilter::Cancelled: return db.query(sql::kOfState, before, mail::key_of(mail::State::Cancelled));
  }
  return db.query(sql::kAll, before);
}

base::Result<bool> changed(const db::Outcome& outcome, const char* why_not) {
  if (outcome.affected == 0) return base::fail(base::FaultKind::NotAllowedNow, why_not);
  return true;
}

}  // namespace

MailList MailStore::list(MailFilter filter, std::optional<mail::MailId> before) {
  MailList list;
  auto rows = query(db_, filter, before ? before->value : UINT64_MAX / 2);
  while (rows.next()) {
    if (list.rows.size() == kPage) {
      list.has_more = true;
      continue;
    }
    list.rows.push_back(row_in(rows));
  }
  return list;
}

base::Result<MailRow> MailStore::find(mail::MailId id) {
  auto rows = db_.query(sql::kOne, id);
  if (!rows.next()) return base::fail(base::FaultKind::NotFound, "Không tìm thấy thư này. Thư quá số ngày lưu giữ đã được xóa khỏi sổ.");
  return row_in(rows);
}

base::Result<bool> MailStore::resend(mail::MailId id, base::UtcTime now) {
  return changed(db_.execute(sql::kResend, now, now, id), "Chỉ gửi lại được thư không gửi được hoặc đã hủy. Xin tải lại trang để xem tình trạng mới nhất.");
}

base::Result<bool> MailStore::cancel(mail::MailId id, std::string_view why) {
  return changed(db_.execute(sql::kCancel, why, id), "Thư này đang được gửi, đã gửi hoặc đã hủy nên không hủy được nữa. Xin tải lại trang để xem tình trạng mới nhất.");
}

}  // namespace portal::admin
