// news: the public face of every article section, the introduction, the home page (modules/news/README.md).
#include "modules/news/public/routes.h"
#include "modules/news/public/queries.h"
#include "shared/files/spool.h"
#include "sql/grants.h"

int main(int argc, char** argv) {
  using namespace portal;
  news::App* app = nullptr;
  const server::Program program{
      "news", server::Face::Public, sql::kGrants, [&app](server::Context& context, int status, std::string_view what) {
        const news::RequestSite here(*app, context);
        return http::page(site::render_error(here.frame(), status, what, context.request.request_id), status);
      },
      [](const server::Services& services) {
        // What comes with the public form: beside the file store, of which this program reaches nothing.
        return std::make_unique<files::Room>(services.config.text("incoming_dir"), services.pool,
                                             static_cast<std::uint64_t>(services.config.number("max_upload_bytes")), news::kSiteSetting);
      }};
  return server::run_erased(argc, argv, program, [&app](const server::Services& services) {
    // Owned by the routes, so that it ends before the services it uses.
    auto owned = std::make_shared<news::App>(services);
    app = owned.get();
    auto routes = server::erase_routes<news::App>(news::kRoutes, *owned);
    for (server::ErasedRoute& route : routes)
      route.handler = [owned, handler = std::move(route.handler)](server::Context& context) { return handler(context); };
    return routes;
  });
}
