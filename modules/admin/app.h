// App: what the admin program holds besides the server's services: calendars and duties, read again when they change; everything else is read
// afresh with each request.
#pragma once

#include "shared/duty/books.h"
#include "shared/files/parcels.h"
#include "shared/files/store.h"
#include "shared/server/server.h"

namespace portal::admin {

struct App {
  explicit App(const server::Services& all) : services(all), store(all.config.text("store_dir")), parcels(all.config.text("incoming_dir")) {}

  const server::Services& services;
  duty::BooksHolder books;  // what clocks are reckoned by
  files::Store store;       // what comes over the counter goes there; const after start
  files::Parcels parcels;   // files of a form that is not whole yet; const after start
};

}  // namespace portal::admin
