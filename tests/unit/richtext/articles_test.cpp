// Real articles: the text that goes in is the text that comes out, byte for byte. Reads the demo
// articles of this repository.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"
#include "shared/richtext/render.h"
#include "shared/text/unicode.h"
#include "tests/support/source_dir.h"

using namespace portal::richtext;
namespace fs = std::filesystem;

namespace {

std::vector<nlohmann::json> demo_articles() {
  std::vector<nlohmann::json> articles;
  const fs::path folder = fs::path(source_dir()) / "sql/seeds/demo/articles";
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path());
    articles.push_back(nlohmann::json::parse(in));
  }
  return articles;
}

std::string without_tags(const std::string& html) {
  std::string out;
  bool inside = false;
  for (const char c : html) {
    if (c == '<') inside = true;
    if (!inside && c != '\n') out += c;
    if (c == '>') inside = false;
  }
  return out;
}

std::string squeezed(const std::string& text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != '\n' && c != '\t'; });
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(richtext_articles)

BOOST_AUTO_TEST_CASE(every_demo_article_is_a_document_and_survives_the_way_round) {
  const auto articles = demo_articles();
  BOOST_REQUIRE(articles.size() > 5U);
  for (const auto& article : articles) {
    BOOST_TEST_CONTEXT(article.at("slug").get<std::string>()) {
      const auto document = parse_document(article.at("body").dump());
      BOOST_REQUIRE_MESSAGE(
          document.has_value(),
          (document ? std::string()
                    : document.error().front().path + " " + document.error().front().message));
      BOOST_TEST((parse_document(to_json(*document)).value() == *document));
      const std::string plain = to_plain_text(*document);
      BOOST_TEST(portal::text::is_nfc(plain));
      BOOST_TEST((from_plain_text(plain).has_value()));
      // Whatever is read in the page is what the tree says: compared with the escapes of both sides
      // made equal.
      std::string escaped;
      portal::base::append_escaped(escaped, squeezed(plain));
      BOOST_TEST(without_tags(render_html(*document).text()) == escaped);
    }
  }
}

BOOST_AUTO_TEST_CASE(plain_text_comes_back_byte_for_byte) {
  for (const auto& article : demo_articles()) {
    const std::string text = to_plain_text(parse_document(article.at("body").dump()).value());
    BOOST_TEST(to_plain_text(from_plain_text(text).value()) == text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
