// The article's page and print view, as both faces show them: the public program sends them, the office previews with the same function,
// so that a preview is exactly what the public will see. Pure: model -> Html.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "modules/news/model.h"
#include "shared/site/layout.h"

namespace portal::news {

// What an article's page is made from. Everything lives until the function returns.
struct ArticlePage {
  const PublishedArticle& article;
  const site::Section& section;
  std::span<const Related> related;  // older ones of the section, newest first
  // The office's preview: a banner above the page that says what this is and leads back. Empty for readers.
  std::string_view notice = {};
  std::string_view back_url = {};
};

[[nodiscard]] std::string render_article(const site::Frame& frame, const ArticlePage& page);

// On one sheet without menus, with the address and a QR code of it.
[[nodiscard]] std::string render_print(const site::Frame& frame, const ArticlePage& page);

// "10/12/2026 07:30 – 11/12/2026 16:30", "từ 10/12/2026 07:30"; the end's date is left out when it is the same day.
[[nodiscard]] std::string describe_span(base::UtcTime starts, const std::optional<base::UtcTime>& ends);

}  // namespace portal::news
