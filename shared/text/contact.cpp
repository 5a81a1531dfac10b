#include "shared/text/contact.h"

#include <algorithm>

namespace portal::text {

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos || text.size() > 200) return false;
  const auto dot = text.find('.', at + 2);
  if (dot == std::string_view::npos || text.back() == '.') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '<' && c != '>' && c != ','; });
}

bool is_phone(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 6 && text.size() <= 40 &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || c == ' ' || c == '.' || c == '+' || c == '(' || c == ')' || c == '-';
         });
}

}  // namespace portal::text
