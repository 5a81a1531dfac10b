#include "shared/signatures/anchor_facts.h"

#include <algorithm>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "shared/base/crypto.h"
#include "shared/signatures/certificates.h"

namespace portal::signatures {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;
constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";
constexpr std::string_view kEnd = "-----END CERTIFICATE-----";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The bytes of base64 text; nothing for another text.
std::optional<std::string> decode_base64(std::string_view text) {
  std::string dense;
  std::copy_if(text.begin(), text.end(), std::back_inserter(dense), [](char c) { return !is_blank(c); });
  if (dense.empty() || dense.size() % 4 != 0) return {};
  std::string bytes(dense.size() / 4 * 3, '\0');
  const int length = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), data_of(dense), static_cast<int>(dense.size()));
  if (length < 0) return {};
  const std::size_t padding = dense.ends_with("==") ? 2 : dense.ends_with("=") ? 1 : 0;
  bytes.resize(static_cast<std::size_t>(length) - padding);
  return bytes;
}

std::optional<std::string> der_in(std::string_view text) {
  const std::size_t begin = text.find(kBegin);
  // DER begins with a sequence that says its length in two bytes; no text has such a byte.
  if (begin == std::string_view::npos) return text.starts_with("\x30\x82") ? std::optional{std::string{text}} : decode_base64(text);
  if (text.find(kBegin, begin + 1) != std::string_view::npos) return {};
  const std::size_t from = begin + kBegin.size();
  const std::size_t end = text.find(kEnd, from);
  return end == std::string_view::npos ? std::nullopt : decode_base64(text.substr(from, end - from));
}

std::string pem_of(X509* certificate) {
  const Bio out(BIO_new(BIO_s_mem()));
  if (PEM_write_bio_X509(out.get(), certificate) != 1) return {};
  char* data = nullptr;
  const long length = BIO_get_mem_data(out.get(), &data);
  return {data, static_cast<std::size_t>(length)};
}

}  // namespace

std::optional<AnchorFacts> describe_anchor(std::string_view text) {
  if (text.size() > kMostBytes) return {};
  const auto der = der_in(text);
  const Certificate certificate = der ? read_der(*der) : nullptr;
  ERR_clear_error();
  if (certificate == nullptr) return {};
  AnchorFacts facts;
  facts.pem = pem_of(certificate.get());
  facts.fingerprint = base::sha256_hex(*der);
  facts.person = person_of(certificate.get());
  // What signs itself is trusted by its bytes, not by its signature.
  const bool signs_itself = X509_self_signed(certificate.get(), 0) == 1;
  facts.is_weak = is_weak_key(X509_get0_pubkey(certificate.get())) || (!signs_itself && is_weak_signature(X509_get_signature_nid(certificate.get())));
  ERR_clear_error();
  return facts;
}

}  // namespace portal::signatures
