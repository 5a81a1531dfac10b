// MailStore: the outgoing mail as its page lists it, and what a person does with one of it (D6.3, D11.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/db/connection.h"
#include "shared/mail/outbox.h"

namespace portal::admin {

struct MailRow {
  mail::MailId id;
  std::string kind, notice_kind;  // as stored; "" where it is about none
  std::string item_code;
  std::string to_name, address;
  std::optional<mail::State> state;
  unsigned attempts = 0;
  base::UtcTime available_at, created_at;
  std::optional<base::UtcTime> sent_at;
  std::string last_error;
};

struct MailList {
  std::vector<MailRow> rows;  // newest first
  bool has_more = false;
};

// Which mails a list shows.
enum class MailFilter { All, Dead, Waiting, Sent, Cancelled };

class MailStore {
 public:
  explicit MailStore(db::Connection& db) : db_(db) {}

  static constexpr std::size_t kPage = 30;
  [[nodiscard]] MailList list(MailFilter filter, std::optional<mail::MailId> before);
  // Fault: NotFound.
  [[nodiscard]] base::Result<MailRow> find(mail::MailId id);

  // In the caller's transaction; nothing when it is not (any more) in a state for it. Fault: NotAllowedNow.
  [[nodiscard]] base::Result<bool> resend(mail::MailId id, base::UtcTime now);
  [[nodiscard]] base::Result<bool> cancel(mail::MailId id, std::string_view why);

 private:
  db::Connection& db_;
};

}  // namespace portal::admin
