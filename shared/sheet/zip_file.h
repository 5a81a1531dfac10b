// ZipFile: files put together into one archive in memory (libzip): OpenDocument packages, archive exports (D13.2).
//
//   sheet::ZipFile zip(now);
//   zip.add("bai.html", html);
//   std::string bytes = std::move(zip).bytes();
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace portal::sheet {

class ZipFile {
 public:
  // `made_at` is the time of every file in it. Throws std::runtime_error when there is no memory, as the others do.
  explicit ZipFile(base::UtcTime made_at);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  // Adds a file, compressed unless `is_stored`. Names are UTF-8 with '/' between folders.
  void add(const std::string& name, std::string data, bool is_stored = false);

  // The archive's bytes. Nothing can be added afterwards.
  [[nodiscard]] std::string bytes() &&;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace portal::sheet
