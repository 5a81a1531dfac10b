// QR codes as SVG path data (libqrencode): printed addresses, authenticator keys.
#pragma once

#include <string>

namespace portal::view {

// Black squares of a QR code of `text` as SVG path data, with a quiet zone of four, and the side in squares. Throws std::runtime_error when the text
// is too long for a code (over 2,900 bytes).
struct QrCode {
  int size = 0;
  std::string path;
};
[[nodiscard]] QrCode make_qr(const std::string& text);

}  // namespace portal::view
