// Connection: RAII over MariaDB Connector/C. Prepared statements only, cached per connection; results are read as rows of typed columns.
//
//   auto rows = db.query(kArticleBySlug, slug);            // parameters bind by type
//   while (rows.next()) use(rows.text(0), rows.id<base::ItemId>(1), rows.time(2));
//   auto done = db.execute(kSaveDraft, title, id, version); // done.affected, done.last_id
//
//   db::Transaction tx(db);  … tx.commit();                 // rolls back unless commit() ran
//   db::in_transaction(db, [&](db::Transaction&) {…});      // whole transaction retried on deadlock (1213) and lock wait (1205)
//
// Not thread-safe: one thread at a time (a Lease). mysql.h stays in this folder's .cpp files.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/time.h"
#include "shared/db/sql.h"

namespace portal::db {

// The database is away or the connection broke; nothing is known of a transaction that was open. The request becomes a 503.
struct Unavailable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A statement failed for another reason. `code` is MariaDB's errno (1062 duplicate key, 1213 deadlock, 1969 over the statement limit…).
struct SqlError : std::runtime_error {
  SqlError(unsigned error_code, const std::string& what) : std::runtime_error(what), code(error_code) {}
  unsigned code;

  [[nodiscard]] bool is_duplicate() const { return code == 1062; }
};

// A bound parameter. std::nullopt binds NULL; UtcTime binds as DATETIME(6) UTC.
using Value = std::variant<std::nullptr_t, std::int64_t, std::uint64_t, double, std::string_view, std::string>;

[[nodiscard]] inline Value to_value(std::nullopt_t) { return nullptr; }
[[nodiscard]] inline Value to_value(bool v) { return std::int64_t{v ? 1 : 0}; }
[[nodiscard]] inline Value to_value(int v) { return std::int64_t{v}; }
[[nodiscard]] inline Value to_value(long v) { return std::int64_t{v}; }
[[nodiscard]] inline Value to_value(long long v) { return std::int64_t{v}; }
[[nodiscard]] inline Value to_value(unsigned v) { return std::uint64_t{v}; }
[[nodiscard]] inline Value to_value(unsigned long v) { return std::uint64_t{v}; }
[[nodiscard]] inline Value to_value(unsigned long long v) { return std::uint64_t{v}; }
[[nodiscard]] inline Value to_value(double v) { return v; }
[[nodiscard]] inline Value to_value(std::string_view v) { return v; }
[[nodiscard]] inline Value to_value(const std::string& v) { return std::string_view{v}; }
[[nodiscard]] inline Value to_value(const char* v) { return std::string_view{v}; }
[[nodiscard]] inline Value to_value(base::UtcTime v) { return base::format_sql(v); }

template <typename Tag>
[[nodiscard]] Value to_value(base::Id<Tag> v) {
  // An unset id is stored as NULL: foreign keys point at something or at nothing, never at 0.
  return v.is_set() ? Value{v.value} : Value{nullptr};
}

template <typename T>
[[nodiscard]] Value to_value(const std::optional<T>& v) {
  return v ? to_value(*v) : Value{nullptr};
}

struct Statement;

// The rows of one query, read one after another. Getters take the column's position and throw std::logic_error on a wrong position.
class Rows {
 public:
  explicit Rows(Statement* statement);
  ~Rows();
  Rows(Rows&& other) noexcept;
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  Rows& operator=(Rows&&) = delete;

  [[nodiscard]] bool next();
  [[nodiscard]] bool is_null(std::size_t column) const;
  // Valid until the next next(); NULL reads as "".
  [[nodiscard]] std::string_view text(std::size_t column) const;
  [[nodiscard]] std::int64_t number(std::size_t column) const;    // NULL reads as 0
  [[nodiscard]] bool flag(std::size_t column) const { return number(column) != 0; }
  [[nodiscard]] base::UtcTime time(std::size_t column) const;     // throws on NULL
  [[nodiscard]] std::optional<base::UtcTime> optional_time(std::size_t column) const;

  template <typename IdType>
  [[nodiscard]] IdType id(std::size_t column) const {
    return IdType{static_cast<std::uint64_t>(number(column))};
  }

 private:
  Statement* statement_;
};

struct Outcome {
  std::uint64_t affected = 0;
  std::uint64_t last_id = 0;
};

struct ConnectOptions {
  std::string socket;
  std::string database;
  std::string user;
  std::string password;
  long statement_ms = 2000;
};

class Connection {
 public:
  // Throws Unavailable.
  explicit Connection(const ConnectOptions& options);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  template <typename... Args>
  [[nodiscard]] Rows query(Sql sql, const Args&... args) {
    return run_query(sql, {to_value(args)...});
  }

  template <typename... Args>
  Outcome execute(Sql sql, const Args&... args) {
    return run_execute(sql, {to_value(args)...});
  }

  // Text that is not a compile-time literal: migrations, grants and the tools' own maintenance only. The portal's request path never calls it.
  void run_script_statement(const std::string& text);
  [[nodiscard]] std::vector<std::vector<std::string>> script_rows(const std::string& text);

  // Prepares `sql` and throws SqlError if the schema does not fit (the kAllQueries test).
  void check(Sql sql);

  // True once a statement found the connection gone; a pool drops it then.
  [[nodiscard]] bool is_broken() const;

  // Not broken, and the server has not hung up in the meantime (one system call): asked before an idle connection is used again.
  [[nodiscard]] bool is_usable() const;

  // Statements run and microseconds spent in them since the last call; for the request log line.
  struct Usage {
    std::uint32_t queries = 0;
    std::int64_t microseconds = 0;
  };
  [[nodiscard]] Usage take_usage();

 private:
  friend class Transaction;
  Rows run_query(Sql sql, const std::vector<Value>& values);
  Outcome run_execute(Sql sql, const std::vector<Value>& values);
  Statement& statement(Sql sql);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Begins at construction, rolls back at destruction unless commit() ran. Not nestable.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

// Sleeps a moment of random length, longer with each attempt: those who collided must not meet again at once.
void pause_before_retry(int attempt);

// Runs `work` in a transaction; `work` must be safe to run again, since deadlocks (1213) and lock waits (1205) repeat it, at most 7 times.
// When `work` returns false (or a Result without a value) the transaction is rolled back; the returned value is handed through.
template <typename Work>
auto in_transaction(Connection& connection, Work&& work) {
  for (int attempt = 1;; ++attempt) {
    try {
      Transaction transaction(connection);
      auto answer = work();
      if (static_cast<bool>(answer)) transaction.commit();
      return answer;
    } catch (const SqlError& error) {
      if ((error.code != 1213 && error.code != 1205) || attempt == 7) throw;
    }
    pause_before_retry(attempt);
  }
}

}  // namespace portal::db
