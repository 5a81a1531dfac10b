// Forms of units, people, accounts, roles and delegations: what was typed -> a draft, or every mistake with its field and sentence.
#include "modules/admin/people/forms.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

#include "modules/admin/rights/forms.h"

using namespace portal;
using namespace portal::admin;

namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

const base::UtcTime kNow = *base::parse_date_time("25/11/2026 09:00");

http::Fields fields(const Typed& typed) {
  http::Fields form;
  for (const auto& [name, value] : typed) form.add(name, value);
  return form;
}

// `typed` with one field changed or added.
http::Fields changed(Typed typed, const std::string& name, const std::string& value) {
  const auto found = std::find_if(typed.begin(), typed.end(), [&](const auto& pair) { return pair.first == name; });
  if (found == typed.end())
    typed.emplace_back(name, value);
  else
    found->second = value;
  return fields(typed);
}

template <typename T>
std::string error_at(const base::Result<T>& result, std::string_view field) {
  if (result) return "(no fault)";
  for (const base::FieldError& error : result.error().fields)
    if (error.field == field) return error.message;
  return "";
}

struct Mistake {
  const char* field;
  std::string typed;
  const char* want;  // part of the sentence
};

template <typename T, typename Parse>
void check_mistakes(const Typed& good, const std::vector<Mistake>& mistakes, const Parse& parse) {
  for (const Mistake& mistake : mistakes) {
    const base::Result<T> result = parse(changed(good, mistake.field, mistake.typed));
    BOOST_TEST(error_at(result, mistake.field).find(mistake.want) != std::string::npos,
               mistake.field << " = " << mistake.typed << ": " << error_at(result, mistake.field));
    if (!result) BOOST_TEST(result.error().fields.size() == 1U, mistake.field << " = " << mistake.typed << " is one mistake");
  }
}

const Typed kUnit{{"name", "Phòng Bổ trợ tư pháp"}, {"short_name", "Phòng BTTP"}, {"code", "bo-tro"},           {"kind", "department"}, {"phone", "0299 3 555 020"},
                  {"email", "bttp@minhgiang.gov.vn"}, {"functions", "Dòng một\r\nDòng hai"}, {"position", "10"}, {"valid_from", "01/01/2020"},
                  {"row_version", "3"}};
const Typed kPerson{{"full_name", "Nguyễn Văn An"}, {"code", "nguyen-van-an"}, {"job_title", "Chuyên viên"}, {"unit", "4"}, {"phone", ""}, {"email", ""},
                    {"bio", ""}, {"position", "5"}, {"row_version", "2"}};
const Typed kAccount{{"person", "7"}, {"username", "nguyen.van.an"}};
const Typed kRole{{"role", "contributor"}, {"unit", "4"}, {"valid_from", "01/12/2026"}, {"valid_to", "31/12/2026"}};
const Typed kDelegation{{"person", "2"}, {"act", "verify"}, {"section", "5"}, {"valid_from", "01/12/2026"}, {"valid_to", "31/12/2026"}, {"document_number", "05/QĐ-BBT"}};
const std::vector<Delegate> kDelegates{{base::PersonId{1}, "Trưởng Ban", "Giám đốc", true}, {base::PersonId{2}, "Thành viên", "Phó phòng", true},
                                       {base::PersonId{3}, "Văn phòng", "Chánh Văn phòng", false}};
const SectionTitles kTitles{{base::SectionId{5}, "Tin tức"}};

base::Result<Unit> as_new_unit(const http::Fields& form) { return parse_unit(form, {}, true); }
base::Result<Unit> as_old_unit(const http::Fields& form) { return parse_unit(form, {}, false); }
base::Result<DelegationDraft> as_delegation(const http::Fields& form) { return parse_delegation(form, kDelegates, kTitles, base::PersonId{1}, kNow); }

}  // namespace

BOOST_AUTO_TEST_SUITE(forms_of_administration)

BOOST_AUTO_TEST_CASE(D5_1_a_good_unit_form_becomes_a_unit) {
  const auto unit = as_new_unit(fields(kUnit));
  BOOST_REQUIRE(unit.has_value());
  BOOST_TEST(unit->name == "Phòng Bổ trợ tư pháp");
  BOOST_TEST(unit->functions == "Dòng một\nDòng hai");
  BOOST_TEST(unit->position == 10);
  BOOST_TEST(unit->valid_from == "01/01/2020");
}

BOOST_AUTO_TEST_CASE(each_mistake_in_a_unit_names_its_field_and_what_to_do) {
  check_mistakes<Unit>(kUnit,
                       {{"name", "", "Xin điền “Tên đơn vị”."}, {"name", "   ", "Xin điền"}, {"name", std::string(201, 'x'), "200"}, {"name", "Phò\u200bng", "ẩn"},
                        {"short_name", "", "Xin điền “Tên gọi tắt”."}, {"code", "", "không dấu"}, {"code", "Bổ trợ", "không dấu"}, {"code", std::string(65, 'a'), "không dấu"},
                        {"kind", "", "Xin chọn loại đơn vị."}, {"kind", "secret", "Xin chọn loại đơn vị."}, {"phone", "không có", "chữ số"}, {"email", "bttp", "đầy đủ"},
                        {"position", "", "một số từ 0 đến 9999"}, {"position", "-1", "một số"}, {"position", "10000", "một số"}, {"position", "1e3", "một số"},
                        {"valid_from", "", "Xin điền “Hoạt động từ ngày”"}, {"valid_from", "31/02/2020", "ngày/tháng/năm"}, {"valid_from", "2020-01-01", "ngày/tháng/năm"},
                        {"valid_from", "01/01/2020 08:00", "ngày/tháng/năm"}, {"valid_from", "01/01/0001", "ngày/tháng/năm"}, {"valid_from", "31/12/9999", "ngày/tháng/năm"}},
                       as_new_unit);
}

// Its end is no field: what follows from that is shown first (units.test.mjs).
BOOST_AUTO_TEST_CASE(D9_4_a_form_ends_no_unit) {
  const auto unit = as_old_unit(changed(kUnit, "valid_to", "25/11/2026"));
  BOOST_REQUIRE(unit.has_value());
  BOOST_TEST(unit->valid_to.empty());
}

// A unit that is merged or dissolved: the first day without it, not before it began and not in the past (what was done in it stays true).
BOOST_AUTO_TEST_CASE(D9_4_the_end_of_a_unit_names_day_successor_and_decision) {
  Unit own;
  own.id = base::UnitId{4};
  own.name = "Phòng Bổ trợ tư pháp";
  own.valid_from = "01/01/2020";
  Unit other;
  other.id = base::UnitId{5};
  other.name = "Phòng Hành chính tư pháp";
  Unit ended;
  ended.id = base::UnitId{6};
  ended.valid_to = "31/12/2025";
  const std::vector<Unit> units{own, other, ended};
  const Typed good{{"into", "5"}, {"from", "01/12/2026"}, {"document_number", "12/QĐ-UBND"}};
  const auto parse = [&](const http::Fields& form) { return parse_unit_end(form, own, units, kNow); };
  const auto draft = parse(fields(good));
  BOOST_REQUIRE(draft.has_value());
  BOOST_TEST((draft->into == base::UnitId{5}));
  BOOST_TEST(draft->from == "01/12/2026");
  BOOST_TEST(parse(changed(good, "from", "25/11/2026")).has_value());  // today
  BOOST_TEST(parse(changed(good, "into", "")).has_value());            // whether anybody must go on with it is asked of what it has
  check_mistakes<UnitEnd>(good,
                          {{"into", "4", "đơn vị khác"}, {"into", "6", "đang hoạt động"}, {"into", "99", "đang hoạt động"}, {"into", "x", "Xin chọn"}, {"from", "", "Xin điền"},
                           {"from", "24/11/2026", "không trước hôm nay"}, {"from", "32/12/2026", "ngày/tháng/năm"}, {"document_number", "", "Xin điền"}},
                          parse);
}

BOOST_AUTO_TEST_CASE(every_mistake_is_told_at_once) {
  const auto person = parse_person(fields({{"unit", "x"}, {"position", "x"}, {"email", "x"}}), true);
  BOOST_REQUIRE(!person.has_value());
  std::set<std::string> names;
  for (const base::FieldError& error : person.error().fields) names.insert(error.field);
  const std::set<std::string> want{"full_name", "job_title", "unit", "position", "email", "code"};
  BOOST_TEST((names == want));
}

BOOST_AUTO_TEST_CASE(each_mistake_in_a_person_names_its_field) {
  check_mistakes<Person>(kPerson,
                         {{"full_name", "", "Xin điền “Họ và tên”."}, {"full_name", std::string(121, 'n'), "120"}, {"job_title", "", "Xin điền"}, {"unit", "", "Xin chọn “Đơn vị”."},
                          {"unit", "0", "Xin chọn"}, {"unit", "-4", "Xin chọn"}, {"unit", "99999999999999999999", "Xin chọn"}, {"code", "nguyen van an", "không dấu"},
                          {"email", "a@b", "đầy đủ"}, {"phone", "abc", "chữ số"}, {"bio", std::string(3001, 'x'), "3000"}},
                         [](const http::Fields& form) { return parse_person(form, true); });
}

BOOST_AUTO_TEST_CASE(D4_1a_a_name_of_sixty_letters_is_kept_letter_for_letter_in_NFC) {
  const std::string name = "Nguyễn Phước Tôn Nữ Hoàng Quỳnh Anh Thư Thị Mỹ Duyên Khuê Các";
  const auto person = parse_person(changed(kPerson, "full_name", name), true);
  BOOST_REQUIRE(person.has_value());
  BOOST_TEST(person->full_name == name);
  const auto decomposed = parse_person(changed(kPerson, "full_name", "Nguye\u0302\u0303n Va\u0306n An"), true);
  BOOST_REQUIRE(decomposed.has_value());
  BOOST_TEST(decomposed->full_name == "Nguyễn Văn An");
}

BOOST_AUTO_TEST_CASE(D5_1_a_leader_in_the_directory_has_a_biography) {
  Typed leader = kPerson;
  leader.emplace_back("is_leader", "1");
  BOOST_TEST(parse_person(fields(leader), true).has_value());
  leader.emplace_back("is_public", "1");
  const auto person = parse_person(fields(leader), true);
  BOOST_TEST(error_at(person, "bio").find("tiểu sử") != std::string::npos);
  BOOST_TEST(person.error().fields.front().clause == "D5.1");
}

BOOST_AUTO_TEST_CASE(a_user_name_is_plain_letters) {
  check_mistakes<AccountDraft>(kAccount,
                               {{"username", "", "Từ 3 đến 64"}, {"username", "an", "Từ 3 đến 64"}, {"username", "Nguyen", "Từ 3 đến 64"}, {"username", "nguyễn", "Từ 3 đến 64"},
                                {"username", "a b c", "Từ 3 đến 64"}, {"username", std::string(65, 'a'), "Từ 3 đến 64"}, {"person", "", "Xin chọn"}},
                               parse_account);
  const auto draft = parse_account(changed(kAccount, "totp_required", "1"));
  BOOST_REQUIRE(draft.has_value());
  BOOST_TEST(draft->totp_required);
  BOOST_TEST(!parse_account(fields(kAccount))->totp_required);
}

BOOST_AUTO_TEST_CASE(a_role_that_ends_at_a_units_border_needs_one_and_the_others_have_none) {
  for (const access::Role role : access::kAllRoles) {
    const bool needs = role == access::Role::Contributor || role == access::Role::UnitHead || role == access::Role::LocalUnit || role == access::Role::ServiceOfficer;
    Typed typed = kRole;
    typed[0].second = access::key_of(role);
    const auto in_unit = parse_role_form(fields(typed));
    BOOST_REQUIRE(in_unit.has_value());
    BOOST_TEST(in_unit->unit.is_set() == needs, access::key_of(role));
    typed[1].second = "";
    const auto without = parse_role_form(fields(typed));
    BOOST_TEST(without.has_value() == !needs, access::key_of(role));
    if (needs) BOOST_TEST(error_at(without, "unit") == "Vai trò này giữ ở một đơn vị. Xin chọn đơn vị.");
  }
}

BOOST_AUTO_TEST_CASE(each_mistake_in_a_role_names_its_field) {
  check_mistakes<RoleDraft>(kRole,
                            {{"role", "", "Xin chọn vai trò."}, {"role", "root", "Xin chọn vai trò."}, {"unit", "x", "Xin chọn"}, {"valid_from", "", "Xin điền"},
                             {"valid_from", "x", "ngày/tháng/năm"}, {"valid_to", "30/11/2026", "Ngày cuối phải sau ngày đầu."}, {"valid_to", "99/99/2026", "ngày/tháng/năm"}},
                            parse_role_form);
  const auto one_day = parse_role_form(changed(kRole, "valid_to", "01/12/2026"));
  BOOST_TEST(one_day.has_value(), "a role of one day");
  BOOST_TEST(parse_role_form(changed(kRole, "valid_to", ""))->valid_to.empty());
}

BOOST_AUTO_TEST_CASE(D19_2_a_delegation_runs_to_the_end_of_its_last_day) {
  const auto draft = as_delegation(fields(kDelegation));
  BOOST_REQUIRE(draft.has_value());
  BOOST_TEST(base::format_date_time(draft->valid_from) == "01/12/2026 00:00");
  BOOST_TEST(base::format_date_time(draft->valid_to) == "01/01/2027 00:00");
  BOOST_TEST(draft->section.value == 5U);
}

BOOST_AUTO_TEST_CASE(D15_2_D19_2_each_mistake_in_a_delegation_names_its_field) {
  check_mistakes<DelegationDraft>(kDelegation,
                                  {{"person", "", "Xin chọn"}, {"person", "99", "chưa có vai trò về nội dung"}, {"person", "1", "Không ủy quyền cho chính mình."},
                                   {"person", "3", "thành viên Ban Biên tập"}, {"act", "", "Xin chọn việc"}, {"act", "publish", "Xin chọn việc"},
                                   {"act", "act_as_head", "không giới hạn theo chuyên mục"}, {"section", "6", "trong danh sách"}, {"section", "x", "Xin chọn"},
                                   {"valid_to", "", "Xin điền"}, {"valid_to", "30/11/2026", "sau ngày đầu"}, {"document_number", "", "Xin điền “Số văn bản ủy quyền”."},
                                   {"document_number", std::string(101, '1'), "100"}},
                                  [](const http::Fields& form) {
                                    auto result = as_delegation(form);
                                    // The act that is not limited to a section is told at the section.
                                    if (!result && form.get("act") == "act_as_head") result.error().fields.front().field = "act";
                                    return result;
                                  });
  Typed past = kDelegation;
  past[3].second = "01/10/2026";
  past[4].second = "24/11/2026";
  BOOST_TEST(error_at(as_delegation(fields(past)), "valid_to") == "Ngày cuối đã qua.");
  past[4].second = "25/11/2026";
  BOOST_TEST(as_delegation(fields(past)).has_value(), "today is the last day");
}

BOOST_AUTO_TEST_CASE(a_missing_or_odd_row_version_is_nobodys) {
  for (const char* typed : {"", "0", "-1", "x", "1x", "4000000000", "99999999999999999999"}) BOOST_TEST(row_version_of(fields({{"row_version", typed}})) == 0U, typed);
  BOOST_TEST(row_version_of(fields({{"row_version", "7"}})) == 7U);
  BOOST_TEST(row_version_of(fields({})) == 0U);
}

BOOST_AUTO_TEST_CASE(an_existing_things_form_shows_what_it_is_and_carries_its_version) {
  Unit unit;
  unit.id = base::UnitId{4};
  unit.name = "Phòng A";
  unit.row_version = 9;
  const FormPage form = unit_form(&unit, {});
  BOOST_TEST(form.action == "/quan-tri/don-vi/4");
  BOOST_TEST((form.hidden == std::vector<std::pair<std::string, std::string>>{{"row_version", "9"}}));
  BOOST_TEST(std::none_of(form.fields.begin(), form.fields.end(), [](const Field& field) { return field.name == "code"; }));
}

BOOST_AUTO_TEST_CASE(an_ended_unit_is_offered_only_to_who_is_still_in_it) {
  Unit now;
  now.id = base::UnitId{1};
  Unit ended;
  ended.id = base::UnitId{2};
  ended.valid_to = "01/01/2026";
  const auto offered = [](const FormPage& form) {
    for (const Field& field : form.fields)
      if (field.name == "unit") return field.options.size();
    return std::size_t{0};
  };
  BOOST_TEST(offered(person_form(nullptr, {now, ended})) == 2U);
  Person person;
  person.unit = ended.id;
  BOOST_TEST(offered(person_form(&person, {now, ended})) == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
