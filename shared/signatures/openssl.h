// OpenSSL's objects with their owners, and the few conversions that all of shared/signatures needs. Inside shared/signatures.
#pragma once

#include <chrono>
#include <ctime>
#include <memory>
#include <optional>
#include <string_view>

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/x509.h>

#include "shared/base/time.h"

namespace portal::signatures {

template <typename T, void (*Free)(T*)>
struct Freeing {
  void operator()(T* object) const { Free(object); }
};

template <typename T, void (*Free)(T*)>
using Owned = std::unique_ptr<T, Freeing<T, Free>>;

struct FreeStack {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};

using Bio = Owned<BIO, BIO_free_all>;
using Certificate = Owned<X509, X509_free>;
using Stack = std::unique_ptr<STACK_OF(X509), FreeStack>;

inline const unsigned char* data_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

inline void push(Stack& stack, X509* certificate) {
  X509_up_ref(certificate);
  if (sk_X509_push(stack.get(), certificate) == 0) X509_free(certificate);
}

[[nodiscard]] inline std::optional<base::UtcTime> time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  using namespace std::chrono;
  const year_month_day date{year{parts.tm_year + 1900}, month{static_cast<unsigned>(parts.tm_mon + 1)}, day{static_cast<unsigned>(parts.tm_mday)}};
  if (!date.ok()) return {};
  return base::UtcTime{sys_days{date} + hours{parts.tm_hour} + minutes{parts.tm_min} + seconds{parts.tm_sec}};
}

[[nodiscard]] inline std::time_t seconds_of(base::UtcTime at) { return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count(); }

}  // namespace portal::signatures
