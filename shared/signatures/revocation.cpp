#include "shared/signatures/revocation.h"

#include <functional>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509v3.h>

namespace portal::signatures {
namespace {

// Whether a statement made at `from` and good until `until` speaks of `at`: made later, or in force then. Without an end it must have been made later.
bool speaks_of(const ASN1_TIME* from, const ASN1_TIME* until, const Moment& moment) {
  const auto begin = time_of(from);
  if (!begin || *begin > moment.now) return false;
  if (*begin >= moment.at) return true;
  const auto end = time_of(until);
  return end && *end >= moment.at;
}

Revocation revoked_at(std::optional<base::UtcTime> when, const Moment& moment) {
  return !moment.is_proved || !when || *when <= moment.at ? Revocation::Revoked : Revocation::Good;  // good: revoked after the proved time
}

using Points = Owned<CRL_DIST_POINTS, CRL_DIST_POINTS_free>;
using Point = Owned<ISSUING_DIST_POINT, ISSUING_DIST_POINT_free>;

bool is_same_name(const DIST_POINT_NAME* one, const DIST_POINT_NAME* other) {
  constexpr int kFullName = 0;
  if (one == nullptr || other == nullptr || one->type != kFullName || other->type != kFullName) return false;
  for (int i = 0; i < sk_GENERAL_NAME_num(one->name.fullname); ++i)
    for (int j = 0; j < sk_GENERAL_NAME_num(other->name.fullname); ++j)
      if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(one->name.fullname, i), sk_GENERAL_NAME_value(other->name.fullname, j)) == 0) return true;
  return false;
}

// RFC 5280, 6.3.3 (b)(2): whether a list that is for a part of the certificates is for this one: it says so of its kind, and the certificate names the
// list's place.
bool is_for(const ISSUING_DIST_POINT* point, X509* certificate) {
  if (point->indirectCRL != 0 || point->onlyattr != 0 || point->onlysomereasons != nullptr) return false;
  const bool is_authority = X509_check_ca(certificate) == 1;
  if ((point->onlyuser != 0 && is_authority) || (point->onlyCA != 0 && !is_authority)) return false;
  if (point->distpoint == nullptr) return true;
  const Points named(static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
  for (int i = 0; i < sk_DIST_POINT_num(named.get()); ++i) {
    const DIST_POINT* one = sk_DIST_POINT_value(named.get(), i);
    if (one->reasons == nullptr && one->CRLissuer == nullptr && is_same_name(point->distpoint, one->distpoint)) return true;
  }
  return false;
}

// A list of changes only, of other certificates, or with conditions that are not understood does not say that one is good.
bool is_list_for(const X509_CRL* crl, X509* certificate) {
  for (int i = 0; i < X509_CRL_get_ext_count(crl); ++i) {
    X509_EXTENSION* extension = X509_CRL_get_ext(crl, i);
    const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
    if (nid == NID_delta_crl || (nid != NID_issuing_distribution_point && X509_EXTENSION_get_critical(extension) != 0)) return false;
    if (nid != NID_issuing_distribution_point) continue;
    const Point point(static_cast<ISSUING_DIST_POINT*>(X509V3_EXT_d2i(extension)));
    if (point == nullptr || !is_for(point.get(), certificate)) return false;
  }
  return true;
}

// Since when the key may have been in other hands, when the list says so, otherwise when it was revoked.
std::optional<base::UtcTime> bad_since(const X509_REVOKED* entry) {
  const auto revoked = time_of(X509_REVOKED_get0_revocationDate(entry));
  const Owned<ASN1_GENERALIZEDTIME, ASN1_GENERALIZEDTIME_free> invalid(
      static_cast<ASN1_GENERALIZEDTIME*>(X509_REVOKED_get_ext_d2i(entry, NID_invalidity_date, nullptr, nullptr)));
  const auto earlier = time_of(invalid.get());
  return earlier && (!revoked || *earlier < *revoked) ? earlier : revoked;
}

Revocation from_crl(X509_CRL* crl, X509* certificate, X509* issuer, const Moment& moment) {
  if (X509_NAME_cmp(X509_CRL_get_issuer(crl), X509_get_subject_name(issuer)) != 0) return Revocation::Unknown;
  if (!is_list_for(crl, certificate) || is_weak_signature(X509_CRL_get_signature_nid(crl))) return Revocation::Unknown;
  if ((X509_get_extension_flags(issuer) & EXFLAG_KUSAGE) != 0 && (X509_get_key_usage(issuer) & KU_CRL_SIGN) == 0) return Revocation::Unknown;
  EVP_PKEY* key = X509_get0_pubkey(issuer);
  if (key == nullptr || X509_CRL_verify(crl, key) != 1) return Revocation::Unknown;
  X509_REVOKED* entry = nullptr;
  const int found = X509_CRL_get0_by_cert(crl, &entry, certificate);
  constexpr int kRemoved = 2;
  if (found == 1) return revoked_at(bad_since(entry), moment);
  if (found == kRemoved) return Revocation::Unknown;
  return speaks_of(X509_CRL_get0_lastUpdate(crl), X509_CRL_get0_nextUpdate(crl), moment) ? Revocation::Good : Revocation::Unknown;
}

// The answer must be signed by the issuer, or by whom the issuer's own certificate names for it (RFC 6960, 4.2.2.2).
bool is_answer_signed(OCSP_BASICRESP* answer, X509* issuer) {
  const X509_ALGOR* algorithm = OCSP_resp_get0_tbs_sigalg(answer);
  const auto produced = time_of(OCSP_resp_get0_produced_at(answer));
  if (!produced || algorithm == nullptr || is_weak_signature(OBJ_obj2nid(algorithm->algorithm))) return false;
  const Owned<X509_STORE, X509_STORE_free> store(X509_STORE_new());
  X509_STORE_add_cert(store.get(), issuer);
  X509_VERIFY_PARAM* parameters = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_time(parameters, seconds_of(*produced));
  Stack known(sk_X509_new_null());
  push(known, issuer);
  return OCSP_basic_verify(answer, known.get(), store.get(), 0) == 1;
}

bool is_about(const OCSP_CERTID* named, X509* certificate, X509* issuer) {
  ASN1_OBJECT* algorithm = nullptr;
  OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, const_cast<OCSP_CERTID*>(named));
  const EVP_MD* digest = EVP_get_digestbyobj(algorithm);
  if (digest == nullptr) return false;
  const Owned<OCSP_CERTID, OCSP_CERTID_free> wanted(OCSP_cert_to_id(digest, certificate, issuer));
  return wanted != nullptr && OCSP_id_cmp(wanted.get(), named) == 0;
}

// The worse of two answers to one question: who is revoked anywhere is revoked.
Revocation together(Revocation one, Revocation other) {
  if (one == Revocation::Revoked || other == Revocation::Revoked) return Revocation::Revoked;
  return one == Revocation::Good || other == Revocation::Good ? Revocation::Good : Revocation::Unknown;
}

Revocation from_answer(OCSP_BASICRESP* answer, X509* certificate, X509* issuer, const Moment& moment) {
  Revocation all = Revocation::Unknown;
  bool is_signed = false;
  for (int i = 0; i < OCSP_resp_count(answer); ++i) {
    OCSP_SINGLERESP* one = OCSP_resp_get0(answer, i);
    if (!is_about(OCSP_SINGLERESP_get0_id(one), certificate, issuer)) continue;
    // Once for all that it says: an answer may hold a hundred thousand.
    if (!is_signed && !is_answer_signed(answer, issuer)) return Revocation::Unknown;
    is_signed = true;
    ASN1_GENERALIZEDTIME* since = nullptr;
    ASN1_GENERALIZEDTIME* from = nullptr;
    ASN1_GENERALIZEDTIME* until = nullptr;
    const int status = OCSP_single_get0_status(one, nullptr, &since, &from, &until);
    if (status == V_OCSP_CERTSTATUS_REVOKED)
      all = together(all, revoked_at(time_of(since), moment));
    else if (status == V_OCSP_CERTSTATUS_GOOD && speaks_of(from, until, moment))
      all = together(all, Revocation::Good);
  }
  return all;
}

Revocation of_one(X509* certificate, X509* issuer, const std::vector<const Evidence*>& known, const Moment& moment) {
  Revocation all = Revocation::Unknown;
  for (const Evidence* evidence : known) {
    for (const auto& crl : evidence->crls) all = together(all, from_crl(crl.get(), certificate, issuer, moment));
    for (const auto& answer : evidence->answers) all = together(all, from_answer(answer.get(), certificate, issuer, moment));
  }
  ERR_clear_error();
  return all;
}

struct Value {
  int tag = 0;
  std::string_view whole;    // with its head
  std::string_view content;  // without
};

// Calls `each` with every DER value in the content of a constructed one.
void each_value(std::string_view bytes, const std::function<void(const Value&)>& each) {
  while (!bytes.empty()) {
    const unsigned char* at = data_of(bytes);
    long length = 0;
    int tag = 0;
    int kind = 0;
    const int flags = ASN1_get_object(&at, &length, &tag, &kind, static_cast<long>(bytes.size()));
    constexpr int kIndefinite = 0x21;
    const auto head = static_cast<std::size_t>(at - data_of(bytes));
    if ((flags & 0x80) != 0 || flags == kIndefinite || length < 0 || static_cast<std::size_t>(length) > bytes.size() - head) return;
    const std::size_t whole = head + static_cast<std::size_t>(length);
    each({tag, bytes.substr(0, whole), bytes.substr(head, static_cast<std::size_t>(length))});
    bytes.remove_prefix(whole);
  }
}

}  // namespace

void Evidence::add_certificate(X509* certificate) {
  if (sk_X509_num(certificates.get()) < static_cast<int>(kMaxProofs)) push(certificates, certificate);
}

void Evidence::add_crl(std::string_view der) {
  if (crls.size() >= kMaxProofs) return;
  const unsigned char* at = data_of(der);
  if (Owned<X509_CRL, X509_CRL_free> crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size()))); crl != nullptr) crls.push_back(std::move(crl));
  ERR_clear_error();
}

void Evidence::add_ocsp(std::string_view der) {
  if (answers.size() >= kMaxProofs) return;
  const unsigned char* at = data_of(der);
  const Owned<OCSP_RESPONSE, OCSP_RESPONSE_free> response(d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size())));
  if (response != nullptr && OCSP_response_status(response.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL)
    if (Owned<OCSP_BASICRESP, OCSP_BASICRESP_free> basic(OCSP_response_get1_basic(response.get())); basic != nullptr) answers.push_back(std::move(basic));
  ERR_clear_error();
}

void Evidence::add_cms(CMS_ContentInfo* cms, CMS_SignerInfo* info) {
  const Stack own(CMS_get1_certs(cms));
  for (int i = 0; i < sk_X509_num(own.get()); ++i) add_certificate(sk_X509_value(own.get(), i));
  if (STACK_OF(X509_CRL)* lists = CMS_get1_crls(cms); lists != nullptr) {
    while (X509_CRL* crl = sk_X509_CRL_pop(lists)) {
      Owned<X509_CRL, X509_CRL_free> one(crl);
      if (crls.size() < kMaxProofs) crls.push_back(std::move(one));
    }
    sk_X509_CRL_free(lists);
  }
  // adbe-revocationInfoArchival (ISO 32000, 12.8.3.3.2): SEQUENCE { [0] SEQUENCE OF CRL, [1] SEQUENCE OF OCSPResponse, [2] others }.
  const Owned<ASN1_OBJECT, ASN1_OBJECT_free> wanted(OBJ_txt2obj("1.2.840.113583.1.1.8", 1));
  const int at = CMS_signed_get_attr_by_OBJ(info, wanted.get(), -1);
  const ASN1_TYPE* value = at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(info, at), 0);
  if (value != nullptr && value->type == V_ASN1_SEQUENCE) {
    const ASN1_STRING* sequence = value->value.sequence;
    const std::string_view bytes(reinterpret_cast<const char*>(ASN1_STRING_get0_data(sequence)), static_cast<std::size_t>(ASN1_STRING_length(sequence)));
    each_value(bytes, [&](const Value& archive) {
      each_value(archive.content, [&](const Value& kind) {
        each_value(kind.content, [&](const Value& list) {
          each_value(list.content, [&](const Value& one) {
            if (kind.tag == 0) add_crl(one.whole);
            if (kind.tag == 1) add_ocsp(one.whole);
          });
        });
      });
    });
  }
  ERR_clear_error();
}

Stack certificates_of(const std::vector<const Evidence*>& known) {
  Stack all(sk_X509_new_null());
  for (const Evidence* evidence : known)
    for (int i = 0; i < sk_X509_num(evidence->certificates.get()); ++i) push(all, sk_X509_value(evidence->certificates.get(), i));
  return all;
}

Revocation revocation_of(const Chain& chain, const Anchors& anchors, const std::vector<const Evidence*>& known, const Moment& moment) {
  Revocation all = Revocation::Good;
  const int length = sk_X509_num(chain.certificates.get());
  if (length < 1) return Revocation::Unknown;
  for (int i = 0; i < length; ++i) {
    X509* certificate = sk_X509_value(chain.certificates.get(), i);
    if (is_anchor(anchors, certificate)) return all;
    if (i + 1 == length) return Revocation::Unknown;
    const Revocation one = of_one(certificate, sk_X509_value(chain.certificates.get(), i + 1), known, moment);
    if (one == Revocation::Revoked) return one;
    if (one == Revocation::Unknown) all = one;
  }
  return all;
}

}  // namespace portal::signatures
