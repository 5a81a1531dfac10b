#include "modules/news/public/handlers.h"

#include <algorithm>

#include "modules/news/addresses.h"
#include "modules/news/article_view.h"
#include "shared/files/store.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::news {
namespace {

using base::FaultKind;
using http::Cache;

constexpr std::size_t kPageSize = 20;
constexpr std::size_t kFeedSize = 20;
constexpr std::size_t kLatest = 5;
constexpr std::size_t kInFragment = 4;
constexpr std::size_t kMaxPages = 200;  // introduction pages of a section: tens at most

http::Response not_found(server::Context& context) {
  http::Response response = server::fault_response(context, {FaultKind::NotFound, {}, {}});
  response.cache = Cache::Page;
  return response;
}

http::Response cached(std::string body, int status = 200) { return http::page(std::move(body), status, Cache::Page); }

http::Response machine(std::string body, std::string_view type) {
  http::Response response = cached(std::move(body));
  response.content_type = std::string{type};
  return response;
}

// The path as the visitor sent it; routes give the part behind "/".
std::string_view whole_path(const server::Context& context) { return context.request.path; }

// Where a former section's address leads; that the board has hidden it since (D5.9f); or 404.
http::Response moved_or_missing(const RequestSite& here, server::Context& context) {
  if (const site::Section* hidden = here.site().find_hidden_list(whole_path(context))) return cached(view_hidden_section(here.frame(), *hidden), 410);
  if (auto target = here.site().redirect_of(whole_path(context))) return http::redirect(*std::move(target), 301, Cache::Page);
  return not_found(context);
}

std::size_t page_size(const site::SiteSnapshot& site) {
  return static_cast<std::size_t>(site.number("list_page_size", kPageSize, 5, 50));
}

// "tin-tuc/" of a route's {path*} as a section's path.
const site::Section* section_of(const site::SiteSnapshot& site, std::string_view path) {
  if (!path.ends_with('/')) return nullptr;
  return site.find_path("/" + std::string{path});
}

// A section of introduction pages in the order in which they were put up.
std::vector<ListEntry> read_pages(server::Context& context, base::SectionId section) {
  auto entries = NewsStore(context.db()).newest(section, all_time(), kMaxPages).entries;
  return {std::make_move_iterator(entries.rbegin()), std::make_move_iterator(entries.rend())};
}

std::vector<ListEntry> read_introduction(server::Context& context, const site::SiteSnapshot& site) {
  const site::Section* section = site.first_of_kind("pages");
  return section == nullptr ? std::vector<ListEntry>{} : read_pages(context, section->id);
}

http::Response list_response(const RequestSite& here, server::Context& context, const site::Section& section, const Period& period) {
  const std::string_view older_than = context.request.query.get("truoc");
  const std::string_view newer_than = context.request.query.get("sau");
  const auto older_cursor = parse_cursor(older_than);
  const auto newer_cursor = parse_cursor(newer_than);
  if ((!older_than.empty() && !older_cursor) || (!newer_than.empty() && !newer_cursor)) return not_found(context);
  NewsStore store(context.db());
  const std::size_t size = page_size(here.site());
  const ListPage page = older_cursor   ? store.older(section.id, period, *older_cursor, size)
                        : newer_cursor ? store.newer(section.id, period, *newer_cursor, size)
                                       : store.newest(section.id, period, size);
  const bool is_cursor = older_cursor || newer_cursor;
  const auto months = store.months(section.id);
  if (page.entries.empty() && is_cursor) return http::redirect(section.path + path_of(period), 301, Cache::Page);
  http::Response response = cached(view_list(here.frame(), {section, period, page, months, is_cursor}));
  if (is_cursor) response.cache = Cache::Cursor;
  return response;
}

http::Response section_response(const RequestSite& here, server::Context& context, const site::Section& section) {
  if (section.kind == "pages") return cached(view_pages(here.frame(), section, read_pages(context, section.id)));
  if (section.kind == "contact") return cached(view_contact(here.frame(), section, read_pages(context, section.id)));
  return list_response(here, context, section, all_time());
}

// What stands at the address of an article that is not published (D12.3).
http::Response gone_response(const RequestSite& here, server::Context& context, const GoneArticle& gone) {
  if (gone.mode == GoneArticle::Mode::Redirect && gone.redirect_to.starts_with('/')) return http::redirect(gone.redirect_to, 301, Cache::Page);
  if (gone.mode == GoneArticle::Mode::Notice) return cached(view_gone(here.frame(), gone), 410);
  http::Response response = server::fault_response(context, {FaultKind::Gone, {}, {}});
  response.cache = Cache::Page;
  return response;
}

http::Response missing_article(const RequestSite& here, server::Context& context, std::string_view slug) {
  if (const auto gone = NewsStore(context.db()).gone(slug)) return gone_response(here, context, *gone);
  // "/tin-tuc" for "/tin-tuc/".
  const std::string as_section = std::string{whole_path(context)} + "/";
  if (here.site().find_path(as_section) != nullptr || here.site().find_hidden_list(as_section) != nullptr) return http::redirect(as_section, 301, Cache::Page);
  return moved_or_missing(here, context);
}

std::string_view last_segment(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

http::Response article_response(const RequestSite& here, server::Context& context, std::string_view slug) {
  const auto found = NewsStore(context.db()).article(slug);
  if (!found) return missing_article(here, context, slug);
  const site::Section* section = here.site().find_known(found->article.entry.section);
  if (section == nullptr) return not_found(context);  // its section has never been shown: nobody was given this address
  context.release_db();  // the rest is rendering
  const std::string path = article_path(section->path, found->article.entry.slug);
  if (path != whole_path(context)) return http::redirect(path, 301, Cache::Page);
  return cached(render_article(here.frame(), {found->article, *section, found->related}));
}

http::Response feed_response(App& app, server::Context& context, bool is_atom) {
  const RequestSite here(app, context);
  const std::string_view path = context.path.text("path");
  const site::Section* section = section_of(here.site(), path);
  if (section == nullptr || section->kind == "pages" || section->kind == "contact") return moved_or_missing(here, context);
  const auto entries = NewsStore(context.db()).newest(section->id, all_time(), kFeedSize).entries;
  return is_atom ? machine(view_atom(here.frame(), section, entries), "application/atom+xml; charset=utf-8")
                 : machine(view_rss(here.frame(), section, entries), "application/rss+xml; charset=utf-8");
}

}  // namespace

http::Response show_home(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return cached(view_home(here.frame()));
}

http::Response show_latest(App& app, server::Context& context) {
  const RequestSite here(app, context);
  NewsStore store(context.db());
  const auto entries = store.newest(kWholeSite, all_time(), kLatest).entries;
  const ListEntry* lead = lead_of(here.site(), entries);
  return cached(view_latest(here.frame(), entries, lead == nullptr ? std::string{} : store.card(lead->item)));
}

http::Response show_file(App& app, server::Context& context) {
  static_cast<void>(app);
  const std::string_view variant = last_segment(context.request.path);
  const auto file = NewsStore(context.db()).file(context.path.number("file"), variant);
  if (!file) return server::fault_response(context, {FaultKind::NotFound, {}, {}});
  const std::string_view mime = variant.ends_with(".webp") ? "image/webp" : variant.ends_with(".jpg") ? "image/jpeg" : "application/pdf";
  return http::stored_file(files::accel_path(file->sha256), std::string{mime}, Cache::File);
}

http::Response show_download(App& app, server::Context& context) {
  http::Response response = show_file(app, context);
  response.cache = Cache::NoStore;  // the address stays when the attachment is replaced
  if (response.status == 200) response.headers.emplace_back("Content-Disposition", "attachment");
  return response;
}

http::Response show_section_fragment(App& app, server::Context& context) {
  const RequestSite here(app, context);
  for (const site::Section& section : here.site().sections())
    if (section.slug == context.path.text("slug"))
      return cached(view_section_fragment(here.frame(), NewsStore(context.db()).newest(section.id, all_time(), kInFragment).entries));
  return not_found(context);
}

http::Response show_site_rss(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return machine(view_rss(here.frame(), nullptr, NewsStore(context.db()).newest(kWholeSite, all_time(), kFeedSize).entries),
                 "application/rss+xml; charset=utf-8");
}

http::Response show_site_atom(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return machine(view_atom(here.frame(), nullptr, NewsStore(context.db()).newest(kWholeSite, all_time(), kFeedSize).entries),
                 "application/atom+xml; charset=utf-8");
}

http::Response show_section_rss(App& app, server::Context& context) { return feed_response(app, context, false); }

http::Response show_section_atom(App& app, server::Context& context) { return feed_response(app, context, true); }

http::Response show_robots(App& app, server::Context& context) {
  return machine(view_robots(RequestSite(app, context).frame()), "text/plain; charset=utf-8");
}

http::Response show_site_map_index(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return machine(view_site_map_index(here.frame(), NewsStore(context.db()).months(kWholeSite)), "application/xml; charset=utf-8");
}

http::Response show_site_map_pages(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return machine(view_site_map_pages(here.frame(), read_introduction(context, here.site())), "application/xml; charset=utf-8");
}

http::Response show_site_map_month(App& app, server::Context& context) {
  const std::string_view month = context.path.text("month");  // "2026-11"
  const bool is_shaped = month.size() == 7 && month[4] == '-';
  std::uint64_t year = 0;
  if (is_shaped)
    for (const char c : month.substr(0, 4)) year = c >= '0' && c <= '9' ? year * 10 + static_cast<std::uint64_t>(c - '0') : 0;
  const auto period = is_shaped ? month_period(year, month.substr(5)) : std::nullopt;
  if (!period) return not_found(context);
  const RequestSite here(app, context);
  return machine(view_site_map_month(here.frame(), NewsStore(context.db()).site_map(*period)), "application/xml; charset=utf-8");
}

http::Response show_organisation(App& app, server::Context& context) { return cached(view_organisation(RequestSite(app, context).frame())); }

http::Response show_leaders(App& app, server::Context& context) { return cached(view_leaders(RequestSite(app, context).frame())); }

http::Response show_directory(App& app, server::Context& context) { return cached(view_directory(RequestSite(app, context).frame())); }

http::Response show_site_map(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return cached(view_site_map(here.frame(), read_introduction(context, here.site())));
}

http::Response show_feed_list(App& app, server::Context& context) { return cached(view_feed_list(RequestSite(app, context).frame())); }

http::Response show_accessibility(App& app, server::Context& context) { return cached(view_accessibility(RequestSite(app, context).frame())); }

http::Response show_privacy(App& app, server::Context& context) { return cached(view_privacy(RequestSite(app, context).frame())); }

http::Response show_english(App& app, server::Context& context) { return cached(view_english(RequestSite(app, context).frame())); }

http::Response show_month(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const site::Section* section = section_of(here.site(), context.path.text("path"));
  const auto period = month_period(context.path.number("year"), context.path.text("month"));
  if (section == nullptr || !period) return moved_or_missing(here, context);
  return list_response(here, context, *section, *period);
}

http::Response show_year(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const site::Section* section = section_of(here.site(), context.path.text("path"));
  const auto period = year_period(context.path.number("year"));
  if (section == nullptr || !period) return moved_or_missing(here, context);
  return list_response(here, context, *section, *period);
}

http::Response show_print(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const std::string_view path = context.path.text("path");
  const auto found = NewsStore(context.db()).article(last_segment(path));
  if (!found) return missing_article(here, context, last_segment(path));
  const site::Section* section = here.site().find_known(found->article.entry.section);
  if (section == nullptr) return not_found(context);
  const std::string own = article_path(section->path, found->article.entry.slug) + "/in";
  if (own != whole_path(context)) return http::redirect(own, 301, Cache::Page);
  return cached(render_print(here.frame(), {found->article, *section, {}}));
}

namespace {

constexpr std::size_t kShortestReport = 10;
constexpr std::size_t kLongestReport = 1000;

bool is_email_or_empty(std::string_view text) {
  if (text.empty()) return true;
  const auto at = text.find('@');
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '<' && c != '>' && c != ','; });
  return is_plain && text.size() <= 200 && at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
         text.find('.', at + 2) != std::string_view::npos && text.back() != '.';
}

// The article whose page the address is an appendix of; what stands there instead is the answer.
template <typename Show>
http::Response about_article(App& app, server::Context& context, std::string_view rest, Show show) {
  const RequestSite here(app, context);
  const std::string_view path = context.path.text("path");
  const auto found = NewsStore(context.db()).article(last_segment(path));
  if (!found) return missing_article(here, context, last_segment(path));
  const site::Section* section = here.site().find_known(found->article.entry.section);
  if (section == nullptr) return not_found(context);
  const std::string page = article_path(section->path, found->article.entry.slug);
  if (page + std::string{rest} != whole_path(context)) {
    if (context.request.is_post()) return not_found(context);
    return http::redirect(page + std::string{rest}, 301, Cache::Page);
  }
  return show(here, *section, found->article);
}

}  // namespace

http::Response show_report(App& app, server::Context& context) {
  return about_article(app, context, "/bao-cu", [](const RequestSite& here, const site::Section& section, const PublishedArticle& article) {
    return http::page(view_report(here.frame(), {section, article.entry, {}, {}, {}}));
  });
}

http::Response send_report(App& app, server::Context& context) {
  return about_article(app, context, "/bao-cu", [&](const RequestSite& here, const site::Section& section, const PublishedArticle& article) {
    const http::Fields& form = context.request.form;
    const std::string sent = article_path(section.path, article.entry.slug) + "/bao-cu/da-nhan";
    // A field that people do not see: what fills it in is a program, and is told nothing.
    if (!form.get("website").empty()) return http::redirect(sent);
    std::vector<base::FieldError> errors;
    const auto note = text::clean_text(form.get("note"), kLongestReport);
    if (!note) errors.push_back({"note", note.error().message, ""});
    else if (text::count_code_points(*note) < kShortestReport) errors.push_back({"note", "Viết rõ chỗ nào đã cũ hoặc sai, ít nhất 10 chữ cái.", ""});
    const std::string_view contact = text::trim(form.get("contact"));
    if (!is_email_or_empty(contact)) errors.push_back({"contact", "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@vidu.vn, hoặc để trống.", ""});
    if (!errors.empty()) return http::page(view_report(here.frame(), {section, article.entry, form.get("note"), form.get("contact"), errors}), 422);
    NewsStore(context.db()).add_report(article.entry.item, *note, contact, context.now);
    return http::redirect(sent);
  });
}

http::Response show_report_sent(App& app, server::Context& context) {
  return about_article(app, context, "/bao-cu/da-nhan", [](const RequestSite& here, const site::Section& section, const PublishedArticle& article) {
    return http::page(view_report_sent(here.frame(), section, article.entry));
  });
}

http::Response show_path(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const std::string_view path = context.path.text("path");
  if (!path.ends_with('/')) return article_response(here, context, last_segment(path));
  if (const site::Section* section = section_of(here.site(), path)) return section_response(here, context, *section);
  return moved_or_missing(here, context);
}

}  // namespace portal::news
