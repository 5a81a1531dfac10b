// admin: the office's shell: login, what waits for whom, people and their rights, sections, settings (modules/admin/README.md).
#include "modules/admin/routes.h"
#include "shared/office/chrome.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  const server::Program program{"admin", server::Face::Office, sql::kGrants, office::error_page};
  return server::run_erased(argc, argv, program, [](const server::Services& services) {
    // Owned by the routes, so that it ends before the services it uses.
    auto owned = std::make_shared<admin::App>(services);
    auto routes = server::erase_routes<admin::App>(admin::kRoutes, *owned);
    for (server::ErasedRoute& route : routes)
      route.handler = [owned, handler = std::move(route.handler)](server::Context& context) { return handler(context); };
    return routes;
  });
}
