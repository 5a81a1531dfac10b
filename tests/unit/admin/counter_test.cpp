// The counter's form (D9.1a, D9.1b; modules/admin/intake/counter.h).
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>

#include "modules/admin/intake/counter.h"

using namespace portal;
using namespace portal::admin;

namespace {

const base::UtcTime kNow = *base::parse_iso("2026-11-30T08:00:00+07:00");
const std::vector<UnitChoice> kUnits{{base::UnitId{4}, "Phòng Hành chính tư pháp"}};

http::Fields form(std::initializer_list<std::pair<const char*, std::string>> changes = {}) {
  std::map<std::string, std::string> all{{"medium", "usb"}, {"received_at", "30/11/2026 07:45"}, {"sender_name", "Đinh Công Tú"}, {"title", "Báo cáo tháng 11"}, {"text", "2 trang."}};
  for (const auto& [name, value] : changes) all[name] = value;
  http::Fields out;
  for (const auto& [name, value] : all) out.add(name, value);
  return out;
}

std::vector<std::string> wrong(const http::Fields& typed, std::size_t files = 0) {
  const auto got = parse_counter(typed, kUnits, files, kNow);
  std::vector<std::string> fields;
  if (!got)
    for (const base::FieldError& error : got.error().fields) fields.push_back(error.field);
  return fields;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counter)

BOOST_AUTO_TEST_CASE(D9_1a_who_when_on_what) {
  const auto got = parse_counter(form({{"brought_by", "Lò Văn Thử"}, {"unit", "4"}, {"event_at", "29/11/2026 14:30"}}), kUnits, 2, kNow);
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST((got->channel == intake::Channel::Counter));
  BOOST_TEST((got->medium == intake::Medium::Usb));
  BOOST_TEST(base::format_date_time(got->received_at) == "30/11/2026 07:45");
  BOOST_TEST(got->brought_by == "Lò Văn Thử");
  BOOST_TEST(got->sender.organisation == "Phòng Hành chính tư pháp");
  BOOST_TEST(base::format_date_time(*got->event_at) == "29/11/2026 14:30");
  // D9.1b: what is missing does not keep it out of the register.
  BOOST_TEST(!intake::is_complete(got->sender));
}

BOOST_AUTO_TEST_CASE(D9_1a_mistakes) {
  const struct {
    const char* label;
    http::Fields typed;
    std::size_t files;
    std::vector<std::string> want;
  } cases[] = {
      {"on nothing", form({{"medium", ""}}), 0, {"medium"}},
      {"on something else", form({{"medium", "mail"}}), 0, {"medium"}},
      {"to come", form({{"received_at", "01/12/2026 09:00"}}), 0, {"received_at"}},
      {"no title", form({{"title", ""}}), 0, {"title"}},
      {"neither words nor files", form({{"text", ""}}), 0, {"text"}},
      {"files alone", form({{"text", ""}}), 1, {}},
      {"a unit that is none", form({{"unit", "5"}}), 0, {"unit"}},
      {"an address that is none", form({{"sender_address", "a b"}}), 0, {"sender_address"}},
      {"a telephone that is none", form({{"sender_phone", "x"}}), 0, {"sender_phone"}},
      {"a date that is none", form({{"event_at", "31/02/2026"}}), 0, {"event_at"}},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(wrong(c.typed, c.files) == c.want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(D4_1a_typed_in_another_encoding_it_is_read_and_the_original_kept) {
  const auto got = parse_counter(form({{"text", "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc"}}), kUnits, 0, kNow);
  BOOST_REQUIRE(got.has_value());
  BOOST_TEST(got->body.text.starts_with("Cộng hòa xã hội chủ nghĩa Việt Nam"));
  BOOST_TEST(got->body.encoding == "tcvn3");
  BOOST_TEST(got->body.original.starts_with("Céng"));
}

BOOST_AUTO_TEST_CASE(the_form_says_what_it_has_already) {
  const std::vector<files::Parcel> kept{{std::string(32, 'a'), "bài.docx", 2048, 2048}};
  const auto page = counter_form(kUnits, kept, std::string(32, 'b'));
  const auto files = std::find_if(page.fields.begin(), page.fields.end(), [](const office::FormField& one) { return one.kind == office::FormField::Kind::Files; });
  BOOST_REQUIRE(files != page.fields.end());
  BOOST_TEST(files->hint.find("Đã nhận: bài.docx (2 KB)") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
