// Rules of shared/site/snapshot.h.
#include "shared/site/snapshot.h"

#include <boost/test/unit_test.hpp>

using namespace portal;
using base::SectionId;
using site::Section;

namespace {

Section make(std::uint64_t id, std::uint64_t parent, const char* path, const char* kind = "article_list") {
  Section section;
  section.id = SectionId{id};
  section.parent = SectionId{parent};
  section.path = path;
  section.title = path;
  section.kind = kind;
  return section;
}

site::SiteSnapshot make_site(std::vector<Section> sections) {
  return {std::move(sections), {{"/su-kien/", SectionId{1}}, {"/su-kien/cu/", SectionId{2}}, {"/mat/", SectionId{99}}}, {}, {},
          {{"list_page_size", "15"}, {"la", "12x"}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(snapshot)

BOOST_AUTO_TEST_CASE(children_keep_the_boards_order_and_know_who_stands_above) {
  const auto site = make_site({make(1, 0, "/tin-tuc/"), make(3, 1, "/tin-tuc/b/"), make(2, 1, "/tin-tuc/a/"), make(4, 0, "/lien-he/", "contact")});
  BOOST_TEST(site.top_sections().size() == 2U);
  const Section* news = site.find(SectionId{1});
  BOOST_REQUIRE(news != nullptr);
  BOOST_REQUIRE(news->children.size() == 2U);
  BOOST_TEST(site.sections()[news->children[0]].path == "/tin-tuc/b/");
  BOOST_REQUIRE(site.find_path("/tin-tuc/a/")->ancestors.size() == 1U);
  BOOST_TEST(site.sections()[site.find_path("/tin-tuc/a/")->ancestors[0]].path == "/tin-tuc/");
  BOOST_TEST(site.first_of_kind("contact")->path == "/lien-he/");
}

BOOST_AUTO_TEST_CASE(what_hangs_below_a_hidden_section_or_in_a_circle_is_not_there) {
  const auto site = make_site({make(1, 0, "/tin-tuc/"), make(2, 7, "/an/a/"), make(3, 4, "/x/"), make(4, 3, "/y/")});
  BOOST_TEST(site.sections().size() == 1U);
  BOOST_TEST((site.find(SectionId{2}) == nullptr));
  BOOST_TEST((site.find_path("/x/") == nullptr));
}

BOOST_AUTO_TEST_CASE(D5_9f_a_hidden_section_is_in_no_list_but_keeps_its_place) {
  const site::SiteSnapshot site{{make(1, 0, "/tin-tuc/"), make(4, 0, "/lien-he/", "contact")},
                                {{"/cu/", SectionId{2}}},
                                {},
                                {},
                                {},
                                {make(2, 1, "/tin-tuc/a/"), make(3, 2, "/tin-tuc/a/b/"), make(5, 0, "/an/")}};
  BOOST_TEST(site.sections().size() == 2U);
  BOOST_TEST(site.top_sections().size() == 2U);
  BOOST_TEST(site.find(SectionId{1})->children.empty());
  for (const std::uint64_t id : {2U, 3U, 5U}) BOOST_TEST((site.find(SectionId{id}) == nullptr));
  for (const char* path : {"/tin-tuc/a/", "/an/"}) BOOST_TEST((site.find_path(path) == nullptr));

  const Section* hidden = site.find_known(SectionId{2});
  BOOST_REQUIRE(hidden != nullptr);
  BOOST_TEST(hidden->is_hidden);
  BOOST_TEST(hidden->path == "/tin-tuc/a/");
  BOOST_REQUIRE(hidden->ancestors.size() == 1U);
  BOOST_TEST(site.sections()[hidden->ancestors[0]].path == "/tin-tuc/");
  BOOST_TEST(site.find_known(SectionId{3})->ancestors.empty());
  BOOST_TEST(!site.find_known(SectionId{1})->is_hidden);
  BOOST_TEST((site.find_known(SectionId{9}) == nullptr));

  for (const char* path : {"/an/", "/an/nam/2026/", "/an/nam/2026/11/", "/an/rss.xml", "/an/atom.xml"}) BOOST_TEST((site.find_hidden_list(path) != nullptr), path);
  for (const char* path : {"/an", "/an/bai-viet", "/an/khac/", "/tin-tuc/", "/", ""}) BOOST_TEST((site.find_hidden_list(path) == nullptr), path);
  BOOST_TEST(site.find_hidden_list("/tin-tuc/a/b/nam/2026/")->id.value == 3U);
  BOOST_TEST(site.redirect_of("/cu/nam/2026/").value_or("") == "/tin-tuc/a/nam/2026/");
}

BOOST_AUTO_TEST_CASE(a_former_path_leads_to_the_section_of_today_with_its_rest) {
  const auto site = make_site({make(1, 0, "/tin-tuc/"), make(2, 1, "/tin-tuc/a/")});
  BOOST_TEST(site.redirect_of("/su-kien/").value_or("") == "/tin-tuc/");
  BOOST_TEST(site.redirect_of("/su-kien/nam/2026/").value_or("") == "/tin-tuc/nam/2026/");
  BOOST_TEST(site.redirect_of("/su-kien/cu/rss.xml").value_or("") == "/tin-tuc/a/rss.xml");
  BOOST_TEST(!site.redirect_of("/mat/").has_value());
  BOOST_TEST(!site.redirect_of("/khong-co/").has_value());
  BOOST_TEST(!site.redirect_of("/").has_value());
}

BOOST_AUTO_TEST_CASE(a_setting_out_of_its_limits_is_the_fallback) {
  const auto site = make_site({});
  BOOST_TEST(site.number("list_page_size", 20, 5, 50) == 15);
  BOOST_TEST(site.number("list_page_size", 20, 5, 10) == 20);
  BOOST_TEST(site.number("la", 20, 5, 50) == 20);
  BOOST_TEST(site.number("khong-co", 20, 5, 50) == 20);
  BOOST_TEST(site::dialable("(+84) 299 3.555 012") == "+842993555012");
  BOOST_TEST(site::dialable("0299 3 555 012") == "02993555012");
}

BOOST_AUTO_TEST_SUITE_END()
