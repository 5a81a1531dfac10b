#include "shared/mime/html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>

namespace portal::mime {
namespace {

// What stands inside them is no text for readers. Everything else is entered, whatever it is called: only its words come out.
constexpr std::array<std::string_view, 18> kSilent{"head",  "title", "style",  "script", "noscript", "template", "iframe", "object", "embed",
                                                   "applet", "svg",   "math",   "audio",  "video",    "canvas",   "select", "map",    "frameset"};
// They begin and end a line.
constexpr std::array<std::string_view, 33> kBlocks{"p",       "div",     "br",     "hr",      "h1",  "h2",    "h3",   "h4",      "h5",         "h6",         "ul",
                                                   "ol",      "li",      "dl",     "dt",      "dd",  "table", "tr",   "caption", "blockquote", "pre",        "section",
                                                   "article", "header",  "footer", "address", "nav", "main",  "form", "center",  "figure",     "figcaption", "fieldset"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view name_of(const xmlNode* node) { return node->name == nullptr ? std::string_view{} : reinterpret_cast<const char*>(node->name); }

class Lines {
 public:
  void add(std::string_view words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool is_hard_space = words.substr(i).starts_with("\xC2\xA0");
      const char c = words[i];
      if (is_hard_space) ++i;
      if (is_hard_space || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        has_space_ = true;
        continue;
      }
      if (has_space_ && !is_at_start()) out_ += ' ';
      has_space_ = false;
      out_ += c;
    }
  }
  void end_line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    has_space_ = false;
  }
  void begin_item() {
    end_line();
    out_ += "- ";
    has_space_ = false;
  }
  void next_cell() {
    if (!is_at_start()) out_ += '\t';
    has_space_ = false;
  }

  [[nodiscard]] std::string text() && { return std::move(out_); }

 private:
  [[nodiscard]] bool is_at_start() const { return out_.empty() || out_.back() == '\n' || out_.back() == '\t' || out_.ends_with("\n- ") || out_ == "- "; }

  std::string out_;
  bool has_space_ = false;
};

void enter(Lines& lines, const xmlNode* node) {
  const std::string_view name = name_of(node);
  if (name == "li") return lines.begin_item();
  if (name == "td" || name == "th") return lines.next_cell();
  if (is_one_of(kBlocks, name)) lines.end_line();
}

void leave(Lines& lines, const xmlNode* node) {
  if (node->type == XML_ELEMENT_NODE && is_one_of(kBlocks, name_of(node))) lines.end_line();
}

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

}  // namespace

std::string words_of_html(std::string_view html) {
  constexpr std::size_t kMost = 4 * 1024 * 1024;
  html = html.substr(0, kMost);
  const std::unique_ptr<xmlDoc, FreeDocument> document(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                                                                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET));
  if (!document) return "";
  Lines lines;
  // Without recursion: a mail may nest as deep as it likes.
  const xmlNode* node = xmlDocGetRootElement(document.get());
  const xmlNode* const root = node;
  while (node != nullptr) {
    const bool is_element = node->type == XML_ELEMENT_NODE;
    if (is_element) enter(lines, node);
    const bool is_text = (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != nullptr;
    if (is_text) lines.add(reinterpret_cast<const char*>(node->content));
    if (is_element && node->children != nullptr && !is_one_of(kSilent, name_of(node))) {
      node = node->children;
      continue;
    }
    while (node != root && node->next == nullptr) {
      leave(lines, node);
      node = node->parent;
    }
    leave(lines, node);
    node = node == root ? nullptr : node->next;
  }
  return std::move(lines).text();
}

}  // namespace portal::mime
