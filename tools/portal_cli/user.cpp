// portal user: the first accounts of an installation, and the way back in when nobody can log in.
#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "queries.h"
#include "seed.h"
#include "shared/access/session.h"
#include "shared/workflow/audit.h"

namespace portal::cli {
namespace {

struct UserOptions {
  std::string username, full_name, role, person;
};

base::AccountId find_account(db::Connection& db, const std::string& username) {
  auto rows = db.query(kFindAccount, username);
  if (!rows.next()) throw std::runtime_error("không có tài khoản " + username + "; portal user list liệt kê các tài khoản");
  return rows.id<base::AccountId>(0);
}

void note(db::Connection& db, base::AccountId account, workflow::ActName action, const std::string& text, base::UtcTime now) {
  workflow::append_audit(db, {"account:" + std::to_string(account.value), {}, {}, action, "", "", 0, "", "Người vận hành (portal user)", "", text}, now);
}

std::string role_names() {
  std::string names;
  for (const access::Role role : access::kAllRoles) names += (names.empty() ? "" : ", ") + std::string{access::key_of(role)};
  return names;
}

int add_account(db::Connection& db, const UserOptions& options, bool as_json) {
  access::Role role{};
  if (!access::parse_role(options.role, role)) throw std::runtime_error("không có vai trò " + options.role + "; các vai trò: " + role_names());
  const auto now = base::SystemClock{}.now();
  const std::string password = access::one_time_password();
  const std::string phc = access::hash_password(password);
  db::in_transaction(db, [&] {
    base::PersonId person;
    const std::string code = options.person.empty() ? options.username : options.person;
    {
      auto rows = db.query(kFindPerson, code);
      if (rows.next()) person = rows.id<base::PersonId>(0);
    }
    // Four-eyes compares people: a code that was mistyped must not make a second one of the same person.
    if (!person.is_set() && !options.person.empty()) throw std::runtime_error("không có người mang mã " + options.person + "; bỏ --person nếu là người mới");
    if (!person.is_set())
      person = base::PersonId{db.execute(kAddPerson, code, options.full_name.empty() ? options.username : options.full_name, "", base::UnitId{}, "", "",
                                         "", false, false, 0)
                                  .last_id};
    const base::AccountId account{db.execute(kAddAccount, person, options.username, phc, now, true).last_id};
    db.execute(kAddRole, account, options.role, base::UnitId{}, base::format_iso(now).substr(0, 10), now, now);
    note(db, account, "account.create", options.username + ": " + options.role, now);
    return true;
  });
  if (as_json)
    std::cout << nlohmann::json{{"username", options.username}, {"role", options.role}, {"password", password}}.dump() << '\n';
  else
    std::cout << options.role << ' ' << options.username << ' ' << password << '\n';
  return 0;
}

int list_accounts(db::Connection& db, bool as_json) {
  nlohmann::json list = nlohmann::json::array();
  auto rows = db.query(kListAccounts);
  while (rows.next()) {
    if (as_json)
      list.push_back({{"username", rows.text(0)}, {"name", rows.text(1)}, {"state", rows.text(2)}, {"roles", rows.text(3)}});
    else
      std::cout << rows.text(0) << '\t' << rows.text(1) << '\t' << rows.text(2) << '\t' << rows.text(3) << '\n';
  }
  if (as_json) std::cout << list.dump(1) << '\n';
  return 0;
}

int disable_account(db::Connection& db, const UserOptions& options, bool as_json) {
  const auto now = base::SystemClock{}.now();
  db::in_transaction(db, [&] {
    const base::AccountId account = find_account(db, options.username);
    db.execute(kDisable, account);
    access::end_sessions(db, account);
    note(db, account, "account.disable", "", now);
    return true;
  });
  if (as_json) std::cout << nlohmann::json{{"username", options.username}, {"state", "disabled"}}.dump() << '\n';
  say(options.username + ": đã khóa, mọi phiên đã kết thúc");
  return 0;
}

int reset_account(db::Connection& db, const UserOptions& options, bool as_json) {
  const auto now = base::SystemClock{}.now();
  const std::string password = access::one_time_password();
  const std::string phc = access::hash_password(password);
  db::in_transaction(db, [&] {
    const base::AccountId account = find_account(db, options.username);
    db.execute(kResetPassword, phc, account);
    access::end_sessions(db, account);
    note(db, account, "account.reset", "", now);
    return true;
  });
  if (as_json)
    std::cout << nlohmann::json{{"username", options.username}, {"password", password}}.dump() << '\n';
  else
    std::cout << options.username << ' ' << password << '\n';
  return 0;
}

}  // namespace

void add_user(CLI::App& app, Settings& settings, Run& run) {
  auto* command = app.add_subcommand("user", "tài khoản của văn phòng");
  command->require_subcommand(1);
  auto options = std::make_shared<UserOptions>();
  const auto with = [&settings, &run, options](auto work) {
    return [&settings, &run, options, work] {
      run = [&settings, options, work] {
        const auto db = connect_as(settings.config(), "portal_cli");
        return work(*db, *options, settings.json);
      };
    };
  };
  auto* add = command->add_subcommand("add", "thêm tài khoản; in ra mật khẩu dùng một lần");
  add->add_option("username", options->username, "tên đăng nhập")->required();
  add->add_option("--role", options->role, "vai trò (sysadmin, board_head…)")->required();
  add->add_option("--name", options->full_name, "họ và tên");
  add->add_option("--person", options->person, "mã người đã có (một người có thể có nhiều tài khoản)");
  add->callback(with([](db::Connection& db, const UserOptions& o, bool as_json) { return add_account(db, o, as_json); }));
  command->add_subcommand("list", "liệt kê tài khoản")->callback(with([](db::Connection& db, const UserOptions&, bool as_json) { return list_accounts(db, as_json); }));
  auto* disable = command->add_subcommand("disable", "khóa tài khoản và kết thúc mọi phiên của nó");
  disable->add_option("username", options->username, "tên đăng nhập")->required();
  disable->callback(with([](db::Connection& db, const UserOptions& o, bool as_json) { return disable_account(db, o, as_json); }));
  auto* reset = command->add_subcommand("reset", "đặt lại mật khẩu, bỏ xác thực hai lớp, mở khóa");
  reset->add_option("username", options->username, "tên đăng nhập")->required();
  reset->callback(with([](db::Connection& db, const UserOptions& o, bool as_json) { return reset_account(db, o, as_json); }));
}

}  // namespace portal::cli
