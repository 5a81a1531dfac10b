#include "shared/view/view.h"

#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>
#include <unistd.h>

#include "shared/view/check.h"
#include "tests/support/source_dir.h"

namespace fs = std::filesystem;
using portal::base::escape_html;
using portal::view::Dict;
using portal::view::find_template_fault;
using portal::view::Page;
using portal::view::Templates;

namespace {

const std::string kHead = R"({{%AUTOESCAPE context="HTML"}})";

// A folder of templates that goes away with the test.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("portal-view-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }

  ~Folder() { fs::remove_all(path_); }

  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file) << text;
  }

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(view)

BOOST_AUTO_TEST_CASE(variables_are_escaped_by_where_they_stand) {
  const Folder folder;
  folder.write("page.tpl", kHead + R"(<p>{{TEXT}}</p><a title="{{TEXT}}" href="{{URL}}">x</a>)");
  const Templates templates(folder.path(), "");
  Page page("page.tpl");
  page.set("TEXT", R"(<b>"Hộ" & 'tịch')");
  page.set("URL", "javascript:alert(1)");
  const std::string html = templates.render(page);
  BOOST_TEST(html.find("<b>") == std::string::npos);
  BOOST_TEST(html.find("&lt;b&gt;&quot;Hộ&quot; &amp; &#39;tịch&#39;") != std::string::npos);
  BOOST_TEST(html.find("javascript:") == std::string::npos);
  BOOST_TEST(html.find("href=\"#\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(only_html_is_written_as_it_is) {
  const Folder folder;
  folder.write("page.tpl", kHead + "<div>{{BODY_HTML:none}}</div>{{TEXT}}");
  const Templates templates(folder.path(), "");
  Page page("page.tpl");
  page.set_html("BODY_HTML", portal::base::stored_html("<p>Hộ</p>"));
  BOOST_TEST(templates.render(page) == "<div><p>Hộ</p></div>");
  BOOST_CHECK_THROW(page.set("BODY_HTML", "<script>"), std::logic_error);
  BOOST_CHECK_THROW(page.set("BODY_HTML", std::int64_t{1}), std::logic_error);
  BOOST_CHECK_THROW(page.set_if("X", "BODY_HTML", "<script>"), std::logic_error);
  BOOST_CHECK_THROW(page.set_global("BODY_HTML", "<script>"), std::logic_error);
  BOOST_CHECK_THROW(page.set_html("TEXT", escape_html("a")), std::logic_error);
}

BOOST_AUTO_TEST_CASE(sections_repeat_show_and_hide) {
  const Folder folder;
  folder.write("page.tpl", kHead +
                               "{{#ROW}}[{{N}}]{{/ROW}}{{#YES}}yes{{/YES}}{{#NO}}no{{/"
                               "NO}}{{#HAS_A}}a={{A}}{{/HAS_A}}{{#HAS_B}}b={{B}}{{/HAS_B}}");
  const Templates templates(folder.path(), "");
  Page page("page.tpl");
  for (const std::int64_t n : {1, 2}) page.section("ROW").set("N", n);
  page.show("YES");
  page.show("NO", false);
  page.set_if("HAS_A", "A", "1");
  page.set_if("HAS_B", "B", "");
  BOOST_TEST(templates.render(page) == "[1][2]yesa=1");
}

BOOST_AUTO_TEST_CASE(globals_reach_included_files_and_values_do_not) {
  const Folder folder;
  folder.write("page.tpl", kHead + "{{>CONTENT}}");
  folder.write("part/inner.tpl", kHead + "<i>{{GLOBAL}}{{LOCAL}}{{OWN}}</i>");
  const Templates templates(folder.path(), "");
  Page page("page.tpl");
  page.set_global("GLOBAL", "g");
  page.set("LOCAL", "l");
  page.include("CONTENT", "part/inner.tpl").set("OWN", "o");
  BOOST_TEST(templates.render(page) == "<i>go</i>");
}

BOOST_AUTO_TEST_CASE(a_missing_include_is_an_error_never_half_a_page) {
  const Folder folder;
  folder.write("page.tpl", kHead + "before {{>CONTENT}} after");
  const Templates templates(folder.path(), "");
  Page page("page.tpl");
  static_cast<void>(page.include("CONTENT", "absent.tpl"));
  BOOST_CHECK_THROW(static_cast<void>(templates.render(page)), std::runtime_error);
  Page absent("absent.tpl");
  BOOST_CHECK_THROW(static_cast<void>(templates.render(absent)), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(templates_are_frozen_at_start) {
  const Folder folder;
  folder.write("page.tpl", kHead + "old");
  const Templates templates(folder.path(), "");
  folder.write("page.tpl", kHead + "new");
  Page page("page.tpl");
  BOOST_TEST(templates.render(page) == "old");
}

BOOST_AUTO_TEST_CASE(a_page_may_be_moved) {
  const Folder folder;
  folder.write("page.tpl", kHead + "{{A}}");
  const Templates templates(folder.path(), "");
  Page first("page.tpl");
  first.set("A", "1");
  Page second(std::move(first));
  BOOST_TEST(templates.render(second) == "1");
}

BOOST_AUTO_TEST_CASE(asset_names_come_from_the_manifest) {
  const Folder folder;
  folder.write("page.tpl", kHead + "<link href=\"{{SITE_CSS}}\"><i>{{ICONS_URL}}</i>");
  folder.write("assets/not-a-page.tpl", "{{BROKEN");
  folder.write(
      "manifest.json",
      R"({"site.css":"site.1.css","site.js":"s.js","office.css":"o.css","office.js":"o.js","editor.js":"e.js","files.js":"p.js","check.js":"c.js","upload.js":"u.js",)"
      R"("be-vietnam-pro-400.woff2":"4.woff2","be-vietnam-pro-600.woff2":"6.woff2","favicon.svg":"f.svg","icons.svg":"i.svg","office-icons.svg":"oi.svg"})");
  Page page("page.tpl");
  BOOST_TEST(Templates(folder.path(), folder.path() + "/manifest.json").render(page) ==
             "<link href=\"/assets/site.1.css\"><i>/assets/i.svg</i>");
  Page office("page.tpl");
  BOOST_TEST(Templates(folder.path(), folder.path() + "/manifest.json", true).render(office) ==
             "<link href=\"/assets/site.1.css\"><i>/assets/oi.svg</i>");
}

BOOST_AUTO_TEST_CASE(a_bad_set_of_templates_does_not_start_and_the_file_is_named) {  // F38

  struct Case {
    const char* label;
    std::string text;
  };

  const Case cases[] = {
      {"no escaping", "<p>{{A}}</p>"},
      {"unclosed section", kHead + "{{#A}}"},
      {"unclosed marker", kHead + "{{A"},
      {"plain name unescaped", kHead + "{{A:none}}"},
      {"empty", ""},
  };
  for (const Case& c : cases) {
    BOOST_TEST_CONTEXT(c.label) {
      const Folder folder;
      folder.write("news/bad.tpl", c.text);
      BOOST_CHECK_EXCEPTION(
          Templates(folder.path(), ""), std::runtime_error, [](const std::runtime_error& error) {
            return std::string{error.what()}.find("news/bad.tpl") != std::string::npos;
          });
    }
  }
  const Folder folder;
  BOOST_CHECK_THROW(Templates(folder.path(), ""), std::runtime_error);
  BOOST_CHECK_THROW(Templates(folder.path() + "/absent", ""), std::runtime_error);
  folder.write("a.tpl", kHead);
  BOOST_CHECK_THROW(Templates(folder.path(), folder.path() + "/absent.json"), std::runtime_error);
  folder.write("manifest.json", "{}");
  BOOST_CHECK_THROW(Templates(folder.path(), folder.path() + "/manifest.json"), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(find_template_fault_allows_none_for_html_names_only) {
  BOOST_TEST(find_template_fault(kHead + "{{BODY_HTML:none}}{{A}}{{#A}}{{/A}}{{>A}}").empty());
  BOOST_TEST(find_template_fault(R"({{%AUTOESCAPE context="XML"}}<rss/>)").empty());
  BOOST_TEST(!find_template_fault(kHead + "{{BODY_HTML}}").empty());
  BOOST_TEST(!find_template_fault(kHead + "{{A:h:none}}").empty());
  BOOST_TEST(!find_template_fault(R"({{%AUTOESCAPE context="JAVASCRIPT"}})").empty());
}

BOOST_AUTO_TEST_CASE(every_template_of_the_repository_loads_and_expands) {
  const Templates templates(source_dir() + "/templates", "");
  for (const std::string& file : templates.files()) {
    BOOST_TEST_CONTEXT(file) {
      Page page(file);
      BOOST_CHECK_NO_THROW(static_cast<void>(templates.render(page)));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
