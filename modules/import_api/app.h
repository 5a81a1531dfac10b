// App: what the import API holds besides the server's services.
#pragma once

#include "shared/files/store.h"
#include "shared/server/server.h"

namespace portal::import_api {

struct App {
  explicit App(const server::Services& all) : services(all), store(all.config.text("store_dir")) {}

  const server::Services& services;
  files::Store store;  // const after start
};

}  // namespace portal::import_api
