#include "shared/signatures/cms.h"

#include <algorithm>
#include <array>
#include <climits>
#include <functional>

#include <openssl/asn1t.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace portal::signatures {
namespace {

template <typename T, void (*Free)(T*)>
struct Freeing {
  void operator()(T* object) const { Free(object); }
};

template <typename T, void (*Free)(T*)>
using Owned = std::unique_ptr<T, Freeing<T, Free>>;

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
};

using Bio = std::unique_ptr<BIO, FreeBio>;

struct FreeStack {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};

using Stack = std::unique_ptr<STACK_OF(X509), FreeStack>;
using Cms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using Store = Owned<X509_STORE, X509_STORE_free>;
using StoreContext = Owned<X509_STORE_CTX, X509_STORE_CTX_free>;
using Crl = Owned<X509_CRL, X509_CRL_free>;
using Basic = Owned<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using CertId = Owned<OCSP_CERTID, OCSP_CERTID_free>;

const unsigned char* data_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

Bio reading(std::string_view bytes) { return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX)))); }

std::optional<base::UtcTime> time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  using namespace std::chrono;
  const year_month_day day{year{parts.tm_year + 1900}, month{static_cast<unsigned>(parts.tm_mon + 1)}, std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
  if (!day.ok()) return {};
  return base::UtcTime{sys_days{day} + hours{parts.tm_hour} + minutes{parts.tm_min} + seconds{parts.tm_sec}};
}

std::time_t seconds_of(base::UtcTime at) { return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count(); }

std::string entry_of(X509_NAME* name, int nid) {
  const int at = X509_NAME_get_index_by_NID(name, nid, -1);
  if (at < 0) return {};
  unsigned char* text = nullptr;
  const int length = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  if (length < 0) return {};
  std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
  OPENSSL_free(text);
  return out;
}

std::string whole_name(const X509_NAME* name) {
  const Bio out(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* data = nullptr;
  const long length = BIO_get_mem_data(out.get(), &data);
  return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string{};
}

Person person_of(X509* certificate) {
  Person person;
  X509_NAME* subject = X509_get_subject_name(certificate);
  person.name = entry_of(subject, NID_commonName);
  person.organisation = entry_of(subject, NID_organizationName);
  person.subject = whole_name(subject);
  person.issuer = whole_name(X509_get_issuer_name(certificate));
  if (const Owned<BIGNUM, BN_free> serial(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr)); serial != nullptr)
    if (char* hex = BN_bn2hex(serial.get()); hex != nullptr) {
      person.serial = hex;
      OPENSSL_free(hex);
    }
  person.not_before = time_of(X509_get0_notBefore(certificate));
  person.not_after = time_of(X509_get0_notAfter(certificate));
  return person;
}

void add(Signature& signature, Reason reason) {
  if (std::find(signature.reasons.begin(), signature.reasons.end(), reason) == signature.reasons.end()) signature.reasons.push_back(reason);
}

// The DER value at the beginning of the field's string; what is behind it may be nothing but the zeros that fill it up.
std::optional<std::string_view> trim_padding(std::string_view cms) {
  const unsigned char* at = data_of(cms);
  long length = 0;
  int tag = 0;
  int kind = 0;
  const int flags = ASN1_get_object(&at, &length, &tag, &kind, static_cast<long>(cms.size()));
  if ((flags & 0x80) != 0 || (flags & V_ASN1_CONSTRUCTED) == 0 || tag != V_ASN1_SEQUENCE || length < 0) return {};
  constexpr int kIndefinite = 0x21;
  if (flags == kIndefinite) return cms;  // BER: its end is found by reading it
  const std::size_t total = static_cast<std::size_t>(at - data_of(cms)) + static_cast<std::size_t>(length);
  if (total > cms.size()) return {};
  if (std::any_of(cms.begin() + static_cast<std::ptrdiff_t>(total), cms.end(), [](char c) { return c != '\0'; })) return {};
  return cms.substr(0, total);
}

bool is_weak_digest(int nid) { return nid == NID_md5 || nid == NID_sha1 || nid == NID_md4 || nid == NID_md2 || nid == NID_ripemd160 || nid == NID_undef; }

bool is_weak_key(EVP_PKEY* key) {
  if (key == nullptr) return true;
  constexpr int kLeastBits = 112;  // RSA 2048, P-224
  return EVP_PKEY_get_security_bits(key) < kLeastBits;
}

// RFC 8419: Ed25519 goes with SHA-512, Ed448 with SHAKE256.
bool goes_with_key(EVP_PKEY* key, int digest) {
  const int type = EVP_PKEY_get_base_id(key);
  if (type == EVP_PKEY_ED25519) return digest == NID_sha512;
  if (type == EVP_PKEY_ED448) return digest == NID_shake256;
  return true;
}

// ---- The chain ----

struct Chain {
  std::vector<X509*> certificates;  // from the signer's to the anchor
  Stack owned;
  bool is_trusted = false;
  bool is_out_of_time = false;
};

Chain build_chain(X509* leaf, STACK_OF(X509) * others, const Anchors& anchors, base::UtcTime at) {
  Chain chain;
  const Store store(X509_STORE_new());
  for (const Certificate& anchor : anchors.impl().certificates) X509_STORE_add_cert(store.get(), anchor.get());
  const StoreContext context(X509_STORE_CTX_new());
  if (X509_STORE_CTX_init(context.get(), store.get(), leaf, others) != 1) return chain;
  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  constexpr int kDepth = 8;
  constexpr int kLevel = 2;  // 112 bits: no SHA-1, no RSA under 2048
  X509_VERIFY_PARAM_set_depth(parameters, kDepth);
  X509_VERIFY_PARAM_set_auth_level(parameters, kLevel);
  X509_VERIFY_PARAM_set_time(parameters, seconds_of(at));
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_TRUSTED_FIRST);
  chain.is_trusted = X509_verify_cert(context.get()) == 1;
  const int error = X509_STORE_CTX_get_error(context.get());
  chain.is_out_of_time = error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
  chain.owned.reset(X509_STORE_CTX_get1_chain(context.get()));
  for (int i = 0; i < sk_X509_num(chain.owned.get()); ++i) chain.certificates.push_back(sk_X509_value(chain.owned.get(), i));
  ERR_clear_error();
  return chain;
}

bool is_anchor(const Anchors& anchors, X509* certificate) {
  return std::any_of(anchors.impl().certificates.begin(), anchors.impl().certificates.end(),
                     [&](const Certificate& anchor) { return X509_cmp(anchor.get(), certificate) == 0; });
}

// ---- Revocation, from what the file carries ----

enum class Revocation { Good, Unknown, Revoked };

struct Known {
  std::vector<Crl> crls;
  std::vector<Basic> answers;
};

// Whether a statement made at `from` and good until `until` speaks of `at`: made later, or in force then. Without an end it must have been made later.
bool speaks_of(const ASN1_TIME* from, const ASN1_TIME* until, base::UtcTime at, base::UtcTime now) {
  const auto begin = time_of(from);
  if (!begin || *begin > now) return false;
  if (*begin >= at) return true;
  const auto end = time_of(until);
  return end && *end >= at;
}

Revocation from_crl(const Crl& crl, X509* certificate, X509* issuer, base::UtcTime at, bool is_proved, base::UtcTime now) {
  if (X509_NAME_cmp(X509_CRL_get_issuer(crl.get()), X509_get_subject_name(issuer)) != 0) return Revocation::Unknown;
  // A list of some certificates only, or of changes only, does not say that one is good.
  if (X509_CRL_get_ext_by_NID(crl.get(), NID_delta_crl, -1) >= 0 || X509_CRL_get_ext_by_NID(crl.get(), NID_issuing_distribution_point, -1) >= 0)
    return Revocation::Unknown;
  if ((X509_get_extension_flags(issuer) & EXFLAG_KUSAGE) != 0 && (X509_get_key_usage(issuer) & KU_CRL_SIGN) == 0) return Revocation::Unknown;
  EVP_PKEY* key = X509_get0_pubkey(issuer);
  if (key == nullptr || X509_CRL_verify(crl.get(), key) != 1) return Revocation::Unknown;
  X509_REVOKED* entry = nullptr;
  const int found = X509_CRL_get0_by_cert(crl.get(), &entry, certificate);
  constexpr int kRemoved = 2;
  if (found == 1) {
    const auto when = time_of(X509_REVOKED_get0_revocationDate(entry));
    if (!is_proved || !when || *when <= at) return Revocation::Revoked;
    return Revocation::Good;  // revoked after the proved time
  }
  if (found == kRemoved) return Revocation::Unknown;
  return speaks_of(X509_CRL_get0_lastUpdate(crl.get()), X509_CRL_get0_nextUpdate(crl.get()), at, now) ? Revocation::Good : Revocation::Unknown;
}

// The answer must be signed by the issuer, or by whom the issuer's own certificate names for it.
bool is_answer_signed(OCSP_BASICRESP* answer, X509* issuer, base::UtcTime at) {
  const Store store(X509_STORE_new());
  X509_STORE_add_cert(store.get(), issuer);
  X509_VERIFY_PARAM* parameters = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_time(parameters, seconds_of(at));
  const Stack known(sk_X509_new_null());
  X509_up_ref(issuer);
  sk_X509_push(known.get(), issuer);
  const bool is_signed = OCSP_basic_verify(answer, known.get(), store.get(), 0) == 1;
  ERR_clear_error();
  return is_signed;
}

Revocation from_answer(const Basic& answer, X509* certificate, X509* issuer, base::UtcTime at, bool is_proved, base::UtcTime now) {
  for (int i = 0; i < OCSP_resp_count(answer.get()); ++i) {
    OCSP_SINGLERESP* one = OCSP_resp_get0(answer.get(), i);
    const OCSP_CERTID* named = OCSP_SINGLERESP_get0_id(one);
    ASN1_OBJECT* algorithm = nullptr;
    OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, const_cast<OCSP_CERTID*>(named));
    const EVP_MD* digest = EVP_get_digestbyobj(algorithm);
    if (digest == nullptr) continue;
    const CertId wanted(OCSP_cert_to_id(digest, certificate, issuer));
    if (wanted == nullptr || OCSP_id_cmp(wanted.get(), named) != 0) continue;
    ASN1_GENERALIZEDTIME* revoked_at = nullptr;
    ASN1_GENERALIZEDTIME* from = nullptr;
    ASN1_GENERALIZEDTIME* until = nullptr;
    const int status = OCSP_single_get0_status(one, nullptr, &revoked_at, &from, &until);
    const auto made = time_of(from);
    if (!made || !is_answer_signed(answer.get(), issuer, *made)) continue;
    if (status == V_OCSP_CERTSTATUS_REVOKED) {
      const auto when = time_of(revoked_at);
      if (!is_proved || !when || *when <= at) return Revocation::Revoked;
      return Revocation::Good;
    }
    if (status == V_OCSP_CERTSTATUS_GOOD && speaks_of(from, until, at, now)) return Revocation::Good;
  }
  return Revocation::Unknown;
}

Revocation revocation_of(X509* certificate, X509* issuer, const Known& known, base::UtcTime at, bool is_proved, base::UtcTime now) {
  Revocation best = Revocation::Unknown;
  const auto take = [&](Revocation one) {
    if (one == Revocation::Revoked)
      best = one;
    else if (one == Revocation::Good && best == Revocation::Unknown)
      best = one;
  };
  for (const Crl& crl : known.crls) take(from_crl(crl, certificate, issuer, at, is_proved, now));
  for (const Basic& answer : known.answers) take(from_answer(answer, certificate, issuer, at, is_proved, now));
  ERR_clear_error();
  return best;
}

Revocation revocation_of(const Chain& chain, const Anchors& anchors, const Known& known, base::UtcTime at, bool is_proved, base::UtcTime now) {
  Revocation all = Revocation::Good;
  for (std::size_t i = 0; i < chain.certificates.size(); ++i) {
    X509* certificate = chain.certificates[i];
    if (is_anchor(anchors, certificate)) break;  // trusted by whom it was configured
    if (i + 1 == chain.certificates.size()) return Revocation::Unknown;
    const Revocation one = revocation_of(certificate, chain.certificates[i + 1], known, at, is_proved, now);
    if (one == Revocation::Revoked) return one;
    if (one == Revocation::Unknown) all = one;
  }
  return all;
}

void know_crl(Known& known, const unsigned char* data, long length) {
  if (Crl crl(d2i_X509_CRL(nullptr, &data, length)); crl != nullptr) known.crls.push_back(std::move(crl));
}

void know_ocsp(Known& known, const unsigned char* data, long length) {
  const Owned<OCSP_RESPONSE, OCSP_RESPONSE_free> response(d2i_OCSP_RESPONSE(nullptr, &data, length));
  if (response == nullptr || OCSP_response_status(response.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL) return;
  if (Basic basic(OCSP_response_get1_basic(response.get())); basic != nullptr) known.answers.push_back(std::move(basic));
}

// Calls `each` with every DER value of a SEQUENCE's content.
void each_value(const unsigned char* data, long length,
                const std::function<void(int tag, const unsigned char* whole, long whole_length, const unsigned char* content, long content_length)>& each) {
  const unsigned char* end = data + length;
  while (data < end) {
    const unsigned char* at = data;
    long inner = 0;
    int tag = 0;
    int kind = 0;
    const int flags = ASN1_get_object(&at, &inner, &tag, &kind, static_cast<long>(end - data));
    if ((flags & 0x80) != 0 || inner < 0 || flags == 0x21 || inner > end - at) return;
    each(tag, data, static_cast<long>(at - data) + inner, at, inner);
    data = at + inner;
  }
}

// adbe-revocationInfoArchival (1.2.840.113583.1.1.8): SEQUENCE { [0] CRLs, [1] OCSP responses, [2] others }.
void read_archival(Known& known, CMS_SignerInfo* info) {
  const Owned<ASN1_OBJECT, ASN1_OBJECT_free> wanted(OBJ_txt2obj("1.2.840.113583.1.1.8", 1));
  const int at = CMS_signed_get_attr_by_OBJ(info, wanted.get(), -1);
  if (at < 0) return;
  X509_ATTRIBUTE* attribute = CMS_signed_get_attr(info, at);
  const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(attribute, 0);
  if (value == nullptr || value->type != V_ASN1_SEQUENCE) return;
  each_value(value->value.sequence->data, value->value.sequence->length, [&](int, const unsigned char*, long, const unsigned char* content, long length) {
    each_value(content, length, [&](int tag, const unsigned char*, long, const unsigned char* list, long list_length) {
      each_value(list, list_length, [&](int, const unsigned char*, long, const unsigned char* values, long values_length) {
        each_value(values, values_length, [&](int, const unsigned char* whole, long whole_length, const unsigned char*, long) {
          if (tag == 0)
            know_crl(known, whole, whole_length);
          else if (tag == 1)
            know_ocsp(known, whole, whole_length);
        });
      });
    });
  });
  ERR_clear_error();
}

Known known_of(const Proofs& proofs) {
  Known known;
  for (const std::string& crl : proofs.crls) know_crl(known, data_of(crl), static_cast<long>(crl.size()));
  for (const std::string& ocsp : proofs.ocsps) know_ocsp(known, data_of(ocsp), static_cast<long>(ocsp.size()));
  ERR_clear_error();
  return known;
}

Stack others_of(STACK_OF(X509) * own, const Proofs& proofs) {
  Stack others(sk_X509_new_null());
  for (int i = 0; i < sk_X509_num(own); ++i) {
    X509* certificate = sk_X509_value(own, i);
    X509_up_ref(certificate);
    sk_X509_push(others.get(), certificate);
  }
  for (const std::string& der : proofs.certificates)
    if (Certificate certificate = read_der(der); certificate != nullptr) sk_X509_push(others.get(), certificate.release());
  return others;
}

// ---- Time stamps ----

// The time of an RFC 3161 token over `stamped`, when its imprint and signature are right. Gives the certificate of its authority too.
struct Stamp {
  std::optional<base::UtcTime> at;
  Certificate authority;
  Stack certificates;
  int digest = NID_undef;
  bool is_intact = false;
};

Stamp read_stamp(std::string_view token, std::string_view stamped) {
  Stamp stamp;
  const unsigned char* at = data_of(token);
  const Owned<PKCS7, PKCS7_free> pkcs7(d2i_PKCS7(nullptr, &at, static_cast<long>(token.size())));
  if (pkcs7 == nullptr || PKCS7_type_is_signed(pkcs7.get()) == 0) return stamp;
  const Owned<TS_TST_INFO, TS_TST_INFO_free> info(PKCS7_to_TS_TST_INFO(pkcs7.get()));
  if (info == nullptr) return stamp;
  stamp.at = time_of(TS_TST_INFO_get_time(info.get()));
  TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
  stamp.digest = OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
  const EVP_MD* digest = EVP_get_digestbynid(stamp.digest);
  if (digest == nullptr) return stamp;
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int length = 0;
  EVP_Digest(stamped.data(), stamped.size(), sum.data(), &length, digest, nullptr);
  const ASN1_OCTET_STRING* message = TS_MSG_IMPRINT_get_msg(imprint);
  const bool is_same = ASN1_STRING_length(message) == static_cast<int>(length) && std::equal(sum.begin(), sum.begin() + length, ASN1_STRING_get0_data(message));
  // The token is CMS: one signer, whose certificate must be in it.
  const unsigned char* again = data_of(token);
  const Cms cms(d2i_CMS_ContentInfo(nullptr, &again, static_cast<long>(token.size())));
  if (cms == nullptr) return stamp;
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) != 1) return stamp;
  stamp.certificates.reset(CMS_get1_certs(cms.get()));
  if (stamp.certificates == nullptr) stamp.certificates.reset(sk_X509_new_null());
  const bool is_right = CMS_verify(cms.get(), stamp.certificates.get(), nullptr, nullptr, nullptr, CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY) == 1;
  X509* authority = nullptr;
  CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(signers, 0), nullptr, &authority, nullptr, nullptr);
  if (authority != nullptr) {
    X509_up_ref(authority);
    stamp.authority.reset(authority);
  }
  stamp.is_intact = is_same && is_right && authority != nullptr;
  ERR_clear_error();
  return stamp;
}

bool may_stamp(X509* certificate) {
  return (X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) != 0 && (X509_get_extended_key_usage(certificate) & XKU_TIMESTAMP) != 0;
}

// The time that a token proves: it is whole, leads to an anchor, was in force then, and is not known to be revoked.
struct Proved {
  std::optional<base::UtcTime> at;
  bool is_trusted = false;
  Revocation revocation = Revocation::Unknown;
};

Proved prove(const Stamp& stamp, const Anchors& anchors, const Proofs& proofs, base::UtcTime now) {
  Proved proved;
  if (!stamp.is_intact || !stamp.at || *stamp.at > now || is_weak_digest(stamp.digest) || !may_stamp(stamp.authority.get())) return proved;
  const Stack others = others_of(stamp.certificates.get(), proofs);
  const Chain chain = build_chain(stamp.authority.get(), others.get(), anchors, *stamp.at);
  if (!chain.is_trusted) return proved;
  proved.is_trusted = true;
  const Known known = known_of(proofs);
  proved.revocation = revocation_of(chain, anchors, known, *stamp.at, false, now);
  // An expired or unproved authority could have been misused later.
  const bool is_in_force = build_chain(stamp.authority.get(), others.get(), anchors, now).is_trusted;
  if (proved.revocation == Revocation::Good && (is_in_force || !known.answers.empty() || !known.crls.empty())) proved.at = stamp.at;
  return proved;
}

std::string bytes_of(const ASN1_OCTET_STRING* string) {
  return string == nullptr ? std::string{}
                           : std::string(reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)), static_cast<std::size_t>(ASN1_STRING_length(string)));
}

std::optional<base::UtcTime> stamped_time(CMS_SignerInfo* info, const Anchors& anchors, const Proofs& proofs, base::UtcTime now) {
  const int at = CMS_unsigned_get_attr_by_NID(info, NID_id_smime_aa_timeStampToken, -1);
  if (at < 0) return {};
  const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(info, at), 0);
  if (value == nullptr || value->type != V_ASN1_SEQUENCE) return {};
  const std::string token(reinterpret_cast<const char*>(value->value.sequence->data), static_cast<std::size_t>(value->value.sequence->length));
  return prove(read_stamp(token, bytes_of(CMS_SignerInfo_get0_signature(info))), anchors, proofs, now).at;
}

std::optional<base::UtcTime> signing_time(CMS_SignerInfo* info) {
  const int at = CMS_signed_get_attr_by_NID(info, NID_pkcs9_signingTime, -1);
  if (at < 0) return {};
  const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(info, at), 0);
  if (value == nullptr || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME)) return {};
  return time_of(reinterpret_cast<const ASN1_TIME*>(value->value.asn1_string));
}

// ESS signing-certificate (RFC 2634, RFC 5035): the certificate that the signer meant. False when it is another one.
bool is_meant_certificate(CMS_SignerInfo* info, X509* certificate) {
  const auto sequence_of = [&](int nid) -> const ASN1_STRING* {
    const int at = CMS_signed_get_attr_by_NID(info, nid, -1);
    if (at < 0) return nullptr;
    const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(info, at), 0);
    return value != nullptr && value->type == V_ASN1_SEQUENCE ? value->value.sequence : nullptr;
  };
  ESS_SIGNING_CERT* one = nullptr;
  ESS_SIGNING_CERT_V2* two = nullptr;
  if (const ASN1_STRING* value = sequence_of(NID_id_smime_aa_signingCertificate)) {
    const unsigned char* at = value->data;
    one = d2i_ESS_SIGNING_CERT(nullptr, &at, value->length);
    if (one == nullptr) return false;
  }
  if (const ASN1_STRING* value = sequence_of(NID_id_smime_aa_signingCertificateV2)) {
    const unsigned char* at = value->data;
    two = d2i_ESS_SIGNING_CERT_V2(nullptr, &at, value->length);
    if (two == nullptr) {
      ESS_SIGNING_CERT_free(one);
      return false;
    }
  }
  bool is_meant = true;
  if (one != nullptr || two != nullptr) {
    const Stack chain(sk_X509_new_null());
    X509_up_ref(certificate);
    sk_X509_push(chain.get(), certificate);
    is_meant = OSSL_ESS_check_signing_certs(one, two, chain.get(), 0) > 0;
  }
  ESS_SIGNING_CERT_free(one);
  ESS_SIGNING_CERT_V2_free(two);
  ERR_clear_error();
  return is_meant;
}

bool may_sign(X509* certificate) {
  if ((X509_get_extension_flags(certificate) & EXFLAG_KUSAGE) == 0) return true;
  return (X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

// Digest and signature of the one signer; the certificate, when everything could be asked.
X509* check_signer(Signature& signature, CMS_ContentInfo* cms, CMS_SignerInfo* info, std::string_view content) {
  X509* certificate = nullptr;
  EVP_PKEY* key = nullptr;
  X509_ALGOR* digest_algorithm = nullptr;
  CMS_SignerInfo_get0_algs(info, &key, &certificate, &digest_algorithm, nullptr);
  const int digest = digest_algorithm == nullptr ? NID_undef : OBJ_obj2nid(digest_algorithm->algorithm);
  signature.digest = digest == NID_undef ? std::string{} : OBJ_nid2sn(digest);
  if (certificate == nullptr || key == nullptr) {
    add(signature, Reason::BadCms);
    return nullptr;
  }
  signature.signer = person_of(certificate);
  if (is_weak_digest(digest) || is_weak_key(key) || !goes_with_key(key, digest)) add(signature, Reason::WeakAlgorithm);
  if (CMS_signed_get_attr_count(info) <= 0) add(signature, Reason::NoSignedAttributes);
  // Both questions apart, so that "changed" and "forged" are told from each other.
  const Bio bytes = reading(content);
  const bool is_whole = CMS_verify(cms, nullptr, nullptr, bytes.get(), nullptr, CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY | CMS_DETACHED) == 1;
  const unsigned long error = ERR_peek_last_error();
  ERR_clear_error();
  signature.is_intact = is_whole;
  if (!is_whole) {
    const bool is_unknown = ERR_GET_REASON(error) == CMS_R_UNKNOWN_DIGEST_ALGORITHM || ERR_GET_LIB(error) == ERR_LIB_EVP;
    const bool is_signature_right = CMS_signed_get_attr_count(info) > 0 && CMS_SignerInfo_verify(info) == 1;
    ERR_clear_error();
    add(signature, is_unknown && !is_signature_right ? Reason::Unsupported : is_signature_right ? Reason::DigestMismatch : Reason::WrongSignature);
  }
  if (!is_meant_certificate(info, certificate)) add(signature, Reason::WrongCertificate);
  if (!may_sign(certificate)) add(signature, Reason::WrongUse);
  return certificate;
}

void check_chain(Signature& signature, X509* certificate, STACK_OF(X509) * own, const Anchors& anchors, const Proofs& proofs, const Known& known,
                 base::UtcTime now) {
  if (anchors.size() == 0) {
    add(signature, Reason::NoAnchors);
    add(signature, Reason::RevocationUnknown);
    return;
  }
  const bool is_proved = signature.proved_time.has_value();
  const base::UtcTime at = signature.proved_time.value_or(now);
  const Stack others = others_of(own, proofs);
  const Chain chain = build_chain(certificate, others.get(), anchors, at);
  signature.is_chain_trusted = chain.is_trusted;
  if (!chain.is_trusted) {
    if (chain.is_out_of_time)
      add(signature, is_proved ? Reason::ExpiredWhenSigned : Reason::NotInForce);
    else
      add(signature, Reason::UntrustedChain);
  }
  // Also of a chain that is not trusted: a revoked certificate is worth saying.
  const Revocation revocation = revocation_of(chain, anchors, known, at, is_proved, now);
  signature.is_not_revoked = chain.is_trusted && revocation == Revocation::Good;
  if (revocation == Revocation::Revoked && chain.is_trusted)
    add(signature, Reason::Revoked);
  else if (!signature.is_not_revoked)
    add(signature, Reason::RevocationUnknown);
}

}  // namespace

Certificate read_der(std::string_view der) {
  const unsigned char* at = data_of(der);
  Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  return certificate;
}

void judge_cms(Signature& signature, std::string_view cms_bytes, std::string_view content, const Anchors& anchors, const Proofs& proofs, base::UtcTime now,
               std::optional<base::UtcTime> later) {
  const auto der = trim_padding(cms_bytes);
  if (!der) return add(signature, Reason::BadCms);
  const unsigned char* at = data_of(*der);
  const Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der->size())));
  ERR_clear_error();
  if (cms == nullptr || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) return add(signature, Reason::BadCms);
  if (CMS_is_detached(cms.get()) != 1) return add(signature, Reason::Unsupported);  // it signs what is in it, not the file
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) < 1) return add(signature, Reason::BadCms);
  if (sk_CMS_SignerInfo_num(signers) > 1) return add(signature, Reason::SeveralSigners);
  CMS_SignerInfo* info = sk_CMS_SignerInfo_value(signers, 0);
  Stack own(CMS_get1_certs(cms.get()));
  if (own == nullptr) own.reset(sk_X509_new_null());
  CMS_set1_signers_certs(cms.get(), own.get(), 0);
  X509* certificate = check_signer(signature, cms.get(), info, content);
  if (certificate == nullptr) return;
  if (const auto claimed = signing_time(info)) signature.claimed_time = claimed;
  Known known = known_of(proofs);
  read_archival(known, info);
  if (STACK_OF(X509_CRL)* crls = CMS_get1_crls(cms.get()); crls != nullptr) {
    while (X509_CRL* crl = sk_X509_CRL_pop(crls)) known.crls.emplace_back(crl);
    sk_X509_CRL_free(crls);
  }
  signature.proved_time = stamped_time(info, anchors, proofs, now);
  if (!signature.proved_time) signature.proved_time = later;
  check_chain(signature, certificate, own.get(), anchors, proofs, known, now);
  if (!signature.proved_time) add(signature, Reason::UnprovedTime);
}

void judge_timestamp(Signature& signature, std::string_view token_bytes, std::string_view content, const Anchors& anchors, const Proofs& proofs,
                     base::UtcTime now) {
  const auto der = trim_padding(token_bytes);
  if (!der) return add(signature, Reason::BadCms);
  const Stamp stamp = read_stamp(*der, content);
  if (stamp.authority == nullptr) return add(signature, Reason::BadCms);
  signature.signer = person_of(stamp.authority.get());
  signature.digest = stamp.digest == NID_undef ? std::string{} : OBJ_nid2sn(stamp.digest);
  signature.claimed_time = stamp.at;
  signature.is_intact = stamp.is_intact;
  if (!stamp.is_intact) add(signature, Reason::DigestMismatch);
  if (is_weak_digest(stamp.digest)) add(signature, Reason::WeakAlgorithm);
  if (!may_stamp(stamp.authority.get())) add(signature, Reason::WrongUse);
  if (anchors.size() == 0) {
    add(signature, Reason::NoAnchors);
    return;
  }
  const Proved proved = prove(stamp, anchors, proofs, now);
  signature.is_chain_trusted = proved.is_trusted;
  signature.is_not_revoked = proved.revocation == Revocation::Good;
  signature.proved_time = proved.at;
  if (!proved.is_trusted) add(signature, Reason::UntrustedChain);
  if (proved.revocation == Revocation::Revoked)
    add(signature, Reason::Revoked);
  else if (proved.revocation != Revocation::Good)
    add(signature, Reason::RevocationUnknown);
}

}  // namespace portal::signatures
