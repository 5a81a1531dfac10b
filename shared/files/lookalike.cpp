#include "shared/files/lookalike.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace portal::files {
namespace {

struct Ending {
  std::string_view ending;
  std::optional<Family> family;  // nothing: a program, a page or an archive, which no file here is
};

constexpr std::array kEndings{
    Ending{"pdf", Family::Pdf},       Ending{"jpg", Family::Picture},   Ending{"jpeg", Family::Picture}, Ending{"jpe", Family::Picture},
    Ending{"png", Family::Picture},   Ending{"gif", Family::Picture},   Ending{"bmp", Family::Picture},  Ending{"webp", Family::Picture},
    Ending{"tif", Family::Picture},   Ending{"tiff", Family::Picture},  Ending{"doc", Family::Document}, Ending{"docx", Family::Document},
    Ending{"docm", Family::Document}, Ending{"dot", Family::Document},  Ending{"odt", Family::Document}, Ending{"rtf", Family::Document},
    Ending{"exe", {}},  Ending{"com", {}},  Ending{"bat", {}},   Ending{"cmd", {}},  Ending{"scr", {}}, Ending{"pif", {}},  Ending{"msi", {}},
    Ending{"dll", {}},  Ending{"js", {}},   Ending{"mjs", {}},   Ending{"jse", {}},  Ending{"vbs", {}}, Ending{"vbe", {}},  Ending{"wsf", {}},
    Ending{"hta", {}},  Ending{"ps1", {}},  Ending{"jar", {}},   Ending{"lnk", {}},  Ending{"url", {}}, Ending{"html", {}}, Ending{"htm", {}},
    Ending{"xhtml", {}}, Ending{"svg", {}}, Ending{"xml", {}},   Ending{"php", {}},  Ending{"sh", {}},  Ending{"zip", {}},  Ending{"rar", {}},
    Ending{"7z", {}},   Ending{"gz", {}},   Ending{"tar", {}},   Ending{"iso", {}},  Ending{"apk", {}}, Ending{"xls", {}},  Ending{"xlsx", {}},
    Ending{"ppt", {}},  Ending{"pptx", {}}};

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lowered(c); });
  return out;
}

unsigned little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  unsigned number = 0;
  for (std::size_t i = count; i > 0; --i) number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return number;
}

// An archiver looks for the end of a zip's directory in the last bytes of a file, and takes it when the directory stands right before it.
bool ends_as_zip(std::string_view tail) {
  constexpr std::string_view kEnd{"PK\x05\x06", 4};
  constexpr std::string_view kEntry{"PK\x01\x02", 4};
  constexpr std::size_t kEndBytes = 22;
  for (std::size_t at = tail.rfind(kEnd); at != std::string_view::npos; at = at == 0 ? std::string_view::npos : tail.rfind(kEnd, at - 1)) {
    if (tail.size() - at < kEndBytes) continue;
    const std::size_t comment = little_endian(tail, at + 20, 2);
    if (at + kEndBytes + comment == tail.size()) return true;
    const std::size_t directory = little_endian(tail, at + 12, 4);
    if (directory != 0 && directory <= at && tail.substr(at - directory).starts_with(kEntry)) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> name_fault(std::string_view name, const Format& format) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const std::string ending = lowered(name.substr(dot + 1));
  const auto* known = std::find_if(kEndings.begin(), kEndings.end(), [&ending](const Ending& one) { return one.ending == ending; });
  if (known == kEndings.end() || known->family == format.family) return {};
  return "Tệp “" + std::string{name} + "” có đuôi “." + ending + "” nhưng nội dung là " + std::string{format.label} + ". Hãy đổi tên cho đúng rồi gửi lại.";
}

std::optional<std::string> polyglot_fault(std::string_view head, std::string_view tail) {
  if (ends_as_zip(tail)) return "Tệp vừa là PDF vừa là tệp nén nên không nhận. Hãy xuất lại PDF từ văn bản gốc rồi gửi lại.";
  // A browser that guesses by the beginning; a PDF's own beginning is objects and compressed bytes.
  constexpr std::array<std::string_view, 8> kTags{"<html", "<script", "<!doctype", "<body", "<iframe", "<svg", "<?php", "<head"};
  const std::string beginning = lowered(head.substr(0, kHeadBytes));
  for (const std::string_view tag : kTags)
    if (beginning.find(tag) != std::string::npos) return "Tệp vừa là PDF vừa là trang web có mã nên không nhận. Hãy xuất lại PDF từ văn bản gốc rồi gửi lại.";
  return {};
}

std::optional<std::string> polyglot_fault_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string head(kHeadBytes, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  in.clear();
  in.seekg(0, std::ios::end);
  const auto size = static_cast<std::size_t>(in.tellg());
  in.seekg(static_cast<std::streamoff>(size > kTailBytes ? size - kTailBytes : 0));
  std::string tail(std::min(size, kTailBytes), '\0');
  in.read(tail.data(), static_cast<std::streamsize>(tail.size()));
  if (!in) throw std::system_error(errno, std::generic_category(), "a file that was received cannot be read");
  return polyglot_fault(head, tail);
}

}  // namespace portal::files
