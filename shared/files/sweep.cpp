#include "shared/files/sweep.h"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "shared/files/files.h"
#include "shared/files/queries.h"

namespace portal::files {
namespace {

constexpr std::chrono::hours kGrace{24};

std::chrono::system_clock::time_point grace_end(base::UtcTime now) {
  return std::chrono::system_clock::time_point{std::chrono::duration_cast<std::chrono::system_clock::duration>((now - kGrace).time_since_epoch())};
}

std::size_t drop_unused(db::Connection& db, const Store& store, base::UtcTime before, const std::function<bool()>& should_stop) {
  std::vector<std::pair<FileId, std::string>> found;
  {
    auto rows = db.query(kUnused, before);
    while (rows.next()) found.emplace_back(rows.id<FileId>(0), std::string{rows.text(1)});
  }
  std::size_t dropped = 0;
  for (const auto& [file, sha256] : found) {
    if (should_stop()) break;
    const bool is_gone = db::in_transaction(db, [&, id = file, &digest = sha256] {
      if (!db.query(kLockUnused, id, before).next()) return false;  // used meanwhile
      db.execute(kDropPictures, id);
      db.execute(kDropParts, id);
      db.execute(kDropFile, id);
      store.remove(digest);  // before the commit: until then an upload of the same bytes waits
      return true;
    });
    if (is_gone) ++dropped;
  }
  return dropped;
}

// A file without a row: its place among the rows is held by an insertion that is never committed.
bool drop_orphan(db::Connection& db, const Store& store, const std::string& sha256, base::UtcTime now) {
  const db::Transaction transaction(db);
  try {
    db.execute(kHoldDigest, sha256, now);
  } catch (const db::SqlError& error) {
    if (error.is_duplicate() || error.code == 1205 || error.code == 1213) return false;  // it has a row now, or is getting one
    throw;
  }
  store.remove(sha256);
  return true;
}

std::vector<std::string> old_files(const Store& store, base::UtcTime now) {
  std::vector<std::string> old;
  store.each([&](std::string_view sha256, std::uint64_t, std::chrono::system_clock::time_point changed) {
    if (changed < grace_end(now)) old.emplace_back(sha256);
    return true;
  });
  return old;
}

}  // namespace

Swept sweep(db::Connection& db, const Store& store, base::UtcTime now, const std::function<bool()>& should_stop) {
  Swept swept;
  if (!std::filesystem::is_directory(store.root())) return swept;  // nothing was ever received
  swept.temporary = store.drop_temporary(grace_end(now));
  // What was made of an unused file is unused once its row is gone.
  for (std::size_t round = drop_unused(db, store, now - kGrace, should_stop); round > 0 && !should_stop();
       round = drop_unused(db, store, now - kGrace, should_stop))
    swept.unused += round;
  for (const std::string& sha256 : old_files(store, now)) {
    if (should_stop()) break;
    if (db.query(kHasFile, sha256).next()) continue;
    if (drop_orphan(db, store, sha256, now)) ++swept.orphans;
  }
  return swept;
}

void check(db::Connection& db, const Store& store, base::UtcTime now, const std::function<bool(std::string fault)>& tell) {
  namespace fs = std::filesystem;
  FileId last;
  for (std::size_t count = 1; count > 0;) {
    struct Row {
      FileId id;
      std::string sha256;
      std::uint64_t bytes;
    };
    std::vector<Row> block;
    {
      auto rows = db.query(kFilesAfter, last.value);
      while (rows.next()) block.push_back({rows.id<FileId>(0), std::string{rows.text(1)}, static_cast<std::uint64_t>(rows.number(2))});
    }
    count = block.size();
    for (const Row& row : block) {
      last = row.id;
      std::error_code error;
      const auto bytes = fs::file_size(store.path_of(row.sha256), error);
      if (error && !tell("file " + std::to_string(row.id.value) + " (" + row.sha256 + ") has a row and is not in the store")) return;
      if (!error && bytes != row.bytes &&
          !tell("file " + std::to_string(row.id.value) + " (" + row.sha256 + ") has " + std::to_string(bytes) + " bytes in the store, " +
                std::to_string(row.bytes) + " in its row"))
        return;
    }
  }
  if (!fs::is_directory(store.root())) return;
  for (const std::string& sha256 : old_files(store, now))
    if (!db.query(kHasFile, sha256).next() && !tell(sha256 + " lies in the store without a row; the scheduler's next sweep takes it")) return;
}

}  // namespace portal::files
