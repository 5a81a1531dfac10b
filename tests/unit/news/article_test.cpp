// Rules of the section library: addresses, digest, the article's page and print view.
#include <boost/test/unit_test.hpp>

#include <set>

#include "modules/news/addresses.h"
#include "modules/news/article_view.h"
#include "shared/view/qr.h"
#include "modules/news/published.h"
#include "modules/news/related.h"
#include "modules/news/public/views.h"
#include "tests/support/source_dir.h"

using namespace portal;
using namespace portal::news;

namespace {

base::UtcTime at(const char* iso) { return base::parse_iso(iso).value(); }

site::SiteSnapshot make_site() {
  site::Section news;
  news.id = base::SectionId{1};
  news.slug = "tin-tuc";
  news.path = "/tin-tuc/";
  news.title = "Tin tức, sự kiện";
  news.short_title = "Tin tức";
  news.clause = "D5.5";
  news.kind = "article_list";
  site::Section about = news;
  about.id = base::SectionId{2};
  about.slug = "gioi-thieu";
  about.path = "/gioi-thieu/";
  about.title = "Giới thiệu";
  about.short_title = "";
  about.clause = "D5.1";
  about.kind = "pages";
  return {{news, about}, {}, {}, {}, {{"agency_full_name", "Sở Tư pháp tỉnh Minh Giang"}, {"site_name", "Trang thông tin"}, {"email", "so@minhgiang.gov.vn"}}};
}

PublishedArticle make_article() {
  PublishedArticle article;
  article.entry = {base::ItemId{7}, "hoi-nghi", base::SectionId{1}, "Hội nghị <b>tháng 11</b>", "Tóm \"tắt\" & ngắn.", "Văn phòng Sở",
                   at("2026-11-25T10:00:00+07:00"), at("2026-11-25T10:00:00+07:00"), std::nullopt, ""};
  article.kind = "news";
  article.author_line = "Lò Thị Mai";
  article.source = "Văn phòng Sở.";
  article.body_html = "<p>Nội dung</p>\n";
  return article;
}

const view::Templates& templates() {
  static const view::Templates all(source_dir() + "/templates", "");
  return all;
}

site::Frame frame_of(const site::ShownSite& site) { return {templates(), site, "http://localhost:8080", at("2026-11-26T08:00:00+07:00")}; }

std::string render(const PublishedArticle& article, std::span<const Related> related = {}) {
  const site::ShownSite site(templates(), make_site());
  return render_article(frame_of(site), {article, *site.snapshot.find(article.entry.section), related});
}

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(article)

BOOST_AUTO_TEST_CASE(what_people_wrote_is_escaped_and_the_tree_is_not) {
  const std::string page = render(make_article());
  BOOST_TEST(has(page, "<h1>Hội nghị &lt;b&gt;tháng 11&lt;/b&gt;</h1>"));
  BOOST_TEST(has(page, "<p class=\"sapo\">Tóm &quot;tắt&quot; &amp; ngắn.</p>"));
  BOOST_TEST(has(page, "<p>Nội dung</p>"));
  BOOST_TEST(has(page, "<link rel=\"canonical\" href=\"http://localhost:8080/tin-tuc/hoi-nghi\">"));
  BOOST_TEST(has(page, "href=\"/tin-tuc/hoi-nghi/in\""));
  BOOST_TEST(has(page, "Nguồn: Văn phòng Sở."));
  BOOST_TEST(!has(page, "Sở.."));
}

BOOST_AUTO_TEST_CASE(a_correction_shows_once_the_words_changed) {
  PublishedArticle article = make_article();
  article.change_note = "Bản đầu ghi nhầm ngày.";
  BOOST_TEST(!has(render(article), "Đính chính"));
  article.entry.updated_at = at("2026-11-25T15:10:00+07:00");
  const std::string page = render(article);
  BOOST_TEST(has(page, "Đính chính ngày 25/11/2026 15:10."));
  BOOST_TEST(has(page, "Bản đầu ghi nhầm ngày."));
  BOOST_TEST(has(page, "Sửa lần cuối"));
}

BOOST_AUTO_TEST_CASE(a_conference_shows_time_place_and_registration) {
  PublishedArticle article = make_article();
  BOOST_TEST(!has(render(article), "<dl class=\"facts\">"));
  article.entry.starts_at = at("2026-12-10T07:30:00+07:00");
  article.ends_at = at("2026-12-11T16:30:00+07:00");
  article.entry.place = "Hội trường tầng 2";
  article.registration = "Trước 17:00 ngày 04/12/2026.";
  const std::string page = render(article);
  BOOST_TEST(has(page, "10/12/2026 07:30 – 11/12/2026 16:30"));
  BOOST_TEST(has(page, "Hội trường tầng 2"));
  BOOST_TEST(has(page, "Trước 17:00 ngày 04/12/2026."));
  BOOST_TEST(describe_span(at("2026-12-10T07:30:00+07:00"), at("2026-12-10T16:30:00+07:00")) == "10/12/2026 07:30 – 16:30");
  BOOST_TEST(describe_span(at("2026-12-10T07:30:00+07:00"), std::nullopt) == "từ 10/12/2026 07:30");
}

BOOST_AUTO_TEST_CASE(older_articles_of_the_section_are_linked_in_the_order_given) {
  const std::vector<Related> related{{"bai-moi", "Bài \"mới\" & hay", at("2026-11-24T08:00:00+07:00")}, {"bai-cu", "Bài cũ", at("2026-11-20T08:00:00+07:00")}};
  const std::string page = render(make_article(), related);
  BOOST_TEST(has(page, "/tin-tuc/bai-moi"));
  BOOST_TEST(has(page, "Bài &quot;mới&quot; &amp; hay"));
  BOOST_TEST(page.find("/tin-tuc/bai-moi") < page.find("/tin-tuc/bai-cu"));
}

BOOST_AUTO_TEST_CASE(D5_9f_an_article_of_a_hidden_section_reads_on_says_so_and_is_not_indexed) {
  const site::ShownSite shown(templates(), make_site());
  site::Section hidden = *shown.snapshot.find(base::SectionId{1});
  hidden.is_hidden = true;
  const std::vector<Related> related{{"bai-cu", "Bài cũ", at("2026-11-20T08:00:00+07:00")}};
  const PublishedArticle article = make_article();
  const std::string page = render_article(frame_of(shown), {article, hidden, related});
  BOOST_TEST(has(page, "<p>Nội dung</p>"));
  BOOST_TEST(has(page, "<meta name=\"robots\" content=\"noindex\">"));
  BOOST_TEST(has(page, "Chuyên mục “Tin tức, sự kiện” không còn hiển thị trên trang."));
  BOOST_TEST(!has(page, "/tin-tuc/bai-cu"));
  const auto crumbs = page.substr(page.find("class=\"crumbs"), page.find("</nav>", page.find("class=\"crumbs")) - page.find("class=\"crumbs"));
  BOOST_TEST(!has(crumbs, "/tin-tuc/"));
  const std::string usual = render(article, related);
  BOOST_TEST(!has(usual, "noindex"));
  BOOST_TEST(!has(usual, "không còn hiển thị"));
}

BOOST_AUTO_TEST_CASE(the_related_column_reads_back_as_written) {
  const std::vector<Related> related{{"bai-moi", "Bài \"mới\" \\ & hay", at("2026-11-24T08:00:00+07:00")}, {"bai-cu", "Bài cũ", at("2026-11-20T08:00:00+07:00")}};
  const auto back = parse_related(format_related(related));
  BOOST_REQUIRE(back.size() == 2);
  BOOST_TEST(back[0].slug == "bai-moi");
  BOOST_TEST(back[0].title == related[0].title);
  BOOST_TEST((back[1].published_at == related[1].published_at));
  BOOST_TEST(parse_related("").empty());
  BOOST_TEST(parse_related("[[1,2]]").empty());
}

BOOST_AUTO_TEST_CASE(an_introduction_page_has_no_author_and_no_day_of_posting) {
  PublishedArticle article = make_article();
  article.kind = "page";
  article.entry.section = base::SectionId{2};
  const std::string page = render(article);
  BOOST_TEST(!has(page, "Đăng <time"));
  BOOST_TEST(!has(page, "Lò Thị Mai"));
}

BOOST_AUTO_TEST_CASE(the_menu_marks_the_section_that_the_page_lies_in) {
  const site::ShownSite site(templates(), make_site());
  const auto& sections = site.snapshot.sections();
  site::Section below = sections[1];
  below.ancestors = {1};
  site::Section hidden = sections[0];
  hidden.is_hidden = true;
  const auto marked = [&](const site::Section* section) {
    const std::string& menu = site.chrome.menu(site.snapshot, section).text();
    const auto mark = menu.find(" aria-current=\"true\"");
    return mark == std::string::npos ? std::string{} : menu.substr(mark, menu.find("</a>", mark) - mark).substr(std::string_view{" aria-current=\"true\">"}.size());
  };
  BOOST_TEST(marked(&sections[0]) == "Tin tức");
  BOOST_TEST(marked(&sections[1]) == "Giới thiệu");
  BOOST_TEST(marked(&below) == "Giới thiệu");
  BOOST_TEST(marked(&hidden) == "");
  BOOST_TEST(marked(nullptr) == "");
  BOOST_TEST(has(site.chrome.foot().text(), "mailto:so@minhgiang.gov.vn"));
}

BOOST_AUTO_TEST_CASE(the_print_view_carries_address_and_code) {
  const site::ShownSite site(templates(), make_site());
  const PublishedArticle article = make_article();
  const std::string page = render_print(frame_of(site), {article, *site.snapshot.find(base::SectionId{1}), {}});
  BOOST_TEST(has(page, "http://localhost:8080/tin-tuc/hoi-nghi"));
  BOOST_TEST(has(page, "Bản in lúc 26/11/2026 08:00."));
  BOOST_TEST(has(page, "<path fill=\"#000\" d=\"M"));
  const view::QrCode code = view::make_qr("http://localhost:8080/tin-tuc/hoi-nghi");
  BOOST_TEST(code.size > 29);
  BOOST_TEST(code.path.find_first_not_of("M hvz-0123456789") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_place_that_shows_an_article_is_named) {
  const AddressFacts facts{"/tin-tuc/hoat-dong-cua-so/", {"/tin-tuc/hoat-dong-cua-so/", "/tin-tuc/"}, {"hoat-dong-cua-so", "tin-tuc"}, "mot-bai", "2026-03",
                           {"/tin-tuc/bai-moi"}, {}};
  const auto list = list_addresses(facts);
  BOOST_TEST(list[0] == "/tin-tuc/hoat-dong-cua-so/mot-bai");
  BOOST_TEST(list[1] == "/tin-tuc/hoat-dong-cua-so/mot-bai/in");
  const std::set<std::string> all(list.begin(), list.end());
  BOOST_TEST(all.size() == list.size());
  for (const char* address : {"/", "/tin-tuc/", "/tin-tuc/nam/2026/", "/tin-tuc/nam/2026/03/", "/tin-tuc/rss.xml", "/tin-tuc/hoat-dong-cua-so/atom.xml", "/rss.xml",
                              "/sitemap/2026-03.xml", "/_fragment/news/latest", "/_fragment/news/section/tin-tuc", "/tin-tuc/bai-moi"})
    BOOST_TEST_CONTEXT(address) { BOOST_TEST(all.contains(address)); }
}

BOOST_AUTO_TEST_CASE(the_digest_tells_fields_apart) {
  Content a;
  a.title = "Một";
  a.summary = "hai";
  Content b;
  b.title = "Mộthai";
  BOOST_TEST(content_digest(a) != content_digest(b));
  BOOST_TEST(content_digest(a) == content_digest(Content{a}));
  Content c = a;
  c.event_at = at("2026-11-25T10:00:00+07:00");
  BOOST_TEST(content_digest(a) != content_digest(c));
}

BOOST_AUTO_TEST_CASE(words_of_the_site_are_no_article) {
  for (const char* word : {"in", "nam", "rss", "danh-ba"}) BOOST_TEST(is_reserved_slug(word));
  BOOST_TEST(!is_reserved_slug("in-an"));
}

BOOST_AUTO_TEST_CASE(feeds_are_xml_with_absolute_addresses) {
  const site::ShownSite site(templates(), make_site());
  const Frame frame = frame_of(site);
  const std::vector<ListEntry> entries{make_article().entry};
  const std::string rss = view_rss(frame, &site.snapshot.sections()[0], entries);
  BOOST_TEST(rss.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
  BOOST_TEST(has(rss, "<link>http://localhost:8080/tin-tuc/hoi-nghi</link>"));
  BOOST_TEST(has(rss, "Hội nghị &lt;b&gt;tháng 11&lt;/b&gt;"));
  BOOST_TEST(has(rss, "tag:localhost,2026:tin-bai/7"));
  const std::string atom = view_atom(frame, nullptr, entries);
  BOOST_TEST(has(atom, "<updated>2026-11-25T10:00:00+07:00</updated>"));
  BOOST_TEST(has(atom, "<link rel=\"self\" type=\"application/atom+xml\" href=\"http://localhost:8080/atom.xml\"/>"));
}

BOOST_AUTO_TEST_CASE(the_home_page_includes_only_sections_that_exist) {
  const site::ShownSite site(templates(), make_site());
  const Frame frame = frame_of(site);
  const std::string home = view_home(frame);
  BOOST_TEST(has(home, "<!--# include virtual=\"/_fragment/news/latest\" stub=\"tam-vang\" -->"));
  BOOST_TEST(!has(home, "/_fragment/news/section/"));
  BOOST_TEST(has(home, "/gioi-thieu/danh-ba"));
  BOOST_TEST(!has(home, "Liên hệ, tiếp công dân"));
}

BOOST_AUTO_TEST_CASE(the_menu_says_the_short_title_and_the_breadcrumbs_the_whole_one) {
  const std::string page = render(make_article());
  BOOST_TEST(has(page, R"(<a href="/tin-tuc/" aria-current="true">Tin tức</a>)"));
  BOOST_TEST(has(page, R"(<a href="/gioi-thieu/">Giới thiệu</a>)"));  // no short title: the whole one
  BOOST_TEST(has(page, R"(<li><a href="/tin-tuc/">Tin tức, sự kiện</a></li>)"));
}

BOOST_AUTO_TEST_SUITE_END()
