#include "shared/files/size.h"

namespace portal::files {

std::string size_words(std::uint64_t bytes) {
  constexpr std::uint64_t kKilo = 1024;
  constexpr std::uint64_t kMega = kKilo * kKilo;
  if (bytes < kMega) return std::to_string((bytes + kKilo - 1) / kKilo) + " KB";
  constexpr std::uint64_t kTenths = 10;
  const std::uint64_t tenths = (bytes * kTenths + kMega / 2) / kMega;
  const std::string whole = std::to_string(tenths / kTenths);
  return tenths % kTenths == 0 ? whole + " MB" : whole + "," + std::to_string(tenths % kTenths) + " MB";
}

}  // namespace portal::files
