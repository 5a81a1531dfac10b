// Letters: what the sender of an item is told when it is refused (D12.3) or sent back (D4.2). Kept with the item, with the names and the ground of its
// day; the sender reads and prints it in the office, and gets it by mail (shared/mail).
#pragma once

#include <string>
#include <vector>

#include "shared/workflow/apply.h"

namespace portal::workflow {

using LetterId = base::Id<struct LetterTag>;

struct Letter {
  LetterId id;
  bool is_refusal = false;       // else a return
  std::string clause, ground;    // "D12.3c", "Không đúng sự thật"
  std::string title;             // of the item then; "" on the state-secret ground, and while the item is hidden
  std::string reason;
  std::string to_name, to_title, to_unit;
  std::string signed_name, authority;
  base::UtcTime made_at;
  std::string item_code, module;
  bool is_hidden = false;
};

// Writes the letter of an act that refuses or returns, and queues it as a mail to the sender, in its transaction.
void write_letter(db::Connection& db, const Permit& permit, const Item& item, bool is_refusal, const std::string& ground, const std::string& reason,
                  base::UtcTime now);

// An item's letters, newest first.
[[nodiscard]] std::vector<Letter> letters_of(db::Connection& db, base::ItemId item);
// Fault: NotFound.
[[nodiscard]] base::Result<Letter> find_letter(db::Connection& db, base::ItemId item, LetterId letter);

}  // namespace portal::workflow
