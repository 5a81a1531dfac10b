#include "shared/richtext/link.h"

#include <algorithm>

#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::richtext {
namespace {

using base::Result;

tl::unexpected<base::Fault> refuse(std::string why) {
  return base::fail(base::FaultKind::Invalid, std::move(why));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Everything of RFC 3986 plus bytes above ASCII (encoded later); quotes, brackets, backslash, space
// and the like are not URL characters.
bool is_url_byte(char c) {
  static constexpr std::string_view kMarks = "-._~:/?#[]@!$&'()*+,;=%";
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
         kMarks.find(c) != std::string_view::npos;
}

// Every % must begin an escape, and no escape may hide a control character (a line break in a
// mailto: is a forged header).
bool has_sound_escapes(std::string_view text) {
  const auto is_hex = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') continue;
    if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
    if (text[i + 1] < '2') return false;
  }
  return true;
}

std::string encode_non_ascii(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 0xF];
    }
  }
  return out;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253 || !(is_letter(host.front()) || is_digit(host.front())))
    return false;
  return host.find("..") == std::string_view::npos &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_';
         });
}

// "host[:port]" of an http(s) address.
bool is_authority(std::string_view authority) {
  const std::size_t colon = authority.find(':');
  if (!is_host(authority.substr(0, colon))) return false;
  if (colon == std::string_view::npos) return true;
  const std::string_view port = authority.substr(colon + 1);
  return !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), is_digit);
}

Result<std::string> clean_web(std::string scheme, std::string_view rest) {
  if (!rest.starts_with("//")) return refuse("Liên kết web phải có dạng https://ten-mien/….");
  rest.remove_prefix(2);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  if (authority.find('@') != std::string_view::npos) {
    return refuse("Liên kết không được chứa tên người dùng hay mật khẩu trước tên miền.");
  }
  if (!is_authority(authority)) return refuse("Tên miền trong liên kết không hợp lệ.");
  return scheme + "://" + encode_non_ascii(rest);
}

Result<std::string> clean_mailto(std::string_view rest) {
  const std::string_view address = rest.substr(0, rest.find('?'));
  const std::size_t at = address.find('@');
  const bool good = at != std::string_view::npos && at > 0 && is_host(address.substr(at + 1)) &&
                    address.find_first_of(",;%:/()[]") == std::string_view::npos;
  if (!good)
    return refuse(
        "Liên kết thư điện tử phải có đúng một địa chỉ, ví dụ mailto:banbientap@vidu.vn.");
  return "mailto:" + encode_non_ascii(rest);
}

Result<std::string> clean_tel(std::string_view rest) {
  const auto digits = std::count_if(rest.begin(), rest.end(), is_digit);
  const bool good = digits >= 3 && digits <= 20 &&
                    rest.find_first_not_of("+0123456789-.()") == std::string_view::npos &&
                    rest.rfind('+') + 1 <= 1;
  if (!good)
    return refuse(
        "Số điện thoại trong liên kết chỉ gồm chữ số và + - . ( ), ví dụ tel:+84-210-3800000.");
  return "tel:" + std::string(rest);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Result<std::string> clean_by_kind(std::string_view href) {
  if (href.front() == '#') {
    if (href.size() == 1) return refuse("Liên kết # phải có tên mục phía sau.");
    return encode_non_ascii(href);
  }
  if (href.front() == '/') {
    if (href.starts_with("//")) return refuse("Liên kết trong trang chỉ bắt đầu bằng một dấu /.");
    return encode_non_ascii(href);
  }
  const std::size_t colon = href.find(':');
  const std::string scheme =
      colon == std::string_view::npos ? std::string() : lower(href.substr(0, colon));
  if (scheme == "http" || scheme == "https") return clean_web(scheme, href.substr(colon + 1));
  if (scheme == "mailto") return clean_mailto(href.substr(colon + 1));
  if (scheme == "tel") return clean_tel(href.substr(colon + 1));
  return refuse("Liên kết phải bắt đầu bằng https://, http://, mailto:, tel:, / hoặc #.");
}

}  // namespace

Result<std::string> clean_href(std::string_view typed) {
  const std::string_view trimmed = text::trim(typed);
  if (trimmed.empty()) return refuse("Liên kết để trống.");
  const auto problems = text::list_problems(trimmed, text::Lines::One, 1);
  if (!problems.empty())
    return refuse("Liên kết có ký tự không được phép: " +
                  text::describe(problems.front(), trimmed));
  if (!std::all_of(trimmed.begin(), trimmed.end(), is_url_byte)) {
    return refuse("Liên kết có dấu cách hoặc ký tự không dùng được trong địa chỉ web.");
  }
  if (!has_sound_escapes(trimmed)) return refuse("Liên kết có dấu % không đúng cách viết.");
  auto href = clean_by_kind(text::to_nfc(trimmed));
  if (href && href->size() > kMaxHrefBytes)
    return refuse("Liên kết quá dài (nhiều nhất 2.048 ký tự).");
  return href;
}

bool is_external(std::string_view href) {
  return href.starts_with("http://") || href.starts_with("https://");
}

}  // namespace portal::richtext
