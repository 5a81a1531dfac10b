#include "modules/news/content_check.h"

#include <algorithm>
#include <array>
#include <set>

#include "modules/news/queries.h"
#include "shared/richtext/link.h"
#include "shared/richtext/parse.h"
#include "shared/text/clean.h"
#include "shared/text/decode.h"
#include "shared/text/fold.h"

namespace portal::news {
namespace {

using richtext::Node;
using richtext::NodeType;

constexpr std::size_t kQuoted = 60;  // bytes of a text that a note repeats

// Words that say nothing of where a link leads, as text::fold() leaves them.
constexpr std::array<std::string_view, 8> kSaysNothing{"tai day", "o day", "day", "bam vao day", "nhan vao day", "xem them", "click", "link"};

constexpr std::array<std::string_view, 18> kOwnPages{"/",          "/rss.xml",   "/atom.xml",  "/so-do-trang", "/kenh-tin", "/en/",        "/tuyen-bo-kha-nang-tiep-can",
                                                     "/bao-ve-du-lieu-ca-nhan", "/gioi-thieu/co-cau-to-chuc", "/gioi-thieu/lanh-dao", "/gioi-thieu/danh-ba",
                                                     "/robots.txt", "/sitemap.xml", "/lien-he/", "/lich-lam-viec", "/lich-lam-viec.ics", "/tinh-thoi-han",
                                                     "/tinh-thoi-han/ket-qua"};

std::string quote(std::string_view text) {
  std::string_view cut = text;
  if (cut.size() > kQuoted) {
    cut = cut.substr(0, kQuoted);
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U) cut.remove_suffix(1);
    if (!cut.empty()) cut.remove_suffix(1);
    return "“" + std::string{cut} + "…”";
  }
  return "“" + std::string{cut} + "”";
}

// Latin letters that Vietnamese never has, and signs that stand inside its words only when the text is TCVN3.
constexpr bool is_foreign_letter(char32_t c) {
  constexpr std::u32string_view kForeign = U"äåæçëîïðñöøûüþÿÄÅÆÇËÎÏÐÑÖØÛÜÞß";
  return kForeign.find(c) != std::u32string_view::npos;
}

constexpr bool is_sign(char32_t c) { return (c >= 0xA1 && c <= 0xBF) || c == 0xD7 || c == 0xF7; }

constexpr bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1EA0 && c <= 0x1EF9);
}

// "m²" and "20°" are words of Vietnamese; "ph¸p" is not.
bool is_suspicious(const std::u32string& word) {
  if (std::any_of(word.begin(), word.end(), is_foreign_letter)) return true;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_sign(word[i])) continue;
    const bool after_letter = i > 0 && is_letter(word[i - 1]);
    const bool before_letter = i + 1 < word.size() && is_letter(word[i + 1]);
    constexpr std::u32string_view kUnits = U"²³°ªº§©®«»·";
    if (after_letter && before_letter) return true;
    if ((after_letter || before_letter) && kUnits.find(word[i]) == std::u32string_view::npos) return true;
  }
  // VNI: a vowel and its mark are two letters, a pair that no Vietnamese syllable has ("aù", "eá", "oâ", "öû").
  constexpr std::u32string_view kAfterA = U"ùúõáàâã";
  constexpr std::u32string_view kAfterE = U"ùúáàâãõ";
  constexpr std::u32string_view kAfterO = U"âõù";
  const auto stands_in = [](std::u32string_view marks, char32_t c) { return marks.find(c) != std::u32string_view::npos; };
  for (std::size_t i = 1; i < word.size(); ++i) {
    const char32_t before = word[i - 1] | 0x20U;
    const bool impossible = (before == 'a' && stands_in(kAfterA, word[i])) || (before == 'e' && stands_in(kAfterE, word[i])) ||
                            (before == 'o' && stands_in(kAfterO, word[i]));
    if (impossible) return true;
  }
  return false;
}

std::string plain_of(const Node& node) {
  std::string text = node.text;
  for (const Node& child : node.children) text += plain_of(child);
  return text;
}

class Checker {
 public:
  explicit Checker(const std::function<bool(std::string_view)>& answers) : answers_(answers) {}

  void look(const Node& node) {
    if (node.type == NodeType::Heading) heading(node);
    if (node.type == NodeType::Heading || node.type == NodeType::Paragraph) {
      links(node);
      line(plain_of(node));
    }
    for (const Node& child : node.children) look(child);
  }

  void line(std::string_view text) {
    if (legacy_seen_ || !looks_like_legacy_encoding(text)) return;
    legacy_seen_ = true;
    notes_.push_back({"Có chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI): " + quote(text) + ". Chuyển sang Unicode rồi dán lại.", "D4.1a", true});
  }

  void title(std::string_view title) {
    line(title);
    std::size_t letters = 0;
    std::size_t small = 0;
    for (std::size_t at = 0; at < title.size();) {
      const auto decoded = text::decode_at(title, at);
      if (decoded.length == 0) return;
      at += decoded.length;
      if (!is_letter(decoded.code)) continue;
      ++letters;
      if (decoded.code >= 'a' && decoded.code <= 'z') ++small;
    }
    constexpr std::size_t kLong = 12;
    if (letters >= kLong && small == 0) notes_.push_back({"Tiêu đề viết hoa toàn bộ, khó đọc. Viết hoa chữ đầu và tên riêng.", "D12.1"});
  }

  [[nodiscard]] std::vector<ContentNote> take() { return std::move(notes_); }

 private:
  void heading(const Node& node) {
    if (text::trim(plain_of(node)).empty()) notes_.push_back({"Có một đề mục trống. Viết chữ cho đề mục hoặc bỏ nó.", "D12.1"});
    const int least = last_level_ == 0 ? 2 : last_level_ + 1;
    if (node.level > least)
      notes_.push_back({"Đề mục " + quote(plain_of(node)) + " nhảy cấp: trước nó cần một đề mục cấp " + std::to_string(node.level - 1) + ".", "D12.1"});
    last_level_ = node.level;
  }

  // A link may be several texts with other marks between: its words are all of them.
  void links(const Node& block) {
    for (std::size_t i = 0; i < block.children.size(); ++i) {
      const auto& link = block.children[i].marks.link;
      if (!link) continue;
      std::string words = block.children[i].text;
      while (i + 1 < block.children.size() && block.children[i + 1].marks.link == link) words += block.children[++i].text;
      link_words(words, link->href);
    }
  }

  void link_words(const std::string& words, const std::string& href) {
    const std::string folded = text::fold(text::trim(words));
    if (folded.empty())
      notes_.push_back({"Có liên kết không có chữ, dẫn tới " + quote(href) + ".", "D12.1"});
    else if (std::find(kSaysNothing.begin(), kSaysNothing.end(), folded) != kSaysNothing.end())
      notes_.push_back({"Chữ của liên kết " + quote(words) + " không nói dẫn tới đâu. Viết tên trang hoặc tên văn bản.", "D12.1"});
    if (!href.starts_with('/')) return;
    const std::string path = href.substr(0, href.find_first_of("?#"));
    if (asked_.insert(path).second && !answers_(path)) notes_.push_back({"Liên kết tới " + quote(path) + " trong trang này không mở được.", "D12.1"});
  }

  const std::function<bool(std::string_view)>& answers_;
  std::vector<ContentNote> notes_;
  std::set<std::string> asked_;
  int last_level_ = 0;
  bool legacy_seen_ = false;
};

}  // namespace

bool looks_like_legacy_encoding(std::string_view line) {
  std::size_t words = 0;
  std::size_t suspicious = 0;
  std::u32string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++words;
    if (is_suspicious(word)) ++suspicious;
    word.clear();
  };
  for (std::size_t at = 0; at < line.size();) {
    const auto decoded = text::decode_at(line, at);
    if (decoded.length == 0) return false;
    at += decoded.length;
    if (is_letter(decoded.code) || is_sign(decoded.code)) word += decoded.code;
    else end_word();
  }
  end_word();
  // A name or two of another language in a sentence are no encoding.
  return suspicious >= 2 && suspicious * 4 >= words;
}

std::vector<ContentNote> check_content(const Content& content, const std::function<bool(std::string_view path)>& answers) {
  Checker checker(answers);
  checker.title(content.title);
  checker.line(content.summary);
  checker.line(content.source);
  if (const auto document = richtext::parse_document(content.body_json)) checker.look(document->root());
  return checker.take();
}

std::string_view list_of(std::string_view path) {
  for (const std::string_view feed : {"/rss.xml", "/atom.xml"})
    if (path.ends_with(feed)) return path.substr(0, path.size() - feed.size() + 1);
  constexpr std::string_view kYear = "/nam/0000/";
  constexpr std::string_view kMonth = "/nam/0000/00/";
  for (const std::string_view form : {kYear, kMonth}) {
    if (path.size() <= form.size()) continue;
    const std::string_view tail = path.substr(path.size() - form.size());
    const auto is_alike = [](char is, char wanted) { return wanted == '0' ? is >= '0' && is <= '9' : is == wanted; };
    if (std::equal(tail.begin(), tail.end(), form.begin(), is_alike)) return path.substr(0, path.size() - form.size() + 1);
  }
  return path;
}

bool address_answers(db::Connection& db, std::string_view path) {
  if (std::find(kOwnPages.begin(), kOwnPages.end(), path) != kOwnPages.end()) return true;
  constexpr std::string_view kCalendarYear = "/lich-lam-viec/";
  if (path.starts_with(kCalendarYear)) return db.query(sql::kIsCalendarYear, path.substr(kCalendarYear.size())).next();
  path = list_of(path);
  const std::string folder{path.ends_with('/') ? path : std::string{path} + "/"};
  if (db.query(sql::kIsSectionPath, folder).next()) return true;
  if (path.ends_with("/in")) path.remove_suffix(3);
  const std::size_t slash = path.rfind('/');
  return slash != std::string_view::npos && slash + 1 < path.size() && db.query(sql::kIsArticle, path.substr(slash + 1), path.substr(0, slash + 1)).next();
}

}  // namespace portal::news
