#include <boost/test/unit_test.hpp>

#include "shared/base/config.h"
#include "shared/base/crypto.h"
#include "shared/base/time.h"

using namespace portal::base;

BOOST_AUTO_TEST_SUITE(time_and_text)

BOOST_AUTO_TEST_CASE(typed_times_are_viet_nam_time_and_stored_as_utc) {
  const struct {
    const char* label;
    const char* typed;
    const char* stored;  // "" = refused
  } cases[] = {
      {"afternoon", "25/11/2026 13:50", "2026-11-25 06:50:00.000000"},
      {"a date alone is its midnight", "01/01/2026", "2025-12-31 17:00:00.000000"},
      {"leap day", "29/02/2028 00:00", "2028-02-28 17:00:00.000000"},
      {"no such day", "29/02/2026 00:00", ""},
      {"month first", "11/25/2026 13:50", ""},
      {"hour 24", "25/11/2026 24:00", ""},
      {"one digit", "5/11/2026 13:50", ""},
      {"trailing text", "25/11/2026 13:50x", ""},
      {"year 0001", "01/01/0001 00:00", ""},
      {"empty", "", ""},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      const auto at = parse_date_time(c.typed);
      BOOST_TEST(at.has_value() == (*c.stored != '\0'));
      if (at) BOOST_TEST(format_sql(*at) == c.stored);
    }
}

BOOST_AUTO_TEST_CASE(times_are_shown_as_a_civil_servant_writes_them) {
  const UtcTime at = *parse_sql("2026-11-25 17:05:09.000000");  // 00:05 of the 26th in Viet Nam
  BOOST_TEST(format_date(at) == "26/11/2026");
  BOOST_TEST(format_date_time(at) == "26/11/2026 00:05");
  BOOST_TEST(format_long_date(at) == "Thứ Năm, ngày 26 tháng 11 năm 2026");
  BOOST_TEST(format_iso(at) == "2026-11-26T00:05:09+07:00");
  BOOST_TEST(format_http(at) == "Wed, 25 Nov 2026 17:05:09 GMT");
  BOOST_TEST(format_rfc822(at) == "Thu, 26 Nov 2026 00:05:09 +0700");
  BOOST_TEST(format_sql(start_of(local_date(at))) == "2026-11-25 17:00:00.000000");
}

BOOST_AUTO_TEST_CASE(iso_times_read_back_in_every_zone) {
  BOOST_TEST((parse_iso("2026-11-26T00:05:09+07:00") == parse_iso("2026-11-25T17:05:09Z")));
  BOOST_TEST((parse_iso("2026-11-25T12:05:09-05:00") == parse_iso("2026-11-25T17:05:09Z")));
  BOOST_TEST(!parse_iso("2026-11-26"));
  BOOST_TEST(!parse_iso("26/11/2026"));
}

BOOST_AUTO_TEST_CASE(digests_are_the_published_ones_and_base64url_reads_back) {
  BOOST_TEST(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(hmac_sha256_hex("key", "The quick brown fox jumps over the lazy dog") ==
             "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
  for (const char* text : {"", "a", "ab", "abc", "Sở Tư pháp"}) BOOST_TEST((base64url_decode(base64url(text)) == text));
  BOOST_TEST(!base64url_decode("a+b"));
  BOOST_TEST(random_hex(16).size() == 32U);
  BOOST_TEST(random_hex(16) != random_hex(16));
}

BOOST_AUTO_TEST_CASE(F39_bad_configuration_names_its_line_and_the_mend) {
  const struct {
    const char* label;
    const char* text;
    const char* said;
  } cases[] = {
      {"unknown key", "module=news\nthread=4\n", "config:2: unknown key 'thread'"},
      {"not key=value", "module=news\nthreads\n", "config:2: expected key=value"},
      {"out of limits", "module=news\nthreads=0\n", "config:2: threads must be a number from 1 to 128"},
      {"not a number", "module=news\nthreads=four\n", "threads must be a number"},
      {"given twice", "module=news\nmodule=qa\n", "'module' is given twice"},
      {"missing", "threads=4\n", "'module' is missing"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) {
      BOOST_CHECK_EXCEPTION(Config::parse(c.text), ConfigError,
                            [&](const ConfigError& error) { return std::string_view{error.what()}.find(c.said) != std::string_view::npos; });
    }
  BOOST_TEST(Config::parse("module=news\n").number("threads") == 4);
}

BOOST_AUTO_TEST_SUITE_END()
