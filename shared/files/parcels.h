// Parcels: files that come before the form that they belong to has been sent whole: in pieces with a broken line between them, or with a form that is given
// back for another mistake in it (D7.3, D9.1a). A folder for each form, named by the form's own number; what lies in it is what the form has.
//
//   <root>/tmp/…                       as for a Store: what is just being received
//   <root>/forms/<form>/<token>        the bytes, as many as have come
//   <root>/forms/<form>/<token>.about  "<bytes in all>\n<name>"
//   <root>/quota/<day>/<address>       bytes that an address has brought that day
//
// The public program brings, a worker or the office takes. The folder is no part of the file store, so the public program reaches no file of anybody's item.
// Nothing here is delivered to anybody; a form that is not sent is swept. Crash-safe: what was begun goes on from the bytes that are there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/files/store.h"
#include "shared/http/upload.h"

namespace portal::files {

struct Parcel {
  std::string token;       // 32 hexadecimal characters
  std::string name;        // clean_name()
  std::uint64_t bytes = 0;  // that have come
  std::uint64_t total = 0;

  [[nodiscard]] bool is_whole() const { return bytes == total; }
};

struct ParcelLimits {
  std::uint64_t file_bytes = 0;
  std::uint64_t form_bytes = 0;
  std::uint64_t address_bytes = 0;  // a day; 0: nobody counts (the office)
  std::size_t files = 0;
  bool takes_any = false;           // of any format (the office: what nobody knows stays in quarantine); else D9.1's alone
};

// A number of a form: 32 lower-case hexadecimal characters, which may become part of a path.
[[nodiscard]] bool is_form_number(std::string_view text);

class Parcels {
 public:
  explicit Parcels(std::string root) : root_(std::move(root)) {}

  // What has come for the form, oldest first.
  [[nodiscard]] std::vector<Parcel> of_form(std::string_view form) const;

  // A whole file that came with the form. `address`: whom it counts for (a digest, never the address itself), "" for nobody. Faults: TooLarge, Invalid (empty;
  // a format that nobody here opens; too many), Throttled (the day's quota).
  base::Result<Parcel> put(std::string_view form, const http::Upload& upload, const ParcelLimits& limits, std::string_view address, base::UtcTime now) const;

  // A file of `total` bytes will come in pieces. The same name and size again is the same file: it goes on from what has come. Faults as put().
  base::Result<Parcel> begin(std::string_view form, std::string_view name, std::uint64_t total, const ParcelLimits& limits) const;
  // The bytes of `upload` from `offset` on. Faults: NotFound; Conflict when not `offset` bytes have come (ask of_form()); TooLarge; those of put() when it is
  // whole.
  base::Result<Parcel> append(std::string_view form, std::string_view token, std::uint64_t offset, const http::Upload& upload, const ParcelLimits& limits,
                              std::string_view address, base::UtcTime now) const;
  // Nothing when there is none.
  void drop(std::string_view form, std::string_view token) const;

  // Forces a form's files to disk before anybody is told that they came. Throws std::system_error.
  void seal(std::string_view form) const;
  // A copy of a file that came whole in `store`'s folder for new files, with its digest: what receive_any() takes. NotFound when it is gone.
  [[nodiscard]] base::Result<http::Upload> copy(std::string_view form, const Parcel& parcel, const Store& store) const;
  // The form's folder goes.
  void drop_form(std::string_view form) const;
  // Forms that nothing came for since `before`.
  [[nodiscard]] std::vector<std::string> old_forms(base::UtcTime before) const;
  // The quotas of days before `now`'s, and what was being received since before `before`; gives how many.
  std::size_t sweep(base::UtcTime before, base::UtcTime now) const;

  [[nodiscard]] const std::string& root() const { return root_; }

 private:
  [[nodiscard]] std::string folder_of(std::string_view form) const;
  [[nodiscard]] base::Result<Parcel> finished(std::string_view form, Parcel parcel) const;
  [[nodiscard]] std::optional<base::Fault> too_much(std::string_view form, std::string_view name, std::uint64_t bytes, const ParcelLimits& limits) const;
  [[nodiscard]] bool charge(std::string_view address, std::uint64_t bytes, std::uint64_t most, base::UtcTime now) const;
  void write_about(std::string_view form, const Parcel& parcel) const;

  std::string root_;
};

}  // namespace portal::files
