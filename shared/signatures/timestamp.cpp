#include "shared/signatures/timestamp.h"

#include <algorithm>
#include <array>

#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/pkcs7.h>
#include <openssl/ts.h>

namespace portal::signatures {
namespace {

using Cms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using OldList = Owned<ESS_SIGNING_CERT, ESS_SIGNING_CERT_free>;
using NewList = Owned<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

bool is_imprint_of(TS_MSG_IMPRINT* imprint, std::string_view stamped) {
  const EVP_MD* digest = EVP_get_digestbyobj(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
  if (digest == nullptr) return false;
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int length = 0;
  if (EVP_Digest(stamped.data(), stamped.size(), sum.data(), &length, digest, nullptr) != 1) return false;
  const ASN1_OCTET_STRING* message = TS_MSG_IMPRINT_get_msg(imprint);
  return ASN1_STRING_length(message) == static_cast<int>(length) && std::equal(sum.begin(), sum.begin() + length, ASN1_STRING_get0_data(message));
}

const ASN1_STRING* signed_sequence(CMS_SignerInfo* info, int nid) {
  const int at = CMS_signed_get_attr_by_NID(info, nid, -1);
  const ASN1_TYPE* value = at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(info, at), 0);
  return value != nullptr && value->type == V_ASN1_SEQUENCE ? value->value.sequence : nullptr;
}

}  // namespace

bool is_meant_certificate(CMS_SignerInfo* info, X509* certificate) {
  OldList one;
  NewList two;
  if (const ASN1_STRING* value = signed_sequence(info, NID_id_smime_aa_signingCertificate); value != nullptr) {
    const unsigned char* at = ASN1_STRING_get0_data(value);
    one.reset(d2i_ESS_SIGNING_CERT(nullptr, &at, ASN1_STRING_length(value)));
    if (one == nullptr) return false;
  }
  if (const ASN1_STRING* value = signed_sequence(info, NID_id_smime_aa_signingCertificateV2); value != nullptr) {
    const unsigned char* at = ASN1_STRING_get0_data(value);
    two.reset(d2i_ESS_SIGNING_CERT_V2(nullptr, &at, ASN1_STRING_length(value)));
    if (two == nullptr) return false;
  }
  if (one == nullptr && two == nullptr) return true;
  Stack chain(sk_X509_new_null());
  push(chain, certificate);
  const bool is_meant = OSSL_ESS_check_signing_certs(one.get(), two.get(), chain.get(), 0) > 0;
  ERR_clear_error();
  return is_meant;
}

Stamp read_stamp(std::string_view token, std::string_view stamped) {
  Stamp stamp;
  const unsigned char* at = data_of(token);
  const Owned<PKCS7, PKCS7_free> pkcs7(d2i_PKCS7(nullptr, &at, static_cast<long>(token.size())));
  const bool is_signed = pkcs7 != nullptr && PKCS7_type_is_signed(pkcs7.get()) != 0;
  const Owned<TS_TST_INFO, TS_TST_INFO_free> info(is_signed ? PKCS7_to_TS_TST_INFO(pkcs7.get()) : nullptr);
  // The token is CMS with one signer (RFC 3161, 2.4.2), whose certificate must be in it.
  at = data_of(token);
  const Cms cms(info == nullptr ? nullptr : d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(token.size())));
  STACK_OF(CMS_SignerInfo)* signers = cms == nullptr ? nullptr : CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) != 1) {
    ERR_clear_error();
    return stamp;
  }
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
  stamp.at = time_of(TS_TST_INFO_get_time(info.get()));
  TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info.get());
  stamp.digest = OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
  stamp.evidence.add_cms(cms.get(), signer);
  const bool is_right = CMS_verify(cms.get(), stamp.evidence.certificates.get(), nullptr, nullptr, nullptr, CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY) == 1;
  EVP_PKEY* key = nullptr;
  X509* authority = nullptr;
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo_get0_algs(signer, &key, &authority, &digest, nullptr);
  if (authority != nullptr) {
    X509_up_ref(authority);
    stamp.authority.reset(authority);
    stamp.is_intact = is_right && is_imprint_of(imprint, stamped) && is_meant_certificate(signer, authority);
  }
  stamp.is_weak = is_weak_digest(stamp.digest) || digest == nullptr || is_weak_digest(OBJ_obj2nid(digest->algorithm)) || is_weak_key(key);
  ERR_clear_error();
  return stamp;
}

Proved prove(const Stamp& stamp, const Anchors& anchors, std::vector<const Evidence*> known, base::UtcTime now, std::optional<base::UtcTime> later) {
  Proved proved;
  if (!stamp.is_intact || stamp.is_weak || !stamp.at || *stamp.at > now || !may_stamp(stamp.authority.get())) return proved;
  known.push_back(&stamp.evidence);
  const Stack others = certificates_of(known);
  const Chain chain = build_chain(stamp.authority.get(), others.get(), anchors, *stamp.at);
  if (!chain.is_trusted) return proved;
  proved.is_trusted = true;
  // A revocation at any time counts: who has the key could have set the clock back.
  proved.revocation = revocation_of(chain, anchors, known, {*stamp.at, false, now});
  // Nobody watches over a key whose certificate has expired, so the stamp must have been seen before that.
  const bool is_still_in_force = build_chain(stamp.authority.get(), others.get(), anchors, later.value_or(now)).is_trusted;
  if (proved.revocation == Revocation::Good && is_still_in_force) proved.at = stamp.at;
  return proved;
}

}  // namespace portal::signatures
