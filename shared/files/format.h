// Format: what a file is, by its content. Its name and the type that a browser claims decide nothing.
#pragma once

#include <string>
#include <string_view>

namespace portal::files {

enum class Family {
  Picture,   // made anew before anybody sees it
  Pdf,       // looked into, then delivered as it came
  Document   // its text becomes an article's; never delivered
};

struct Format {
  std::string_view key;        // core_file.format
  std::string_view mime;       // as it is delivered
  std::string_view extension;  // as it is offered for saving, without the dot
  std::string_view label;      // for people
  Family family;
};

// How many bytes from the beginning detect() wants to see.
inline constexpr std::size_t kDetectBytes = 256 * 1024;

// The format of a file that begins with `beginning`, or nullptr for what is not accepted: pictures in jpg, gif, bmp, png, webp, tiff (D9.1), and PDF. Asks
// libmagic, with everything off that would open an archive or run a longer search; thread-safe. Throws std::runtime_error when libmagic has no database.
[[nodiscard]] const Format* detect(std::string_view beginning);

// The same of a whole file, and docx, odt, doc and rtf (D9.1a): two of them are zip files and one a compound file, which begin like many others, so what they
// hold is looked at (package.h, compound.h). A docx with a password is a compound file too; what it really holds nobody can see before it is opened.
[[nodiscard]] const Format* detect_file(const std::string& path);

// The row of a key, or nullptr for a word of a newer program.
[[nodiscard]] const Format* find_format(std::string_view key);

}  // namespace portal::files
