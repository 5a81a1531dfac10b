#include "modules/admin/feeds/store.h"

#include "modules/admin/feeds/queries.h"

namespace portal::admin {
namespace {

namespace sql = feed_sql;
using base::FaultKind;

FeedSourceRow row_in(const db::Rows& rows) {
  FeedSourceRow row;
  FeedSource& source = row.source;
  source.id = static_cast<std::uint64_t>(rows.number(0));
  source.name = rows.text(1);
  source.address = rows.text(2);
  source.contact_name = rows.text(3);
  source.contact_address = rows.text(4);
  source.contact_phone = rows.text(5);
  source.contact_place = rows.text(6);
  source.section = rows.id<base::SectionId>(7);
  source.section_title = rows.text(8);
  source.unit = rows.id<base::UnitId>(9);
  source.every_minutes = rows.number(10);
  source.from = rows.text(11);
  source.to = rows.text(12);
  source.is_on = rows.flag(13);
  source.row_version = static_cast<unsigned>(rows.number(14));
  row.next_at = rows.optional_time(15);
  row.read_at = rows.optional_time(16);
  row.tried_at = rows.optional_time(17);
  row.failures = rows.number(18);
  row.last_error = rows.text(19);
  row.registered = rows.number(20);
  return row;
}

std::string iso_day(const std::string& typed) { return base::format_iso(*base::parse_date_time(typed)).substr(0, 10); }

std::optional<std::string> last_day(const FeedSource& source) { return source.to.empty() ? std::nullopt : std::optional{iso_day(source.to)}; }

}  // namespace

std::vector<FeedSourceRow> FeedSourceStore::all() {
  std::vector<FeedSourceRow> sources;
  auto rows = db_.query(sql::kSources);
  while (rows.next()) sources.push_back(row_in(rows));
  return sources;
}

base::Result<FeedSourceRow> FeedSourceStore::find(std::uint64_t id) {
  auto rows = db_.query(sql::kSource, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy nguồn tin này.");
  return row_in(rows);
}

FeedSourceChoices FeedSourceStore::choices(base::UtcTime now) {
  const std::string today = base::format_iso(now).substr(0, 10);
  FeedSourceChoices choices;
  {
    auto rows = db_.query(sql::kFeedSections);
    while (rows.next()) choices.sections.emplace_back(static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)});
  }
  auto rows = db_.query(sql::kFeedUnits, today, today);
  while (rows.next()) choices.units.emplace_back(static_cast<std::uint64_t>(rows.number(0)), std::string{rows.text(1)});
  return choices;
}

base::Result<bool> FeedSourceStore::has_free_address(const FeedSource& source, std::uint64_t id) {
  if (db_.query(sql::kHasAddress, source.address, id).next())
    return base::fail(FaultKind::Invalid, "Chưa lưu được.", {{"address", "Địa chỉ này đã có trong danh sách nguồn tin.", ""}});
  return true;
}

base::Result<std::uint64_t> FeedSourceStore::add(const FeedSource& source, base::PersonId by, base::UtcTime now) {
  if (const auto is_free = has_free_address(source, 0); !is_free) return tl::unexpected<base::Fault>(is_free.error());
  return db_.execute(sql::kAddSource, source.name, source.address, source.contact_name, source.contact_address, source.contact_phone, source.contact_place,
                     source.section, source.unit, source.every_minutes, iso_day(source.from), last_day(source), source.is_on, by, now)
      .last_id;
}

base::Result<bool> FeedSourceStore::save(std::uint64_t id, unsigned row_version, const FeedSource& source) {
  {
    auto rows = db_.query(sql::kHoldSource, id);
    if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy nguồn tin này.");
    if (static_cast<unsigned>(rows.number(0)) != row_version)
      return base::fail(FaultKind::Stale, "Nguồn tin này vừa được người khác sửa. Xin xem lại rồi sửa lại nếu vẫn cần.");
  }
  if (const auto is_free = has_free_address(source, id); !is_free) return tl::unexpected<base::Fault>(is_free.error());
  db_.execute(sql::kSaveSource, source.name, source.address, source.contact_name, source.contact_address, source.contact_phone, source.contact_place,
              source.section, source.unit, source.every_minutes, iso_day(source.from), last_day(source), source.is_on, id, row_version);
  return true;
}

void FeedSourceStore::read_now(std::uint64_t id, base::UtcTime now) { db_.execute(sql::kReadNow, now, id); }

}  // namespace portal::admin
