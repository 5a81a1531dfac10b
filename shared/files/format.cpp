#include "shared/files/format.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>

#include <magic.h>

#include "shared/files/compound.h"
#include "shared/files/package.h"

namespace portal::files {
namespace {

constexpr std::array kFormats{
    Format{"jpeg", "image/jpeg", "jpg", "ảnh JPEG", Family::Picture},
    Format{"png", "image/png", "png", "ảnh PNG", Family::Picture},
    Format{"gif", "image/gif", "gif", "ảnh GIF", Family::Picture},
    Format{"bmp", "image/bmp", "bmp", "ảnh BMP", Family::Picture},
    Format{"webp", "image/webp", "webp", "ảnh WebP", Family::Picture},
    Format{"tiff", "image/tiff", "tif", "ảnh TIFF", Family::Picture},
    Format{"pdf", "application/pdf", "pdf", "PDF", Family::Pdf},
    Format{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "tệp Word", Family::Document},
    Format{"odt", "application/vnd.oasis.opendocument.text", "odt", "tệp Writer", Family::Document},
    Format{"doc", "application/msword", "doc", "tệp Word đời cũ", Family::Document},
    Format{"rtf", "application/rtf", "rtf", "tệp RTF", Family::Document}};

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

std::string beginning_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string beginning(kDetectBytes, '\0');
  in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  beginning.resize(static_cast<std::size_t>(in.gcount()));
  return beginning;
}

const Format* format_of_package(const std::string& path) {
  const auto package = Package::open(path);
  if (!package) return nullptr;
  if (package->word_part()) return find_format("docx");
  return package->is_odt() ? find_format("odt") : nullptr;
}

const Format* format_of_compound(const std::string& path) {
  const auto compound = Compound::read(path);
  if (!compound) return nullptr;
  if (compound->has("WordDocument")) return find_format("doc");
  return compound->has("EncryptedPackage") ? find_format("docx") : nullptr;
}

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

const Format* detect_file(const std::string& path) {
  const std::string beginning = beginning_of(path);
  if (beginning.starts_with("PK\x03\x04")) return format_of_package(path);
  if (Compound::is_one(beginning)) return format_of_compound(path);
  if (beginning.starts_with("{\\rtf")) return find_format("rtf");
  return detect(beginning);
}

}  // namespace portal::files
