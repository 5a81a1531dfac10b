// Handlers of the public face, one per address; routes.h is the contents page.
#pragma once

#include "modules/news/public/app.h"

namespace portal::news {

[[nodiscard]] http::Response show_home(App& app, server::Context& context);
[[nodiscard]] http::Response show_latest(App& app, server::Context& context);
[[nodiscard]] http::Response show_section_fragment(App& app, server::Context& context);
// Files of what is posted, sent by nginx once their row is there.
[[nodiscard]] http::Response show_file(App& app, server::Context& context);
[[nodiscard]] http::Response show_download(App& app, server::Context& context);

[[nodiscard]] http::Response show_site_rss(App& app, server::Context& context);
[[nodiscard]] http::Response show_site_atom(App& app, server::Context& context);
[[nodiscard]] http::Response show_section_rss(App& app, server::Context& context);
[[nodiscard]] http::Response show_section_atom(App& app, server::Context& context);
[[nodiscard]] http::Response show_robots(App& app, server::Context& context);
[[nodiscard]] http::Response show_site_map_index(App& app, server::Context& context);
[[nodiscard]] http::Response show_site_map_pages(App& app, server::Context& context);
[[nodiscard]] http::Response show_site_map_month(App& app, server::Context& context);

[[nodiscard]] http::Response show_organisation(App& app, server::Context& context);
[[nodiscard]] http::Response show_leaders(App& app, server::Context& context);
[[nodiscard]] http::Response show_directory(App& app, server::Context& context);
[[nodiscard]] http::Response show_site_map(App& app, server::Context& context);
[[nodiscard]] http::Response show_feed_list(App& app, server::Context& context);
[[nodiscard]] http::Response show_accessibility(App& app, server::Context& context);
[[nodiscard]] http::Response show_privacy(App& app, server::Context& context);
[[nodiscard]] http::Response show_english(App& app, server::Context& context);

[[nodiscard]] http::Response show_month(App& app, server::Context& context);
[[nodiscard]] http::Response show_year(App& app, server::Context& context);
[[nodiscard]] http::Response show_print(App& app, server::Context& context);
// "/tin-tuc/" is a section, "/tin-tuc/mot-bai" an article.
// "This is outdated or wrong" from an article's page (D9.3f).
// A sender completes their data behind a one-time link (sender_data.cpp).
[[nodiscard]] http::Response show_sender_form(App& app, server::Context& context);
[[nodiscard]] http::Response send_sender_data(App& app, server::Context& context);
[[nodiscard]] http::Response show_sender_done(App& app, server::Context& context);
[[nodiscard]] http::Response show_report(App& app, server::Context& context);
[[nodiscard]] http::Response send_report(App& app, server::Context& context);
[[nodiscard]] http::Response show_report_sent(App& app, server::Context& context);
[[nodiscard]] http::Response show_path(App& app, server::Context& context);

}  // namespace portal::news
