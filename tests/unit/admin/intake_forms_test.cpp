// Forms of the intake register's acts (modules/admin/intake/forms.h).
#include "modules/admin/intake/forms.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "modules/admin/intake/views.h"

using namespace portal;
using namespace portal::admin;
using intake::Act;

namespace {

intake::Intake thing() {
  intake::Intake thing;
  thing.id = intake::IntakeId{7};
  thing.code = "TN-2026-0007";
  thing.state = intake::State::Received;
  thing.title = "Tin";
  thing.sender = {.name = "Yến", .address = "yen@stp.gov.vn", .phone = "0299 3 555 047"};
  thing.may_answer = true;
  thing.row_version = 3;
  return thing;
}

http::Fields fields(std::initializer_list<std::pair<const char*, const char*>> pairs) {
  http::Fields out;
  for (const auto& [name, value] : pairs) out.add(name, value);
  return out;
}

bool names(const base::Fault& fault, std::string_view field) {
  return std::any_of(fault.fields.begin(), fault.fields.end(), [field](const base::FieldError& error) { return error.field == field; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(intake_forms)

BOOST_AUTO_TEST_CASE(D9_1b_what_is_written_of_a_sender_is_looked_at) {
  const auto one = thing();
  const IntakeActPlace place{intake::row_of(Act::FillIn), one, {{base::UnitId{4}, "Phòng Hành chính tư pháp"}}, {}};
  const auto good = parse_intake_act(fields({{"sender_name", " Đinh Công Tú "}, {"sender_address", "tu@stp.gov.vn"}, {"sender_phone", "0299 3 555 020"}, {"unit", "4"}}), place);
  BOOST_REQUIRE(good.has_value());
  BOOST_TEST(good->sender.name == "Đinh Công Tú");
  BOOST_TEST(good->sender.organisation == "Phòng Hành chính tư pháp");
  const struct {
    const char* label;
    http::Fields typed;
    const char* field;
  } cases[] = {
      {"an address that is none", fields({{"sender_address", "tu stp"}, {"unit", ""}}), "sender_address"},
      {"two addresses", fields({{"sender_address", "a@b.vn,c@d.vn"}, {"unit", ""}}), "sender_address"},
      {"letters for a number", fields({{"sender_phone", "hỏi văn thư"}, {"unit", ""}}), "sender_phone"},
      {"a unit that is none", fields({{"unit", "99"}}), "unit"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const auto bad = parse_intake_act(c.typed, place);
      BOOST_REQUIRE(!bad.has_value());
      BOOST_TEST(names(bad.error(), c.field));
    }
}

BOOST_AUTO_TEST_CASE(D12_3_a_refusal_has_a_ground_and_a_reason) {
  const auto one = thing();
  const IntakeActPlace place{intake::row_of(Act::Refuse), one, {}, {{"D12.3c", "Không đúng sự thật", true}}};
  BOOST_TEST(parse_intake_act(fields({{"ground", "D12.3c"}, {"reason", "Số liệu sai."}}), place).has_value());
  const auto bad = parse_intake_act(fields({{"ground", "khac"}, {"reason", " "}}), place);
  BOOST_REQUIRE(!bad.has_value());
  BOOST_TEST(names(bad.error(), "ground"));
  BOOST_TEST(names(bad.error(), "reason"));
}

BOOST_AUTO_TEST_CASE(a_form_says_who_is_written_to_and_carries_the_version) {
  auto one = thing();
  one.state = intake::State::Held;
  one.sender.phone.clear();
  const IntakeActPlace place{intake::row_of(Act::Release), one, {}, {}};
  const auto form = intake_act_form(place);
  BOOST_TEST((form.hidden == std::vector<std::pair<std::string, std::string>>{{"row_version", "3"}}));
  BOOST_TEST(form.action == "/quan-tri/tiep-nhan/7/viec/tiep-nhan");
  BOOST_TEST(form.lead.find("số điện thoại hoặc địa chỉ liên lạc") != std::string::npos);
  one.may_answer = false;
  BOOST_TEST(intake_act_form(place).lead.starts_with("Không gửi thư tự động"));
}

BOOST_AUTO_TEST_CASE(a_lists_address_keeps_its_filters) {
  BOOST_TEST(register_url({}) == "/quan-tri/tiep-nhan/");
  BOOST_TEST(register_url({"hội nghị", "mail", "held", "01/11/2026", ""}, "xuat.csv") ==
             "/quan-tri/tiep-nhan/xuat.csv?q=h%E1%BB%99i%20ngh%E1%BB%8B&kenh=mail&trang-thai=held&tu-ngay=01%2F11%2F2026");
  auto last = thing();
  last.received_at = base::UtcTime{std::chrono::microseconds{5}};
  BOOST_TEST(older_url({}, last) == "/quan-tri/tiep-nhan/?sau=5-7");
  BOOST_TEST(row_of(last).size() == register_sheet().columns.size());
}

BOOST_AUTO_TEST_SUITE_END()
