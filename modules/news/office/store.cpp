#include "modules/news/office/store.h"

#include <algorithm>

#include "modules/news/office/queries.h"

namespace portal::news {
namespace {

using access::Role;

// % and _ in what a person types mean themselves.
std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

void append(db::Rows rows, std::vector<OfficeEntry>& entries) {
  while (rows.next()) {
    OfficeEntry& entry = entries.emplace_back();
    entry.id = rows.id<base::ItemId>(0);
    entry.code = rows.text(1);
    entry.title = rows.text(2);
    entry.kind = rows.text(3);
    entry.state_key = rows.text(4);
    entry.state = workflow::parse_state(entry.state_key);
    entry.since = rows.time(5);
    entry.section = rows.text(6);
    entry.unit = rows.text(7);
    entry.author = rows.text(8);
    entry.holder = rows.text(9);
    entry.is_published = rows.flag(10);
  }
}

// What several statements gave, newest first and each item once.
void in_order(std::vector<OfficeEntry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const OfficeEntry& a, const OfficeEntry& b) { return a.since != b.since ? a.since > b.since : a.id > b.id; });
  entries.erase(std::unique(entries.begin(), entries.end(), [](const OfficeEntry& a, const OfficeEntry& b) { return a.id == b.id; }), entries.end());
}

}  // namespace

OfficeList OfficeStore::list(const access::Actor& actor, bool sees_every_item, const ListFilter& filter) {
  const base::UtcTime far = base::UtcTime{std::chrono::sys_days{std::chrono::year{2900} / 1 / 1}};
  const base::UtcTime before = filter.before.value_or(far);
  const std::uint64_t before_id = filter.before_id.is_set() ? filter.before_id.value : UINT64_MAX / 2;
  const std::uint64_t mine = filter.is_mine ? actor.person.value : 0;
  const auto read = [&](db::Sql statement, const auto&... whose) {
    return db_.query(statement, before, before, before_id, whose..., !filter.state.empty(), filter.state, filter.section.value, filter.section.value,
                     filter.unit.value, filter.unit.value, mine, mine, !filter.text.empty(), like_pattern(filter.text), filter.text);
  };
  OfficeList list;
  if (sees_every_item) {
    append(read(office_sql::kListBoard, actor.person, base::list_of(actor.headed_units())), list.entries);
  } else {
    append(read(office_sql::kListOwn, actor.person), list.entries);
    for (const base::UnitId unit : actor.headed_units()) append(read(office_sql::kListUnit, unit), list.entries);
    in_order(list.entries);
  }
  list.has_more = list.entries.size() > kOfficePage;
  if (list.has_more) list.entries.resize(kOfficePage);
  return list;
}

std::vector<SectionChoice> OfficeStore::sections() {
  std::vector<SectionChoice> choices;
  auto rows = db_.query(office_sql::kSections);
  while (rows.next()) {
    if (rows.text(5) == "contact") continue;  // made from the settings, not from articles (D5.10)
    choices.push_back({rows.id<base::SectionId>(0), std::string{rows.text(1)}, std::string{rows.text(2)}, !rows.is_null(3), rows.flag(4)});
  }
  return choices;
}

std::vector<UnitChoice> OfficeStore::units() {
  std::vector<UnitChoice> choices;
  auto rows = db_.query(office_sql::kUnits);
  while (rows.next()) choices.push_back({rows.id<base::UnitId>(0), std::string{rows.text(1)}});
  return choices;
}

std::vector<base::UnitId> writing_units(const access::Actor& actor) {
  std::vector<base::UnitId> units;
  const auto add = [&units](base::UnitId unit) {
    if (unit.is_set() && std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
  };
  add(actor.home_unit);
  for (const access::RoleGrant& grant : actor.roles)
    if (grant.role == Role::Contributor || grant.role == Role::UnitHead || grant.role == Role::LocalUnit) add(grant.unit);
  return units;
}

}  // namespace portal::news
