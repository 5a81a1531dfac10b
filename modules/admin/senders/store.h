// SenderStore: who may send in by the import API (core_import_sender). A token is made by the handler and comes in as its digest alone.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modules/admin/senders/forms.h"
#include "shared/base/result.h"
#include "shared/db/connection.h"

namespace portal::admin {

struct ImportSender {
  std::uint64_t id = 0;
  std::string name, unit_name, person_name;  // of neither: an organisation outside the directory
  std::string hint;                          // the token's first letters
  std::int64_t per_minute = 0;
  std::string from, to;                      // dd/mm/yyyy
  std::string made_by;
  base::UtcTime made_at;
  std::string revoked_by;
  std::optional<base::UtcTime> revoked_at;
  std::string revoked_why;
  std::optional<base::UtcTime> last_used_at;
  std::int64_t sent = 0;
  unsigned row_version = 0;
};

class SenderStore {
 public:
  explicit SenderStore(db::Connection& db) : db_(db) {}

  [[nodiscard]] std::vector<ImportSender> all();
  [[nodiscard]] base::Result<ImportSender> find(std::uint64_t id);
  [[nodiscard]] SenderChoices choices(base::UtcTime now);
  std::uint64_t add(const SenderDraft& draft, const std::string& token_digest, const std::string& hint, base::PersonId by, base::UtcTime now);
  // In a transaction: locked, and as the person had it. Faults: NotFound, Stale, NotAllowedNow for one that is revoked already.
  [[nodiscard]] base::Result<bool> revoke(std::uint64_t id, unsigned row_version, const std::string& why, base::PersonId by, base::UtcTime now);

 private:
  db::Connection& db_;
};

}  // namespace portal::admin
