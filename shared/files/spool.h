// Room and DiskSpool: how files that come with a form reach the store's folder without standing in memory (shared/http/upload.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/crypto.h"
#include "shared/db/pool.h"
#include "shared/files/queries.h"
#include "shared/files/store.h"
#include "shared/http/upload.h"

namespace portal::files {

// Writes each file into <root>/tmp and reckons its digest on the way. Removes the temporary names when it goes; what put() has placed stays.
class DiskSpool final : public http::Spool {
 public:
  explicit DiskSpool(const Store& store) : store_(store) {}
  ~DiskSpool() override;
  DiskSpool(const DiskSpool&) = delete;
  DiskSpool& operator=(const DiskSpool&) = delete;

  void begin(std::string field, std::string name) override;
  void write(std::string_view bytes) override;
  void end() override;
  [[nodiscard]] const std::vector<http::Upload>& uploads() const override { return uploads_; }

 private:
  const Store& store_;
  std::vector<http::Upload> uploads_;
  std::optional<base::Sha256> digest_;
  int descriptor_ = -1;
};

// The store as a program with file routes offers it. Refuses a body over `max_bytes`, and any that would take the disk below its floor (setting
// file_floor_mb), before a byte of it is read.
class Room final : public http::UploadRoom {
 public:
  // `setting`: the statement by which this program reads a setting.
  Room(const std::string& root, db::Pool& pool, std::uint64_t max_bytes, db::Sql setting = kSetting)
      : store_(root), pool_(pool), max_bytes_(max_bytes), setting_(setting) {}

  [[nodiscard]] std::optional<http::ParseFault> refuse(std::uint64_t bytes) override;
  [[nodiscard]] std::unique_ptr<http::Spool> open() override;

 private:
  Store store_;
  db::Pool& pool_;
  std::uint64_t max_bytes_;
  db::Sql setting_;
};

}  // namespace portal::files
