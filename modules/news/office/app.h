// App: what the office program holds besides the server's services.
#pragma once

#include <string>

#include "modules/news/publisher.h"
#include "shared/files/store.h"
#include "shared/office/panel.h"
#include "shared/server/server.h"
#include "shared/site/holder.h"

namespace portal::news {

inline constexpr std::string_view kOfficePath = "/quan-tri/tin-bai/";

// WORDS of a page: one version of an article, read-only (PanelHost::show_words).
void show_words(server::Context& context, view::Dict& content, const workflow::Item& item, unsigned version);

struct OfficeApp {
  explicit OfficeApp(const server::Services& all)
      : services(all), site(all.pool, all.templates), public_origin(all.config.text("public_origin")),
        store(all.config.text("store_dir")), host{publisher, kModule, kOfficePath, "news", "Tin, bài", books, show_words} {}

  const server::Services& services;
  site::SiteHolder site;        // the preview shows the article in the public layout
  std::string public_origin;
  files::Store store;           // const after start
  NewsPublisher publisher;      // stateless
  duty::BooksHolder books;
  office::PanelHost host;
};

}  // namespace portal::news
