// The article form: what was typed -> a Content, or the list of what is wrong. Nothing typed is lost either way.
#pragma once

#include <string>
#include <vector>

#include "modules/news/model.h"
#include "shared/base/result.h"
#include "shared/http/fields.h"

namespace portal::news {

// A form that can be saved as a draft: lengths, characters, times and the tree are right. What an article needs before it leaves its author
// (event time D9.3a, body, source…) is asked at that moment by NewsPublisher::problems, so that half an article can be saved.
struct ArticleForm {
  Content content;
  base::SectionId section;
  base::UnitId unit;
};

// Faults: Invalid with one FieldError per mistake.
[[nodiscard]] base::Result<ArticleForm> parse_article_form(const http::Fields& form);

// A version as the fields of the form, for showing it.
[[nodiscard]] http::Fields fields_of(const Content& content);

}  // namespace portal::news
