// Rules of modules/workers/cache_agent/plan.h.
#include "modules/workers/cache_agent/plan.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

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
  BOOST_TEST((all.front().expect == Expect::Gone));
  BOOST_TEST((all[3].expect == Expect::Gone));
  BOOST_TEST((all.back().expect == Expect::NoLink));
}

BOOST_AUTO_TEST_CASE(a_longer_address_is_not_the_page) {
  BOOST_TEST(leads_to("<a href=\"/tin-tuc/le-hoi\">", "/tin-tuc/le-hoi"));
  BOOST_TEST(leads_to("<loc>http://x/tin-tuc/le-hoi</loc>", "/tin-tuc/le-hoi"));
  BOOST_TEST(leads_to("/tin-tuc/le-hoi/in", "/tin-tuc/le-hoi"));
  BOOST_TEST(!leads_to("<a href=\"/tin-tuc/le-hoi-2\">", "/tin-tuc/le-hoi"));
  BOOST_TEST(leads_to("/tin-tuc/le-hoi-2 /tin-tuc/le-hoi", "/tin-tuc/le-hoi"));
}

BOOST_AUTO_TEST_CASE(what_confirms_a_take_down) {
  const Question page{"/t/a", "br", Expect::Gone};
  const Question list{"/t/", "gzip", Expect::NoLink};
  const Question beside{"/t/b", "gzip", Expect::Answered};
  const struct {
    const char* label;
    Question question;
    long status;
    bool leads;
    bool is_confirmed;
  } cases[] = {
      {"page gone", page, 410, false, true},         {"page unknown", page, 404, false, true},
      {"page moved", page, 301, false, true},        {"page still up", page, 200, false, false},
      {"program down", page, 503, false, false},     {"list without it", list, 200, false, true},
      {"list with it", list, 200, true, false},      {"list of a hidden section", list, 404, false, true},
      {"list not answered", list, 502, false, false}, {"an article that names it in its text", beside, 200, true, true},
      {"an article not answered", beside, 503, false, false},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) { BOOST_TEST(why_not_confirmed(c.question, c.status, c.leads).empty() == c.is_confirmed); }
}

BOOST_AUTO_TEST_CASE(posted_again_with_another_version_only_the_withdrawn_words_must_go) {
  const auto takedown = parse_takedown(R"({"addresses":["/tin-tuc/a","/tin-tuc/a/in","/tin-tuc/","/tin-tuc/b"],"item":7,"version":2,"republished":1})");
  BOOST_REQUIRE(takedown.has_value());
  BOOST_TEST(takedown->is_republished);
  BOOST_TEST(entries_to_purge(*takedown).size() == 12U);  // every copy still leaves the cache
  for (const Question& question : questions(*takedown)) {
    BOOST_TEST(why_not_confirmed(question, 200, true).empty());
    BOOST_TEST(!why_not_confirmed(question, 502, false).empty());
  }
  BOOST_TEST(!parse_takedown(R"({"addresses":["/tin-tuc/a"],"version":2})")->is_republished);
}

BOOST_AUTO_TEST_CASE(pictures_are_kept_by_no_cache_and_must_be_gone_too) {
  Takedown takedown{{"/tin-tuc/a", "/tep/12/3f2a9c81d0e4-480.webp", "/tep/13/ke-hoach.pdf"}};
  BOOST_TEST(entries_to_purge(takedown).size() == 3U);  // the page's
  const auto all = questions(takedown);
  BOOST_TEST(all.size() == 5U);
  BOOST_TEST((all.back() == Question{"/tep/13/ke-hoach.pdf", "identity", Expect::Gone}));
  takedown.is_republished = true;  // another version may show it again
  BOOST_TEST(questions(takedown).size() == 3U);
  BOOST_TEST((parse_refresh(R"({"addresses":["/tin-tuc/a","/tep/12/3f2a9c81d0e4-480.webp"]})") == std::vector<std::string>{"/tin-tuc/a"}));
}

BOOST_AUTO_TEST_CASE(an_article_beside_the_withdrawn_one_may_name_its_address) {
  const auto all = questions(Takedown{{"/tin-tuc/a", "/tin-tuc/b", "/tin-tuc/rss.xml", "/so-do-trang", "/"}});
  BOOST_TEST((all[3].expect == Expect::Answered));
  for (std::size_t i = 6; i < all.size(); ++i) BOOST_TEST((all[i].expect == Expect::NoLink));
}

BOOST_AUTO_TEST_CASE(a_changed_tree_is_asked_for_where_the_menu_and_the_maps_show_it) {
  BOOST_TEST(parse_section_change(R"({"gone":[]})")->gone.empty());
  BOOST_TEST(!parse_section_change(R"({"gone":["http://vi-du.vn/"]})").has_value());
  BOOST_TEST(!parse_section_change(R"({"addresses":[]})").has_value());
  const auto change = parse_section_change(R"({"gone":["/tin-tuc/cu/"]})");
  BOOST_REQUIRE(change.has_value());
  const auto all = questions(*change);
  BOOST_TEST((all.front() == Question{"/tin-tuc/cu/", "identity", Expect::Gone}));
  for (const char* path : {"/", "/so-do-trang", "/sitemap/trang.xml"})
    BOOST_TEST((std::find(all.begin(), all.end(), Question{path, "identity", Expect::NoLink}) != all.end()));
}

BOOST_AUTO_TEST_CASE(what_was_posted_is_made_again_but_for_fragments_that_no_reader_reaches) {
  const std::vector<std::string> want{"/tin-tuc/a", "/tin-tuc/", "/"};
  BOOST_TEST((parse_refresh(R"({"addresses":["/tin-tuc/a","/tin-tuc/","/_fragment/news/latest","/"]})") == want));
  for (const char* payload : {"{}", "", R"({"addresses":["http://vi-du.vn/"]})"}) BOOST_TEST(parse_refresh(payload).empty());
}

BOOST_AUTO_TEST_CASE(a_section_that_now_lies_deeper_is_not_the_one_that_lay_at_the_top) {
  constexpr const char* kOrigin = "http://localhost:8080";
  BOOST_TEST(leads_below("<a href=\"/cu/\">", kOrigin, "/cu/"));
  BOOST_TEST(leads_below("<a href=\"/cu/mot-bai\">", kOrigin, "/cu/"));
  BOOST_TEST(leads_below("<loc>http://localhost:8080/cu/mot-bai</loc>", kOrigin, "/cu/"));
  BOOST_TEST(!leads_below("<a href=\"/tin-tuc/cu/\">", kOrigin, "/cu/"));
  BOOST_TEST(!leads_below("<loc>http://localhost:8080/tin-tuc/cu/</loc>", kOrigin, "/cu/"));
}

BOOST_AUTO_TEST_SUITE_END()
