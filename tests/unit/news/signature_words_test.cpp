// D9.1c: what a judgement is told as; never "hợp lệ" when unsure (modules/news/signature_words.h).
#include "modules/news/signature_words.h"

#include <boost/test/unit_test.hpp>

using namespace portal;
using namespace portal::news;
using files::JudgedSignature;
using files::Judgement;
using signatures::Reason;
using signatures::Verdict;

namespace {

JudgedSignature signature(Verdict verdict, std::vector<Reason> reasons = {}, std::string name = "Nguyễn Văn A") {
  JudgedSignature one;
  one.verdict = verdict;
  one.reasons = std::move(reasons);
  one.signer = std::move(name);
  one.organisation = "Sở Tư pháp";
  one.claimed_at = base::parse_iso("2026-11-25T02:00:00Z");
  one.covers_all = true;
  one.is_intact = verdict != Verdict::Invalid;
  one.is_chain_trusted = one.is_not_revoked = verdict == Verdict::Valid;
  return one;
}

Judgement judged(std::vector<JudgedSignature> signatures, bool is_verified) {
  Judgement judgement;
  judgement.signatures = std::move(signatures);
  judgement.is_verified = is_verified;
  return judgement;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(signature_words)

BOOST_AUTO_TEST_CASE(D9_1c_readers_are_told_valid_only_of_what_was_verified) {
  const struct {
    const char* label;
    Judgement judgement;
    const char* verdict;
    const char* says;
  } cases[] = {
      {"valid", judged({signature(Verdict::Valid)}, true), "valid", "Chữ ký số hợp lệ: Nguyễn Văn A (Sở Tư pháp), ký ngày 25/11/2026 theo đồng hồ của người ký."},
      {"unsure", judged({signature(Verdict::Unsure, {Reason::RevocationUnknown, Reason::UnprovedTime})}, false), "unsure",
       "Có chữ ký số của Nguyễn Văn A (Sở Tư pháp), chưa kết luận được. Tệp không mang bằng chứng là chứng thư chưa bị thu hồi."},
      {"invalid", judged({signature(Verdict::Invalid, {Reason::DigestMismatch, Reason::NoAnchors})}, false), "invalid",
       "Chữ ký số không hợp lệ: Nguyễn Văn A (Sở Tư pháp). Nội dung đã bị thay đổi so với lúc ký."},
      {"valid, and the file as a whole is not", judged({signature(Verdict::Valid)}, false), "unsure", "chưa kết luận được"},
      {"one wrong beside a valid one", judged({signature(Verdict::Valid), signature(Verdict::Invalid, {Reason::ChangedAfter}, "B")}, true), "invalid", "không hợp lệ: B (Sở Tư pháp)."},
      {"valid and unsure", judged({signature(Verdict::Valid), signature(Verdict::Unsure, {Reason::NoAnchors}, "B")}, true), "valid", "Còn 1 chữ ký khác chưa kết luận được."}};
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.label) {
      const auto shown = shown_signature(c.judgement);
      BOOST_REQUIRE(shown.has_value());
      BOOST_TEST(shown->verdict == c.verdict);
      BOOST_TEST(shown->words.find(c.says) != std::string::npos, shown->words);
      if (std::string_view{c.verdict} == "unsure") BOOST_TEST(shown->words.find("hợp lệ:") == std::string::npos, shown->words);
    }
  BOOST_TEST(!shown_signature(judged({}, false)).has_value());
  JudgedSignature stamp = signature(Verdict::Valid);
  stamp.kind = signatures::Kind::Timestamp;
  BOOST_TEST(!shown_signature(judged({stamp}, false)).has_value());
}

BOOST_AUTO_TEST_CASE(D9_1c_the_office_is_told_each_answer) {
  JudgedSignature one = signature(Verdict::Unsure, {Reason::AddedAfter, Reason::UntrustedChain, Reason::RevocationUnknown});
  one.covers_all = false;
  const SignatureWords words = words_of(one);
  BOOST_TEST(words.verdict == "Chưa kết luận được");
  BOOST_TEST(words.coverage == "Không phủ đến cuối tệp");
  BOOST_TEST(words.afterwards == "Có phần được thêm vào sau khi ký và nhìn thấy được");
  BOOST_TEST(words.chain == "Chưa dẫn tới chứng thư gốc được tin cậy");
  BOOST_TEST(words.revocation == "Không có bằng chứng là chưa bị thu hồi");
  BOOST_TEST(words.reasons.size() == 3U);
  one.signer.clear();
  BOOST_TEST(words_of(one).signer == "người ký không rõ");
}

BOOST_AUTO_TEST_SUITE_END()
