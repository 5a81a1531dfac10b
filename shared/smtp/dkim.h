// DkimSigner: signs mails for the agency's domain (RFC 6376), so that receivers can tell them from forged ones. libopendkim, relaxed/relaxed, RSA with SHA-256.
//
// The private key is the operator's (docs/operations.md, "Mail"); its public half stands in the domain's name service at <selector>._domainkey.<domain>.
#pragma once

#include <memory>
#include <string>

namespace portal::smtp {

class DkimSigner {
 public:
  // `key`: a private RSA key in PEM. Throws std::runtime_error when it cannot sign with it.
  DkimSigner(std::string domain, std::string selector, std::string key);
  ~DkimSigner();
  DkimSigner(const DkimSigner&) = delete;
  DkimSigner& operator=(const DkimSigner&) = delete;

  // The message (as compose() gives it) with its signature in front. Throws std::runtime_error with the library's reason.
  [[nodiscard]] std::string sign(const std::string& message) const;

 private:
  struct Library;
  std::string domain_, selector_, key_;
  std::unique_ptr<Library> library_;
};

}  // namespace portal::smtp
