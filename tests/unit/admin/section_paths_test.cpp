// Where sections are and which old paths lead to them (modules/admin/site_publisher.h): a published address never dies.
#include "modules/admin/site_publisher.h"

#include <boost/test/unit_test.hpp>

using namespace portal;
using namespace portal::admin;
using base::SectionId;

namespace {

SectionNode node(std::uint64_t id, std::uint64_t parent, const char* slug, std::vector<std::string> old_slugs = {}, bool is_hidden = false) {
  return {SectionId{id}, SectionId{parent}, slug, is_hidden, std::move(old_slugs), {}};
}

using Paths = std::map<SectionId, std::string>;
using Redirects = std::map<std::string, SectionId>;

}  // namespace

BOOST_AUTO_TEST_SUITE(paths_of_sections)

BOOST_AUTO_TEST_CASE(a_path_is_the_names_from_the_root_down) {
  const SectionPaths got = section_paths({node(1, 0, "tin-tuc"), node(2, 1, "hoat-dong"), node(3, 0, "lien-he")});
  BOOST_TEST((got.paths == Paths{{SectionId{1}, "/tin-tuc/"}, {SectionId{2}, "/tin-tuc/hoat-dong/"}, {SectionId{3}, "/lien-he/"}}));
  BOOST_TEST(got.redirects.empty());
}

BOOST_AUTO_TEST_CASE(D5_9f_a_hidden_section_takes_what_is_below_it_along) {
  const SectionPaths got = section_paths({node(1, 0, "tin-tuc", {}, true), node(2, 1, "hoat-dong"), node(3, 0, "lien-he")});
  BOOST_TEST((got.paths == Paths{{SectionId{3}, "/lien-he/"}}));
}

BOOST_AUTO_TEST_CASE(a_hidden_child_leaves_its_parent) {
  const SectionPaths got = section_paths({node(1, 0, "tin-tuc"), node(2, 1, "hoat-dong", {}, true)});
  BOOST_TEST((got.paths == Paths{{SectionId{1}, "/tin-tuc/"}}));
}

BOOST_AUTO_TEST_CASE(a_section_that_was_never_shown_is_nowhere) {
  const SectionPaths got = section_paths({node(1, 0, "tin-tuc", {"su-kien"}, true)});
  BOOST_TEST(got.hidden.empty());
  BOOST_TEST(got.redirects.empty());
}

BOOST_AUTO_TEST_CASE(D5_9f_a_section_that_readers_knew_keeps_its_place_when_it_is_hidden) {
  SectionNode hidden = node(1, 0, "tin-tuc", {"su-kien"}, true);
  hidden.old_paths = {"/tin-tuc/", "/su-kien/"};
  SectionNode below = node(2, 1, "hoat-dong");
  below.old_paths = {"/tin-tuc/hoat-dong/"};
  const SectionPaths got = section_paths({hidden, below, node(3, 1, "moi"), node(4, 0, "lien-he")});
  BOOST_TEST((got.paths == Paths{{SectionId{4}, "/lien-he/"}}));
  BOOST_TEST((got.hidden == Paths{{SectionId{1}, "/tin-tuc/"}, {SectionId{2}, "/tin-tuc/hoat-dong/"}}));
  BOOST_TEST((got.redirects == Redirects{{"/su-kien/", SectionId{1}}, {"/su-kien/hoat-dong/", SectionId{2}}}));
}

BOOST_AUTO_TEST_CASE(what_readers_see_comes_before_what_is_hidden) {
  SectionNode hidden = node(1, 0, "cu", {}, true);
  hidden.old_paths = {"/cu/", "/khen-thuong/"};
  SectionNode shown = node(2, 0, "thi-dua");
  shown.old_paths = {"/khen-thuong/"};
  const SectionPaths got = section_paths({hidden, shown, node(3, 0, "tin")});
  BOOST_TEST((got.redirects == Redirects{{"/khen-thuong/", SectionId{2}}}));
}

BOOST_AUTO_TEST_CASE(every_combination_of_former_names_leads_to_the_section) {
  const SectionPaths got = section_paths({node(1, 0, "tin-tuc", {"su-kien"}), node(2, 1, "hoat-dong", {"viec-cua-so"})});
  const Redirects want{{"/su-kien/", SectionId{1}}, {"/su-kien/hoat-dong/", SectionId{2}}, {"/tin-tuc/viec-cua-so/", SectionId{2}}, {"/su-kien/viec-cua-so/", SectionId{2}}};
  BOOST_TEST((got.redirects == want));
}

BOOST_AUTO_TEST_CASE(a_path_that_is_somebodys_now_is_never_a_redirect) {
  // 2 was called "su-kien" before 3 took that name.
  const SectionPaths got = section_paths({node(2, 0, "tin-tuc", {"su-kien"}), node(3, 0, "su-kien")});
  BOOST_TEST(got.redirects.count("/su-kien/") == 0U);
  BOOST_TEST(got.paths.at(SectionId{3}) == "/su-kien/");
}

BOOST_AUTO_TEST_CASE(a_whole_path_from_before_a_move_leads_to_where_the_section_is_now) {
  SectionNode moved = node(2, 1, "khen-thuong");
  moved.old_paths = {"/khen-thuong/", "/tin-tuc/khen-thuong/"};
  const SectionPaths got = section_paths({node(1, 0, "chi-dao"), moved});
  BOOST_TEST((got.redirects == Redirects{{"/khen-thuong/", SectionId{2}}, {"/tin-tuc/khen-thuong/", SectionId{2}}}));
}

BOOST_AUTO_TEST_CASE(a_section_that_came_back_to_its_old_place_does_not_redirect_to_itself) {
  SectionNode back = node(2, 1, "khen-thuong");
  back.old_paths = {"/chi-dao/khen-thuong/", "/khen-thuong/"};
  const SectionPaths got = section_paths({node(1, 0, "chi-dao"), back});
  BOOST_TEST((got.redirects == Redirects{{"/khen-thuong/", SectionId{2}}}));
}

BOOST_AUTO_TEST_CASE(a_tree_with_a_loop_or_a_lost_parent_ends) {
  const SectionPaths loop = section_paths({node(1, 2, "a"), node(2, 1, "b")});
  BOOST_TEST(loop.paths.size() == 2U);
  const SectionPaths lost = section_paths({node(5, 99, "con")});
  BOOST_TEST(lost.paths.at(SectionId{5}) == "/con/");
}

BOOST_AUTO_TEST_CASE(D12_1_rules_of_the_board_are_not_published) {
  BOOST_TEST(!is_public_setting("four_eyes"));
  BOOST_TEST(is_public_setting("phone"));
}

BOOST_AUTO_TEST_SUITE_END()
