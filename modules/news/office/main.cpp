// news-office: writing, editing, checking and posting articles (modules/news/README.md).
#include "modules/news/office/routes.h"
#include "shared/files/spool.h"
#include "shared/office/chrome.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  const server::Program program{"news-office", server::Face::Office, sql::kGrants, office::error_page, [](const server::Services& services) {
                                  return std::make_unique<files::Room>(services.config.text("store_dir"), services.pool,
                                                                       static_cast<std::uint64_t>(services.config.number("max_upload_bytes")));
                                }};
  return server::run_erased(argc, argv, program, [](const server::Services& services) {
    // Owned by the routes, so that it ends before the services it uses.
    auto owned = std::make_shared<news::OfficeApp>(services);
    auto routes = server::erase_routes<news::OfficeApp>(news::kOfficeRoutes, *owned);
    for (server::ErasedRoute& route : routes)
      route.handler = [owned, handler = std::move(route.handler)](server::Context& context) { return handler(context); };
    return routes;
  });
}
