#include "shared/view/qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>


namespace portal::view {

QrCode make_qr(const std::string& text) {
  constexpr int kQuiet = 4;  // ISO/IEC 18004: four squares of quiet around the code
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) throw std::runtime_error("QR code: the text cannot be encoded");
  QrCode out;
  out.size = code->width + 2 * kQuiet;
  // One run of dark squares of a row is one rectangle: a quarter of the bytes of one square each.
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      const auto dark = [&](int at) { return (code->data[y * code->width + at] & 1) != 0; };
      if (!dark(x)) continue;
      int length = 1;
      while (x + length < code->width && dark(x + length)) ++length;
      out.path += "M" + std::to_string(x + kQuiet) + " " + std::to_string(y + kQuiet) + "h" + std::to_string(length) + "v1h-" + std::to_string(length) + "z";
      x += length;
    }
  }
  return out;
}

}  // namespace portal::view
