#include "shared/intake/store.h"

#include <algorithm>

#include "shared/intake/queries.h"
#include "shared/text/unicode.h"

namespace portal::intake {
namespace {

Intake row_in(const db::Rows& rows) {
  Intake intake;
  intake.id = rows.id<IntakeId>(0);
  intake.code = rows.text(1);
  intake.channel = parse_channel(rows.text(2)).value_or(Channel::Api);
  intake.received_at = rows.time(3);
  intake.registered_at = rows.time(4);
  intake.registered_by = rows.text(5);
  intake.state = parse_state(rows.text(6));
  intake.state_key = rows.text(6);
  intake.state_since = rows.time(7);
  intake.title = rows.text(8);
  intake.sender = {.name = std::string{rows.text(9)},
                   .address = std::string{rows.text(10)},
                   .phone = std::string{rows.text(11)},
                   .place = std::string{rows.text(12)},
                   .organisation = std::string{rows.text(13)},
                   .position = std::string{rows.text(14)},
                   .person = rows.id<base::PersonId>(15),
                   .unit = rows.id<base::UnitId>(16),
                   .trust = parse_trust(rows.text(17))};
  intake.person_name = rows.text(18);
  intake.unit_name = rows.text(19);
  intake.hold = parse_hold(rows.text(20));
  intake.ground = rows.text(21);
  intake.reason = rows.text(22);
  intake.thread = rows.id<IntakeId>(23);
  intake.about_item = rows.id<base::ItemId>(24);
  intake.about_code = rows.text(25);
  intake.about_module = rows.text(26);
  intake.item = rows.id<base::ItemId>(27);
  intake.item_code = rows.text(28);
  intake.item_module = rows.text(29);
  intake.is_hidden = rows.flag(30);
  intake.may_answer = rows.flag(31);
  intake.files = static_cast<unsigned>(rows.number(32));
  intake.row_version = static_cast<unsigned>(rows.number(33));
  intake.medium = parse_medium(rows.text(34));
  intake.brought_by = rows.text(35);
  intake.event_at = rows.optional_time(36);
  intake.declared_at = rows.optional_time(37);
  return intake;
}

std::vector<Intake> read_all(db::Rows rows) {
  std::vector<Intake> all;
  while (rows.next()) all.push_back(row_in(rows));
  return all;
}

std::optional<files::State> file_state(std::string_view key) {
  if (key == "quarantine") return files::State::Quarantine;
  if (key == "ready") return files::State::Ready;
  if (key == "refused") return files::State::Refused;
  return {};
}

}  // namespace

std::string pattern_of(std::string_view words) {
  std::string pattern = "%";
  for (const char c : words) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

base::Result<Intake> find_intake(db::Connection& db, IntakeId id) {
  auto rows = db.query(sql::kIntake, id);
  if (!rows.next()) return base::fail(base::FaultKind::NotFound, "Không có nội dung này trong sổ tiếp nhận.");
  return row_in(rows);
}

std::optional<Intake> find_origin(db::Connection& db, base::ItemId item) {
  auto rows = db.query(sql::kByItem, item);
  if (!rows.next()) return {};
  return row_in(rows);
}

std::optional<Body> read_body(db::Connection& db, IntakeId id) {
  auto rows = db.query(sql::kBody, id);
  if (!rows.next()) return {};
  return Body{std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)}, std::string{rows.text(3)}, std::string{rows.text(4)}};
}

std::vector<IntakeFile> files_of(db::Connection& db, IntakeId id) {
  std::vector<IntakeFile> all;
  auto rows = db.query(sql::kFilesOf, id);
  while (rows.next()) {
    IntakeFile& file = all.emplace_back();
    file.id = static_cast<std::uint64_t>(rows.number(0));
    file.name = rows.text(1);
    file.type = rows.text(2);
    file.bytes = static_cast<std::uint64_t>(rows.number(3));
    file.file = rows.id<files::FileId>(4);
    file.sha256 = rows.text(5);
    file.format = files::find_format(rows.text(6));
    file.state = file_state(rows.text(7));
    file.reason = rows.text(8);
  }
  return all;
}

IntakeList list_intake(db::Connection& db, const Filter& filter, std::size_t limit) {
  const base::UtcTime far{std::chrono::sys_days{std::chrono::year{2900} / 1 / 1}};
  const base::UtcTime before = filter.before.value_or(far);
  const std::uint64_t before_id = filter.before_id.is_set() ? filter.before_id.value : UINT64_MAX / 2;
  const std::string_view channel = filter.channel ? key_of(*filter.channel) : std::string_view{};
  const std::string pattern = pattern_of(filter.words);
  // A code is ASCII; a look for other words finds none.
  const std::string_view code = text::count_code_points(filter.words) == filter.words.size() ? std::string_view{filter.words} : std::string_view{};
  IntakeList list;
  list.rows = read_all(db.query(sql::kList, before, before, before_id, channel, channel, filter.state, filter.state, filter.state,
                                filter.from.value_or(base::UtcTime{}), filter.to.value_or(far), filter.words, pattern, code, pattern, pattern,
                                static_cast<std::int64_t>(limit + 1)));
  list.has_more = list.rows.size() > limit;
  if (list.has_more) list.rows.pop_back();
  return list;
}

std::vector<Intake> conversation_of(db::Connection& db, const Intake& intake) {
  const IntakeId first = intake.thread.is_set() ? intake.thread : intake.id;
  auto all = read_all(db.query(sql::kThread, first, first));
  std::erase_if(all, [&](const Intake& one) { return one.id == intake.id; });
  return all;
}

std::vector<Intake> about_item(db::Connection& db, base::ItemId item) { return read_all(db.query(sql::kAboutItem, item)); }

std::vector<Deed> timeline_of(db::Connection& db, IntakeId id) {
  std::vector<Deed> deeds;
  auto rows = db.query(sql::kTimeline, chain_of(id));
  while (rows.next())
    deeds.push_back({std::string{rows.text(0)}, std::string{rows.text(1)}, std::string{rows.text(2)}, std::string{rows.text(4)}, rows.time(3)});
  return deeds;
}

std::vector<Ground> grounds(db::Connection& db) {
  std::vector<Ground> all;
  auto rows = db.query(sql::kGrounds);
  while (rows.next()) all.push_back({std::string{rows.text(0)}, std::string{rows.text(1)}, rows.text(2) == "refuse"});
  return all;
}

std::optional<GroundWords> find_ground(db::Connection& db, std::string_view code) {
  auto rows = db.query(sql::kGround, code);
  if (code.empty() || !rows.next()) return {};
  return GroundWords{std::string{rows.text(1)}, std::string{rows.text(2)}, rows.flag(3)};
}

std::int64_t count_waiting(db::Connection& db) {
  auto rows = db.query(sql::kCountWaiting);
  return rows.next() ? rows.number(0) : 0;
}

std::vector<std::string> check_intake(db::Connection& db) {
  std::vector<std::string> faults;
  {
    auto rows = db.query(sql::kStateMismatch);
    while (rows.next())
      faults.push_back("intake:" + std::to_string(rows.number(0)) + ": its state (" + std::string{rows.text(1)} + ") is not the last one of its trail (" +
                       std::string{rows.text(2)} + ")");
  }
  {
    auto rows = db.query(sql::kPurgedWords);
    while (rows.next()) faults.push_back("intake:" + std::to_string(rows.number(0)) + ": it was purged and has words again");
  }
  auto rows = db.query(sql::kBodyMismatch);
  while (rows.next()) faults.push_back("intake:" + std::to_string(rows.number(0)) + ": its words are not those that the trail saw registered");
  return faults;
}

}  // namespace portal::intake
