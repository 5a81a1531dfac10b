// App: what the admin program holds besides the server's services. Stateless: everything is read afresh with each request.
#pragma once

#include "shared/server/server.h"

namespace portal::admin {

struct App {
  explicit App(const server::Services& all) : services(all) {}

  const server::Services& services;
};

}  // namespace portal::admin
