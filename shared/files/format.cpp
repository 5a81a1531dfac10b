#include "shared/files/format.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>

#include <magic.h>

namespace portal::files {
namespace {

constexpr std::array kFormats{Format{"jpeg", "image/jpeg", "jpg", "ảnh JPEG", true},  Format{"png", "image/png", "png", "ảnh PNG", true},
                              Format{"gif", "image/gif", "gif", "ảnh GIF", true},     Format{"bmp", "image/bmp", "bmp", "ảnh BMP", true},
                              Format{"webp", "image/webp", "webp", "ảnh WebP", true}, Format{"tiff", "image/tiff", "tif", "ảnh TIFF", true},
                              Format{"pdf", "application/pdf", "pdf", "PDF", false}};

struct Close {
  void operator()(magic_t cookie) const { magic_close(cookie); }
};

using Magic = std::unique_ptr<std::remove_pointer_t<magic_t>, Close>;

// A cookie is one thread's; its database is mapped read-only and shared by all.
magic_t magic() {
  constexpr int kFlags = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_APPTYPE | MAGIC_NO_CHECK_ELF |
                         MAGIC_NO_CHECK_TEXT | MAGIC_NO_CHECK_CDF | MAGIC_NO_CHECK_CSV | MAGIC_NO_CHECK_TOKENS | MAGIC_NO_CHECK_ENCODING |
                         MAGIC_NO_CHECK_JSON;
  thread_local Magic cookie;
  if (cookie) return cookie.get();
  cookie.reset(magic_open(kFlags));
  if (!cookie || magic_load(cookie.get(), nullptr) != 0) {
    const std::string why = cookie ? magic_error(cookie.get()) : "out of memory";
    cookie.reset();
    throw std::runtime_error("libmagic: " + why);
  }
  return cookie.get();
}

// What a PDF reader would still open with other bytes before its head is another file at the same time (a polyglot); here it is none.
bool begins_as_itself(const Format& format, std::string_view beginning) { return format.key != "pdf" || beginning.starts_with("%PDF-"); }

}  // namespace

const Format* find_format(std::string_view key) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(), [key](const Format& format) { return format.key == key; });
  return found == kFormats.end() ? nullptr : found;
}

const Format* detect(std::string_view beginning) {
  const char* found = magic_buffer(magic(), beginning.data(), std::min(beginning.size(), kDetectBytes));
  if (found == nullptr) return nullptr;
  std::string_view mime{found};
  if (mime == "image/x-ms-bmp") mime = "image/bmp";
  const auto* format = std::find_if(kFormats.begin(), kFormats.end(), [mime](const Format& one) { return one.mime == mime; });
  return format != kFormats.end() && begins_as_itself(*format, beginning) ? format : nullptr;
}

}  // namespace portal::files
