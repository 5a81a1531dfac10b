// App: what the office program holds besides the server's services.
#pragma once

#include "shared/duty/books.h"
#include "shared/server/server.h"

namespace portal::qa {

struct OfficeApp {
  explicit OfficeApp(const server::Services& all) : services(all) {}

  const server::Services& services;
  duty::BooksHolder books;  // what clocks are reckoned by
};

}  // namespace portal::qa
