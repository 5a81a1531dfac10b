// Render: what a row of the outbox says, made at the moment of sending by the same rules as the office's pages (shared/notices/queries.h,
// shared/workflow/letters): of an item that was hidden meanwhile no word leaves (D12.3b).
#pragma once

#include <optional>
#include <string>

#include "shared/base/config.h"
#include "shared/db/connection.h"
#include "shared/intake/model.h"
#include "shared/mail/outbox.h"
#include "shared/smtp/message.h"
#include "shared/view/view.h"

namespace portal::mailer {

struct Rendered {
  std::optional<smtp::Message> message;  // nothing: nobody needs it any more
  std::string why_not;                   // then why, in Vietnamese, for the office
  std::string return_path;               // "" for the null return path
};

// Lines of a text that somebody typed: the templates' escaping makes one of them.
void fill_lines(view::Dict& part, std::string_view text);

class Renderer {
 public:
  explicit Renderer(const base::Config& config);

  [[nodiscard]] Rendered render(db::Connection& db, const mail::Taken& taken, base::UtcTime now) const;

 private:
  // Who writes, and what stands in every mail.
  struct Sender {
    std::string agency, address, domain;
  };
  [[nodiscard]] Sender sender(db::Connection& db) const;
  [[nodiscard]] smtp::Message begin(const mail::Taken& taken, const Sender& from) const;
  // Fills what every template of mails has.
  void fill_frame(view::Page& page, const mail::Taken& taken, const Sender& from, const std::string& subject) const;
  void finish(smtp::Message& message, const view::Page& html, const view::Page& text) const;
  [[nodiscard]] std::string url(std::string_view path) const;

  [[nodiscard]] Rendered notice(db::Connection& db, const mail::Taken& taken) const;
  [[nodiscard]] Rendered digest(db::Connection& db, const mail::Taken& taken) const;
  [[nodiscard]] Rendered letter(db::Connection& db, const mail::Taken& taken) const;
  // Of the intake register (render_intake.cpp).
  [[nodiscard]] Rendered receipt(db::Connection& db, const mail::Taken& taken, base::UtcTime now) const;
  [[nodiscard]] Rendered refusal(db::Connection& db, const mail::Taken& taken) const;
  [[nodiscard]] Rendered posted(db::Connection& db, const mail::Taken& taken) const;
  [[nodiscard]] std::string new_link(db::Connection& db, const intake::Intake& thing, base::UtcTime until, base::UtcTime now) const;

  view::Templates templates_;
  std::string office_, public_;
  bool has_reply_tags_;
};

}  // namespace portal::mailer
