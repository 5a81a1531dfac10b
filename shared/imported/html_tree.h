// HtmlTree: the HTML of another site or system as a tree of ours (D2.3, D3.2d, D5). libxml2 reads it, as forgiving as a browser; what the tree knows is taken
// over (headings, lists, quotations, tables, links, emphasis), of everything else the words. Scripts, styles, forms, frames, addresses of pictures and
// attributes never come through: nothing is copied but text, and link addresses that richtext::clean_href() lets pass. Pure.
//
//   const HtmlTree read = tree_of_html("<p>Xem <a href='/van-ban/1'>văn bản</a></p>", "https://moj.gov.vn/tin/7");
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/richtext/document.h"

namespace portal::imported {

struct HtmlTree {
  richtext::Document document;
  std::size_t pictures = 0;  // that stand in it and were left where they are
  std::size_t media = 0;     // films, sounds, frames
  bool is_plain = false;     // it does not fit into our tree (too long, too deep): its words alone, line by line
  bool is_cut = false;       // longer than kMostHtml, or than a document may be
};

inline constexpr std::size_t kMostHtml = 1024 * 1024;  // bytes that are read

// `html` is UTF-8, whole pages or pieces of one. `base` is the address against which links are resolved; "" when there is none (then only whole addresses
// stay).
[[nodiscard]] HtmlTree tree_of_html(std::string_view html, std::string_view base);

// `href` as it stands in a page at `base`, whole: "https://…"; "" for what is no http or https address that may be linked to.
[[nodiscard]] std::string whole_address(std::string_view href, std::string_view base);

}  // namespace portal::imported
