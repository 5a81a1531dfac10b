// ContentCheck: what readers would stumble over, found before an article leaves its author (D4.1a, D12.1; TT 32/2017 Đ.18): empty or meaningless link
// texts, headings out of order, a picture without description or caption, a news item without any, words in another encoding (legacy_text.h),
// addresses of this site that do not answer. Pure, but for the question whether an
// address answers.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/news/model.h"
#include "shared/db/connection.h"

namespace portal::news {

struct ContentNote {
  std::string message;
  std::string clause;
  bool blocks = false;  // it must not be posted like this
};

// `kind`: of the article. `answers` is asked for each address of this site ("/tin-tuc/…", without query and fragment).
[[nodiscard]] std::vector<ContentNote> check_content(const Content& content, std::string_view kind, const std::function<bool(std::string_view path)>& answers);

// The section that a list of one year or month, or a feed, is of: "/tin-tuc/" for "/tin-tuc/nam/2026/11/" and "/tin-tuc/rss.xml"; any other path as it is.
[[nodiscard]] std::string_view list_of(std::string_view path);

// Whether `path` is an address that the public site answers with a page: a section, a posted article, a page of the site's own.
[[nodiscard]] bool address_answers(db::Connection& db, std::string_view path);

}  // namespace portal::news
