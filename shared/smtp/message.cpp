#include "shared/smtp/message.h"

#include <gmime/gmime.h>

#include <memory>
#include <stdexcept>

#include "shared/base/crypto.h"
#include "shared/smtp/header.h"

namespace portal::smtp {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Handle = std::unique_ptr<T, Unref>;

// GLib's objects are C structs that begin with their parent; its own macros cast in the old style.
template <typename To, typename From>
To* as(From* object) {
  return reinterpret_cast<To*>(object);
}

void add_part(GMimeMultipart* whole, const char* subtype, const std::string& words) {
  const Handle<GMimeTextPart> part(g_mime_text_part_new_with_subtype(subtype));
  g_mime_text_part_set_charset(part.get(), "utf-8");
  g_mime_text_part_set_text(part.get(), words.c_str());
  g_mime_part_set_content_encoding(as<GMimePart>(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_multipart_add(whole, as<GMimeObject>(part.get()));
}

// Lines of a mail end with \r\n, and no other way.
std::string with_mail_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 32);
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

// The MIME part with its own headers. The boundary follows from the message, so that the same message is the same bytes.
std::string body_of(const Message& message) {
  static const bool is_ready = (g_mime_init(), true);
  if (!is_ready) throw std::logic_error("GMime did not start");
  const Handle<GMimeMultipart> whole(g_mime_multipart_new_with_subtype("alternative"));
  g_mime_multipart_set_boundary(whole.get(), ("=_" + base::sha256_hex(message.message_id + message.text).substr(0, 32)).c_str());
  add_part(whole.get(), "plain", message.text);
  add_part(whole.get(), "html", message.html);
  const std::unique_ptr<char, decltype(&g_free)> text(g_mime_object_to_string(as<GMimeObject>(whole.get()), nullptr), g_free);
  if (!text) throw std::runtime_error("GMime made no message");
  return with_mail_lines(text.get());
}

}  // namespace

std::string compose(const Message& message) {
  std::string out = plain_header("Date", base::format_rfc822(message.date));
  out += address_header("From", message.from.name, message.from.address);
  out += address_header("To", message.to.name, message.to.address);
  if (!message.reply_to.address.empty()) out += address_header("Reply-To", message.reply_to.name, message.reply_to.address);
  out += text_header("Subject", message.subject);
  out += plain_header("Message-ID", "<" + message.message_id + ">");
  out += plain_header("Auto-Submitted", "auto-generated");
  out += plain_header("X-Auto-Response-Suppress", "All");
  if (!message.list_id.empty()) {
    out += plain_header("List-Id", "<" + message.list_id + ">");
    out += plain_header("Precedence", "bulk");
    if (!message.preferences_url.empty()) out += plain_header("List-Unsubscribe", "<" + message.preferences_url + ">");
  }
  out += plain_header("MIME-Version", "1.0");
  return out + body_of(message);
}

}  // namespace portal::smtp
