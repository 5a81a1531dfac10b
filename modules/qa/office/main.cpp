// qa-office: the register of readers' questions and feedback: forwarding, units' answers, the reader's answer (modules/qa/README.md).
#include "modules/qa/office/routes.h"
#include "shared/office/chrome.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  const server::Program program{"qa-office", server::Face::Office, sql::kGrants, office::error_page};
  return server::run_erased(argc, argv, program, [](const server::Services& services) {
    // Owned by the routes, so that it ends before the services it uses.
    auto owned = std::make_shared<qa::OfficeApp>(services);
    auto routes = server::erase_routes<qa::OfficeApp>(qa::kOfficeRoutes, *owned);
    for (server::ErasedRoute& route : routes)
      route.handler = [owned, handler = std::move(route.handler)](server::Context& context) { return handler(context); };
    return routes;
  });
}
