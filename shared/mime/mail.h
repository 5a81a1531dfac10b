// Mail: what a mail from outside says, as plain values. Everything in it is hostile until shown otherwise: the library (GMime) takes it apart within stated
// limits, names and words come out as Unicode that may be stored and shown, files are written where the caller says and opened by nobody here.
//
//   const auto mail = parse_mail(path, {}, [&] { return store.new_temporary(); });
//   if (!mail) …mail.error().message says in Vietnamese why it cannot be read…
//   for (const Attachment& one : mail->attachments) …one.path…
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/encoding/encoding.h"

namespace portal::mime {

struct Limits {
  std::uint64_t bytes = 50ULL * 1024 * 1024;  // of the whole mail, as it is transferred
  std::size_t header_bytes = 256 * 1024;      // of its headers
  int depth = 20;                             // of parts in parts
  std::size_t parts = 500;
  std::size_t boundaries = 20'000;            // lines that may begin a part, asked before anything is built of them
  std::size_t header_lines = 300'000;         // lines that look like headers, of parts too: each costs more memory than it has letters
  std::size_t text_bytes = 1024 * 1024;       // of its words; more is cut, and said
};

struct Address {
  std::string name;     // "" when there is none
  std::string address;  // as it stands: whether it is one, mail::is_address() says
};

struct Attachment {
  std::string name;  // as the sender calls it; "" when it has none
  std::string type;  // what the sender says it is: "application/pdf"
  std::string path;  // where its bytes are, decoded
  std::uint64_t bytes = 0;
};

// What a mail server says of a mail that did not arrive (RFC 3464).
struct Report {
  std::string action;     // "failed", "delayed"…; "" when it does not say
  std::string status;     // "5.1.1"
  std::string recipient;  // whom it did not reach
  std::string message_id; // of the mail that it is about, without <>
};

struct Mail {
  std::vector<Address> from;            // of every From header: one, in a mail that is as it should be
  std::vector<std::string> recipients;  // of To, Cc and what the mail server noted (Delivered-To …)
  std::string subject;
  std::string message_id;               // without <>; "" when there is none, or none that may be stored
  std::vector<std::string> answers;     // In-Reply-To, then References from the last to the first, without <>
  std::optional<base::UtcTime> date;    // the sender's; decides nothing
  std::optional<std::string> return_path;  // "" is the null return path; nothing: the mail server did not note it
  std::string auto_submitted, precedence;  // lower case, the first word
  bool is_list = false;                 // List-Id, List-Unsubscribe …
  bool is_autoreply = false;            // X-Autoreply, X-Autorespond: older ways to say the same
  bool is_flagged_spam = false;         // by the mail server
  std::size_t hops = 0;                 // Received headers
  std::vector<std::string> authentication;  // Authentication-Results, topmost first (authentication.h)
  std::optional<Report> report;
  std::string text;                     // Unicode, NFC, lines end with \n
  bool is_from_html = false;
  bool is_cut = false;
  encoding::Reading reading;            // of `text`, when it is in another encoding (D4.1a): then `text` is the original, and this what it says
  std::vector<Attachment> attachments;
};

// Reads the mail in `path`. Each attachment is written into a file whose name `new_file` gives; they are the caller's, also after a fault. Faults: TooLarge
// over Limits::bytes; Invalid for what is no mail or goes over another limit. Throws std::system_error when the disk refuses.
[[nodiscard]] base::Result<Mail> parse_mail(const std::string& path, const Limits& limits, const std::function<std::string()>& new_file);

// Its headers alone, whatever its size: enough to say who sent what could not be taken.
[[nodiscard]] base::Result<Mail> parse_headers(const std::string& path, const Limits& limits);

}  // namespace portal::mime
