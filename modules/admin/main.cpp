// admin: the office's shell: login, what waits for whom, people and their rights, sections, settings (modules/admin/README.md).
#include "modules/admin/routes.h"
#include "shared/office/chrome.h"
#include "shared/files/spool.h"
#include "shared/intake/store.h"
#include "shared/mail/outbox.h"
#include "sql/grants.h"

namespace {

// Mail that was not sent, how long what waits has been waiting, and what came in and waits for the secretary: the workers have no address of their own
// (docs/operations.md, "Health").
std::vector<std::pair<std::string_view, std::int64_t>> figures(portal::server::Context& context) {
  const portal::mail::Backlog backlog = portal::mail::backlog(context.db());
  const auto waited = backlog.oldest_waiting ? std::chrono::duration_cast<std::chrono::seconds>(context.now - *backlog.oldest_waiting).count() : 0;
  return {{"mail_dead", backlog.dead}, {"mail_waiting", backlog.waiting}, {"mail_oldest_waiting_s", std::int64_t{waited}},
          {"intake_waiting", portal::intake::count_waiting(context.db())}};
}

}  // namespace

int main(int argc, char** argv) {
  using namespace portal;
  const server::Program program{"admin", server::Face::Office, sql::kGrants, office::error_page,
                                [](const server::Services& services) {
                                  return std::make_unique<files::Room>(services.config.text("incoming_dir"), services.pool,
                                                                       static_cast<std::uint64_t>(services.config.number("max_upload_bytes")));
                                },
                                figures};
  return server::run_erased(argc, argv, program, [](const server::Services& services) {
    // Owned by the routes, so that it ends before the services it uses.
    auto owned = std::make_shared<admin::App>(services);
    auto routes = server::erase_routes<admin::App>(admin::kRoutes, *owned);
    for (server::ErasedRoute& route : routes)
      route.handler = [owned, handler = std::move(route.handler)](server::Context& context) { return handler(context); };
    return routes;
  });
}
