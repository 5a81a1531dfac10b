// What a request of the import API says (modules/import_api/document.h), and whose token it is.
#include "modules/import_api/document.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace portal;
using namespace portal::import_api;

namespace {

Sender unit_sender() {
  Sender sender;
  sender.id = SenderId{1};
  sender.name = "Hệ thống thử";
  sender.unit = base::UnitId{2};
  sender.unit_name = "Phòng A";
  sender.unit_phone = "0299 3 555 001";
  return sender;
}

std::string fields_of(const base::Result<Document>& document) {
  if (document) return "ok";
  std::string all;
  for (const base::FieldError& error : document.error().fields) all += (all.empty() ? "" : ",") + error.field;
  return all.empty() ? document.error().message : all;
}

constexpr const char* kWho = R"("sender":{"name":"Lò Văn Thử","email":"Lo@Vidu.vn","phone":"0299 3 555 111"})";

}  // namespace

BOOST_AUTO_TEST_SUITE(import_document)

BOOST_AUTO_TEST_CASE(a_whole_document) {
  const auto document = parse_document(std::string(R"({"title":" Tin ","text":"Một\r\nHai","approved_by":"Trưởng phòng",)") + kWho + "}", unit_sender(), false);
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->title == "Tin");
  BOOST_TEST(document->text == "Một\nHai");
  BOOST_TEST(document->sender.address == "lo@vidu.vn");
  BOOST_TEST(document->sender.organisation == "Phòng A");
  BOOST_TEST((document->sender.trust == intake::Trust::Token));
  BOOST_TEST(document->approved_by == "Trưởng phòng");
}

BOOST_AUTO_TEST_CASE(each_mistake_at_its_place) {
  const std::pair<std::string, std::string> cases[] = {
      {std::string(R"({"title":"x",)") + kWho + "}", "text"},
      {std::string(R"({"text":"x",)") + kWho + "}", "title"},
      {std::string(R"({"title":["x"],"text":"x",)") + kWho + "}", "title"},
      {std::string(R"({"title":"x","text":"x","html":"y",)") + kWho + "}", "html"},
      {std::string(R"({"title":"x","text":"x","la":1,)") + kWho + "}", "la"},
      {R"({"title":"x","text":"x"})", "sender.name,sender.email"},
      {R"({"title":"x","text":"x","sender":7})", "sender"},
      {R"({"title":"x","text":"x","sender":{"name":"A","email":"a b"}})", "sender.email"},
      {R"({"title":"x","text":"x","sender":{"name":"A","email":"a@b.vn","tuoi":1}})", "sender.tuoi"},
      {"[]", "Phần document phải là một đối tượng JSON."},
      {"", "Phần document không phải JSON đúng."},
      {std::string(R"({"title":"x","text":"\ud800",)") + kWho + "}", "Phần document không phải JSON đúng."},
  };
  for (const auto& [json, want] : cases) BOOST_TEST(fields_of(parse_document(json, unit_sender(), false)) == want, json);
  BOOST_TEST(fields_of(parse_document(std::string(R"({"title":"x",)") + kWho + "}", unit_sender(), true)) == "ok");
  BOOST_TEST((parse_document(std::string(kMostJson + 1, ' '), unit_sender(), true).error().kind == base::FaultKind::TooLarge));
  std::string deep(100'000, '[');
  BOOST_TEST(fields_of(parse_document(deep, unit_sender(), true)) == "Phần document không phải JSON đúng.");
}

BOOST_AUTO_TEST_CASE(D9_1b_the_directory_fills_in_what_a_person_did_not_send) {
  Sender sender = unit_sender();
  sender.person = base::PersonId{5};
  sender.person_name = "Nguyễn Hoàng Yến";
  sender.email = "Yen@stp.vn";
  sender.phone = "0299 3 555 047";
  const auto own = parse_document(R"({"title":"x","text":"x"})", sender, false);
  BOOST_REQUIRE(own.has_value());
  BOOST_TEST(own->sender.name == "Nguyễn Hoàng Yến");
  BOOST_TEST(own->sender.address == "yen@stp.vn");
  BOOST_TEST((own->sender.person == base::PersonId{5}));
  BOOST_TEST(fields_of(parse_document(std::string(R"({"title":"x","text":"x",)") + kWho + "}", sender, false)) == "sender.name");
}

BOOST_AUTO_TEST_CASE(tokens) {
  const std::string token(40, 'a');
  BOOST_TEST(token_in("Bearer " + token) == token);
  BOOST_TEST(token_in("bearer  " + token + " ") == token);
  for (const std::string& text : {std::string{}, std::string{"Bearer"}, std::string{"Bearer "}, "Basic " + token, "Bearer " + std::string(19, 'a'), "Bearer " + std::string(101, 'a'), "Bearer a b" + token,
                                  token, "Bearer " + token + "'"})
    BOOST_TEST(token_in(text).empty(), text);
  BOOST_TEST(is_within("2026-11-30", "2026-11-30", "2026-11-30"));
  BOOST_TEST(is_within("2026-11-30", "2026-01-01", ""));
  BOOST_TEST(!is_within("2026-11-30", "2026-12-01", ""));
  BOOST_TEST(!is_within("2026-11-30", "2026-01-01", "2026-11-29"));
}

BOOST_AUTO_TEST_SUITE_END()
