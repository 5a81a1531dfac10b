// App: what the public program holds besides the server's services.
#pragma once

#include <memory>
#include <string>

#include "modules/news/public/views.h"
#include "shared/server/server.h"
#include "shared/files/parcels.h"
#include "shared/site/holder.h"

namespace portal::news {

struct App {
  explicit App(const server::Services& all)
      : services(all), site(all.pool, all.templates), origin(all.config.text("public_origin")), form_key(all.config.secret("form_key_file")),
        parcels(all.config.text("incoming_dir")) {}

  const server::Services& services;
  site::SiteHolder site;
  std::string origin;
  std::string form_key;   // of the questions and receipts of public forms
  files::Parcels parcels;  // const after start
};

// The site as this request sees it, and the Frame over it. Lives on the handler's stack.
class RequestSite {
 public:
  RequestSite(App& app, const server::Context& context)
      : site_(app.site.get()), frame_{app.services.templates, *site_, app.origin, context.now} {}

  [[nodiscard]] const site::SiteSnapshot& site() const { return site_->snapshot; }
  [[nodiscard]] const Frame& frame() const { return frame_; }

 private:
  std::shared_ptr<const site::ShownSite> site_;
  Frame frame_;
};

}  // namespace portal::news
