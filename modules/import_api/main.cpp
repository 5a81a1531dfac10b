// import-api: other systems send documents into the intake register (modules/import_api/README.md).
#include "modules/import_api/routes.h"
#include "shared/files/spool.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  // Every address of it is a machine's, so its errors are problem+json and it needs no error page.
  const server::Program program{"import-api", server::Face::Public, sql::kGrants, {}, [](const server::Services& services) {
                                  return std::make_unique<files::Room>(services.config.text("store_dir"), services.pool,
                                                                       static_cast<std::uint64_t>(services.config.number("max_upload_bytes")));
                                }};
  return server::run_erased(argc, argv, program, [](const server::Services& services) {
    // Owned by the routes, so that it ends before the services it uses.
    auto owned = std::make_shared<import_api::App>(services);
    auto routes = server::erase_routes<import_api::App>(import_api::kRoutes, *owned);
    for (server::ErasedRoute& route : routes)
      route.handler = [owned, handler = std::move(route.handler)](server::Context& context) { return handler(context); };
    return routes;
  });
}
