// App: what the admin program holds besides the server's services: calendars and duties, read again when they change; everything else is read
// afresh with each request.
#pragma once

#include "shared/duty/books.h"
#include "shared/server/server.h"

namespace portal::admin {

struct App {
  explicit App(const server::Services& all) : services(all) {}

  const server::Services& services;
  duty::BooksHolder books;  // what clocks are reckoned by
};

}  // namespace portal::admin
