// The article form: what was typed -> a Content, or the list of what is wrong. Nothing typed is lost either way.
#pragma once

#include <string>
#include <vector>

#include "modules/news/model.h"
#include "shared/base/result.h"
#include "shared/http/fields.h"

namespace portal::news {

// A form that can be saved as a draft: lengths, characters, times and the tree are right; news does not tell of what is ahead (D9.3a). What an article
// needs before it leaves its author (event time, body, source…) is asked at that moment by NewsPublisher::problems, so that half an article can be saved.
struct ArticleForm {
  Content content;
  base::SectionId section;
  base::UnitId unit;
};

// `kind`: what the article is, or becomes in the section that was chosen. Faults: Invalid with one FieldError per mistake.
[[nodiscard]] base::Result<ArticleForm> parse_article_form(const http::Fields& form, std::string_view kind, base::UtcTime now);

// The form with what was typed beside each attachment (title "dk_ten_<slot>", box "dk_noi_bo_<slot>" that keeps it from readers, box "dk_bo_<slot>" that drops it) put into the one field "attachments".
[[nodiscard]] http::Fields with_attachments(const http::Fields& form);

// The same fields with `value` in one of them.
[[nodiscard]] http::Fields with_field(const http::Fields& fields, std::string_view name, std::string value);

// A version as the fields of the form, for showing it.
[[nodiscard]] http::Fields fields_of(const Content& content);

}  // namespace portal::news
