// WebInbox: what the public form took (D7.3, D9.1b) comes into the register, once each, with its files; the inbox keeps nothing of it.
//
// A row of the inbox is held while its thing is registered, in one transaction; its files go after that. Killed before the commit, the row waits with its
// files; killed after it, the files are swept as those of a form that was never sent. The same content sent by two forms is one thing with two receipts.
#pragma once

#include <functional>

#include "shared/db/connection.h"
#include "shared/files/parcels.h"
#include "shared/files/store.h"

namespace portal::intake {

class WebInbox {
 public:
  WebInbox(const files::Store& store, const std::string& incoming) : store_(store), parcels_(incoming) {}

  // Everything that waits; gives how many were registered. `has_room`: whether the store may take so many bytes more. Throws std::system_error when a disk
  // refuses.
  std::size_t take_all(db::Connection& db, base::UtcTime now, const std::function<bool(std::uint64_t bytes)>& has_room);

  // What was begun and not sent for two days goes; gives how many forms.
  std::size_t sweep(db::Connection& db, base::UtcTime now);

 private:
  bool take(db::Connection& db, std::uint64_t id, base::UtcTime now, const std::function<bool(std::uint64_t bytes)>& has_room);

  const files::Store& store_;
  files::Parcels parcels_;
};

}  // namespace portal::intake
