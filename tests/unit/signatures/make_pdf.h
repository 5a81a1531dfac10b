// Small signed PDFs, made when a test asks for them: no keys and no files are kept.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/ocsp.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "shared/base/time.h"

namespace portal::signatures::test {

template <typename T, void (*Free)(T*)>
struct Freeing {
  void operator()(T* object) const { Free(object); }
};

using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY, EVP_PKEY_free>>;
using Cert = std::unique_ptr<X509, Freeing<X509, X509_free>>;
using List = std::unique_ptr<X509_CRL, Freeing<X509_CRL, X509_CRL_free>>;

inline std::time_t seconds(base::UtcTime at) { return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count(); }

inline base::UtcTime day(std::string_view iso) { return base::parse_iso(std::string{iso} + "T00:00:00Z").value(); }

inline Key make_key() { return Key(EVP_EC_gen("P-256")); }

struct Wanted {
  std::string name;
  bool is_authority = false;
  base::UtcTime from = day("2026-01-01");
  base::UtcTime until = day("2028-01-01");
  const char* usage = "critical,digitalSignature,nonRepudiation";
  long serial = 1;
  const char* extended = nullptr;  // extended key usage
  const char* list = nullptr;      // where its list of revocations is
};

inline Cert make_certificate(const Wanted& wanted, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuer_key) {
  Cert cert(X509_new());
  X509_set_version(cert.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(cert.get()), wanted.serial);
  ASN1_TIME_set(X509_getm_notBefore(cert.get()), seconds(wanted.from));
  ASN1_TIME_set(X509_getm_notAfter(cert.get()), seconds(wanted.until));
  X509_set_pubkey(cert.get(), key);
  X509_NAME* name = X509_get_subject_name(cert.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(wanted.name.c_str()), -1, -1, 0);
  X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("Sở Tư pháp"), -1, -1, 0);
  X509_set_issuer_name(cert.get(), issuer == nullptr ? name : X509_get_subject_name(issuer));
  const auto extend = [&](int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer == nullptr ? cert.get() : issuer, cert.get(), nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(cert.get(), extension, -1);
    X509_EXTENSION_free(extension);
  };
  extend(NID_basic_constraints, wanted.is_authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
  extend(NID_key_usage, wanted.is_authority ? "critical,keyCertSign,cRLSign" : wanted.usage);
  if (wanted.extended != nullptr) extend(NID_ext_key_usage, wanted.extended);
  if (wanted.list != nullptr) extend(NID_crl_distribution_points, wanted.list);
  extend(NID_subject_key_identifier, "hash");
  if (X509_sign(cert.get(), issuer_key, EVP_sha256()) == 0) throw std::runtime_error("X509_sign");
  return cert;
}

// `revoked` is revoked since `from`, or since `since`.
inline List make_crl(X509* issuer, EVP_PKEY* key, X509* revoked, base::UtcTime from = day("2026-11-01"), base::UtcTime until = day("2026-12-31"),
                     std::optional<base::UtcTime> since = {}) {
  List crl(X509_CRL_new());
  X509_CRL_set_version(crl.get(), 1);
  X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(issuer));
  ASN1_TIME* time = ASN1_TIME_set(nullptr, seconds(from));
  X509_CRL_set1_lastUpdate(crl.get(), time);
  ASN1_TIME_set(time, seconds(until));
  X509_CRL_set1_nextUpdate(crl.get(), time);
  if (revoked != nullptr) {
    X509_REVOKED* entry = X509_REVOKED_new();
    X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(revoked));
    ASN1_TIME_set(time, seconds(since.value_or(from)));
    X509_REVOKED_set_revocationDate(entry, time);
    X509_CRL_add0_revoked(crl.get(), entry);
  }
  ASN1_TIME_free(time);
  X509_CRL_sort(crl.get());
  X509_CRL_sign(crl.get(), key, EVP_sha256());
  return crl;
}

template <typename T>
std::string der_with(int (*encode)(const T*, unsigned char**), const T* object) {
  unsigned char* data = nullptr;
  const int length = encode(object, &data);
  if (length < 0) throw std::runtime_error("DER");
  std::string out(reinterpret_cast<char*>(data), static_cast<std::size_t>(length));
  OPENSSL_free(data);
  return out;
}

inline std::string der_of(const X509* cert) { return der_with(i2d_X509, cert); }

inline std::string der_of(const X509_CRL* crl) { return der_with(i2d_X509_CRL, crl); }

// An OCSP answer about `cert`, signed by `signer`: good, or revoked since `since`.
inline std::string make_ocsp(X509* cert, X509* issuer, X509* signer, EVP_PKEY* key, base::UtcTime from = day("2026-11-25"),
                             base::UtcTime until = day("2026-12-31"), std::optional<base::UtcTime> since = {}) {
  const std::unique_ptr<OCSP_BASICRESP, Freeing<OCSP_BASICRESP, OCSP_BASICRESP_free>> basic(OCSP_BASICRESP_new());
  const std::unique_ptr<OCSP_CERTID, Freeing<OCSP_CERTID, OCSP_CERTID_free>> id(OCSP_cert_to_id(EVP_sha1(), cert, issuer));
  const auto time = [](base::UtcTime at) { return std::unique_ptr<ASN1_TIME, Freeing<ASN1_TIME, ASN1_TIME_free>>(ASN1_TIME_set(nullptr, seconds(at))); };
  const auto revoked = time(since.value_or(from));
  OCSP_basic_add1_status(basic.get(), id.get(), since ? V_OCSP_CERTSTATUS_REVOKED : V_OCSP_CERTSTATUS_GOOD, OCSP_REVOKED_STATUS_NOSTATUS,
                         since ? revoked.get() : nullptr, time(from).get(), time(until).get());
  // Made at `from`, whatever the machine's clock says.
  ASN1_GENERALIZEDTIME_set(const_cast<ASN1_GENERALIZEDTIME*>(OCSP_resp_get0_produced_at(basic.get())), seconds(from));
  if (OCSP_basic_sign(basic.get(), signer, key, EVP_sha256(), nullptr, OCSP_NOTIME) != 1) throw std::runtime_error("OCSP_basic_sign");
  const std::unique_ptr<OCSP_RESPONSE, Freeing<OCSP_RESPONSE, OCSP_RESPONSE_free>> response(OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()));
  return der_with(i2d_OCSP_RESPONSE, response.get());
}

// A time stamping authority, and what its clock says.
struct Authority {
  X509* cert = nullptr;
  EVP_PKEY* key = nullptr;
  base::UtcTime at;
};

// RFC 3161: a token over `stamped`.
inline std::string make_token(const Authority& authority, std::string_view stamped) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned int length = 0;
  EVP_Digest(stamped.data(), stamped.size(), sum.data(), &length, EVP_sha256(), nullptr);
  const std::unique_ptr<TS_TST_INFO, Freeing<TS_TST_INFO, TS_TST_INFO_free>> info(TS_TST_INFO_new());
  const std::unique_ptr<TS_MSG_IMPRINT, Freeing<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>> imprint(TS_MSG_IMPRINT_new());
  const std::unique_ptr<X509_ALGOR, Freeing<X509_ALGOR, X509_ALGOR_free>> algorithm(X509_ALGOR_new());
  X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
  TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
  TS_MSG_IMPRINT_set_msg(imprint.get(), sum.data(), static_cast<int>(length));
  TS_TST_INFO_set_version(info.get(), 1);
  const std::unique_ptr<ASN1_OBJECT, Freeing<ASN1_OBJECT, ASN1_OBJECT_free>> policy(OBJ_txt2obj("1.2.3.4", 1));
  TS_TST_INFO_set_policy_id(info.get(), policy.get());
  TS_TST_INFO_set_msg_imprint(info.get(), imprint.get());
  const std::unique_ptr<ASN1_INTEGER, Freeing<ASN1_INTEGER, ASN1_INTEGER_free>> serial(ASN1_INTEGER_new());
  ASN1_INTEGER_set(serial.get(), 1);
  TS_TST_INFO_set_serial(info.get(), serial.get());
  const std::unique_ptr<ASN1_TIME, Freeing<ASN1_TIME, ASN1_TIME_free>> time(ASN1_GENERALIZEDTIME_set(nullptr, seconds(authority.at)));
  TS_TST_INFO_set_time(info.get(), time.get());
  const std::string content = der_with(i2d_TS_TST_INFO, info.get());
  const std::unique_ptr<BIO, Freeing<BIO, BIO_free_all>> data(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
  const std::unique_ptr<CMS_ContentInfo, Freeing<CMS_ContentInfo, CMS_ContentInfo_free>> cms(
      CMS_sign(nullptr, nullptr, nullptr, data.get(), CMS_BINARY | CMS_PARTIAL));
  CMS_set1_eContentType(cms.get(), OBJ_nid2obj(NID_id_smime_ct_TSTInfo));
  CMS_add1_signer(cms.get(), authority.cert, authority.key, EVP_sha256(), CMS_BINARY | CMS_CADES);
  if (CMS_final(cms.get(), data.get(), nullptr, CMS_BINARY) != 1) throw std::runtime_error("CMS_final of a token");
  return der_with(i2d_CMS_ContentInfo, cms.get());
}

inline std::string hex_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

inline constexpr std::size_t kRoom = 8192;  // hexadecimal digits for the signature

// A file being written, revision by revision.
class PdfFile {
 public:
  PdfFile() { bytes_ = "%PDF-1.7\n"; }

  // One revision of objects; the trailer's root is object 1.
  void add(const std::map<int, std::string>& objects) {
    std::map<int, std::size_t> offsets;
    for (const auto& [number, text] : objects) {
      offsets[number] = bytes_.size();
      bytes_ += std::to_string(number) + " 0 obj\n" + text + "\nendobj\n";
      size_ = std::max(size_, number + 1);
    }
    const std::size_t table = bytes_.size();
    bytes_ += "xref\n";
    if (previous_ == 0) bytes_ += "0 1\n0000000000 65535 f \n";
    for (const auto& [number, offset] : offsets) {
      const std::string digits = std::to_string(offset);
      bytes_ += std::to_string(number) + " 1\n" + std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    bytes_ += "trailer\n<< /Size " + std::to_string(size_) + " /Root 1 0 R" + (previous_ == 0 ? "" : " /Prev " + std::to_string(previous_)) +
              " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    previous_ = table;
  }

  std::string bytes_;

 private:
  std::size_t previous_ = 0;
  int size_ = 1;
};

inline std::string stream(std::string_view data) { return "<< /Length " + std::to_string(data.size()) + " >>\nstream\n" + std::string{data} + "\nendstream"; }

inline std::string empty_signature(std::string_view sub_filter = "adbe.pkcs7.detached") {
  return "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + std::string{sub_filter} + " /M (D:20261125134500+07'00') /Reason (Ban hanh)\n/ByteRange [0 " +
         std::string(34, ' ') + "]\n/Contents <" + std::string(kRoom, '0') + "> >>";
}

inline std::string field(int value, std::string_view name, std::string_view rect = "0 0 0 0") {
  return "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" + std::string{name} + ") /F 132 /P 3 0 R /Rect [" + std::string{rect} + "] /V " +
         std::to_string(value) + " 0 R >>";
}

// A page of text with one signature field (object 4) whose signature (object 5) is still empty. The page names an object 10 that does not exist.
inline PdfFile unsigned_file(std::string_view sub_filter = "adbe.pkcs7.detached") {
  PdfFile file;
  file.add({{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>"},
            {2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"},
            {3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Annots [4 0 R] /B 10 0 R >>"},
            {4, field(5, "Chu ky 1")},
            {5, empty_signature(sub_filter)},
            {6, stream("BT (Quyet dinh) Tj ET")}});
  return file;
}

struct How {
  const EVP_MD* digest = EVP_sha256();
  unsigned int flags = 0;
  X509_CRL* crl = nullptr;
  X509* other = nullptr;  // a certificate between
  std::optional<Authority> stamped = {};
  base::UtcTime claimed = day("2026-11-25");  // by the signer's clock
};

// Fills the last empty signature of the file with what `make` answers for the bytes around it.
inline void fill(PdfFile& file, const std::function<std::string(std::string_view content)>& make) {
  std::string& bytes = file.bytes_;
  const std::size_t gap = bytes.rfind("/Contents <" + std::string(64, '0')) + 10;
  const std::size_t gap_end = bytes.find('>', gap) + 1;
  std::string range = std::to_string(gap) + " " + std::to_string(gap_end) + " " + std::to_string(bytes.size() - gap_end);
  range.resize(34, ' ');
  bytes.replace(bytes.rfind("/ByteRange [0 ", gap) + 14, 34, range);
  const std::string hex = hex_of(make(bytes.substr(0, gap) + bytes.substr(gap_end)));
  if (hex.size() > kRoom) throw std::runtime_error("no room for the signature");
  bytes.replace(gap + 1, hex.size(), hex);
}

inline void sign(PdfFile& file, X509* cert, EVP_PKEY* key, const How& how = {}) {
  fill(file, [&](std::string_view content) {
    const std::unique_ptr<BIO, Freeing<BIO, BIO_free_all>> data(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    const std::unique_ptr<CMS_ContentInfo, Freeing<CMS_ContentInfo, CMS_ContentInfo_free>> cms(
        CMS_sign(nullptr, nullptr, nullptr, data.get(), CMS_DETACHED | CMS_BINARY | CMS_PARTIAL));
    CMS_SignerInfo* info = CMS_add1_signer(cms.get(), cert, key, how.digest, CMS_BINARY | how.flags);
    const std::unique_ptr<ASN1_TIME, Freeing<ASN1_TIME, ASN1_TIME_free>> claimed(ASN1_TIME_set(nullptr, seconds(how.claimed)));
    if ((how.flags & CMS_NOATTR) == 0) CMS_signed_add1_attr_by_NID(info, NID_pkcs9_signingTime, claimed->type, claimed.get(), -1);
    if (how.crl != nullptr) CMS_add1_crl(cms.get(), how.crl);
    if (how.other != nullptr) CMS_add1_cert(cms.get(), how.other);
    if (CMS_final(cms.get(), data.get(), nullptr, CMS_DETACHED | CMS_BINARY) != 1) throw std::runtime_error("CMS_final");
    if (how.stamped) {
      const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(info);
      const std::string token =
          make_token(*how.stamped, {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), static_cast<std::size_t>(ASN1_STRING_length(value))});
      CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(), static_cast<int>(token.size()));
    }
    return der_with(i2d_CMS_ContentInfo, cms.get());
  });
}

// A document time stamp (ETSI.RFC3161) in the last empty signature.
inline void stamp(PdfFile& file, const Authority& authority) {
  fill(file, [&](std::string_view content) { return make_token(authority, content); });
}

}  // namespace portal::signatures::test
