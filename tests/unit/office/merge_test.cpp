// The three-way merge by fields: what one side changed is taken, what both changed is asked, and nothing is taken that nobody chose.
#include <boost/test/unit_test.hpp>

#include "modules/news/office/merge.h"
#include "shared/richtext/builder.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"

using namespace portal;
using namespace portal::news;
using Outcome = FieldMerge::Outcome;

namespace {

std::string body(const std::vector<std::string>& paragraphs) {
  richtext::Builder builder;
  for (const std::string& text : paragraphs) builder.paragraph(text);
  return richtext::to_json(builder.build());
}

http::Fields fields(std::string title, std::string source, std::string body_json) {
  http::Fields made;
  made.add("title", std::move(title));
  made.add("source", std::move(source));
  made.add("body", std::move(body_json));
  made.add("section", "3");
  return made;
}

const FieldMerge& of(const std::vector<FieldMerge>& merges, std::string_view name) {
  for (const FieldMerge& merge : merges)
    if (merge.field->name == name) return merge;
  throw std::logic_error("no such field");
}

std::vector<FieldMerge> merged(const std::optional<http::Fields>& base, const http::Fields& theirs, const http::Fields& mine) {
  text::DiffBudget budget;
  return merge_fields(base, theirs, mine, budget);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merge)

BOOST_AUTO_TEST_CASE(each_field_is_decided_by_who_changed_it) {
  struct Case {
    const char* label;
    const char* base;
    const char* theirs;
    const char* mine;
    Outcome want;
    const char* taken;  // nullptr: asks
  };
  const Case cases[] = {
      {"nobody", "a", "a", "a", Outcome::Same, "a"},     {"the other", "a", "b", "a", Outcome::Theirs, "b"},
      {"this person", "a", "a", "b", Outcome::Mine, "b"}, {"both alike", "a", "b", "b", Outcome::Alike, "b"},
      {"both", "a", "b", "c", Outcome::Choose, nullptr},  {"emptied by the other", "a", "", "a", Outcome::Theirs, ""},
      {"emptied by this person", "a", "a", "", Outcome::Mine, ""}, {"emptied and changed", "a", "", "c", Outcome::Choose, nullptr},
  };
  const std::string text = body({"x"});
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const auto merges = merged(fields("t", c.base, text), fields("t", c.theirs, text), fields("t", c.mine, text));
      BOOST_TEST((of(merges, "source").outcome == c.want));
      const auto result = resolve(merges, {});
      if (c.taken == nullptr) {
        BOOST_REQUIRE(!result.has_value());
        BOOST_REQUIRE(result.error().fields.size() == 1U);
        BOOST_TEST(result.error().fields.front().field == "pick_source");
      } else {
        BOOST_REQUIRE(result.has_value());
        BOOST_TEST(result->get("source") == c.taken);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_choice_is_what_is_saved) {
  const std::string text = body({"x"});
  const auto merges = merged(fields("gốc", "", text), fields("của họ", "", text), fields("của tôi", "", text));
  const auto chosen = [&merges](const char* pick, const char* own) {
    http::Fields choices;
    choices.add("pick_title", pick);
    choices.add("own_title", own);
    const auto result = resolve(merges, choices);
    return result ? std::string{result->get("title")} : std::string{"?"};
  };
  BOOST_TEST(chosen("theirs", "x") == "của họ");
  BOOST_TEST(chosen("mine", "x") == "của tôi");
  BOOST_TEST(chosen("own", "viết lại") == "viết lại");
  BOOST_TEST(chosen("joined", "x") == "?");  // only of bodies
  BOOST_TEST(chosen("khac", "x") == "?");
}

BOOST_AUTO_TEST_CASE(two_bodies_are_joined_by_paragraphs) {
  const auto merges = merged(fields("t", "", body({"một", "hai", "ba"})), fields("t", "", body({"một sửa", "hai", "ba"})), fields("t", "", body({"một", "hai", "ba sửa"})));
  const FieldMerge& merge = of(merges, "body");
  BOOST_REQUIRE(merge.joined.has_value());
  BOOST_TEST(merge.collisions == 0U);
  BOOST_TEST(richtext::to_plain_text(*richtext::parse_document(*merge.joined)) == "một sửa\nhai\nba sửa");
  http::Fields choices;
  choices.add("pick_body", "joined");
  const auto result = resolve(merges, choices);
  BOOST_REQUIRE(result.has_value());
  BOOST_TEST(result->get("body") == *merge.joined);
}

BOOST_AUTO_TEST_CASE(a_field_that_the_form_did_not_have_is_no_change) {
  http::Fields mine;
  mine.add("title", "t");
  const auto merges = merged(fields("t", "nguồn", body({"x"})), fields("t", "nguồn khác", body({"y"})), mine);
  BOOST_TEST((of(merges, "source").outcome == Outcome::Theirs));
  BOOST_TEST((of(merges, "body").outcome == Outcome::Theirs));
}

BOOST_AUTO_TEST_CASE(without_a_known_beginning_every_difference_is_asked) {
  const auto merges = merged(std::nullopt, fields("t", "họ", body({"x"})), fields("t", "", body({"x"})));
  BOOST_TEST((of(merges, "source").outcome == Outcome::Choose));
  BOOST_TEST((of(merges, "title").outcome == Outcome::Alike));
  BOOST_TEST(!of(merges, "source").joined.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
