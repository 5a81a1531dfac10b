// A report of the judge in the sandbox is a stranger's: shared/files/judgement.h.
#include "shared/files/judgement.h"

#include <boost/test/unit_test.hpp>

using namespace portal;
using namespace portal::files;

namespace {

const base::UtcTime kNow = base::parse_iso("2026-11-30T02:00:00Z").value();

std::string report(const std::string& signature, const std::string& verified = "true") {
  return R"({"is_verified":)" + verified + R"(,"reasons":[],"signatures":[)" + signature + "]}";
}

std::string one(const std::string& verdict, const std::string& reasons, const std::string& name = "Nguyễn Văn A") {
  return R"({"kind":"approval","verdict":")" + verdict + R"(","reasons":)" + reasons + R"(,"signer":{"name":")" + name +
         R"(","organisation":"Sở","issuer":"CN=CA","serial":"07","not_before":null,"not_after":"2028-01-01T00:00:00Z"},)"
         R"("claimed_time":"2026-11-25T09:00:00+07:00","proved_time":null,"covers_all":true,"is_intact":true,"is_chain_trusted":true,"is_not_revoked":true})";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(judgement)

BOOST_AUTO_TEST_CASE(D9_1c_a_report_becomes_rows) {
  const auto read = read_report(report(one("valid", "[]")), {"", "abc", 2}, kNow);
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->is_verified);
  BOOST_TEST(read->anchors == "abc");
  BOOST_TEST(read->anchor_count == 2U);
  BOOST_REQUIRE(read->signatures.size() == 1U);
  BOOST_TEST((read->signatures.front().verdict == signatures::Verdict::Valid));
  BOOST_TEST(read->signatures.front().signer == "Nguyễn Văn A");
  BOOST_TEST((read->signatures.front().claimed_at == base::parse_iso("2026-11-25T02:00:00Z")));
  BOOST_TEST(!read->is_damned());
  BOOST_TEST(read_report(report(one("invalid", R"([{"code":"digest_mismatch","words":"x"}])"), "false"), {}, kNow)->is_damned());
}

BOOST_AUTO_TEST_CASE(D9_1c_what_is_not_understood_is_never_valid) {
  const auto newer = read_report(report(one("splendid", R"([{"code":"something_new","words":"x"}])"), "false"), {}, kNow);
  BOOST_REQUIRE(newer.has_value());
  BOOST_TEST((newer->signatures.front().verdict == signatures::Verdict::Unsure));
  BOOST_TEST((newer->signatures.front().reasons.front() == signatures::Reason::Unsupported));
  for (const std::string& bad : {std::string{}, std::string{"[]"}, std::string{"{}"}, report("{}"), report("1"), report(one("valid", "7")), report(one("valid", "[]"), "\"yes\"")})
    BOOST_TEST(!read_report(bad, {}, kNow).has_value(), bad);
  std::string many = one("valid", "[]");
  for (int i = 0; i < 70; ++i) many += "," + one("valid", "[]");
  BOOST_TEST(!read_report(report(many), {}, kNow).has_value());
}

BOOST_AUTO_TEST_CASE(a_name_in_a_certificate_is_one_clean_line) {
  const auto read = read_report(report(one("valid", "[]", std::string(400, 'x'))), {}, kNow);
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->signatures.front().signer.size() == 300U);
  BOOST_TEST(read_report(report(one("valid", "[]", "A\\u0000B\\nC")), {}, kNow)->signatures.front().signer == "ABC");
}

BOOST_AUTO_TEST_CASE(every_reason_is_in_its_place) {
  for (std::size_t i = 0; i < signatures::kReasons.size(); ++i) BOOST_TEST(static_cast<std::size_t>(signatures::kReasons[i].reason) == i);
}

BOOST_AUTO_TEST_SUITE_END()
