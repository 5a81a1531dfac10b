// Forms of matters: what is missing stands at its field with its clause, what is given comes out typed.
#include <boost/test/unit_test.hpp>

#include "modules/qa/office/forms.h"

namespace portal::qa {
namespace {

const base::UtcTime kNow = base::parse_iso("2026-11-25T10:00:00+07:00").value();

http::Fields fields_of(std::initializer_list<std::pair<const char*, const char*>> pairs) {
  http::Fields fields;
  for (const auto& [name, value] : pairs) fields.add(name, value);
  return fields;
}

std::string error_at(const base::Fault& fault, std::string_view field) {
  for (const base::FieldError& error : fault.fields)
    if (error.field == field) return error.message;
  return "";
}

Matter a_matter(Kind kind, State state) {
  Matter matter;
  matter.id = MatterId{7};
  matter.code = "HD-2026-0007";
  matter.kind = kind;
  matter.state = state;
  matter.row_version = 3;
  return matter;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matter_forms)

BOOST_AUTO_TEST_CASE(a_whole_form_gives_a_matter) {
  const auto matter = parse_matter(fields_of({{"kind", "feedback"}, {"channel", "phone"}, {"received_at", "25/11/2026 09:30"}, {"title", "Chờ lâu"}, {"text", "Dòng một\nDòng hai"},
                                              {"asker_name", "Người gửi"}, {"asker_phone", "0299 3 555 901"}}),
                                   kNow);
  BOOST_REQUIRE(matter.has_value());
  BOOST_TEST((matter->kind == Kind::Feedback));
  BOOST_TEST((matter->channel == Channel::Phone));
  BOOST_TEST(base::format_date_time(matter->received_at) == "25/11/2026 09:30");
  BOOST_TEST(matter->text == "Dòng một\nDòng hai");
}

BOOST_AUTO_TEST_CASE(what_is_missing_stands_at_its_field) {
  const auto matter = parse_matter(fields_of({{"kind", "x"}, {"received_at", "26/11/2026 09:30"}, {"asker_email", "khong-phai-dia-chi"}}), kNow);
  BOOST_REQUIRE(!matter.has_value());
  for (const char* field : {"kind", "channel", "received_at", "title", "text", "asker_name", "asker_email"}) BOOST_TEST(!error_at(matter.error(), field).empty(), field);
  const auto unreachable = parse_matter(fields_of({{"kind", "question"}, {"channel", "web"}, {"received_at", "25/11/2026 09:30"}, {"title", "A"}, {"text", "B"}, {"asker_name", "C"}}), kNow);
  BOOST_REQUIRE(!unreachable.has_value());
  BOOST_TEST(error_at(unreachable.error(), "asker_email").find("ít nhất một cách liên hệ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_picked_names_matter_and_version) {
  const auto picked = parse_picked(fields_of({{"viec[]", "7:3"}, {"viec[]", "9"}, {"viec[]", "7:3"}}));
  BOOST_REQUIRE(picked.size() == 2U);
  BOOST_TEST(picked[0].id.value == 7U);
  BOOST_TEST(picked[0].row_version == 3U);
  BOOST_TEST(picked[1].row_version == 0U);
  for (const char* bad : {"x", "7:x", "0", "-7:1", ""}) BOOST_TEST(parse_picked(fields_of({{"viec[]", bad}})).empty(), bad);
  BOOST_TEST(picked_value(a_matter(Kind::Question, State::Received)) == "7:3");
}

BOOST_AUTO_TEST_CASE(a_limit_is_asked_for_questions_only) {
  const auto has_limit = [](const std::vector<Matter>& matters) {
    const office::FormPage form = forward_form(matters, {{1, "Phòng"}});
    return std::any_of(form.fields.begin(), form.fields.end(), [](const office::FormField& field) { return field.name == "limit_days"; });
  };
  BOOST_TEST(has_limit({a_matter(Kind::Question, State::Received)}));
  BOOST_TEST(!has_limit({a_matter(Kind::Feedback, State::Received)}));
  BOOST_TEST(has_limit({a_matter(Kind::Feedback, State::Received), a_matter(Kind::Question, State::Received)}));
  BOOST_TEST(!parse_forward(fields_of({{"unit", "4"}}), true).has_value());
  const auto forward = parse_forward(fields_of({{"unit", "4"}, {"co_units[]", "5"}, {"co_units[]", "5"}, {"instruction", "Họp giao ban"}}), false);
  BOOST_REQUIRE(forward.has_value());
  BOOST_TEST(forward->co_units.size() == 1U);
}

BOOST_AUTO_TEST_CASE(every_act_has_a_form_that_asks_for_something_and_refuses_an_empty_one) {
  for (const ActRow& row : act_table()) {
    if (row.act == Act::Forward) continue;
    const Matter matter = a_matter(Kind::Question, State::WithUnit);
    const ActPlace place{row, matter, false, {{3, "Người của đơn vị"}}, 30U};
    BOOST_TEST(!act_form(place).fields.empty(), row.slug);
    BOOST_TEST(!parse_act({}, place, kNow).has_value(), row.slug);
  }
}

BOOST_AUTO_TEST_CASE(d9_3e_an_extension_names_the_ministry) {
  const Matter matter = a_matter(Kind::Question, State::WithUnit);
  const ActPlace place{row_of(Act::Extend), matter, false, {}, 30U};
  const auto draft = parse_act(fields_of({{"days", "30"}, {"ministry", "Bộ Tư pháp"}, {"reason", "Cần hướng dẫn."}, {"unit_days", "20"}}), place, kNow);
  BOOST_REQUIRE(draft.has_value());
  BOOST_TEST(draft->days == 30U);
  BOOST_TEST(draft->unit_days.value() == 20U);
  const auto unnamed = parse_act(fields_of({{"days", "30"}, {"reason", "Cần hướng dẫn."}}), place, kNow);
  BOOST_REQUIRE(!unnamed.has_value());
  BOOST_TEST(unnamed.error().fields.front().clause == "D9.3e");
}

BOOST_AUTO_TEST_CASE(d11_4_who_is_no_director_names_the_document) {
  const Matter matter = a_matter(Kind::Feedback, State::Received);
  const auto words = fields_of({{"text", "Đồng ý."}});
  BOOST_TEST(parse_act(words, {row_of(Act::Direct), matter, true, {}, {}}, kNow).has_value());
  BOOST_TEST(!parse_act(words, {row_of(Act::Direct), matter, false, {}, {}}, kNow).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace portal::qa
