// Yardstick: bare_article SOCKET USER PASSWORD DATABASE QUERY KEY TEMPLATE [THREADS]. One prepared
// read by one text key and one ctemplate expansion a request, on descriptor 0, with the C
// interfaces themselves: what a page with one row costs at the least.
//
// QUERY has one '?'; column n of its row becomes template variable C<n> (C0, C1, …). Variables
// named …_HTML do not occur in TEMPLATE.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include <ctemplate/template.h>
#include <fcgiapp.h>
#include <mysql.h>

namespace {

constexpr std::size_t kMaxColumn = 512 * 1024;

struct Setup {
  const char* socket;
  const char* user;
  const char* password;
  const char* database;
  std::string query;
  std::string key;
  std::string file;
};

[[noreturn]] void die(const char* what, const char* why) {
  std::fprintf(stderr, "%s: %s\n", what, why);
  std::exit(1);
}

void work(const Setup& setup) {
  MYSQL* connection = mysql_init(nullptr);
  if (mysql_real_connect(connection, nullptr, setup.user, setup.password, setup.database, 0,
                         setup.socket, 0) == nullptr)
    die("connect", mysql_error(connection));
  mysql_set_character_set(connection, "utf8mb4");
  MYSQL_STMT* statement = mysql_stmt_init(connection);
  if (mysql_stmt_prepare(statement, setup.query.data(), setup.query.size()) != 0)
    die("prepare", mysql_stmt_error(statement));

  std::string key = setup.key;
  unsigned long key_length = key.size();
  MYSQL_BIND parameter{};
  parameter.buffer_type = MYSQL_TYPE_STRING;
  parameter.buffer = key.data();
  parameter.buffer_length = key.size();
  parameter.length = &key_length;
  mysql_stmt_bind_param(statement, &parameter);

  const unsigned columns = mysql_stmt_field_count(statement);
  std::vector<std::string> values(columns, std::string(kMaxColumn, '\0'));
  std::vector<unsigned long> lengths(columns);
  std::vector<std::string> names;
  std::vector<MYSQL_BIND> binds(columns);
  for (unsigned i = 0; i < columns; ++i) {
    binds[i].buffer_type = MYSQL_TYPE_STRING;
    binds[i].buffer = values[i].data();
    binds[i].buffer_length = values[i].size();
    binds[i].length = &lengths[i];
    names.push_back("C" + std::to_string(i));
  }
  mysql_stmt_bind_result(statement, binds.data());

  FCGX_Request request;
  FCGX_InitRequest(&request, 0, 0);
  while (FCGX_Accept_r(&request) == 0) {
    if (mysql_stmt_execute(statement) != 0 || mysql_stmt_store_result(statement) != 0)
      die("execute", mysql_stmt_error(statement));
    if (mysql_stmt_fetch(statement) != 0) die("fetch", "no row for the key");
    ctemplate::TemplateDictionary dictionary("page");
    for (unsigned i = 0; i < columns; ++i)
      dictionary.SetValueWithoutCopy(ctemplate::TemplateString(names[i].data(), names[i].size()),
                                     ctemplate::TemplateString(values[i].data(), lengths[i]));
    mysql_stmt_free_result(statement);
    std::string body;
    if (!ctemplate::ExpandTemplate(setup.file, ctemplate::STRIP_BLANK_LINES, &dictionary, &body))
      die("expand", setup.file.c_str());
    FCGX_PutS("Status: 200\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", request.out);
    FCGX_PutStr(body.data(), static_cast<int>(body.size()), request.out);
    FCGX_Finish_r(&request);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
  if (argc < 8) {
    std::fprintf(
        stderr, "usage: bare_article SOCKET USER PASSWORD DATABASE QUERY KEY TEMPLATE [THREADS]\n");
    return 64;
  }
  const Setup setup{arguments[1], arguments[2], arguments[3], arguments[4],
                    arguments[5], arguments[6], arguments[7]};
  const int threads = argc > 8 ? std::atoi(arguments[8]) : 4;
  mysql_library_init(0, nullptr, nullptr);
  FCGX_Init();
  std::vector<std::thread> workers;
  for (int i = 0; i < threads; ++i) workers.emplace_back([&setup] { work(setup); });
  for (std::thread& worker : workers) worker.join();
  return 0;
}
