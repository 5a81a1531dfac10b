// D9.1c: a signature is Valid only when every question has a good answer.
#include "shared/signatures/signatures.h"

#include <algorithm>
#include <map>
#include <string>

#include <boost/test/unit_test.hpp>
#include <openssl/pem.h>

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
  Key clock_key = make_key();
  Cert clock = make_certificate({.name = "Dấu thời gian", .usage = "critical,digitalSignature", .serial = 20, .extended = "critical,timeStamping"},
                                clock_key.get(), root.get(), root_key.get());

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

template <typename Judged>
bool has(const Judged& signature, Reason reason) {
  return std::find(signature.reasons.begin(), signature.reasons.end(), reason) != signature.reasons.end();
}

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

Authority authority_at(std::string_view iso) { return {world().clock.get(), world().clock_key.get(), day(iso)}; }

// What a revision needs to carry proofs: a catalogue with /DSS, and the streams.
std::map<int, std::string> proofs(const std::vector<std::string>& crls, const std::vector<std::string>& ocsps = {}, const std::string& fields = "[4 0 R]") {
  std::map<int, std::string> objects;
  int number = 20;
  const auto list = [&](const std::vector<std::string>& all) {
    std::string out = "[";
    for (const std::string& one : all) {
      out += std::to_string(number) + " 0 R ";
      objects[number++] = stream(one);
    }
    return out + "]";
  };
  const std::string dss = "<< /CRLs " + list(crls) + " /OCSPs " + list(ocsps) + " >>";
  objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields " + fields + " /SigFlags 3 >> /DSS " + dss + " >>";
  return objects;
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
    BOOST_TEST((signature.claimed_time == day("2026-11-25")));
    BOOST_TEST(!signature.proved_time.has_value());
  }
}

BOOST_AUTO_TEST_CASE(D9_1c_every_byte_that_is_changed_is_noticed) {
  const std::string whole = signed_file().bytes_;
  const std::size_t gap = whole.find("/Contents <3");
  const std::size_t gap_end = whole.find('>', gap);
  const Anchors anchors = world().anchors();
  for (std::size_t at = 0; at<whole.size(); at += at> gap && at < gap_end ? 97 : 7) {
    std::string changed = whole;
    changed[at] = changed[at] == '1' ? '2' : '1';
    const Report report = inspect(changed, anchors, kNow);
    for (const Signature& signature : report.signatures) {
      if (signature.verdict != Verdict::Valid) continue;
      // What packs the signature is not signed (the version of the CMS, for one): it may differ while it says the same.
      BOOST_TEST((at > gap && at < gap_end), at << ": " << reasons(report));
      BOOST_TEST(signature.signer->serial == "07");
    }
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

BOOST_AUTO_TEST_CASE(D9_1c_who_claims_a_time_at_which_the_certificate_was_not_in_force_is_not_believed) {
  const Signature early = one(signed_file({.claimed = day("2025-12-31")}).bytes_);
  BOOST_TEST(key_of(early.verdict) == "unsure");
  BOOST_TEST(has(early, Reason::NotInForce));
}

BOOST_AUTO_TEST_CASE(D9_1c_another_certificate_of_the_same_key_is_not_the_one_that_signed) {
  // Same issuer, number and key, another name: only the signed attribute (ESS) tells them apart.
  const Cert other = make_certificate({.name = "Trần Văn B", .serial = 7}, world().key.get(), world().root.get(), world().root_key.get());
  const Signature exchanged = one(signed_file({.flags = CMS_CADES | CMS_NOCERTS, .other = other.get()}).bytes_);
  BOOST_TEST(exchanged.signer->name == "Trần Văn B");
  BOOST_TEST(has(exchanged, Reason::WrongCertificate));
  BOOST_TEST(key_of(exchanged.verdict) == "invalid");
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
       {{3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Annots [4 0 R 9 0 R] /B 10 0 R >>"},
        {9, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] >>"}},
       Verdict::Invalid,
       Reason::ChangedAfter},
      {"an object that the page named and that was not there",
       {{10, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] >>"}},
       Verdict::Invalid,
       Reason::ChangedAfter},
      {"an empty field more",
       {{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 9 0 R] /SigFlags 3 >> >>"}, {9, "<< /FT /Sig /T (x) >>"}},
       Verdict::Invalid,
       Reason::ChangedAfter},
      {"the reason that the signer gave",
       {{5, "<< /Type /Sig /SubFilter /adbe.pkcs7.detached /Reason (Huy bo) /ByteRange [0 1 2 3] /Contents <00> >>"}},
       Verdict::Invalid,
       Reason::BadByteRange},
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
  for (const char* behind : {"garbage behind the end", "9 0 obj\n(x)\nendobj\n", "%%EOF", "startxref\n0\n%%EOF x"})
    BOOST_TEST((one(signed_file().bytes_ + behind).verdict != Verdict::Valid), behind);
  BOOST_TEST(key_of(one(signed_file().bytes_ + "\r\n").verdict) == "valid", "white space shows nothing");
}

BOOST_AUTO_TEST_CASE(D9_1c_an_update_hides_nothing_behind_the_proofs_or_behind_a_hidden_field) {
  // The document was made so that what "proves" is what the page shows (a shadow attack): /Certs of the DSS is the array of the page's notes.
  PdfFile shadow;
  shadow.add({{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> /DSS << /Certs 7 0 R >> >>"},
              {2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"},
              {3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Annots [4 0 R] >>"},
              {4, field(5, "Chu ky 1")},
              {5, empty_signature()},
              {6, stream("BT (Quyet dinh) Tj ET")},
              {7, "[6 0 R]"}});
  sign(shadow, world().person.get(), world().key.get(), {.crl = world().good.get()});
  BOOST_TEST(key_of(one(shadow.bytes_).verdict) == "valid");
  shadow.add({{7, "[8 0 R]"}, {8, stream("BT (Quyet toan) Tj ET")}});
  BOOST_TEST(has(one(shadow.bytes_), Reason::ChangedAfter));
  // A second signature that nobody sees, and that acts.
  PdfFile acting = signed_file();
  std::string widget = field(9, "Chu ky 2");
  widget.insert(2, " /AA << /PO << /S /JavaScript /JS (this.dirty = true) >> >> ");
  acting.add({{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 8 0 R] /SigFlags 3 >> >>"}, {8, widget}, {9, empty_signature()}});
  sign(acting, world().person.get(), world().key.get(), {.crl = world().good.get()});
  const Report report = inspect(acting.bytes_, world().anchors(), kNow);
  BOOST_REQUIRE_EQUAL(report.signatures.size(), 2U);
  BOOST_TEST(has(report.signatures[0], Reason::ChangedAfter), reasons(report));
  BOOST_TEST(!report.is_verified());
  // A note that says that it is a signature: readers draw its sign wherever it is, without a place too.
  PdfFile noting = signed_file();
  noting.add({{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 9 0 R] /SigFlags 3 >> >>"},
              {3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Annots [4 0 R 9 0 R] /B 10 0 R >>"},
              {9, "<< /Type /Annot /Subtype /Text /FT /Sig /T (b) /Rect [0 0 0 0] /V 5 0 R >>"}});
  for (const Signature& signature : inspect(noting.bytes_, world().anchors(), kNow).signatures) BOOST_TEST(has(signature, Reason::ChangedAfter));
}

BOOST_AUTO_TEST_CASE(D9_1c_a_field_that_came_later_cannot_speak_for_an_older_signature) {
  PdfFile file = signed_file();
  const std::size_t from = file.bytes_.find("5 0 obj") + 8;
  std::string copy = file.bytes_.substr(from, file.bytes_.find("endobj", from) - from);
  copy.replace(copy.find("(Ban hanh)"), 10, "(Huy bo cu)");
  file.add({{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 8 0 R] /SigFlags 3 >> >>"}, {8, field(9, "Chu ky 2")}, {9, copy}});
  const Report report = inspect(file.bytes_, world().anchors(), kNow);
  BOOST_REQUIRE_EQUAL(report.signatures.size(), 2U);
  const auto later = std::find_if(report.signatures.begin(), report.signatures.end(), [](const Signature& s) { return s.reason == "Huy bo cu"; });
  BOOST_REQUIRE((later != report.signatures.end()));
  BOOST_TEST(has(*later, Reason::ChangedAfter), reasons(report));
  BOOST_TEST(key_of(later->verdict) == "invalid");
}

BOOST_AUTO_TEST_CASE(D9_1c_a_certification_that_forbids_changes_is_doubted_when_somebody_signs_afterwards) {
  for (const char* level : {"1", "2"}) {
    PdfFile file;
    std::string certification = empty_signature();
    certification.insert(2, " /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /P " + std::string{level} + " /V /1.2 >> >>] ");
    const auto catalogue = [](const std::string& fields) {
      return "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 5 0 R >> /AcroForm << /Fields " + fields + " /SigFlags 3 >> >>";
    };
    file.add({{1, catalogue("[4 0 R]")},
              {2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"},
              {3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>"},
              {4, field(5, "Chu ky 1")},
              {5, certification}});
    sign(file, world().person.get(), world().key.get(), {.crl = world().good.get()});
    file.add({{1, catalogue("[4 0 R 8 0 R]")}, {8, field(9, "Chu ky 2")}, {9, empty_signature()}});
    sign(file, world().person.get(), world().key.get(), {.crl = world().good.get()});
    const Report report = inspect(file.bytes_, world().anchors(), kNow);
    BOOST_REQUIRE_EQUAL(report.signatures.size(), 2U);
    BOOST_TEST(key_of(report.signatures[0].kind) == "certification");
    BOOST_TEST(key_of(report.signatures[0].verdict) == (std::string_view{level} == "1" ? "unsure" : "valid"), reasons(report));
    BOOST_TEST(key_of(report.signatures[1].kind) == "approval");
  }
}

BOOST_AUTO_TEST_CASE(D9_1c_a_time_stamp_proves_a_time_only_when_its_authority_is_trusted) {
  // Years later the certificate is over; the stamp says that it was in force, and a list that was made after it says that nobody was revoked until then.
  const UtcTime later = day("2029-06-01");
  const List after = make_crl(world().root.get(), world().root_key.get(), nullptr, day("2026-11-21"), day("2026-12-31"));
  const Key clock_key = make_key();
  const auto clock_until = [&](std::string_view until, const char* extended = "critical,timeStamping") {
    return make_certificate({.name = "Dấu thời gian", .until = day(until), .usage = "critical,digitalSignature", .serial = 21, .extended = extended},
                            clock_key.get(), world().root.get(), world().root_key.get());
  };
  const Cert lasting = clock_until("2032-01-01");
  const Authority authority{lasting.get(), clock_key.get(), day("2026-11-20")};
  const std::string file = signed_file({.crl = after.get(), .stamped = authority}).bytes_;
  // The root is over too in 2029; a longer one of the same key and name is trusted.
  const Cert lasting_root = make_certificate({.name = "CA thử nghiệm", .is_authority = true, .until = day("2040-01-01"), .serial = 101}, world().root_key.get(),
                                             nullptr, world().root_key.get());
  const auto judge = [&](const std::string& pdf) {
    Anchors trusted;
    trusted.add(der_of(lasting_root.get()));
    const Report report = inspect(pdf, trusted, later);
    BOOST_REQUIRE_EQUAL(report.signatures.size(), 1U);
    BOOST_TEST_MESSAGE(reasons(report));
    return report.signatures.front();
  };
  const Signature proved = judge(file);
  BOOST_TEST((proved.proved_time == day("2026-11-20")));
  BOOST_TEST(key_of(proved.verdict) == "valid");
  // The same without the stamp, of an authority that is over itself, that may not stamp, that nobody trusts, or that stamped something else.
  BOOST_TEST(has(judge(signed_file({.crl = after.get()}).bytes_), Reason::NotInForce));
  const Cert over = clock_until("2027-06-01");
  const Cert mail = clock_until("2032-01-01", "emailProtection");
  const World stranger;
  for (const Authority& wrong :
       {Authority{over.get(), clock_key.get(), day("2026-11-20")}, Authority{mail.get(), clock_key.get(), day("2026-11-20")},
        Authority{stranger.clock.get(), stranger.clock_key.get(), day("2026-11-20")}, Authority{lasting.get(), clock_key.get(), day("2030-11-20")}}) {
    const Signature unproved = judge(signed_file({.crl = after.get(), .stamped = wrong}).bytes_);
    BOOST_TEST(!unproved.proved_time.has_value());
    BOOST_TEST(key_of(unproved.verdict) == "unsure");
  }
  // Signed after the certificate was over, as the stamp says.
  const Signature late = judge(signed_file({.crl = after.get(), .stamped = Authority{lasting.get(), clock_key.get(), day("2028-11-20")}}).bytes_);
  BOOST_TEST(key_of(late.verdict) != "valid");
}

BOOST_AUTO_TEST_CASE(D9_1c_what_was_revoked_after_the_proved_time_was_good_then) {
  const auto revoked_since = [](std::string_view since) {
    return make_crl(world().root.get(), world().root_key.get(), world().person.get(), day("2026-11-25"), day("2026-12-31"), day(since));
  };
  const List later = revoked_since("2026-11-24");
  const List earlier = revoked_since("2026-11-10");
  const Signature good = one(signed_file({.crl = later.get(), .stamped = authority_at("2026-11-20")}).bytes_);
  BOOST_TEST(key_of(good.verdict) == "valid");
  BOOST_TEST((good.proved_time == day("2026-11-20")));
  BOOST_TEST(has(one(signed_file({.crl = earlier.get(), .stamped = authority_at("2026-11-20")}).bytes_), Reason::Revoked));
  BOOST_TEST(has(one(signed_file({.crl = later.get()}).bytes_), Reason::Revoked), "no time is proved");
  // Not so for a time stamping authority: who took its key could set the clock back.
  const List clock = make_crl(world().root.get(), world().root_key.get(), world().clock.get(), day("2026-11-25"), day("2026-12-31"), day("2026-11-24"));
  BOOST_TEST(!one(signed_file({.crl = clock.get(), .stamped = authority_at("2026-11-20")}).bytes_).proved_time.has_value());
}

BOOST_AUTO_TEST_CASE(D9_1c_a_list_that_is_for_other_certificates_says_nothing) {
  const struct {
    const char* point;
    bool is_good;
  } cases[] = {{"critical,fullname:URI:http://ca.example/list.crl", true},
               {"critical,fullname:URI:http://ca.example/list.crl,onlyuser:TRUE", true},
               {"critical,fullname:URI:http://ca.example/other.crl", false},
               {"critical,onlyuser:TRUE", true},
               {"critical,onlyCA:TRUE", false},
               {"critical,onlyAA:TRUE", false},
               {"critical,indirectCRL:TRUE", false},
               {"critical,onlysomereasons:keyCompromise", false}};

  const Key key = make_key();
  const Cert person =
      make_certificate({.name = "Lê Văn C", .serial = 40, .list = "URI:http://ca.example/list.crl"}, key.get(), world().root.get(), world().root_key.get());
  for (const auto& c : cases) {
    const List list = make_crl(world().root.get(), world().root_key.get(), nullptr);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_issuing_distribution_point, c.point);
    BOOST_REQUIRE(extension != nullptr);
    X509_CRL_add_ext(list.get(), extension, -1);
    X509_EXTENSION_free(extension);
    X509_CRL_sign(list.get(), world().root_key.get(), EVP_sha256());
    const Signature signature = one(signed_file({.crl = list.get()}, person.get(), key.get()).bytes_);
    BOOST_TEST(key_of(signature.verdict) == (c.is_good ? "valid" : "unsure"), c.point);
    BOOST_TEST(has(signature, Reason::RevocationUnknown) == !c.is_good, c.point);
  }
}

BOOST_AUTO_TEST_CASE(D9_1c_a_document_time_stamp_proves_a_time_for_what_it_covers) {
  PdfFile file = signed_file();
  auto objects = proofs({der_of(world().good.get())}, {}, "[4 0 R 8 0 R]");
  objects[8] = field(9, "Dau thoi gian");
  objects[9] = empty_signature("ETSI.RFC3161");
  file.add(objects);
  const std::string unstamped = file.bytes_;
  stamp(file, authority_at("2026-11-20"));
  const Report report = inspect(file.bytes_, world().anchors(), kNow);
  BOOST_REQUIRE_EQUAL(report.signatures.size(), 2U);
  BOOST_TEST(key_of(report.signatures[1].kind) == "timestamp");
  BOOST_TEST(key_of(report.signatures[1].verdict) == "valid", reasons(report));
  BOOST_TEST(key_of(report.signatures[0].verdict) == "valid", reasons(report));
  BOOST_TEST((report.signatures[0].proved_time == day("2026-11-20")));
  BOOST_TEST(report.is_verified());
  // A stamp alone is nobody's signature, and one over other bytes proves nothing.
  PdfFile other{file};
  other.bytes_ = unstamped;
  fill(other, [](std::string_view) { return make_token(authority_at("2026-11-20"), "something else"); });
  const Report wrong = inspect(other.bytes_, world().anchors(), kNow);
  BOOST_REQUIRE_EQUAL(wrong.signatures.size(), 2U);
  BOOST_TEST(has(wrong.signatures[1], Reason::DigestMismatch));
  BOOST_TEST(!wrong.signatures[0].proved_time.has_value());
  BOOST_TEST(!wrong.is_verified());
  PdfFile alone = unsigned_file("ETSI.RFC3161");
  auto list = proofs({der_of(world().good.get())});
  stamp(alone, authority_at("2026-11-20"));
  alone.add(list);
  const Report only = inspect(alone.bytes_, world().anchors(), kNow);
  BOOST_TEST(key_of(only.signatures.front().verdict) == "valid", reasons(only));
  BOOST_TEST(!only.is_verified());
}

BOOST_AUTO_TEST_CASE(D9_1c_an_OCSP_answer_counts_when_the_issuer_or_whom_it_named_signed_it) {
  const Key named_key = make_key();
  const auto responder = [&](const char* extended, const World& issuer) {
    return make_certificate({.name = "OCSP", .usage = "critical,digitalSignature", .serial = 30, .extended = extended}, named_key.get(), issuer.root.get(),
                            issuer.root_key.get());
  };
  const Cert named = responder("OCSPSigning", world());
  const Cert unnamed = responder("emailProtection", world());
  const World stranger;
  const Cert strange = responder("OCSPSigning", stranger);
  const List none = make_crl(stranger.root.get(), stranger.root_key.get(), nullptr);
  X509* person = world().person.get();
  X509* root = world().root.get();
  const auto with = [&](const std::string& answer) {
    PdfFile file = signed_file({.crl = none.get()});
    file.add(proofs({}, {answer}));
    return one(file.bytes_);
  };
  BOOST_TEST(key_of(with(make_ocsp(person, root, root, world().root_key.get())).verdict) == "valid");
  BOOST_TEST(key_of(with(make_ocsp(person, root, named.get(), named_key.get())).verdict) == "valid");
  BOOST_TEST(has(with(make_ocsp(person, root, unnamed.get(), named_key.get())), Reason::RevocationUnknown));
  BOOST_TEST(has(with(make_ocsp(person, root, strange.get(), named_key.get())), Reason::RevocationUnknown));
  BOOST_TEST(has(with(make_ocsp(world().clock.get(), root, root, world().root_key.get())), Reason::RevocationUnknown), "about somebody else");
  BOOST_TEST(has(with(make_ocsp(person, root, root, world().root_key.get(), day("2026-11-01"), day("2026-11-10"))), Reason::RevocationUnknown), "too old");
  BOOST_TEST(has(with(make_ocsp(person, root, root, world().root_key.get(), day("2026-11-25"), day("2026-12-31"), day("2026-11-24"))), Reason::Revoked));
  BOOST_TEST(has(with("no answer"), Reason::RevocationUnknown));
}

BOOST_AUTO_TEST_CASE(D9_1c_proofs_that_inflate_without_end_are_not_read) {
  // A list that would do stands at the beginning of what is too long.
  const std::string long_end(20 * 1024 * 1024, '0');
  const List none = make_crl(world().clock.get(), world().clock_key.get(), nullptr);
  PdfFile file = signed_file({.crl = none.get()});
  file.add(proofs({der_of(world().good.get()) + long_end}));
  BOOST_TEST(has(one(file.bytes_), Reason::RevocationUnknown));
}

BOOST_AUTO_TEST_CASE(D9_1c_a_second_signature_leaves_the_first_alone_unless_it_can_be_seen) {
  for (const bool is_visible : {false, true}) {
    PdfFile file = signed_file();
    file.add({{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 8 0 R] /SigFlags 3 >> >>"},
              {3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Annots [4 0 R 8 0 R] /B 10 0 R >>"},
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
  for (const char* range : {"10 20", "10 20 30 40", "-1 5 5", "99999999 99999999 5", "10 999999999999999999 5", "0 20 30", "(a) 1 2", "1.5 2 3"})
    BOOST_TEST(has(one(with_range(range)), Reason::BadByteRange), range);
  const Report report = inspect(with_range("10 9999999999999999999 5"), world().anchors(), kNow);
  BOOST_TEST(report.signatures.empty(), "no number that a program can hold, so no object");
  BOOST_TEST(has(report, Reason::Unreadable));
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

BOOST_AUTO_TEST_CASE(D9_1c_a_broken_file_is_repaired_only_to_tell_whose_signatures_it_has) {
  std::string broken = signed_file().bytes_;
  broken.replace(broken.rfind("startxref\n") + 10, 1, "9");
  const Signature signature = one(broken);
  BOOST_TEST(has(signature, Reason::Unreadable));
  BOOST_TEST((signature.verdict != Verdict::Valid));
  BOOST_TEST(signature.signer->name == "Nguyễn Văn A");
}

BOOST_AUTO_TEST_CASE(D9_1c_the_string_holds_the_signature_and_zeros) {
  const std::string whole = signed_file().bytes_;
  const std::size_t end = whole.find('>', whole.find("/Contents <3"));
  std::string padded = whole;
  padded.replace(end - 2, 2, "01");
  BOOST_TEST(has(one(padded), Reason::BadCms));
  padded.replace(end - 2, 2, " 0");
  BOOST_TEST(has(one(padded), Reason::BadByteRange), "what is not signed may hold nothing but digits");
}

BOOST_AUTO_TEST_CASE(D9_1c_fields_that_go_in_circles_or_are_too_many_end) {
  PdfFile circle = unsigned_file();
  circle.add({{4, "<< /FT /Sig /T (a) /Kids [4 0 R] >>"}});
  BOOST_TEST(has(inspect(circle.bytes_, world().anchors(), kNow), Reason::Unreadable));
  std::string many = "[";
  for (int i = 0; i < 30'000; ++i) many += "<< /FT /Sig >> ";
  PdfFile crowd = unsigned_file();
  crowd.add({{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields " + many + "] >> >>"}});
  BOOST_TEST(has(inspect(crowd.bytes_, world().anchors(), kNow), Reason::Unreadable));
}

BOOST_AUTO_TEST_CASE(anchors_are_taken_all_or_none) {
  const auto pem_of = [](X509* cert) {
    const std::unique_ptr<BIO, Freeing<BIO, BIO_free_all>> out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), cert);
    char* data = nullptr;
    const long length = BIO_get_mem_data(out.get(), &data);
    return std::string(data, static_cast<std::size_t>(length));
  };
  const std::string first = pem_of(world().root.get());
  std::string second = pem_of(world().person.get());
  Anchors both;
  BOOST_TEST(both.add("# root\n" + first + second) == 2U);
  second.replace(40, 8, "AAAAAAAA");
  Anchors half;
  BOOST_TEST(half.add(first + second) == 0U);
  BOOST_TEST(half.size() == 0U);
  BOOST_TEST(half.add("no certificate") == 0U);
  BOOST_TEST(
      half.add(
          "-----BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\nAAAA\n-----END CERTIFICATE-----\n") ==
          0U,
      "no password is asked for");
}

BOOST_AUTO_TEST_CASE(every_reason_has_its_words) {
  for (int i = 0; i <= static_cast<int>(Reason::RevocationUnknown); ++i) BOOST_TEST(!words_of(static_cast<Reason>(i)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
