#include "shared/signatures/certificates.h"

#include <algorithm>
#include <array>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace portal::signatures {
namespace {

using Store = Owned<X509_STORE, X509_STORE_free>;
using StoreContext = Owned<X509_STORE_CTX, X509_STORE_CTX_free>;

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
  X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  char* data = nullptr;
  const long length = BIO_get_mem_data(out.get(), &data);
  return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string{};
}

// Whether all that a certificate is issued for is something else than documents: web servers, programs, time stamps, statements of revocation.
bool is_for_machines_only(X509* certificate) {
  if ((X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) == 0) return false;
  const Owned<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free> uses(
      static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
  if (uses == nullptr) return true;  // it has the extension, and nobody can read it
  constexpr std::array kMachines{NID_server_auth, NID_code_sign, NID_time_stamp, NID_OCSP_sign, NID_dvcs};
  for (int i = 0; i < sk_ASN1_OBJECT_num(uses.get()); ++i)
    if (std::find(kMachines.begin(), kMachines.end(), OBJ_obj2nid(sk_ASN1_OBJECT_value(uses.get(), i))) == kMachines.end()) return false;
  return true;
}

}  // namespace

Certificate read_der(std::string_view der) {
  const unsigned char* at = data_of(der);
  Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  return certificate;
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
  ERR_clear_error();
  return person;
}

bool is_weak_digest(int nid) { return nid == NID_md5 || nid == NID_sha1 || nid == NID_md4 || nid == NID_md2 || nid == NID_ripemd160 || nid == NID_undef; }

bool is_weak_signature(int nid) {
  int digest = NID_undef;
  if (OBJ_find_sigid_algs(nid, &digest, nullptr) != 1) return true;
  // Ed25519 and Ed448 have their digest built in; that of RSA-PSS stands in parameters, which are not looked into here.
  return digest == NID_undef ? nid != NID_ED25519 && nid != NID_ED448 : is_weak_digest(digest);
}

bool is_weak_key(EVP_PKEY* key) {
  if (key == nullptr) return true;
  constexpr int kLeastBits = 112;  // RSA 2048, P-224
  return EVP_PKEY_get_security_bits(key) < kLeastBits;
}

bool may_sign(X509* certificate) {
  const bool has_usage = (X509_get_extension_flags(certificate) & EXFLAG_KUSAGE) != 0;
  if (has_usage && (X509_get_key_usage(certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) return false;
  return !is_for_machines_only(certificate);
}

bool may_stamp(X509* certificate) {
  return (X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) != 0 && (X509_get_extended_key_usage(certificate) & XKU_TIMESTAMP) != 0;
}

bool is_in_force(X509* certificate, base::UtcTime at) {
  const auto from = time_of(X509_get0_notBefore(certificate));
  const auto until = time_of(X509_get0_notAfter(certificate));
  return from && until && *from <= at && at <= *until;
}

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
  chain.is_weak = error == X509_V_ERR_CA_MD_TOO_WEAK || error == X509_V_ERR_CA_KEY_TOO_SMALL || error == X509_V_ERR_EE_KEY_TOO_SMALL;
  chain.certificates.reset(X509_STORE_CTX_get1_chain(context.get()));
  ERR_clear_error();
  return chain;
}

bool is_anchor(const Anchors& anchors, X509* certificate) {
  return std::any_of(anchors.impl().certificates.begin(), anchors.impl().certificates.end(),
                     [&](const Certificate& anchor) { return X509_cmp(anchor.get(), certificate) == 0; });
}

}  // namespace portal::signatures
