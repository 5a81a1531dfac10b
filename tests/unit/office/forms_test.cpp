// The article form: what was typed -> a Content, or every mistake with its field; nothing typed is changed silently.
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "modules/news/office/forms.h"

using namespace portal;
using namespace portal::news;

namespace {

http::Fields good_form() {
  http::Fields form;
  form.add("title", "Hội nghị triển khai công tác quý IV");
  form.add("summary", "Tóm tắt.");
  form.add("section", "3");
  form.add("unit", "2");
  form.add("event_at", "25/11/2026 08:00");
  form.add("source", "Văn phòng Sở");
  form.add("body", R"({"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Nội dung."}]}]})");
  return form;
}

// `good_form` with one field changed.
http::Fields changed(std::string_view name, std::string value) {
  http::Fields form;
  bool is_there = false;
  const http::Fields good = good_form();
  for (const auto& [key, old] : good.pairs()) {
    form.add(key, key == name ? value : old);
    is_there = is_there || key == name;
  }
  if (!is_there) form.add(std::string{name}, std::move(value));
  return form;
}

base::UtcTime at(const char* iso) { return *base::parse_iso(iso); }

base::Result<ArticleForm> parse(const http::Fields& form, std::string_view kind = "news") {
  return parse_article_form(form, kind, at("2026-11-25T14:00:00+07:00"));
}

bool names_field(const base::Fault& fault, std::string_view field) {
  return std::any_of(fault.fields.begin(), fault.fields.end(), [&](const base::FieldError& error) { return error.field == field; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(article_form)

BOOST_AUTO_TEST_CASE(D9_1_a_good_form_becomes_a_draft) {
  const auto form = parse(good_form());
  BOOST_REQUIRE(form.has_value());
  BOOST_TEST(form->content.title == "Hội nghị triển khai công tác quý IV");
  BOOST_TEST(form->section.value == 3U);
  BOOST_TEST(form->unit.value == 2U);
  BOOST_REQUIRE(form->content.event_at.has_value());
  BOOST_TEST(base::format_iso(*form->content.event_at) == "2026-11-25T08:00:00+07:00");
  BOOST_TEST(form->content.body_json.find("Nội dung.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(D4_1a_each_mistake_names_its_field) {
  struct Case {
    const char* label;
    const char* field;
    std::string value;
  };
  const Case cases[] = {
      {"no title", "title", ""},
      {"spaces only", "title", "   "},
      {"title over 300 letters", "title", std::string(301, 'a')},
      {"hidden character", "title", "Thô\u200bng báo"},
      {"line break in a line", "source", "Văn phòng\nSở"},
      {"direction of writing turned", "summary", "Tóm \u202e tắt"},
      {"no section", "section", ""},
      {"section that is no number", "section", "tin-tuc"},
      {"a day that does not exist", "event_at", "31/02/2026 08:00"},
      {"a time in another style", "event_at", "2026-11-25T08:00"},
      {"a tree that breaks off", "body", "{\"type\":\"doc\""},
      {"a tree with a node of its own", "body", R"({"type":"doc","content":[{"type":"iframe"}]})"},
      {"place over its length", "place", std::string(301, 'b')},
  };
  for (const Case& one : cases) BOOST_TEST_CONTEXT(one.label) {
      const auto form = parse(changed(one.field, one.value));
      BOOST_REQUIRE(!form.has_value());
      BOOST_TEST((form.error().kind == base::FaultKind::Invalid || form.error().kind == base::FaultKind::TooLarge));
      BOOST_TEST(names_field(form.error(), one.field));
    }
}

BOOST_AUTO_TEST_CASE(D9_3a_news_tells_of_what_took_place_D5_9d_an_announcement_may_lie_ahead) {
  struct Case {
    const char* label;
    const char* kind;
    const char* typed;
    bool is_good;
  };
  const Case cases[] = {
      {"hours ago", "news", "25/11/2026 08:00", true},
      {"this minute", "news", "25/11/2026 14:00", true},
      {"a minute ahead", "news", "25/11/2026 14:01", false},
      {"another year by mistake", "news", "25/11/2062 08:00", false},
      {"not given yet", "news", "", true},
      {"a conference to come", "event", "10/12/2026 08:00", true},
      {"an article about a law", "legal_education", "01/01/2027 00:00", true},
      {"no section chosen", "", "10/12/2026 08:00", true},
  };
  for (const Case& one : cases) BOOST_TEST_CONTEXT(one.label) {
      const auto form = parse(changed("event_at", one.typed), one.kind);
      BOOST_TEST(form.has_value() == one.is_good);
      if (!form) BOOST_TEST(names_field(form.error(), "event_at"));
    }
}

BOOST_AUTO_TEST_CASE(every_mistake_is_listed_with_the_time_that_is_ahead) {
  http::Fields form = changed("event_at", "25/11/2062 08:00");
  const auto parsed = parse([&] {
    http::Fields without_title;
    for (const auto& [name, value] : form.pairs()) without_title.add(name, name == "title" ? "" : value);
    return without_title;
  }());
  BOOST_REQUIRE(!parsed.has_value());
  BOOST_TEST(names_field(parsed.error(), "event_at"));
  BOOST_TEST(names_field(parsed.error(), "title"));
}

BOOST_AUTO_TEST_CASE(D5_9d_an_event_does_not_end_before_it_starts) {
  http::Fields form = good_form();
  form.add("starts_at", "10/12/2026 08:00");
  form.add("ends_at", "09/12/2026 17:00");
  const auto parsed = parse(form);
  BOOST_REQUIRE(!parsed.has_value());
  BOOST_TEST(names_field(parsed.error(), "ends_at"));
}

BOOST_AUTO_TEST_CASE(an_empty_form_lists_everything_at_once) {
  const auto parsed = parse({});
  BOOST_REQUIRE(!parsed.has_value());
  BOOST_TEST(names_field(parsed.error(), "title"));
  BOOST_TEST(names_field(parsed.error(), "section"));
}

BOOST_AUTO_TEST_CASE(half_an_article_can_be_saved) {
  http::Fields form;
  form.add("title", "Bài viết dở");
  form.add("section", "3");
  const auto parsed = parse(form);
  BOOST_REQUIRE(parsed.has_value());
  BOOST_TEST(!parsed->content.event_at.has_value());
}

BOOST_AUTO_TEST_CASE(a_version_shown_in_the_form_reads_back_equal) {
  const auto first = parse(good_form());
  BOOST_REQUIRE(first.has_value());
  http::Fields again = fields_of(first->content);
  again.add("section", "3");
  const auto second = parse(again);
  BOOST_REQUIRE(second.has_value());
  BOOST_TEST((second->content == first->content));
  BOOST_TEST(content_digest(second->content) == content_digest(first->content));
}

BOOST_AUTO_TEST_CASE(what_is_typed_beside_an_attachment_becomes_the_one_field) {
  http::Fields form = changed("attachments", "12 14 Mẫu tờ khai\n13 13 Kế hoạch\n15 15 Bỏ");
  form.add("dk_ten_12", "Mẫu tờ khai\nmới");
  form.add("dk_noi_bo_12", "1");
  form.add("dk_bo_15", "1");
  const http::Fields joined = with_attachments(form);
  BOOST_TEST(joined.get("attachments") == "nội bộ 12 14 Mẫu tờ khai mới\n13 13 Kế hoạch");
  BOOST_TEST(!joined.has("dk_ten_12"));
  BOOST_TEST(!joined.has("dk_noi_bo_12"));
  BOOST_TEST(joined.get("title") == form.get("title"));
  const auto parsed = parse(joined);
  BOOST_REQUIRE(parsed.has_value());
  BOOST_TEST(parsed->content.attachments.size() == 2U);
  BOOST_TEST(fields_of(parsed->content).get("attachments") == joined.get("attachments"));
  BOOST_TEST(names_field(parse(changed("attachments", "bậy bạ")).error(), "attachments"));
}

BOOST_AUTO_TEST_CASE(a_leading_picture_is_a_number_with_its_words) {
  http::Fields form = changed("lead", "7");
  form.add("lead_alt", "Hội trường");
  form.add("lead_caption", "Ảnh: An");
  const auto parsed = parse(form);
  BOOST_REQUIRE(parsed.has_value());
  BOOST_TEST((parsed->content.lead == LeadPicture{7, "Hội trường", "Ảnh: An"}));
  BOOST_TEST(fields_of(parsed->content).get("lead") == "7");
  BOOST_TEST(parse(changed("lead", ""))->content.lead.file == 0);
  BOOST_TEST(names_field(parse(changed("lead", "99999999999")).error(), "lead"));
  BOOST_TEST(names_field(parse(changed("lead_alt", std::string(400, 'x'))).error(), "lead_alt"));
}

BOOST_AUTO_TEST_SUITE_END()
