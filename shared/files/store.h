// Store: the folder of blobs, by content. A blob's place follows from its SHA-256 alone: <root>/ab/abcd…; the same bytes are there once.
//
// Crash-safe by order: the bytes are written beside (<root>/tmp), forced to disk, given their place, the folder is forced to disk, and only then may a row
// name them. So whatever is killed when, a row without its file cannot exist; a file without its row can, and is swept (sweep.h).
//
// Several hosts: the root is a shared filesystem. Nothing here needs a lock: a place, once there, never changes its bytes.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace portal::files {

class Store {
 public:
  // `after` is told each step of put(), by the names in kSteps; tests stop there. Throws nothing: the folder may come later.
  explicit Store(std::string root, std::function<void(std::string_view step)> after = {});

  static constexpr std::string_view kSteps[] = {"synced", "placed", "folder synced"};

  // A new name in <root>/tmp. Makes the folder when it is not there.
  [[nodiscard]] std::string new_temporary() const;

  // Gives the bytes of `temporary` (whose digest is `sha256`) their place, on disk for good when this returns. The temporary name stays: with it ensure()
  // can put the bytes back. Throws std::system_error.
  void put(const std::string& temporary, std::string_view sha256) const;

  // The same once more inside the transaction that has written the row, which a sweep cannot pass: if a sweep took the file between put() and the row, it
  // is placed again.
  void ensure(const std::string& temporary, std::string_view sha256) const;

  [[nodiscard]] bool has(std::string_view sha256) const;
  [[nodiscard]] std::string path_of(std::string_view sha256) const;
  // The whole of a file that we made ourselves: what was received may be larger than memory. Throws std::system_error.
  [[nodiscard]] std::string read(std::string_view sha256) const;
  // Removes the file; nothing when there is none.
  void remove(std::string_view sha256) const;

  // Every file of the store, in no order; stops when `visit` gives false. Other names in its folders are not told.
  void each(const std::function<bool(std::string_view sha256, std::uint64_t bytes, std::chrono::system_clock::time_point changed)>& visit) const;
  // Removes what has lain in <root>/tmp since before `before`; gives how many.
  [[nodiscard]] std::size_t drop_temporary(std::chrono::system_clock::time_point before) const;

  // What the disk has left for an unprivileged program. Throws std::system_error when the folder is not there.
  [[nodiscard]] std::uint64_t free_bytes() const;

  [[nodiscard]] const std::string& root() const { return root_; }

 private:
  std::string root_;
  std::function<void(std::string_view step)> after_;
};

// True for 64 lower-case hexadecimal characters: what may become part of a path.
[[nodiscard]] bool is_digest(std::string_view text);

// Where nginx finds a blob when it is told so by X-Accel-Redirect (nginx/hosts.conf).
[[nodiscard]] std::string accel_path(std::string_view sha256);

}  // namespace portal::files
