#include "modules/admin/people/store.h"

#include "modules/admin/people/queries.h"

namespace portal::admin {
namespace {

namespace sql = people_sql;
using base::FaultKind;

Unit read_unit(const db::Rows& rows) {
  Unit unit;
  unit.id = rows.id<base::UnitId>(0);
  unit.code = rows.text(1);
  unit.name = rows.text(2);
  unit.short_name = rows.text(3);
  unit.kind = rows.text(4);
  unit.phone = rows.text(5);
  unit.email = rows.text(6);
  unit.functions = rows.text(7);
  unit.position = rows.number(8);
  unit.valid_from = rows.text(9);
  unit.valid_to = rows.text(10);
  unit.row_version = static_cast<unsigned>(rows.number(11));
  unit.calendar = rows.id<duty::CalendarId>(12);
  return unit;
}

Person read_person(const db::Rows& rows) {
  Person person;
  person.id = rows.id<base::PersonId>(0);
  person.code = rows.text(1);
  person.full_name = rows.text(2);
  person.job_title = rows.text(3);
  person.unit = rows.id<base::UnitId>(4);
  person.unit_name = rows.text(5);
  person.phone = rows.text(6);
  person.email = rows.text(7);
  person.bio = rows.text(8);
  person.is_leader = rows.flag(9);
  person.is_public = rows.flag(10);
  person.position = rows.number(11);
  person.row_version = static_cast<unsigned>(rows.number(12));
  return person;
}

Account read_account(const db::Rows& rows) {
  Account account;
  account.id = rows.id<base::AccountId>(0);
  account.username = rows.text(1);
  account.person = rows.id<base::PersonId>(2);
  account.full_name = rows.text(3);
  account.job_title = rows.text(4);
  account.unit_name = rows.text(5);
  account.is_active = rows.text(6) == "active";
  account.has_totp = rows.flag(7);
  account.totp_required = rows.flag(8);
  account.must_change_password = rows.flag(9);
  account.last_login_at = rows.optional_time(10);
  account.row_version = static_cast<unsigned>(rows.number(11));
  account.needs_totp = rows.flag(12);
  return account;
}

template <typename Thing>
std::vector<Thing> read_all(db::Rows rows, Thing (*read)(const db::Rows&)) {
  std::vector<Thing> things;
  while (rows.next()) things.push_back(read(rows));
  return things;
}

template <typename Thing>
base::Result<Thing> read_one(db::Rows rows, Thing (*read)(const db::Rows&), std::string not_found) {
  if (!rows.next()) return base::fail(FaultKind::NotFound, std::move(not_found));
  return read(rows);
}

}  // namespace

std::optional<std::string> sql_date(std::string_view shown) {
  if (shown.empty()) return {};
  return base::format_iso(base::parse_date_time(shown).value()).substr(0, 10);
}

base::Result<bool> expect_one(const db::Outcome& outcome) {
  if (outcome.affected == 1) return true;
  return base::fail(FaultKind::Stale, "Người khác vừa sửa mục này sau khi ông, bà mở trang. Xin tải lại trang để xem bản mới rồi sửa lại.");
}

std::vector<Unit> PeopleStore::units() { return read_all(db_.query(sql::kUnits), read_unit); }

base::Result<Unit> PeopleStore::unit(base::UnitId id) { return read_one(db_.query(sql::kUnit, id), read_unit, "Không tìm thấy đơn vị này."); }

bool PeopleStore::is_unit_code_taken(std::string_view code, base::UnitId but) { return db_.query(sql::kUnitCodeTaken, code, but.value).next(); }

base::UnitId PeopleStore::add_unit(const Unit& unit) {
  return base::UnitId{db_.execute(sql::kAddUnit, unit.code, unit.name, unit.short_name, unit.kind, unit.phone, unit.email, unit.functions,
                                  unit.position, sql_date(unit.valid_from), unit.calendar)
                          .last_id};
}

base::Result<bool> PeopleStore::save_unit(const Unit& unit) {
  return expect_one(db_.execute(sql::kSaveUnit, unit.name, unit.short_name, unit.kind, unit.phone, unit.email, unit.functions, unit.position,
                                sql_date(unit.valid_from), sql_date(unit.valid_to), unit.calendar, unit.id, unit.row_version));
}

std::vector<UnitChangeLine> PeopleStore::unit_changes() {
  std::vector<UnitChangeLine> lines;
  auto rows = db_.query(sql::kUnitChanges);
  while (rows.next())
    lines.push_back({static_cast<std::uint64_t>(rows.number(0)), rows.id<base::UnitId>(1), std::string{rows.text(2)}, std::string{rows.text(3)},
                     std::string{rows.text(4)}, rows.flag(5), rows.flag(6), rows.id<base::PersonId>(7)});
  return lines;
}

std::uint64_t PeopleStore::add_unit_change(base::UnitId unit, base::UnitId into, const std::string& from, const std::string& document_number, base::PersonId by,
                                           base::UtcTime now) {
  return db_.execute(sql::kAddUnitChange, unit, into, sql_date(from), document_number, by, now).last_id;
}

base::Result<bool> PeopleStore::confirm_unit_change(std::uint64_t id, base::PersonId by, base::UtcTime now) {
  if (db_.execute(sql::kConfirmUnitChange, by, now, id).affected == 1) return true;
  return base::fail(FaultKind::NotAllowedNow, "Việc này đã được xác nhận, đã bỏ hoặc đã thực hiện.");
}

base::Result<bool> PeopleStore::cancel_unit_change(std::uint64_t id, base::PersonId by, base::UtcTime now) {
  if (db_.execute(sql::kCancelUnitChange, by, now, id).affected == 1) return true;
  return base::fail(FaultKind::NotAllowedNow, "Việc này đã bỏ hoặc đã thực hiện.");
}

std::vector<Person> PeopleStore::people() { return read_all(db_.query(sql::kPeople), read_person); }

base::Result<Person> PeopleStore::person(base::PersonId id) {
  return read_one(db_.query(sql::kPerson, id), read_person, "Không tìm thấy người này.");
}

bool PeopleStore::is_person_code_taken(std::string_view code, base::PersonId but) { return db_.query(sql::kPersonCodeTaken, code, but.value).next(); }

base::PersonId PeopleStore::add_person(const Person& person) {
  return base::PersonId{db_.execute(sql::kAddPerson, person.code, person.full_name, person.job_title, person.unit, person.phone, person.email,
                                    person.bio, person.is_leader, person.is_public, person.position)
                            .last_id};
}

base::Result<bool> PeopleStore::save_person(const Person& person) {
  return expect_one(db_.execute(sql::kSavePerson, person.full_name, person.job_title, person.unit, person.phone, person.email, person.bio,
                                person.is_leader, person.is_public, person.position, person.id, person.row_version));
}

std::vector<Account> PeopleStore::accounts() { return read_all(db_.query(sql::kAccounts), read_account); }

std::vector<Account> PeopleStore::accounts_of(base::PersonId person) { return read_all(db_.query(sql::kAccountsOfPerson, person), read_account); }

base::Result<Account> PeopleStore::account(base::AccountId id) {
  return read_one(db_.query(sql::kAccount, id), read_account, "Không tìm thấy tài khoản này.");
}

bool PeopleStore::is_username_taken(std::string_view username) { return db_.query(sql::kUsernameTaken, username).next(); }

base::AccountId PeopleStore::add_account(base::PersonId person, const std::string& username, const std::string& password_phc, bool totp_required,
                                         base::UtcTime now) {
  return base::AccountId{db_.execute(sql::kAddAccount, person, username, password_phc, totp_required, now).last_id};
}

base::Result<bool> PeopleStore::set_active(base::AccountId id, bool is_active, unsigned row_version) {
  return expect_one(db_.execute(sql::kSetState, is_active ? "active" : "disabled", id, row_version));
}

base::Result<bool> PeopleStore::reset_password(base::AccountId id, const std::string& password_phc, unsigned row_version) {
  return expect_one(db_.execute(sql::kResetPassword, password_phc, id, row_version));
}

bool PeopleStore::unconfirm_content_roles(base::AccountId id, base::PersonId by) { return db_.execute(sql::kUnconfirmRoles, by, id).affected > 0; }

base::Result<bool> PeopleStore::ask_totp(base::AccountId id, bool is_required, unsigned row_version) {
  return expect_one(db_.execute(sql::kAskTotp, is_required, id, row_version));
}

base::Result<bool> PeopleStore::clear_totp(base::AccountId id, unsigned row_version) {
  return expect_one(db_.execute(sql::kClearTotp, id, row_version));
}

}  // namespace portal::admin
