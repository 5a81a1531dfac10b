#include "shared/richtext/render.h"

#include <algorithm>
#include <array>

#include "shared/richtext/link.h"
#include "shared/richtext/plain.h"
#include "shared/text/clean.h"

namespace portal::richtext {
namespace {

using base::append_escaped;

using Nodes = std::vector<Node>;

struct FlagTag {
  bool Marks::*member;
  std::string_view open;
  std::string_view close;
};

// Outermost first; `u` is spoken of in HTML for exactly this: text marked without emphasis.
constexpr std::array kTags{
    FlagTag{&Marks::strong, "<strong>", "</strong>"}, FlagTag{&Marks::em, "<em>", "</em>"},
    FlagTag{&Marks::underline, "<u>", "</u>"}, FlagTag{&Marks::sub, "<sub>", "</sub>"},
    FlagTag{&Marks::sup, "<sup>", "</sup>"}};

bool is_blank(const Node& inline_node) {
  return inline_node.type != NodeType::Text || text::trim(inline_node.text).empty();
}

bool all_blank(Nodes::const_iterator from, Nodes::const_iterator to) {
  return std::all_of(from, to, is_blank);
}

bool is_header_row(const Node& row) {
  return !row.children.empty() &&
         std::all_of(row.children.begin(), row.children.end(),
                     [](const Node& cell) { return cell.type == NodeType::TableHeader; });
}

class Renderer {
 public:
  Renderer(const Document& document, const FindPicture& find) : find_(find), headings_(richtext::headings(document)) {}

  void blocks(const Nodes& nodes) {
    for (const Node& node : nodes) block(node);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

  void reserve(std::size_t bytes) { out_.reserve(bytes); }

 private:
  void block(const Node& node) {
    switch (node.type) {
      case NodeType::Paragraph:
        return paragraph(node);
      case NodeType::Heading:
        return heading(node);
      case NodeType::BulletList:
        return list(node, "<ul>\n", "</ul>\n");
      case NodeType::OrderedList:
        return ordered_list(node);
      case NodeType::Blockquote:
        out_ += "<blockquote>\n";
        blocks(node.children);
        out_ += "</blockquote>\n";
        return;
      case NodeType::HorizontalRule:
        out_ += "<hr>\n";
        return;
      case NodeType::Table:
        return table(node);
      case NodeType::Figure:
        return figure(node);
      case NodeType::Doc:
      case NodeType::ListItem:
      case NodeType::HardBreak:
      case NodeType::TableRow:
      case NodeType::TableCell:
      case NodeType::TableHeader:
      case NodeType::Text:
        return;  // never blocks: the schema saw to it
    }
  }

  void paragraph(const Node& node) {
    if (all_blank(node.children.begin(), node.children.end())) return;
    out_ += "<p>";
    inlines(node.children);
    out_ += "</p>\n";
  }

  void figure(const Node& node) {
    const Picture* picture = find_ ? find_(node.file) : nullptr;
    if (picture != nullptr) {
      out_ += figure_markup(*picture, node.alt, node.caption, node.width, false);
    } else if (!node.caption.empty()) {
      out_ += "<p>";
      append_escaped(out_, node.caption);
      out_ += "</p>\n";
    }
  }

  void heading(const Node& node) {
    if (all_blank(node.children.begin(), node.children.end())) return;
    const char level = static_cast<char>('0' + node.level);
    out_ += "<h";
    out_ += level;
    out_ += " id=\"";
    out_ += headings_[next_heading_++].id;  // "muc-" and a slug: nothing to escape
    out_ += "\">";
    inlines(node.children);
    out_ += "</h";
    out_ += level;
    out_ += ">\n";
  }

  void ordered_list(const Node& node) {
    if (node.start == 1) return list(node, "<ol>\n", "</ol>\n");
    list(node, "<ol start=\"" + std::to_string(node.start) + "\">\n", "</ol>\n");
  }

  void list(const Node& node, std::string_view open, std::string_view close) {
    out_ += open;
    for (const Node& item : node.children) {
      out_ += "<li>";
      flow(item.children);
      out_ += "</li>\n";
    }
    out_ += close;
  }

  // The inside of a list item or cell: its only paragraph, or the first of an item before a nested
  // list, needs no p.
  void flow(const Nodes& children) {
    const bool tight =
        children.front().type == NodeType::Paragraph &&
        std::all_of(children.begin() + 1, children.end(), [](const Node& node) {
          return node.type == NodeType::BulletList || node.type == NodeType::OrderedList;
        });
    if (!tight) {
      out_ += '\n';
      return blocks(children);
    }
    inlines(children.front().children);
    if (children.size() > 1) out_ += '\n';
    for (auto child = children.begin() + 1; child != children.end(); ++child) block(*child);
  }

  // Rows that make the thead: header rows at the top whose cells do not reach into the rows below.
  // A table of header rows alone has none.
  static std::size_t head_rows(const Nodes& rows) {
    std::size_t head = 0;
    std::size_t reach = 0;
    std::size_t closed = 0;
    for (; head < rows.size() && is_header_row(rows[head]); ++head) {
      for (const Node& cell : rows[head].children) {
        reach = std::max(reach, head + static_cast<std::size_t>(cell.rowspan));
      }
      if (reach == head + 1) closed = head + 1;
    }
    return closed < rows.size() ? closed : 0;
  }

  void table(const Node& node) {
    const std::size_t head = head_rows(node.children);
    // WCAG 2.1.1: a region that scrolls sideways on a phone takes the keyboard's focus, so it has a
    // role and a name.
    out_ += "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng ";
    out_ += std::to_string(++tables_);
    out_ += "\">\n<table>\n";
    if (head > 0) out_ += "<thead>\n";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i == head) out_ += head > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n";
      row(node.children[i]);
    }
    out_ += "</tbody>\n</table>\n</div>\n";
  }

  void row(const Node& node) {
    const bool header_row = is_header_row(node);
    out_ += "<tr>";
    for (const Node& cell : node.children) {
      const bool header = cell.type == NodeType::TableHeader;
      out_ += header ? (header_row ? "<th scope=\"col\"" : "<th scope=\"row\"") : "<td";
      span("colspan", cell.colspan);
      span("rowspan", cell.rowspan);
      out_ += '>';
      flow(cell.children);
      out_ += header ? "</th>" : "</td>";
    }
    out_ += "</tr>\n";
  }

  void span(std::string_view name, int value) {
    if (value == 1) return;
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += std::to_string(value);
    out_ += '"';
  }

  // Runs under one link share one <a>, whatever other marks change inside it.
  void inlines(const Nodes& nodes) {
    for (auto run = nodes.begin(); run != nodes.end();) {
      const auto end = std::find_if(run, nodes.end(),
                                    [&](const Node& n) { return n.marks.link != run->marks.link; });
      const bool linked = run->marks.link && !all_blank(run, end);
      if (linked) open_link(*run->marks.link);
      marked(run, end);
      if (linked) out_ += "</a>";
      run = end;
    }
  }

  void open_link(const Link& link) {
    out_ += "<a href=\"";
    append_escaped(out_, link.href);
    if (!link.title.empty()) {
      out_ += "\" title=\"";
      append_escaped(out_, link.title);
    }
    out_ += is_external(link.href) ? "\" rel=\"noopener noreferrer\">" : "\">";
  }

  // Keeps the marks that two neighbours share open, closes from the first that differs.
  void marked(Nodes::const_iterator from, Nodes::const_iterator to) {
    const Marks none;
    const Marks* open = &none;
    for (auto node = from; node != to; ++node) {
      change_marks(*open, node->marks);
      open = &node->marks;
      if (node->type == NodeType::HardBreak) {
        out_ += "<br>\n";
      } else {
        append_escaped(out_, node->text);
      }
    }
    change_marks(*open, none);
  }

  void change_marks(const Marks& from, const Marks& to) {
    std::size_t same = 0;
    while (same < kTags.size() && from.*(kTags[same].member) == to.*(kTags[same].member)) ++same;
    for (std::size_t i = kTags.size(); i > same; --i) {
      if (from.*(kTags[i - 1].member)) out_ += kTags[i - 1].close;
    }
    for (std::size_t i = same; i < kTags.size(); ++i) {
      if (to.*(kTags[i].member)) out_ += kTags[i].open;
    }
  }

  const FindPicture& find_;
  std::string out_;
  std::vector<HeadingEntry> headings_;
  std::size_t next_heading_ = 0;
  int tables_ = 0;
};

std::size_t text_bytes(const Node& node) {
  std::size_t bytes = node.text.size() + 16;
  for (const Node& child : node.children) bytes += text_bytes(child);
  return bytes;
}

}  // namespace

base::Html render_html(const Document& document) { return render_html(document, {}); }

base::Html render_html(const Document& document, const FindPicture& find) {
  Renderer renderer(document, find);
  renderer.reserve(text_bytes(document.root()));
  renderer.blocks(document.blocks());
  return base::Html(renderer.take());
}

}  // namespace portal::richtext
