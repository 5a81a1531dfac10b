// Rules of modules/workers/cache_agent/plan.h.
#include "modules/workers/cache_agent/plan.h"

#include <boost/test/unit_test.hpp>

using namespace portal::cache_agent;

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(only_paths_of_this_site_are_taken_from_a_payload) {
  const struct {
    const char* label;
    const char* payload;
    bool is_taken;
  } cases[] = {
      {"as the workflow writes it", R"({"addresses":["/tin-tuc/mot-bai","/"],"item":7})", true},
      {"not json", "addresses", false},
      {"no addresses", R"({"item":7})", false},
      {"empty list", R"({"addresses":[]})", false},
      {"another site", R"({"addresses":["http://vi-du.vn/"]})", false},
      {"a header in it", "{\"addresses\":[\"/a\\r\\nX: y\"]}", false},
      {"upwards", R"({"addresses":["/a/../b"]})", false},
      {"a number", R"({"addresses":[7]})", false},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(parse_takedown(c.payload).has_value() == c.is_taken); }
}

BOOST_AUTO_TEST_CASE(every_copy_of_every_address_is_purged_fragments_before_the_home_page) {
  const Takedown takedown{{"/tin-tuc/a", "/", "/_fragment/news/latest"}};
  const std::vector<CacheEntry> want{{"/fragments", "/_fragment/news/latest"}, {"/pages", "/tin-tuc/a||identity"}, {"/pages", "/tin-tuc/a||gzip"},
                                     {"/pages", "/tin-tuc/a||br"},             {"/home", "home|"},                 {"/home", "home|gzip"}};
  BOOST_TEST((entries_to_purge(takedown) == want));
}

BOOST_AUTO_TEST_CASE(readers_questions_are_asked_in_each_encoding_but_fragments_are_not_reachable) {
  const Takedown takedown{{"/tin-tuc/a", "/tin-tuc/a/in", "/tin-tuc/", "/_fragment/news/latest"}};
  const auto all = questions(takedown);
  BOOST_TEST(all.size() == 9U);
  BOOST_TEST(all.front().is_page);
  BOOST_TEST(all[3].is_page);
  BOOST_TEST(!all.back().is_page);
}

BOOST_AUTO_TEST_CASE(a_longer_address_is_not_the_page) {
  BOOST_TEST(leads_to("<a href=\"/tin-tuc/le-hoi\">", "/tin-tuc/le-hoi"));
  BOOST_TEST(leads_to("<loc>http://x/tin-tuc/le-hoi</loc>", "/tin-tuc/le-hoi"));
  BOOST_TEST(leads_to("/tin-tuc/le-hoi/in", "/tin-tuc/le-hoi"));
  BOOST_TEST(!leads_to("<a href=\"/tin-tuc/le-hoi-2\">", "/tin-tuc/le-hoi"));
  BOOST_TEST(leads_to("/tin-tuc/le-hoi-2 /tin-tuc/le-hoi", "/tin-tuc/le-hoi"));
}

BOOST_AUTO_TEST_CASE(what_confirms_a_take_down) {
  const Takedown takedown{{"/t/a"}};
  const Question page{"/t/a", "br", true};
  const Question list{"/t/", "gzip", false};
  const struct {
    const char* label;
    Question question;
    long status;
    const char* body;
    bool is_confirmed;
  } cases[] = {
      {"page gone", page, 410, "đã gỡ", true},         {"page unknown", page, 404, "", true},
      {"page moved", page, 301, "", true},             {"page still up", page, 200, "", false},
      {"program down", page, 503, "", false},          {"list without it", list, 200, "/t/b", true},
      {"list with it", list, 200, "href=\"/t/a\"", false}, {"list of a hidden section", list, 404, "", true},
      {"list not answered", list, 502, "", false},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(why_not_confirmed(c.question, takedown, c.status, c.body).empty() == c.is_confirmed); }
}

BOOST_AUTO_TEST_SUITE_END()
