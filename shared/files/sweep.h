// Sweep and check: what lies in the store without being used, and whether rows and files say the same.
//
// A sweep never takes a file that a row names, whatever happens beside it: it holds the row (or, where there is none, the digest's place among the rows) while
// it takes the file away, and an upload of the same bytes at that moment finds its file gone inside its own transaction and places it again (Store::ensure).
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/files/store.h"

namespace portal::files {

struct Swept {
  std::size_t temporary = 0;  // left by a program that was killed
  std::size_t unused = 0;     // blobs that nothing uses
  std::size_t orphans = 0;    // files without a row
};

// Sweeps what has been so for a day; a purge dates its blobs back, so that they go at the next sweep (D12.3b). `should_stop` is asked between two files.
[[nodiscard]] Swept sweep(db::Connection& db, const Store& store, base::UtcTime now, const std::function<bool()>& should_stop);

// Tells each difference: a row without its file, a file of another size, a file without a row (older than a day: the next sweep takes it); until `tell`
// gives false.
void check(db::Connection& db, const Store& store, base::UtcTime now, const std::function<bool(std::string fault)>& tell);

}  // namespace portal::files
