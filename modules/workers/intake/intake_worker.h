// IntakeWorker: takes each mail of the board's mailbox, and what the public form took, into the register, once, whatever is killed when.
//
// A mail lies in `new` until the transaction that registers it has been committed; then it goes to `cur`. If the worker is killed in between, the mail is found
// again and its row of core_mail_in says that it is done. So each file is one row there, and each row that was accepted, held or joined is one thing.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "modules/workers/intake/decision.h"
#include "modules/workers/intake/imap.h"
#include "modules/workers/intake/maildir.h"
#include "modules/workers/intake/web_inbox.h"
#include "shared/files/store.h"
#include "shared/intake/register.h"
#include "shared/worker/worker.h"

namespace portal::intake {

class IntakeWorker final : public worker::Worker {
 public:
  // Throws base::ConfigError for a configuration with which nothing could be taken.
  explicit IntakeWorker(const worker::Setting& setting);

  // Everything that waits now. Throws db::Unavailable.
  void work(db::Connection& db) override;

 private:
  void look_around(db::Connection& db);
  // The files of mails whose words were purged (D12.3b).
  void erase_purged(db::Connection& db);
  // The mailbox that is kept elsewhere, when it is time for it.
  void fetch(db::Connection& db);
  // The mail's row of core_mail_in, made before it is opened, and how many workers have begun with it.
  struct Begun {
    std::uint64_t ledger = 0;
    std::int64_t workers = 1;
  };
  Begun begin(db::Connection& db, const std::string& source, std::uint64_t bytes);
  // One mail; false when it has to wait (the disk is full, the file cannot be read).
  bool take(db::Connection& db, const std::string& name);
  void settle(db::Connection& db, std::uint64_t ledger, const std::string& source, const Maildir::Stat& file, const base::Result<mime::Mail>& read,
              const std::string& path);
  bool has_room(db::Connection& db, std::uint64_t bytes);

  const base::Clock& clock_;
  std::function<bool()> should_stop_;
  Maildir mailbox_;
  files::Store store_;
  WebInbox web_;
  std::string authserv_id_;
  std::unique_ptr<ImapFetcher> imap_;  // nullptr: no mailbox elsewhere is read
  base::UtcTime looked_at_, swept_at_, fetched_at_;
  std::chrono::seconds fetch_every_;
  std::set<std::string> begun_;  // by this process: a database that goes away in the midst of a mail is not the mail's fault
  std::string trouble_;       // why mails are not taken, "" when they are
  std::string imap_trouble_;  // why the mailbox elsewhere was not read the last time
};

}  // namespace portal::intake
