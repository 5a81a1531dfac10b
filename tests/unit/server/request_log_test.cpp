#include "shared/server/request_log.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using portal::server::Facts;
using portal::server::request_line;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(request_log)

BOOST_AUTO_TEST_CASE(a_line_is_json_with_the_promised_keys) {
  Facts facts;
  facts.request_id = "abc";
  facts.route = "article";
  facts.account = 7;
  facts.db = {3, 1005};
  const auto now = portal::base::UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} +
                                         6h + 50min + 4s + 7ms};
  const std::string text = request_line("news", facts, 200, 1234, 2100us, now);
  BOOST_TEST(text.back() == '\n');
  const auto line = nlohmann::json::parse(text);
  BOOST_TEST(line["time"] == "2026-11-25T13:50:04.007+07:00");
  BOOST_TEST(line["level"] == "info");
  BOOST_TEST(line["program"] == "news");
  BOOST_TEST(line["request_id"] == "abc");
  BOOST_TEST(line["route"] == "article");
  BOOST_TEST(line["status"] == 200);
  BOOST_TEST(line["ms"] == 2.1);
  BOOST_TEST(line["db_ms"] == 1.005);
  BOOST_TEST(line["queries"] == 3);
  BOOST_TEST(line["account"] == 7);
  BOOST_TEST(line["bytes"] == 1234);
  BOOST_TEST(!line.contains("error"));
}

BOOST_AUTO_TEST_CASE(no_value_can_forge_a_line) {  // F42
  Facts facts;
  facts.error = "a\n{\"level\":\"info\"}\\\xFF\x01\"";
  const std::string text = request_line("news", facts, 500, 0, 1us, {});
  BOOST_TEST(text.find('\n') == text.size() - 1);
  BOOST_TEST(nlohmann::json::parse(text)["error"] == "a?{\"level\":\"info\"}\\??\"");
}

BOOST_AUTO_TEST_CASE(the_level_says_who_must_act) {
  const std::pair<int, const char*> cases[] = {
      {200, "info"}, {404, "info"}, {500, "error"}, {503, "warning"}};
  for (const auto& [status, level] : cases)
    BOOST_TEST(nlohmann::json::parse(request_line("news", {}, status, 0, 1us, {}))["level"] ==
               level);
}

BOOST_AUTO_TEST_SUITE_END()
