#include "shared/http/route.h"

#include <boost/test/unit_test.hpp>

using portal::http::match_pattern;

namespace {

struct Matches {
  std::string_view pattern;
  std::string_view path;
  std::vector<std::pair<std::string_view, std::string_view>> want;
};

struct Misses {
  std::string_view pattern;
  std::string_view path;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(route)

BOOST_AUTO_TEST_CASE(patterns_take_their_parameters) {
  const Matches cases[] = {
      {"/", "/", {}},
      {"/quan-tri/tin-bai/{id#}/sua", "/quan-tri/tin-bai/42/sua", {{"id", "42"}}},
      {"/{slug}", "/ban-tin-7", {{"slug", "ban-tin-7"}}},
      {"/{path*}", "/tin-tuc/hoat-dong/bai-1", {{"path", "tin-tuc/hoat-dong/bai-1"}}},
      {"/{path*}", "/tin-tuc/", {{"path", "tin-tuc/"}}},
      {"/{path*}rss.xml", "/tin-tuc/rss.xml", {{"path", "tin-tuc/"}}},
      {"/{path*}/in", "/tin-tuc/a/in", {{"path", "tin-tuc/a"}}},
      {"/{path*}/in", "/in/in/in", {{"path", "in/in"}}},
      {"/{path*}/nam/{year#}/{month#}/",
       "/tin-tuc/nam/2026/11/",
       {{"path", "tin-tuc"}, {"year", "2026"}, {"month", "11"}}},
      {"/_fragment/news/section/{slug}", "/_fragment/news/section/tin-tuc", {{"slug", "tin-tuc"}}},
      {"/{id#}", "/18446744073709551615", {{"id", "18446744073709551615"}}},
      {"/a/{code^}", "/a/TN-2026-0001", {{"code", "TN-2026-0001"}}},
      {"/a/{code^}", "/a/tn-2026-0001", {{"code", "tn-2026-0001"}}},
  };
  for (const Matches& c : cases) {
    BOOST_TEST_CONTEXT(c.pattern << " on " << c.path) {
      const auto got = match_pattern(c.pattern, c.path);
      BOOST_REQUIRE(got.has_value());
      for (const auto& [name, value] : c.want) BOOST_TEST(got->text(name) == value);
    }
  }
}

BOOST_AUTO_TEST_CASE(everything_else_is_not_found) {
  const std::string long_slug = "/" + std::string(121, 'a');
  const Misses cases[] = {
      {"/", ""},
      {"/", "/a"},
      {"/tin-tuc/", "/tin-tuc"},
      {"/{id#}", "/0"},
      {"/{id#}", "/07"},
      {"/{id#}", "/-1"},
      {"/{id#}", "/18446744073709551616"},
      {"/{id#}", "/1a"},
      {"/{slug}", "/A"},
      {"/a/{code^}", "/a/TN_1"},
      {"/a/{code^}", "/a/b.json"},
      {"/a/{code^}", "/a/"},
      {"/{slug}", "/a_b"},
      {"/{slug}", "/hộ"},
      {"/{slug}", "/"},
      {"/{slug}", "/a/"},
      {"/{slug}", long_slug},
      {"/{path*}", "/"},
      {"/{path*}", "/a//b"},
      {"/{path*}", "/a.b"},
      {"/{path*}", long_slug},
      {"/{path*}rss.xml", "/rss.xml"},
      {"/{path*}/in", "/in"},
  };
  for (const Misses& c : cases)
    BOOST_TEST_CONTEXT(c.pattern << " on " << c.path)
    BOOST_TEST(!match_pattern(c.pattern, c.path).has_value());
}

BOOST_AUTO_TEST_CASE(absent_parameters_read_as_nothing) {
  const auto got = match_pattern("/{slug}", "/abc");
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->text("other").empty());
  BOOST_TEST(got->number("slug") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
