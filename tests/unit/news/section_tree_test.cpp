// Rules of modules/news/section_tree.h.
#include "modules/news/section_tree.h"

#include <boost/test/unit_test.hpp>

using namespace portal;
using base::SectionId;
using news::SectionTree;

namespace {

// 1 tin-tuc {2 hoat-dong {4 sau}, 3 co-so (hidden)}, 5 an (hidden) {6 con}, 7 and 8 in a circle.
SectionTree make_tree() {
  return SectionTree({{1, {0, "tin-tuc", false}},
                      {2, {1, "hoat-dong", false}},
                      {3, {1, "co-so", true}},
                      {4, {2, "sau", false}},
                      {5, {0, "an", true}},
                      {6, {5, "con", false}},
                      {7, {8, "vong", false}},
                      {8, {7, "tron", false}}});
}

using Lists = std::vector<std::uint64_t>;

}  // namespace

BOOST_AUTO_TEST_SUITE(section_tree)

BOOST_AUTO_TEST_CASE(an_article_is_listed_in_its_section_in_those_above_and_in_the_whole_site) {
  const SectionTree tree = make_tree();
  BOOST_TEST((tree.lists_of(SectionId{4}, false) == Lists{0, 1, 2, 4}));
  BOOST_TEST((tree.lists_of(SectionId{4}, true) == Lists{1, 2, 4}));
  BOOST_TEST(tree.ancestry(SectionId{4}).path == "/tin-tuc/hoat-dong/sau/");
}

BOOST_AUTO_TEST_CASE(what_is_hidden_or_lies_below_something_hidden_is_listed_nowhere) {
  const SectionTree tree = make_tree();
  for (const std::uint64_t hidden : {3U, 5U, 6U}) BOOST_TEST(tree.lists_of(SectionId{hidden}, false).empty());
  BOOST_TEST(tree.lists_of(SectionId{99}, false).empty());
  BOOST_TEST(tree.ancestry(SectionId{6}).path == "/an/con/");
  BOOST_TEST(!tree.ancestry(SectionId{6}).is_shown);
}

BOOST_AUTO_TEST_CASE(a_subtree_is_the_section_and_all_below) {
  const SectionTree tree = make_tree();
  BOOST_TEST((tree.subtree(SectionId{1}) == std::vector<SectionId>{SectionId{1}, SectionId{2}, SectionId{3}, SectionId{4}}));
  BOOST_TEST((tree.subtree(SectionId{6}) == std::vector<SectionId>{SectionId{6}}));
  BOOST_TEST(tree.subtree(SectionId{99}).empty());
}

BOOST_AUTO_TEST_CASE(a_circle_in_the_data_ends) { BOOST_TEST(make_tree().ancestry(SectionId{7}).ids.size() == 8U); }

BOOST_AUTO_TEST_SUITE_END()
