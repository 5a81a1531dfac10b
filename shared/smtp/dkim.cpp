#include "shared/smtp/dkim.h"

#include <stdbool.h>  // _Bool, which the library's header expects
#include <sys/types.h>

#include <opendkim/dkim.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>
#include <stdexcept>
#include <string_view>

namespace portal::smtp {
namespace {

constexpr std::string_view kName = "DKIM-Signature: ";

// The library reads what it is given and takes it as bytes that could be written.
u_char* bytes(std::string& text) { return reinterpret_cast<u_char*>(text.data()); }

// The headers that are signed; From, To, Subject and Reply-To once more than they occur, so that nobody can add a second one.
constexpr std::array<const char*, 13> kSigned{"from",       "to",           "reply-to",       "subject",  "date",       "message-id", "mime-version",
                                              "content-type", "content-transfer-encoding", "auto-submitted", "list-id", "list-unsubscribe", nullptr};
constexpr std::array<const char*, 5> kOversigned{"from", "to", "reply-to", "subject", nullptr};

struct EndSignature {
  void operator()(DKIM* signature) const { dkim_free(signature); }
};
using Signature = std::unique_ptr<DKIM, EndSignature>;

void require(DKIM_STAT status, DKIM* signature, const char* step) {
  if (status == DKIM_STAT_OK) return;
  const char* why = signature == nullptr ? nullptr : dkim_geterror(signature);
  throw std::runtime_error(std::string{"DKIM: "} + step + ": " + (why != nullptr ? why : dkim_getresultstr(status)));
}

// Asked before the library is, which says nothing of why a key is none, and loses memory over it.
void require_rsa_key(const std::string& key) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> text(BIO_new_mem_buf(key.data(), static_cast<int>(key.size())), BIO_free);
  const auto no_password = [](char*, int, int, void*) { return -1; };
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> read(PEM_read_bio_PrivateKey(text.get(), nullptr, no_password, nullptr), EVP_PKEY_free);
  if (!read || EVP_PKEY_base_id(read.get()) != EVP_PKEY_RSA) throw std::runtime_error("DKIM: the key is no private RSA key in PEM without a password");
}

}  // namespace

struct DkimSigner::Library {
  Library() : handle(dkim_init(nullptr, nullptr)) {
    if (handle == nullptr) throw std::runtime_error("DKIM: the library did not start");
    const auto set = [this](int option, const char* const* names) {  // the library copies what it reads
      require(dkim_options(handle, DKIM_OP_SETOPT, option, const_cast<const char**>(names), sizeof names), nullptr, "options");
    };
    set(DKIM_OPTS_SIGNHDRS, kSigned.data());
    set(DKIM_OPTS_OVERSIGNHDRS, kOversigned.data());
  }
  ~Library() { dkim_close(handle); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  DKIM_LIB* handle;
};

DkimSigner::DkimSigner(std::string domain, std::string selector, std::string key)
    : domain_(std::move(domain)), selector_(std::move(selector)), key_(std::move(key)), library_(std::make_unique<Library>()) {
  require_rsa_key(key_);
  static_cast<void>(sign("From: <a@" + domain_ + ">\r\n\r\n"));  // what else is wrong is found at the start, not at the first mail
}

DkimSigner::~DkimSigner() = default;

std::string DkimSigner::sign(const std::string& message) const {
  std::string id = "mail", key = key_, selector = selector_, domain = domain_;
  DKIM_STAT status = DKIM_STAT_OK;
  const Signature signature(dkim_sign(library_->handle, bytes(id), nullptr, bytes(key), bytes(selector), bytes(domain), DKIM_CANON_RELAXED,
                                      DKIM_CANON_RELAXED, DKIM_SIGN_RSASHA256, -1, &status));
  if (!signature) require(status == DKIM_STAT_OK ? DKIM_STAT_INTERNAL : status, nullptr, "key");
  const auto end = message.find("\r\n\r\n");
  if (end == std::string::npos) throw std::runtime_error("DKIM: the message has no end of its headers");
  // Header by header, each with its folded lines.
  for (std::size_t at = 0; at < end + 2;) {
    std::size_t next = message.find("\r\n", at);
    while (next < end && (message[next + 2] == ' ' || message[next + 2] == '\t')) next = message.find("\r\n", next + 2);
    std::string header = message.substr(at, next - at);
    require(dkim_header(signature.get(), bytes(header), header.size()), signature.get(), "header");
    at = next + 2;
  }
  require(dkim_eoh(signature.get()), signature.get(), "end of the headers");
  std::string body = message.substr(end + 4);
  if (!body.empty()) require(dkim_body(signature.get(), bytes(body), body.size()), signature.get(), "body");
  require(dkim_eom(signature.get(), nullptr), signature.get(), "end of the message");
  u_char* value = nullptr;
  std::size_t length = 0;
  require(dkim_getsighdr_d(signature.get(), kName.size(), &value, &length), signature.get(), "signature");
  return std::string{kName} + std::string{reinterpret_cast<const char*>(value), length} + "\r\n" + message;
}

}  // namespace portal::smtp
