#include "shared/signatures/cms.h"

#include <algorithm>
#include <array>
#include <climits>

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>

#include "shared/signatures/timestamp.h"

namespace portal::signatures {
namespace {

using Cms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;

void add(Signature& signature, Reason reason) {
  if (std::find(signature.reasons.begin(), signature.reasons.end(), reason) == signature.reasons.end()) signature.reasons.push_back(reason);
}

// The CMS at the beginning of the field's string; what is behind it may be nothing but the zeros that fill it up.
Cms read_cms(std::string_view bytes) {
  const unsigned char* at = data_of(bytes);
  Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
  ERR_clear_error();
  if (cms == nullptr || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) return {};
  const std::string_view behind = bytes.substr(static_cast<std::size_t>(at - data_of(bytes)));
  if (std::any_of(behind.begin(), behind.end(), [](char c) { return c != '\0'; })) return {};
  return cms;
}

const ASN1_TYPE* signed_value(CMS_SignerInfo* info, int nid) {
  const int at = CMS_signed_get_attr_by_NID(info, nid, -1);
  return at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(info, at), 0);
}

std::string bytes_of(const ASN1_STRING* string) {
  if (string == nullptr) return {};
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)), static_cast<std::size_t>(ASN1_STRING_length(string))};
}

std::optional<base::UtcTime> signing_time(CMS_SignerInfo* info) {
  const ASN1_TYPE* value = signed_value(info, NID_pkcs9_signingTime);
  if (value == nullptr || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME)) return {};
  return time_of(value->value.asn1_string);
}

// By the time stamp over the signature itself (RFC 3161, appendix A), which is not signed: it must prove itself.
std::optional<base::UtcTime> stamped_time(CMS_SignerInfo* info, const Evidence& own, const Question& question) {
  const int at = CMS_unsigned_get_attr_by_NID(info, NID_id_smime_aa_timeStampToken, -1);
  const ASN1_TYPE* value = at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(info, at), 0);
  if (value == nullptr || value->type != V_ASN1_SEQUENCE) return {};
  const Stamp stamp = read_stamp(bytes_of(value->value.sequence), bytes_of(CMS_SignerInfo_get0_signature(info)));
  return prove(stamp, question.anchors, {&own, &question.file}, question.now, question.later).at;
}

bool is_edwards(EVP_PKEY* key) { return EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519 || EVP_PKEY_get_base_id(key) == EVP_PKEY_ED448; }

// RFC 8419: Ed25519 goes with SHA-512, Ed448 with SHAKE256.
bool goes_with_key(EVP_PKEY* key, int digest) {
  const int type = EVP_PKEY_get_base_id(key);
  return type == EVP_PKEY_ED25519 ? digest == NID_sha512 : type == EVP_PKEY_ED448 ? digest == NID_shake256 : true;
}

// Whether the digest that the signer signed is that of the content.
bool is_digest_right(CMS_SignerInfo* info, const EVP_MD* digest, std::string_view content) {
  const ASN1_TYPE* value = signed_value(info, NID_pkcs9_messageDigest);
  if (value == nullptr || value->type != V_ASN1_OCTET_STRING) return false;
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int length = 0;
  if (EVP_Digest(content.data(), content.size(), sum.data(), &length, digest, nullptr) != 1) return false;
  return bytes_of(value->value.octet_string) == std::string_view(reinterpret_cast<const char*>(sum.data()), length);
}

// Why CMS_verify says no, so that "changed" and "forged" are told from each other, and neither is said of what OpenSSL does not know.
Reason why_not_intact(CMS_SignerInfo* info, EVP_PKEY* key, const EVP_MD* digest, std::string_view content) {
  if (digest == nullptr) return Reason::Unsupported;
  const bool has_attributes = CMS_signed_get_attr_count(info) > 0;
  // The length of an extensible function's sum (SHAKE) is not in its name.
  const bool has_length = (EVP_MD_get_flags(digest) & EVP_MD_FLAG_XOF) == 0;
  if (has_attributes && has_length && !is_digest_right(info, digest, content)) return Reason::DigestMismatch;
  if (is_edwards(key)) return Reason::Unsupported;  // CMS of OpenSSL 3.0 signs with no key of these
  return Reason::WrongSignature;
}

// Digest and signature of the one signer; the certificate, when everything could be asked.
X509* check_signer(Signature& signature, CMS_ContentInfo* cms, CMS_SignerInfo* info, std::string_view content) {
  X509* certificate = nullptr;
  EVP_PKEY* key = nullptr;
  X509_ALGOR* algorithm = nullptr;
  CMS_SignerInfo_get0_algs(info, &key, &certificate, &algorithm, nullptr);
  const int digest = algorithm == nullptr ? NID_undef : OBJ_obj2nid(algorithm->algorithm);
  signature.digest = digest == NID_undef ? std::string{} : OBJ_nid2sn(digest);
  if (certificate == nullptr || key == nullptr) {
    add(signature, Reason::BadCms);
    return nullptr;
  }
  signature.signer = person_of(certificate);
  if (is_weak_digest(digest) || is_weak_key(key) || !goes_with_key(key, digest)) add(signature, Reason::WeakAlgorithm);
  // Without signed attributes nothing binds the certificate, and the attributes of another signature can be shown as the content of this one.
  if (CMS_signed_get_attr_count(info) <= 0) add(signature, Reason::NoSignedAttributes);
  const Bio bytes(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
  signature.is_intact = CMS_verify(cms, nullptr, nullptr, bytes.get(), nullptr, CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY | CMS_DETACHED) == 1;
  ERR_clear_error();
  if (!signature.is_intact) add(signature, why_not_intact(info, key, EVP_get_digestbynid(digest), content));
  if (!is_meant_certificate(info, certificate)) add(signature, Reason::WrongCertificate);
  if (!may_sign(certificate)) add(signature, Reason::WrongUse);
  ERR_clear_error();
  return certificate;
}

void check_chain(Signature& signature, X509* certificate, const Evidence& own, const Question& question) {
  if (question.anchors.size() == 0) {
    add(signature, Reason::NoAnchors);
    add(signature, Reason::RevocationUnknown);
    return;
  }
  const bool is_proved = signature.proved_time.has_value();
  const Moment moment{signature.proved_time.value_or(question.now), is_proved, question.now};
  const Stack others = certificates_of({&own, &question.file});
  const Chain chain = build_chain(certificate, others.get(), question.anchors, moment.at);
  signature.is_chain_trusted = chain.is_trusted;
  if (!chain.is_trusted) {
    const Reason out_of_time = is_proved ? Reason::ExpiredWhenSigned : Reason::NotInForce;
    add(signature, chain.is_out_of_time ? out_of_time : chain.is_weak ? Reason::WeakAlgorithm : Reason::UntrustedChain);
    // Who speaks for the issuers of a chain that leads nowhere is nobody either.
    add(signature, Reason::RevocationUnknown);
    return;
  }
  const Revocation revocation = revocation_of(chain, question.anchors, {&own, &question.file}, moment);
  signature.is_not_revoked = revocation == Revocation::Good;
  if (revocation == Revocation::Revoked) add(signature, Reason::Revoked);
  if (revocation == Revocation::Unknown) add(signature, Reason::RevocationUnknown);
}

}  // namespace

void judge_cms(Signature& signature, const Question& question) {
  const Cms cms = read_cms(question.cms);
  if (cms == nullptr) return add(signature, Reason::BadCms);
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) < 1) return add(signature, Reason::BadCms);
  if (sk_CMS_SignerInfo_num(signers) > 1) return add(signature, Reason::SeveralSigners);
  CMS_SignerInfo* info = sk_CMS_SignerInfo_value(signers, 0);
  Evidence own;
  own.add_cms(cms.get(), info);
  CMS_set1_signers_certs(cms.get(), own.certificates.get(), 0);
  if (const auto claimed = signing_time(info)) signature.claimed_time = claimed;
  if (CMS_is_detached(cms.get()) != 1) {  // it signs what is in it, not the file
    X509* named = nullptr;
    CMS_SignerInfo_get0_algs(info, nullptr, &named, nullptr, nullptr);
    if (named != nullptr) signature.signer = person_of(named);
    return add(signature, Reason::Unsupported);
  }
  X509* certificate = check_signer(signature, cms.get(), info, question.content);
  if (certificate == nullptr) return;
  signature.proved_time = stamped_time(info, own, question);
  if (!signature.proved_time) signature.proved_time = question.later;
  check_chain(signature, certificate, own, question);
  if (!signature.proved_time) add(signature, Reason::UnprovedTime);
  // Who says to have signed with a certificate that was not in force then is not believed, whatever is in force now.
  if (signature.claimed_time && !is_in_force(certificate, *signature.claimed_time)) add(signature, Reason::NotInForce);
}

void judge_timestamp(Signature& signature, const Question& question) {
  const Cms cms = read_cms(question.cms);
  if (cms == nullptr) return add(signature, Reason::BadCms);
  const Stamp stamp = read_stamp(question.cms, question.content);
  if (stamp.authority == nullptr) return add(signature, Reason::BadCms);
  signature.signer = person_of(stamp.authority.get());
  signature.digest = stamp.digest == NID_undef ? std::string{} : OBJ_nid2sn(stamp.digest);
  signature.claimed_time = stamp.at;
  signature.is_intact = stamp.is_intact;
  if (!stamp.is_intact) add(signature, Reason::DigestMismatch);
  if (stamp.is_weak) add(signature, Reason::WeakAlgorithm);
  if (!may_stamp(stamp.authority.get())) add(signature, Reason::WrongUse);
  if (question.anchors.size() == 0) {
    add(signature, Reason::NoAnchors);
    add(signature, Reason::RevocationUnknown);
    return;
  }
  const Proved proved = prove(stamp, question.anchors, {&question.file}, question.now, question.later);
  signature.is_chain_trusted = proved.is_trusted;
  signature.is_not_revoked = proved.revocation == Revocation::Good;
  signature.proved_time = proved.at;
  if (!proved.is_trusted) add(signature, Reason::UntrustedChain);
  if (proved.revocation == Revocation::Revoked) add(signature, Reason::Revoked);
  if (proved.revocation == Revocation::Unknown) add(signature, Reason::RevocationUnknown);
  if (proved.is_trusted && proved.revocation == Revocation::Good && !proved.at) add(signature, Reason::NotInForce);
}

}  // namespace portal::signatures
