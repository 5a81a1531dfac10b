// Mailer: takes messages from the outbox, makes their words, signs them and hands them to the mail server, each once (shared/mail/outbox.h).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "modules/workers/mailer/render.h"
#include "shared/base/config.h"
#include "shared/base/time.h"
#include "shared/duty/books.h"
#include "shared/mail/outbox.h"
#include "shared/smtp/client.h"
#include "shared/smtp/dkim.h"
#include "shared/worker/worker.h"

namespace portal::mailer {

class Mailer final : public worker::Worker {
 public:
  // Throws base::ConfigError or std::runtime_error for a configuration with which nothing could be sent.
  Mailer(const base::Config& config, const base::Clock& clock, std::function<bool()> should_stop);

  // Sends what may leave now, at most as many a minute as the setting says. Throws db::Unavailable.
  void work(db::Connection& db) override;

 private:
  // False when nothing is left to take, or no server is there.
  bool send_one(db::Connection& db);
  bool send(db::Connection& db, const mail::Taken& taken);
  // What became of a message that was handed over; false when no server was there.
  bool settle(db::Connection& db, const mail::Taken& taken, const smtp::Delivery& delivery);
  // Words that could not be made: no message is lost for it, and none is sent half.
  void keep_for_later(db::Connection& db, const mail::Taken& taken, std::string_view why);
  void note_accepted(db::Connection& db);
  // Claims of this process whose end was not written down, because the database went away: free again.
  void let_go(db::Connection& db);
  void look_around(db::Connection& db);

  const base::Clock& clock_;
  std::function<bool()> should_stop_;
  std::string node_, holder_;
  Renderer renderer_;
  std::unique_ptr<smtp::DkimSigner> signer_;  // nullptr: nothing is signed
  smtp::SmtpClient client_;
  duty::BooksHolder books_;
  base::UtcTime looked_at_;
  base::UtcTime paused_until_;
  unsigned failures_ = 0;      // to reach the server, in a row
  std::string trouble_;        // why it was not reached, "" when it was
  // Accepted by the server and not yet written down, because the database went away at that moment: never handed over again by this process.
  std::vector<mail::MailId> accepted_;
  bool is_holding_ = false;  // a message was taken, and what became of it is not written down yet
};

}  // namespace portal::mailer
