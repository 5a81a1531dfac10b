// Order: sorting names as a Vietnamese reader expects (a à ả ã á ạ ă … â …; d before đ), for lists
// that the database does not sort.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace portal::text {

// The collation of the Vietnamese language. Making one loads ICU's rules (about a millisecond);
// make one per list, not per pair. Not for several threads at once.
class VietnameseOrder {
 public:
  VietnameseOrder();
  ~VietnameseOrder();
  VietnameseOrder(VietnameseOrder&&) noexcept;
  VietnameseOrder& operator=(VietnameseOrder&&) noexcept;
  VietnameseOrder(const VietnameseOrder&) = delete;
  VietnameseOrder& operator=(const VietnameseOrder&) = delete;

  // True if `a` comes before `b`. Texts that differ only in bytes are ordered by their bytes, so
  // the order is total.
  [[nodiscard]] bool before(std::string_view a, std::string_view b) const;

  // Bytes whose plain comparison gives the same order.
  [[nodiscard]] std::string key(std::string_view text) const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace portal::text
