#include "shared/http/fields.h"

#include <algorithm>

#include "shared/http/collect.h"
#include "shared/http/percent.h"

namespace portal::http {

using base::fail;
using base::FaultKind;

std::string_view Fields::get(std::string_view name) const {
  for (const auto& [key, value] : pairs_)
    if (key == name) return value;
  return {};
}

bool Fields::has(std::string_view name) const {
  return std::any_of(pairs_.begin(), pairs_.end(),
                     [&](const auto& pair) { return pair.first == name; });
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : pairs_)
    if (key == name) values.emplace_back(value);
  return values;
}

void Fields::add(std::string name, std::string value) {
  pairs_.emplace_back(std::move(name), std::move(value));
}

void Fields::keep_only(std::span<const std::string_view> names) {
  std::erase_if(pairs_, [&](const auto& pair) {
    return pair.first.empty() || std::find(names.begin(), names.end(), pair.first) == names.end();
  });
}

std::optional<base::Fault> collect_field(Fields& fields, const FieldLimits& limits,
                                         std::string raw_name, std::string raw_value) {
  const auto refuse = [](FaultKind kind, std::string message) {
    return base::Fault{kind, std::move(message), {}};
  };
  if (fields.pairs().size() == limits.max_fields)
    return refuse(FaultKind::TooLarge, "Biểu mẫu có quá nhiều ô, nhiều nhất là " +
                                           std::to_string(limits.max_fields) + " ô.");
  if (raw_name.size() > limits.max_name_bytes)
    return refuse(FaultKind::TooLarge, "Tên ô của biểu mẫu quá dài, nhiều nhất là " +
                                           std::to_string(limits.max_name_bytes) + " byte.");
  if (raw_value.size() > limits.max_value_bytes)
    return refuse(FaultKind::TooLarge, "Nội dung một ô của biểu mẫu quá dài, nhiều nhất là " +
                                           std::to_string(limits.max_value_bytes / 1024) + " KB.");
  if (raw_name.empty()) return refuse(FaultKind::BadRequest, "Biểu mẫu có ô không tên.");
  auto name = has_control(raw_name) ? std::nullopt : accept_text(std::move(raw_name));
  if (!name) return refuse(FaultKind::BadRequest, "Tên ô của biểu mẫu có ký tự không được phép.");
  auto value = accept_typed(std::move(raw_value));
  if (!value)
    return refuse(FaultKind::BadRequest,
                  "Nội dung gửi lên có chỗ không phải Unicode (UTF-8) hợp lệ hoặc có ký tự rỗng.");
  if (!name->ends_with("[]") && fields.has(*name))
    return refuse(FaultKind::BadRequest, "Biểu mẫu có ô bị gửi hai lần.");
  fields.add(*std::move(name), *std::move(value));
  return std::nullopt;
}

base::Result<Fields> parse_urlencoded(std::string_view text, const FieldLimits& limits) {
  Fields fields;
  while (!text.empty()) {
    const auto end = text.find('&');
    const std::string_view piece = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (piece.empty()) continue;
    const auto equals = piece.find('=');
    auto name = percent_decode(piece.substr(0, equals), Plus::IsSpace);
    auto value = percent_decode(
        equals == std::string_view::npos ? std::string_view{} : piece.substr(equals + 1),
        Plus::IsSpace);
    if (!name || !value)
      return fail(FaultKind::BadRequest,
                  "Nội dung gửi lên mã hóa sai (dấu % không kèm hai chữ số thập lục phân).");
    if (auto fault = collect_field(fields, limits, *std::move(name), *std::move(value)))
      return tl::unexpected(*std::move(fault));
  }
  return fields;
}

Fields parse_cookies(std::string_view header) {
  constexpr std::size_t kMaxCookies = 50;
  Fields cookies;
  const auto is_value_byte = [](char c) {
    return c > 0x20 && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\';
  };
  while (!header.empty() && cookies.pairs().size() < kMaxCookies) {
    const auto end = header.find(';');
    std::string_view pair = header.substr(0, end);
    header = end == std::string_view::npos ? std::string_view{} : header.substr(end + 1);
    while (!pair.empty() && (pair.front() == ' ' || pair.front() == '\t')) pair.remove_prefix(1);
    while (!pair.empty() && (pair.back() == ' ' || pair.back() == '\t')) pair.remove_suffix(1);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    const std::string_view name = pair.substr(0, equals);
    const std::string_view value = pair.substr(equals + 1);
    if (!std::all_of(name.begin(), name.end(), is_value_byte) ||
        !std::all_of(value.begin(), value.end(), is_value_byte))
      continue;
    // The first of two equal names counts: browsers send the one with the longer path first, and a
    // later one may be planted.
    if (!cookies.has(name)) cookies.add(std::string{name}, std::string{value});
  }
  return cookies;
}

bool is_secret_field(std::string_view name, std::string_view value) {
  if (name == "code")
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
  return name == "secret" || name.find("password") != std::string_view::npos;
}

std::string url_encode(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (unreserved) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    }
  }
  return out;
}

}  // namespace portal::http
