#include "shared/db/connection.h"

#include <mysql.h>
#include <poll.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <random>
#include <stdexcept>
#include <thread>
#include <unordered_map>
#include <utility>

namespace portal::db {
namespace {

// Errors after which nothing is known of the connection: server gone, lost, going down, killed, node not in its cluster.
bool breaks_connection(unsigned code) {
  return (code >= 2000 && code < 3000) || code == 1053 || code == 1927 || code == 1047 || code == 1040;
}

constexpr unsigned kStatementTooLong = 1969;

bool is_integer(enum_field_types type) {
  return type == MYSQL_TYPE_TINY || type == MYSQL_TYPE_SHORT || type == MYSQL_TYPE_INT24 ||
         type == MYSQL_TYPE_LONG || type == MYSQL_TYPE_LONGLONG || type == MYSQL_TYPE_YEAR;
}

struct StatementCloser {
  void operator()(MYSQL_STMT* statement) const { mysql_stmt_close(statement); }
};

struct ResultFreer {
  void operator()(MYSQL_RES* result) const { mysql_free_result(result); }
};

// Room for a column's first value; one that finds a longer value grows to it and stays so.
constexpr std::size_t kFirstRoom = 256;

// One column of the current row: integers in `number`, everything else as bytes in `buffer`.
struct Column {
  std::vector<char> buffer;
  long long number = 0;
  unsigned long length = 0;
  my_bool null = 0;
  bool integer = false;
};

}  // namespace

struct Statement {
  std::unique_ptr<MYSQL_STMT, StatementCloser> handle;
  std::vector<Column> columns;
  std::vector<MYSQL_BIND> results;
  bool has_rows_open = false;
};

struct Connection::Impl {
  MYSQL mysql{};
  bool broken = false;
  std::unordered_map<const char*, std::unique_ptr<Statement>> statements;
  Usage usage;

  [[noreturn]] void fail(unsigned code, const std::string& message) {
    if (breaks_connection(code)) {
      broken = true;
      throw Unavailable(std::to_string(code) + ": " + message);
    }
    if (code == kStatementTooLong) throw Unavailable("1969: " + message);
    throw SqlError(code, std::to_string(code) + ": " + message);
  }
};

// ---- Rows ----

Rows::Rows(Statement* statement) : statement_(statement) {}

Rows::Rows(Rows&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}

Rows::~Rows() {
  if (statement_ == nullptr) return;
  mysql_stmt_free_result(statement_->handle.get());
  statement_->has_rows_open = false;
}

namespace {

// Reads again the columns of the current row that were longer than their room, and binds the larger room for the rows to come.
void read_long_columns(Statement& statement) {
  for (unsigned i = 0; i < statement.columns.size(); ++i) {
    Column& column = statement.columns[i];
    if (column.integer || column.null != 0 || column.length <= column.buffer.size()) continue;
    column.buffer.resize(std::max<std::size_t>(column.length, 2 * column.buffer.size()));
    MYSQL_BIND& bind = statement.results[i];
    bind.buffer = column.buffer.data();
    bind.buffer_length = column.buffer.size();
    if (mysql_stmt_fetch_column(statement.handle.get(), &bind, i, 0) != 0)
      throw Unavailable(mysql_stmt_error(statement.handle.get()));
  }
  mysql_stmt_bind_result(statement.handle.get(), statement.results.data());
}

}  // namespace

bool Rows::next() {
  const int answer = mysql_stmt_fetch(statement_->handle.get());
  if (answer == 0) return true;
  if (answer == MYSQL_NO_DATA) return false;
  if (answer != MYSQL_DATA_TRUNCATED) throw Unavailable(mysql_stmt_error(statement_->handle.get()));
  read_long_columns(*statement_);
  return true;
}

bool Rows::is_null(std::size_t column) const { return statement_->columns.at(column).null != 0; }

std::string_view Rows::text(std::size_t column) const {
  const Column& c = statement_->columns.at(column);
  if (c.integer) throw std::logic_error("text() of a number column " + std::to_string(column));
  if (c.null != 0) return {};
  return {c.buffer.data(), c.length};
}

std::int64_t Rows::number(std::size_t column) const {
  const Column& c = statement_->columns.at(column);
  if (c.null != 0) return 0;
  if (c.integer) return c.number;
  std::int64_t value = 0;  // COUNT, SUM and DECIMAL arrive as text
  std::from_chars(c.buffer.data(), c.buffer.data() + c.length, value);
  return value;
}

base::UtcTime Rows::time(std::size_t column) const {
  const auto at = optional_time(column);
  if (!at) throw std::logic_error("time() of NULL or of no time, column " + std::to_string(column));
  return *at;
}

std::optional<base::UtcTime> Rows::optional_time(std::size_t column) const {
  if (is_null(column)) return {};
  return base::parse_sql(text(column));
}

// ---- Connection ----

Connection::Connection(const ConnectOptions& options) : impl_(std::make_unique<Impl>()) {
  MYSQL* mysql = &impl_->mysql;
  mysql_init(mysql);
  const unsigned connect_seconds = 2;
  const unsigned io_seconds = static_cast<unsigned>(options.statement_ms / 1000 + 2);
  const my_bool off = 0;
  mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect_seconds);
  mysql_options(mysql, MYSQL_OPT_READ_TIMEOUT, &io_seconds);
  mysql_options(mysql, MYSQL_OPT_WRITE_TIMEOUT, &io_seconds);
  mysql_options(mysql, MYSQL_OPT_RECONNECT, &off);  // it silently loses an open transaction
  mysql_options(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
  const unsigned local_infile = 0;
  mysql_options(mysql, MYSQL_OPT_LOCAL_INFILE, &local_infile);
  const std::string init =
      "SET SESSION time_zone='+00:00', innodb_lock_wait_timeout=2, "
      "sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', "
      "max_statement_time=" +
      std::to_string(static_cast<double>(options.statement_ms) / 1000.0);
  mysql_options(mysql, MYSQL_INIT_COMMAND, init.c_str());
  if (mysql_real_connect(mysql, nullptr, options.user.c_str(),
                         options.password.empty() ? nullptr : options.password.c_str(),
                         options.database.empty() ? nullptr : options.database.c_str(), 0,
                         options.socket.c_str(), CLIENT_FOUND_ROWS) == nullptr) {
    const std::string reason = mysql_error(mysql);
    mysql_close(mysql);
    throw Unavailable("cannot connect as " + options.user + ": " + reason);
  }
}

Connection::~Connection() {
  impl_->statements.clear();
  mysql_close(&impl_->mysql);
}

namespace {

// One buffer a column for the statement's life: a result costs no allocation and no second pass over its rows to learn the longest value.
void prepare_columns(Statement& statement) {
  MYSQL_STMT* handle = statement.handle.get();
  const std::unique_ptr<MYSQL_RES, ResultFreer> meta(mysql_stmt_result_metadata(handle));
  if (!meta) return;  // an INSERT, UPDATE or DELETE
  const unsigned count = mysql_num_fields(meta.get());
  const MYSQL_FIELD* fields = mysql_fetch_fields(meta.get());
  statement.columns.resize(count);
  statement.results.assign(count, MYSQL_BIND{});
  for (unsigned i = 0; i < count; ++i) {
    Column& column = statement.columns[i];
    MYSQL_BIND& bind = statement.results[i];
    column.integer = is_integer(fields[i].type);
    bind.is_null = &column.null;
    bind.length = &column.length;
    if (column.integer) {
      bind.buffer_type = MYSQL_TYPE_LONGLONG;
      bind.buffer = &column.number;
    } else {
      column.buffer.resize(kFirstRoom);
      bind.buffer_type = MYSQL_TYPE_STRING;
      bind.buffer = column.buffer.data();
      bind.buffer_length = column.buffer.size();
    }
  }
}

}  // namespace

Statement& Connection::statement(Sql sql) {
  auto& slot = impl_->statements[sql.key()];
  if (slot) return *slot;
  auto made = std::make_unique<Statement>();
  made->handle.reset(mysql_stmt_init(&impl_->mysql));
  MYSQL_STMT* handle = made->handle.get();
  if (mysql_stmt_prepare(handle, sql.text().data(), sql.text().size()) != 0) {
    const unsigned code = mysql_stmt_errno(handle);
    const std::string message = mysql_stmt_error(handle);
    made.reset();
    impl_->statements.erase(sql.key());
    impl_->fail(code, message + " in: " + std::string{sql.text()});
  }
  prepare_columns(*made);
  slot = std::move(made);
  return *slot;
}

namespace {

void bind_value(MYSQL_BIND& bind, const Value& value) {
  std::visit(
      [&bind](const auto& v) {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::nullptr_t>) {
          bind.buffer_type = MYSQL_TYPE_NULL;
        } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
          bind.buffer_type = MYSQL_TYPE_STRING;
          // The library only reads parameters; one without an address it would send as NULL, which an empty text is not.
          bind.buffer = const_cast<char*>(v.data() != nullptr ? v.data() : "");
          bind.buffer_length = v.size();
        } else if constexpr (std::is_same_v<T, double>) {
          bind.buffer_type = MYSQL_TYPE_DOUBLE;
          bind.buffer = const_cast<double*>(&v);
        } else {
          bind.buffer_type = MYSQL_TYPE_LONGLONG;
          bind.buffer = const_cast<void*>(static_cast<const void*>(&v));
          bind.is_unsigned = std::is_unsigned_v<T> ? 1 : 0;
        }
      },
      value);
}

// Counts a statement and its time into the request's log line, also when it throws.
class UsageTimer {
 public:
  explicit UsageTimer(Connection::Usage& usage) : usage_(usage) {}

  ~UsageTimer() {
    ++usage_.queries;
    usage_.microseconds += std::chrono::duration_cast<std::chrono::microseconds>(
                               std::chrono::steady_clock::now() - began_)
                               .count();
  }

  UsageTimer(const UsageTimer&) = delete;
  UsageTimer& operator=(const UsageTimer&) = delete;

 private:
  Connection::Usage& usage_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace

Rows Connection::run_query(Sql sql, const std::vector<Value>& values) {
  const UsageTimer timer(impl_->usage);
  Statement& prepared = statement(sql);
  MYSQL_STMT* handle = prepared.handle.get();
  if (prepared.has_rows_open) throw std::logic_error("rows of this statement are still open: " + std::string{sql.text()});
  if (mysql_stmt_param_count(handle) != values.size())
    throw std::logic_error("wrong number of parameters: " + std::string{sql.text()});
  std::vector<MYSQL_BIND> binds(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) bind_value(binds[i], values[i]);
  if (!binds.empty()) mysql_stmt_bind_param(handle, binds.data());
  if (mysql_stmt_execute(handle) != 0 || mysql_stmt_store_result(handle) != 0) {
    const unsigned code = mysql_stmt_errno(handle);
    const std::string message = mysql_stmt_error(handle);
    mysql_stmt_free_result(handle);
    impl_->fail(code, message);
  }
  mysql_stmt_bind_result(handle, prepared.results.data());
  prepared.has_rows_open = true;
  return Rows(&prepared);
}

Outcome Connection::run_execute(Sql sql, const std::vector<Value>& values) {
  const UsageTimer timer(impl_->usage);
  Statement& prepared = statement(sql);
  MYSQL_STMT* handle = prepared.handle.get();
  if (mysql_stmt_param_count(handle) != values.size())
    throw std::logic_error("wrong number of parameters: " + std::string{sql.text()});
  std::vector<MYSQL_BIND> binds(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) bind_value(binds[i], values[i]);
  if (!binds.empty()) mysql_stmt_bind_param(handle, binds.data());
  if (mysql_stmt_execute(handle) != 0) impl_->fail(mysql_stmt_errno(handle), mysql_stmt_error(handle));
  return {mysql_stmt_affected_rows(handle), mysql_stmt_insert_id(handle)};
}

void Connection::run_script_statement(const std::string& text) {
  if (mysql_real_query(&impl_->mysql, text.data(), text.size()) != 0)
    impl_->fail(mysql_errno(&impl_->mysql), std::string{mysql_error(&impl_->mysql)} + " in: " + text.substr(0, 200));
  const std::unique_ptr<MYSQL_RES, ResultFreer> drained(mysql_store_result(&impl_->mysql));
}

std::vector<std::vector<std::string>> Connection::script_rows(const std::string& text) {
  if (mysql_real_query(&impl_->mysql, text.data(), text.size()) != 0)
    impl_->fail(mysql_errno(&impl_->mysql), std::string{mysql_error(&impl_->mysql)} + " in: " + text.substr(0, 200));
  const std::unique_ptr<MYSQL_RES, ResultFreer> result(mysql_store_result(&impl_->mysql));
  std::vector<std::vector<std::string>> rows;
  if (!result) return rows;
  const unsigned columns = mysql_num_fields(result.get());
  while (MYSQL_ROW row = mysql_fetch_row(result.get())) {
    const unsigned long* lengths = mysql_fetch_lengths(result.get());
    auto& out = rows.emplace_back();
    for (unsigned i = 0; i < columns; ++i) out.emplace_back(row[i] != nullptr ? std::string(row[i], lengths[i]) : "");
  }
  return rows;
}

void Connection::check(Sql sql) { static_cast<void>(statement(sql)); }

bool Connection::is_broken() const { return impl_->broken; }

bool Connection::is_usable() const {
  if (impl_->broken) return false;
  // An idle connection has nothing to read; a readable socket means that the server closed it.
  pollfd watched{static_cast<int>(mysql_get_socket(&impl_->mysql)), POLLIN, 0};
  return poll(&watched, 1, 0) == 0;
}

Connection::Usage Connection::take_usage() { return std::exchange(impl_->usage, Usage{}); }

// ---- Transaction ----

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.run_script_statement("START TRANSACTION");
}

Transaction::~Transaction() {
  if (!open_ || !connection_.is_usable()) return;
  try {
    connection_.run_script_statement("ROLLBACK");
  } catch (const std::exception&) {
    connection_.impl_->broken = true;  // the pool drops it, and the server rolls back when the connection ends
  }
}

void Transaction::commit() {
  open_ = false;
  try {
    connection_.run_script_statement("COMMIT");
  } catch (...) {
    connection_.impl_->broken = true;  // nobody knows what holds: this connection must not carry the rest into another's transaction
    throw;
  }
}

void pause_before_retry(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  std::this_thread::sleep_for(std::chrono::milliseconds{std::uniform_int_distribution<int>{1, 10 * attempt}(random)});
}

}  // namespace portal::db
