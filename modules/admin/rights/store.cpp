#include "modules/admin/rights/store.h"

#include "modules/admin/rights/queries.h"

namespace portal::admin {
namespace {

RoleEntry read_role(const db::Rows& rows) {
  RoleEntry entry;
  entry.id = static_cast<std::uint64_t>(rows.number(0));
  entry.account = rows.id<base::AccountId>(1);
  entry.username = rows.text(2);
  entry.person = rows.id<base::PersonId>(3);
  entry.full_name = rows.text(4);
  entry.role_key = rows.text(5);
  if (access::Role role{}; access::parse_role(entry.role_key, role)) entry.role = role;
  entry.unit = rows.id<base::UnitId>(6);
  entry.unit_name = rows.text(7);
  entry.valid_from = rows.text(8);
  entry.valid_to = rows.text(9);
  entry.entered_by = rows.id<base::PersonId>(10);
  entry.entered_by_name = rows.text(11);
  entry.confirmed_at = rows.optional_time(12);
  entry.confirmed_by_name = rows.text(13);
  entry.revoked_at = rows.optional_time(14);
  entry.revoked_by_name = rows.text(15);
  entry.is_over = rows.flag(16);
  entry.is_board_head = rows.flag(17);
  return entry;
}

std::vector<RoleEntry> read_roles(db::Rows rows) {
  std::vector<RoleEntry> entries;
  while (rows.next()) entries.push_back(read_role(rows));
  return entries;
}

}  // namespace

std::vector<RoleEntry> RightsStore::roles_of(base::AccountId account) { return read_roles(db_.query(rights_sql::kRolesOfAccount, today_, account)); }

base::Result<RoleEntry> RightsStore::role(std::uint64_t id) {
  auto rows = db_.query(rights_sql::kRole, today_, id);
  if (!rows.next()) return base::fail(base::FaultKind::NotFound, "Không có vai trò này.");
  return read_role(rows);
}

std::vector<RoleEntry> RightsStore::waiting() { return read_roles(db_.query(rights_sql::kWaiting, today_)); }

std::vector<RoleEntry> RightsStore::in_force() {
  std::vector<RoleEntry> entries = read_roles(db_.query(rights_sql::kInForce, today_));
  std::erase_if(entries, [](const RoleEntry& entry) { return entry.is_over; });
  return entries;
}

std::vector<Delegation> RightsStore::delegations() {
  std::vector<Delegation> delegations;
  auto rows = db_.query(rights_sql::kDelegations);
  while (rows.next()) {
    Delegation d;
    d.id = static_cast<std::uint64_t>(rows.number(0));
    d.person = rows.id<base::PersonId>(1);
    d.full_name = rows.text(2);
    d.act = rows.text(3);
    d.section = rows.id<base::SectionId>(4);
    d.section_title = rows.text(5);
    d.valid_from = rows.time(6);
    d.valid_to = rows.time(7);
    d.document_number = rows.text(8);
    d.granted_by_name = rows.text(9);
    d.revoked_at = rows.optional_time(10);
    d.revoked_by_name = rows.text(11);
    delegations.push_back(std::move(d));
  }
  return delegations;
}

}  // namespace portal::admin
