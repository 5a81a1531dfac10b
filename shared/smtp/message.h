// Message: a mail as values, and as the bytes that go to the mail server: headers Q-encoded (header.h), the same words as text and as HTML beside each other
// (GMime: multipart/alternative, quoted-printable).
#pragma once

#include <string>

#include "shared/base/time.h"

namespace portal::smtp {

struct Mailbox {
  std::string name{}, address{};
};

struct Message {
  Mailbox from{}, to{}, reply_to{};  // reply_to without an address: no such header
  std::string subject{};
  std::string message_id{};  // without <>
  base::UtcTime date{};
  std::string text{}, html{};  // UTF-8, lines end with \n
  // What many people get alike: readers and out-of-office answers treat it so (RFC 2919, 2369, 3834). "" for a letter to one person.
  std::string list_id{};            // "thong-bao.stp.gov.vn"
  std::string preferences_url{};    // where one chooses how to get it
};

// Every mail is made by a program (Auto-Submitted), so that no honest responder answers it. Lines end with \r\n.
[[nodiscard]] std::string compose(const Message& message);

}  // namespace portal::smtp
