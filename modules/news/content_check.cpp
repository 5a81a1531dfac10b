#include "modules/news/content_check.h"

#include <algorithm>
#include <array>
#include <set>

#include "modules/news/legacy_text.h"
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

constexpr bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1EA0 && c <= 0x1EF9);
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
    if (node.type == NodeType::Figure) picture(node.file, node.alt, node.caption);
    if (node.type == NodeType::Heading || node.type == NodeType::Paragraph) links(node);
    for (const Node& child : node.children) look(child);
  }

  // Words in another encoding (D4.1a). A guess is said, and holds nothing up: a name may look like it.
  void encoding_of(const Content& content) {
    const LegacyText read = read_content(content);
    const std::string label{encoding::label_of(read.encoding)};
    if (read.is_legacy())
      notes_.push_back({"Có chữ không phải Unicode mà là " + label + ": " + quote(read.first_words) + ". Bấm Sửa, rồi lưu: hệ thống cho xem bản chuyển sang Unicode để xác nhận.",
                        "D4.1a", true});
    else if (read.is_guess())
      notes_.push_back({"Có chỗ giống chữ gõ bằng " + label + ": " + quote(read.first_words) + ". Xin đọc lại; nếu đúng thì sửa thành Unicode.", "D4.1a"});
  }

  void note(ContentNote note) { notes_.push_back(std::move(note)); }

  void title(std::string_view title) {
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

  // A picture that nobody described is nothing to who does not see it (TT 32/2017); one without a caption says neither what it shows nor whose it is.
  void picture(int file, std::string_view alt, std::string_view caption) {
    has_picture_ = true;
    const std::string name = "Ảnh số " + std::to_string(file);
    if (text::trim(alt).empty())
      notes_.push_back({name + " chưa có lời mô tả cho người không nhìn thấy ảnh.", "TT 32/2017 Đ.18", true});
    if (text::trim(caption).empty()) notes_.push_back({name + " chưa có chú thích: ghi ảnh chụp gì, ở đâu, ai chụp.", "D12.1"});
  }

  [[nodiscard]] bool has_picture() const { return has_picture_; }

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
  bool has_picture_ = false;
};

}  // namespace

std::vector<ContentNote> check_content(const Content& content, std::string_view kind, const std::function<bool(std::string_view path)>& answers) {
  Checker checker(answers);
  checker.title(content.title);
  checker.encoding_of(content);
  if (const auto document = richtext::parse_document(content.body_json)) checker.look(document->root());
  if (content.lead.file != 0) checker.picture(content.lead.file, content.lead.alt, content.lead.caption);
  if (kind == "news" && !checker.has_picture())
    checker.note({"Tin chưa có ảnh nào. Tin, bài có ảnh được khuyến khích.", "D9.1"});
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
