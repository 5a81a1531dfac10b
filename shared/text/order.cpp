#include "shared/text/order.h"

#include <stdexcept>

#include <unicode/coll.h>
#include <unicode/unistr.h>

namespace portal::text {

struct VietnameseOrder::Rules {
  std::unique_ptr<icu::Collator> collator;
};

VietnameseOrder::VietnameseOrder() : rules_(std::make_unique<Rules>()) {
  UErrorCode status = U_ZERO_ERROR;
  rules_->collator.reset(icu::Collator::createInstance(icu::Locale("vi"), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU: no Vietnamese collation");
}

VietnameseOrder::~VietnameseOrder() = default;
VietnameseOrder::VietnameseOrder(VietnameseOrder&&) noexcept = default;
VietnameseOrder& VietnameseOrder::operator=(VietnameseOrder&&) noexcept = default;

bool VietnameseOrder::before(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto piece = [](std::string_view s) {
    return icu::StringPiece(s.data(), static_cast<std::int32_t>(s.size()));
  };
  const UCollationResult order = rules_->collator->compareUTF8(piece(a), piece(b), status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU: comparison failed");
  return order == UCOL_EQUAL ? a < b : order == UCOL_LESS;
}

std::string VietnameseOrder::key(std::string_view text) const {
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const std::int32_t size = rules_->collator->getSortKey(wide, nullptr, 0);
  std::string key(static_cast<std::size_t>(size), '\0');
  rules_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), size);
  if (!key.empty()) key.pop_back();  // ICU ends a key with a zero byte
  return key;
}

}  // namespace portal::text
