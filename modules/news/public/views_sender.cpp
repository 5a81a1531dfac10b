// A sender's data behind a one-time link (D9.1b): no JavaScript, no cookie.
#include <algorithm>
#include <array>

#include "generated/tpl/layout/public.h"
#include "generated/tpl/news/sender_data.h"
#include "generated/tpl/news/sender_done.h"
#include "modules/news/public/views.h"

namespace portal::news {
namespace {

struct SenderField {
  std::string_view name, label, hint, type, completes;
  int most;
};

constexpr SenderField kName{"name", "Họ và tên", "", "text", "name", 200};
constexpr SenderField kPhone{"phone", "Điện thoại", "Ghi điện thoại, địa chỉ liên lạc, hoặc cả hai.", "tel", "tel", 40};
constexpr SenderField kPlace{"place", "Địa chỉ liên lạc", "", "text", "street-address", 300};
constexpr SenderField kOrganisation{"organisation", "Cơ quan, đơn vị (nếu có)", "", "text", "organization", 200};
constexpr SenderField kPosition{"position", "Chức danh (nếu có)", "", "text", "organization-title", 200};

view::Dict begin(view::Page& page, const Frame& frame, std::string_view title, std::string_view file) {
  site::PageInfo info;
  info.title = title;
  info.description = title;
  info.is_noindex = true;
  return site::fill_layout(page, frame, info, file);
}

void add_field(view::Dict& content, const SenderField& field, const SenderFormView& view, bool is_required) {
  view::Dict row = content.section(tpl::news_sender_data::kFIELD);
  row.set(tpl::news_sender_data::kFIELD_NAME, field.name);
  row.set(tpl::news_sender_data::kFIELD_LABEL, field.label);
  row.set(tpl::news_sender_data::kFIELD_TYPE, field.type);
  row.set(tpl::news_sender_data::kFIELD_COMPLETES, field.completes);
  row.set(tpl::news_sender_data::kFIELD_MOST, std::int64_t{field.most});
  row.set(tpl::news_sender_data::kFIELD_VALUE, view.typed.get(field.name));
  row.set_if(tpl::news_sender_data::kHAS_HINT, tpl::news_sender_data::kHINT, field.hint);
  row.show(tpl::news_sender_data::kREQUIRED, is_required);
  const auto error = std::find_if(view.errors.begin(), view.errors.end(), [&](const base::FieldError& one) { return one.field == field.name; });
  if (error != view.errors.end()) row.set_if(tpl::news_sender_data::kFAILED, tpl::news_sender_data::kFIELD_ERROR, error->message);
}

}  // namespace

std::string view_sender_form(const Frame& frame, const SenderFormView& view) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin(page, frame, "Bổ sung thông tin người gửi", tpl::news_sender_data::kFile);
  content.set(tpl::news_sender_data::kCODE, view.link.code);
  content.set(tpl::news_sender_data::kUNTIL, base::format_date_time(view.link.until));
  content.set(tpl::news_sender_data::kACTION, "/bo-sung/" + std::string{view.token});
  if (view.link.asks_name) add_field(content, kName, view, true);
  if (view.link.asks_reach) {
    add_field(content, kPhone, view, true);
    add_field(content, kPlace, view, false);
  }
  add_field(content, kOrganisation, view, false);
  add_field(content, kPosition, view, false);
  if (!view.errors.empty()) {
    view::Dict summary = content.section(tpl::news_sender_data::kHAS_ERRORS);
    for (const base::FieldError& error : view.errors) {
      view::Dict row = summary.section(tpl::news_sender_data::kERROR_ITEM);
      row.set(tpl::news_sender_data::kERROR_FIELD, error.field);
      row.set(tpl::news_sender_data::kERROR_TEXT, error.message);
    }
  }
  return frame.templates.render(page);
}

std::string view_sender_done(const Frame& frame) {
  view::Page page(tpl::layout_public::kFile);
  static_cast<void>(begin(page, frame, "Đã nhận thông tin", tpl::news_sender_done::kFile));
  return frame.templates.render(page);
}

}  // namespace portal::news
