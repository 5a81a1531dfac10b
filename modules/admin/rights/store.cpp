#include "modules/admin/rights/store.h"

#include "modules/admin/people/store.h"
#include "modules/admin/rights/queries.h"

namespace portal::admin {
namespace {

namespace sql = rights_sql;
using base::FaultKind;

RoleEntry read_role(const db::Rows& rows) {
  RoleEntry entry;
  entry.id = static_cast<std::uint64_t>(rows.number(0));
  entry.account = rows.id<base::AccountId>(1);
  entry.username = rows.text(2);
  entry.person = rows.id<base::PersonId>(3);
  entry.full_name = rows.text(4);
  entry.role_key = rows.text(5);
  access::Role role{};
  if (access::parse_role(entry.role_key, role)) entry.role = role;
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
  std::vector<RoleEntry> out;
  while (rows.next()) out.push_back(read_role(rows));
  return out;
}

Delegation read_delegation(const db::Rows& rows) {
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
  return d;
}

base::Result<bool> once(const db::Outcome& outcome, std::string why) {
  if (outcome.affected == 1) return true;
  return base::fail(FaultKind::NotAllowedNow, std::move(why));
}

}  // namespace

std::vector<RoleEntry> RightsStore::roles_of(base::AccountId account) { return read_roles(db_.query(sql::kRolesOfAccount, today_, today_, today_, account)); }

base::Result<RoleEntry> RightsStore::role(std::uint64_t id) {
  auto rows = db_.query(sql::kRole, today_, today_, today_, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy vai trò này.");
  return read_role(rows);
}

std::vector<RoleEntry> RightsStore::roles_waiting() { return read_roles(db_.query(sql::kRolesWaiting, today_, today_, today_)); }

std::vector<RoleEntry> RightsStore::roles_in_force() {
  return read_roles(db_.query(sql::kRolesInForce, today_, today_, today_, today_, today_));
}

bool RightsStore::has_same_role(base::AccountId account, const RoleDraft& draft) {
  return db_.query(sql::kSameRole, account, access::key_of(draft.role), draft.unit.value, today_).next();
}

std::uint64_t RightsStore::add_role(base::AccountId account, const RoleDraft& draft, base::PersonId by, bool is_confirmed) {
  const std::optional<base::UtcTime> confirmed_at = is_confirmed ? std::optional{now_} : std::nullopt;
  return db_
      .execute(sql::kAddRole, account, access::key_of(draft.role), draft.unit, sql_date(draft.valid_from), sql_date(draft.valid_to), by, now_,
               is_confirmed ? by : base::PersonId{}, confirmed_at)
      .last_id;
}

base::Result<bool> RightsStore::confirm(std::uint64_t id, base::PersonId by) {
  return once(db_.execute(sql::kConfirmRole, by, now_, id), "Vai trò này vừa được người khác xác nhận hoặc thu hồi.");
}

base::Result<bool> RightsStore::revoke(std::uint64_t id, base::PersonId by) {
  return once(db_.execute(sql::kRevokeRole, by, now_, id), "Vai trò này vừa được người khác thu hồi.");
}

std::vector<Delegation> RightsStore::delegations() {
  std::vector<Delegation> out;
  auto rows = db_.query(sql::kDelegations);
  while (rows.next()) out.push_back(read_delegation(rows));
  return out;
}

std::vector<Delegation> RightsStore::delegations_to(base::PersonId person) {
  std::vector<Delegation> out;
  auto rows = db_.query(sql::kDelegationsTo, person);
  while (rows.next()) out.push_back(read_delegation(rows));
  return out;
}

std::optional<base::ItemId> RightsStore::item_with_code(std::string_view code) {
  auto rows = db_.query(sql::kItemWithCode, code);
  if (!rows.next()) return {};
  return rows.id<base::ItemId>(0);
}

base::Result<Delegation> RightsStore::delegation(std::uint64_t id) {
  auto rows = db_.query(sql::kDelegation, id);
  if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy ủy quyền này.");
  return read_delegation(rows);
}

std::uint64_t RightsStore::add_delegation(const DelegationDraft& draft, base::PersonId by) {
  return db_.execute(sql::kAddDelegation, draft.person, draft.act, draft.section, draft.valid_from, draft.valid_to, draft.document_number, by, now_).last_id;
}

base::Result<bool> RightsStore::revoke_delegation(std::uint64_t id, base::PersonId by) {
  return once(db_.execute(sql::kRevokeDelegation, by, now_, id), "Ủy quyền này đã được thu hồi.");
}

std::vector<Delegate> RightsStore::delegates() {
  std::vector<Delegate> out;
  auto rows = db_.query(sql::kDelegates, today_, today_);
  while (rows.next()) out.push_back({rows.id<base::PersonId>(0), std::string{rows.text(1)}, std::string{rows.text(2)}, rows.flag(3)});
  return out;
}

std::vector<std::pair<base::SectionId, std::string>> RightsStore::sections() {
  std::vector<std::pair<base::SectionId, std::string>> out;
  auto rows = db_.query(sql::kSectionTitles);
  while (rows.next()) out.emplace_back(rows.id<base::SectionId>(0), rows.text(1));
  return out;
}

}  // namespace portal::admin
