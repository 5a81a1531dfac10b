// D9.1c: a signature is Valid only when every question has a good answer.
#include "shared/signatures/signatures.h"

#include <algorithm>
#include <string>

#include <boost/test/unit_test.hpp>

#include "tests/unit/signatures/make_pdf.h"

using namespace portal::signatures;
using namespace portal::signatures::test;
using portal::base::UtcTime;

namespace {

const UtcTime kNow = day("2026-11-26");

// An authority, a person that it certifies, and its list of revoked certificates.
struct World {
  Key root_key = make_key();
  Cert root = make_certificate({.name = "CA thử nghiệm", .is_authority = true, .serial = 100}, root_key.get(), nullptr, root_key.get());
  Key key = make_key();
  Cert person = make_certificate({.name = "Nguyễn Văn A", .serial = 7}, key.get(), root.get(), root_key.get());
  List good = make_crl(root.get(), root_key.get(), nullptr);

  [[nodiscard]] Anchors anchors() const {
    Anchors trusted;
    trusted.add(der_of(root.get()));
    return trusted;
  }
};

const World& world() {
  static const World kWorld;
  return kWorld;
}

PdfFile signed_file(const How& how = {}, X509* cert = nullptr, EVP_PKEY* key = nullptr, std::string_view sub_filter = "adbe.pkcs7.detached") {
  PdfFile file = unsigned_file(sub_filter);
  How with = how;
  if (with.crl == nullptr) with.crl = world().good.get();
  sign(file, cert == nullptr ? world().person.get() : cert, key == nullptr ? world().key.get() : key, with);
  return file;
}

bool has(const Signature& signature, Reason reason) { return std::find(signature.reasons.begin(), signature.reasons.end(), reason) != signature.reasons.end(); }

std::string reasons(const Report& report) {
  std::string out;
  for (const Signature& one : report.signatures) {
    out += std::string{key_of(one.verdict)} + ":";
    for (const Reason reason : one.reasons) out += " " + std::string{key_of(reason)};
    out += "; ";
  }
  return out;
}

// One signature, judged with the world's anchor.
Signature one(const std::string& pdf, UtcTime now = kNow) {
  const Report report = inspect(pdf, world().anchors(), now);
  BOOST_REQUIRE_EQUAL(report.signatures.size(), 1U);
  BOOST_TEST_MESSAGE(reasons(report));
  return report.signatures.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(signatures)

BOOST_AUTO_TEST_CASE(D9_1c_a_whole_signature_of_a_trusted_certificate_that_is_known_not_to_be_revoked_is_valid) {
  for (const char* sub_filter : {"adbe.pkcs7.detached", "ETSI.CAdES.detached"}) {
    const PdfFile file = signed_file({.flags = CMS_CADES}, nullptr, nullptr, sub_filter);
    const Report report = inspect(file.bytes_, world().anchors(), kNow);
    BOOST_REQUIRE_EQUAL(report.signatures.size(), 1U);
    const Signature& signature = report.signatures.front();
    BOOST_TEST(key_of(signature.verdict) == "valid", reasons(report));
    BOOST_TEST(report.is_verified());
    BOOST_TEST(signature.covers_all);
    BOOST_TEST(signature.signer->name == "Nguyễn Văn A");
    BOOST_TEST(signature.signer->organisation == "Sở Tư pháp");
    BOOST_TEST(signature.signer->serial == "07");
    BOOST_TEST(signature.field == "Chu ky 1");
    BOOST_TEST(signature.reason == "Ban hanh");
    BOOST_TEST(signature.digest == "SHA256");
    BOOST_TEST(signature.claimed_time.has_value());
    BOOST_TEST(!signature.proved_time.has_value());
  }
}

BOOST_AUTO_TEST_CASE(D9_1c_every_byte_that_is_changed_is_noticed) {
  const std::string whole = signed_file().bytes_;
  const std::size_t gap = whole.find("/Contents <3");
  const std::size_t gap_end = whole.find('>', gap);
  const Anchors anchors = world().anchors();
  // Within the signature's own string only what is signed counts; its padding may not hold anything else.
  for (std::size_t at = 0; at<whole.size(); at += at> gap && at < gap_end ? 97 : 7) {
    std::string changed = whole;
    changed[at] = changed[at] == '1' ? '2' : '1';
    const Report report = inspect(changed, anchors, kNow);
    for (const Signature& signature : report.signatures) BOOST_TEST((signature.verdict != Verdict::Valid), at << ": " << reasons(report));
  }
  std::string other = whole;
  other.replace(other.find("Quyet dinh"), 10, "Quyet toan");
  const Signature signature = one(other);
  BOOST_TEST(has(signature, Reason::DigestMismatch));
  BOOST_TEST(key_of(signature.verdict) == "invalid");
}

BOOST_AUTO_TEST_CASE(D9_1c_without_an_anchor_nobody_is_trusted) {
  const Report report = inspect(signed_file().bytes_, Anchors(), kNow);
  BOOST_TEST(key_of(report.signatures.front().verdict) == "unsure");
  BOOST_TEST(has(report.signatures.front(), Reason::NoAnchors));
  BOOST_TEST(report.signatures.front().is_intact);
  BOOST_TEST(!report.is_verified());
  const World stranger;
  Anchors others;
  BOOST_TEST(others.add(der_of(stranger.root.get())) == 1U);
  BOOST_TEST(has(inspect(signed_file().bytes_, others, kNow).signatures.front(), Reason::UntrustedChain));
}

BOOST_AUTO_TEST_CASE(D9_1c_a_certificate_that_is_revoked_expired_or_not_for_signing_is_none) {
  const List revoked = make_crl(world().root.get(), world().root_key.get(), world().person.get());
  BOOST_TEST(has(one(signed_file({.crl = revoked.get()}).bytes_), Reason::Revoked));
  const List stale = make_crl(world().root.get(), world().root_key.get(), nullptr, day("2026-01-02"), day("2026-02-02"));
  const Signature unknown = one(signed_file({.crl = stale.get()}).bytes_);
  BOOST_TEST(has(unknown, Reason::RevocationUnknown));
  BOOST_TEST(key_of(unknown.verdict) == "unsure");
  const World stranger;
  const List forged = make_crl(world().root.get(), stranger.root_key.get(), nullptr);
  BOOST_TEST(has(one(signed_file({.crl = forged.get()}).bytes_), Reason::RevocationUnknown));
  const Signature late = one(signed_file().bytes_, day("2029-01-01"));
  BOOST_TEST(has(late, Reason::NotInForce));
  BOOST_TEST(key_of(late.verdict) == "unsure");
  const Key key = make_key();
  const Cert wrong =
      make_certificate({.name = "Máy chủ", .usage = "critical,keyEncipherment", .serial = 9}, key.get(), world().root.get(), world().root_key.get());
  BOOST_TEST((one(signed_file({}, wrong.get(), key.get()).bytes_).verdict != Verdict::Valid));
}

BOOST_AUTO_TEST_CASE(D9_1c_a_chain_goes_over_certificates_between_and_each_must_be_known_not_to_be_revoked) {
  const Key middle_key = make_key();
  const Cert middle =
      make_certificate({.name = "CA cấp hai", .is_authority = true, .serial = 50}, middle_key.get(), world().root.get(), world().root_key.get());
  const Key key = make_key();
  const Cert person = make_certificate({.name = "Trần Thị B", .serial = 8}, key.get(), middle.get(), middle_key.get());
  const List list = make_crl(middle.get(), middle_key.get(), nullptr);
  PdfFile file = unsigned_file();
  sign(file, person.get(), key.get(), {.crl = list.get(), .other = middle.get()});
  const Signature half = one(file.bytes_);
  BOOST_TEST(half.is_chain_trusted);
  BOOST_TEST(has(half, Reason::RevocationUnknown), "nothing is known of the certificate between");
  // The other list comes with the document's own proofs (DSS), which change nothing that is signed.
  file.add(
      {{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> /DSS << /CRLs [7 0 R] >> >>"}, {7, stream(der_of(world().good.get()))}});
  const Signature whole = one(file.bytes_);
  BOOST_TEST(key_of(whole.verdict) == "valid");
  BOOST_TEST(!whole.covers_all);
}

BOOST_AUTO_TEST_CASE(D9_1c_what_is_done_to_the_file_after_signing_is_seen) {
  const struct {
    const char* label;
    std::map<int, std::string> objects;
    Verdict verdict;
    Reason reason;
  } cases[] = {
      {"another text", {{6, stream("BT (Quyet toan) Tj ET")}}, Verdict::Invalid, Reason::ChangedAfter},
      {"a page more", {{2, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>"}}, Verdict::Invalid, Reason::ChangedAfter},
      {"another catalog",
       {{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> /OpenAction 9 0 R >>"}, {9, "<< /S /JavaScript /JS (1) >>"}},
       Verdict::Invalid,
       Reason::ChangedAfter},
      {"a note on the page",
       {{3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Annots [4 0 R 9 0 R] >>"},
        {9, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] >>"}},
       Verdict::Invalid,
       Reason::ChangedAfter},
      {"the look of the signature",
       {{4, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Chu ky 1) /F 132 /P 3 0 R /Rect [0 0 500 500] /V 5 0 R >>"}},
       Verdict::Invalid,
       Reason::ChangedAfter},
  };

  for (const auto& c : cases) {
    PdfFile file = signed_file();
    file.add(c.objects);
    const Signature signature = one(file.bytes_);
    BOOST_TEST(key_of(signature.verdict) == key_of(c.verdict), c.label);
    BOOST_TEST(has(signature, c.reason), c.label);
  }
  BOOST_TEST(has(one(signed_file().bytes_ + "garbage behind the end"), Reason::NotWhole) == true);
}

BOOST_AUTO_TEST_CASE(D9_1c_a_second_signature_leaves_the_first_alone_unless_it_can_be_seen) {
  for (const bool is_visible : {false, true}) {
    PdfFile file = signed_file();
    file.add({{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 8 0 R] /SigFlags 3 >> >>"},
              {3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Annots [4 0 R 8 0 R] >>"},
              {8, field(9, "Chu ky 2", is_visible ? "100 100 200 150" : "0 0 0 0")},
              {9, empty_signature()}});
    sign(file, world().person.get(), world().key.get(), {.crl = world().good.get()});
    const Report report = inspect(file.bytes_, world().anchors(), kNow);
    BOOST_REQUIRE_EQUAL(report.signatures.size(), 2U);
    BOOST_TEST(report.signatures[1].covers_all);
    BOOST_TEST(key_of(report.signatures[1].verdict) == "valid", reasons(report));
    BOOST_TEST(key_of(report.signatures[0].verdict) == (is_visible ? "unsure" : "valid"), reasons(report));
    BOOST_TEST(has(report.signatures[0], Reason::AddedAfter) == is_visible);
    BOOST_TEST(report.is_verified());
  }
}

BOOST_AUTO_TEST_CASE(D9_1c_ranges_that_do_not_go_around_the_signature_exactly_are_wrong) {
  const std::string whole = signed_file().bytes_;
  const std::size_t at = whole.find("/ByteRange [0 ") + 14;
  const auto with_range = [&](std::string range) {
    std::string changed = whole;
    range.resize(34, ' ');
    return changed.replace(at, 34, range);
  };
  for (const char* range : {"", "10 20", "10 20 30 40", "-1 5 5", "99999999 99999999 5", "10 9999999999999999999 5", "0 20 30", "(a) 1 2", "1.5 2 3"})
    BOOST_TEST(has(one(with_range(range)), Reason::BadByteRange), range);
}

BOOST_AUTO_TEST_CASE(D9_1c_weak_digests_and_signatures_without_attributes_are_not_valid) {
  const Signature weak = one(signed_file({.digest = EVP_sha1()}).bytes_);
  BOOST_TEST(key_of(weak.verdict) == "unsure");
  BOOST_TEST(has(weak, Reason::WeakAlgorithm));
  const Signature bare = one(signed_file({.flags = CMS_NOATTR}).bytes_);
  BOOST_TEST(bare.is_intact);
  BOOST_TEST(has(bare, Reason::NoSignedAttributes));
  BOOST_TEST(key_of(bare.verdict) == "unsure");
  BOOST_TEST(has(one(signed_file({}, nullptr, nullptr, "adbe.pkcs7.sha1").bytes_), Reason::Unsupported));
}

BOOST_AUTO_TEST_CASE(D9_1c_what_is_no_pdf_has_no_signatures_and_what_is_broken_has_none_that_is_valid) {
  for (const std::string& text : {std::string{}, std::string{"%PDF-1.7"}, std::string{"PK\x03\x04"}, std::string{"%PDF-1.7\nstartxref\n99999\n%%EOF"}}) {
    const Report report = inspect(text, world().anchors(), kNow);
    BOOST_TEST(report.signatures.empty());
    BOOST_TEST(!report.is_verified());
  }
  const std::string whole = signed_file().bytes_;
  for (std::size_t cut = 1; cut < whole.size(); cut += 331)
    for (const Signature& signature : inspect(std::string_view(whole).substr(0, cut), world().anchors(), kNow).signatures)
      BOOST_TEST((signature.verdict != Verdict::Valid));
}

BOOST_AUTO_TEST_CASE(every_reason_has_its_words) {
  for (int i = 0; i <= static_cast<int>(Reason::RevocationUnknown); ++i) BOOST_TEST(!words_of(static_cast<Reason>(i)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
