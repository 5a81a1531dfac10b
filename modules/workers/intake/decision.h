// Decision: what becomes of a mail that reached the board's mailbox (D7, D9.1a, D9.1b, D11.4). Pure: everything it asks of the database stands in Facts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/intake/model.h"
#include "shared/mime/authentication.h"
#include "shared/mime/mail.h"

namespace portal::intake {

enum class Verdict {
  Accept,     // into the register; its sender gets a receipt
  Hold,       // into the holding pen, `hold` says why; nobody is written to
  Refuse,     // too large: into the register as refused, its sender is told
  Reply,      // into the conversation that it answers
  Bounce,     // a mail of ours came back: noted with that mail, answered never (RFC 3834, 5321)
  AutoReply,  // a program answered: noted, not registered
  Loop,       // our own mail, or one that has been going round
  Duplicate   // what is registered already
};
[[nodiscard]] std::string_view key_of(Verdict verdict);

// The mail that this one answers: one of ours, or an earlier one of theirs.
struct About {
  std::uint64_t mail = 0;    // core_mail.id, 0 for one of theirs
  std::string address;       // whom ours went to, or who sent theirs
  base::ItemId item;
  IntakeId thread;
  bool is_by_tag = false;    // named by the random tag of our reply address, which only who got our mail knows
};

struct Facts {
  std::string own_address;                    // the board's, lower case
  mime::Origin origin = mime::Origin::Unknown;
  bool is_own_domain = false;                 // of the address in From: the department's, or a unit's
  Sender sender;                              // as the directory knows the address in From
  bool is_ours = false;                       // its Message-ID is that of a mail of ours
  bool has_same_message = false;              // its Message-ID is registered …
  bool has_same_content = false;              // …or all of it is, under whatever Message-ID
  std::optional<About> about;
  std::vector<std::string> names_inside;      // what files in its archives are called
  std::string too_large;                      // why it was not opened; "" when it was
  std::string unreadable;                     // likewise
};

struct Decision {
  Verdict verdict = Verdict::Accept;
  Hold hold = Hold::None;
  std::string reason;       // in words, for the office
  bool may_answer = false;  // a program may ever write to the sender about it
};

[[nodiscard]] Decision decide(const mime::Mail& mail, const Facts& facts);

// "bbt+<32 hexadecimal digits>@stp.gov.vn" -> the digits, when it is `own_address` with a tag; "" otherwise.
[[nodiscard]] std::string tag_in(std::string_view recipient, std::string_view own_address);

// Whether a file of that name is one that a careless click would run: nobody sends such to an editorial board (D9.1a names Word, Writer and pictures).
[[nodiscard]] bool is_program(std::string_view file_name);

}  // namespace portal::intake
