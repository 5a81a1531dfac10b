// A sender completes what D9.1b asks for, behind the secret of a one-time link that stands in their receipt. What they write goes into an inbox that this
// program cannot read; the worker `intake` takes it over.
#include "modules/news/public/handlers.h"
#include "shared/text/clean.h"
#include "shared/text/contact.h"

namespace portal::news {
namespace {

using base::FaultKind;
using base::FieldError;

constexpr std::string_view kDone = "/bo-sung/da-nhan";
constexpr std::size_t kName = 200, kPhone = 40, kPlace = 300;

http::Response no_link(server::Context& context) {
  return server::fault_response(context, {FaultKind::NotFound, "Liên kết này không đúng, đã hết hạn hoặc đã được dùng. Xin trả lời thư báo nhận để bổ sung thông tin.", {}});
}

// One line of the form, cleaned; what is wrong with it goes into `errors`.
std::string line_of(const http::Fields& form, const char* name, std::size_t most, std::vector<FieldError>& errors) {
  const auto line = text::clean_line(form.get(name), most);
  if (line) return std::string{text::trim(*line)};
  errors.push_back({name, line.error().message, "D9.1b"});
  return "";
}

}  // namespace

http::Response show_sender_form(App& app, server::Context& context) {
  const std::string_view token = context.path.text("token");
  const auto link = NewsStore(context.db()).sender_link(token, context.now);
  if (!link) return no_link(context);
  const RequestSite here(app, context);
  return http::page(view_sender_form(here.frame(), {*link, token, {}, {}}));
}

http::Response send_sender_data(App& app, server::Context& context) {
  const std::string_view token = context.path.text("token");
  const http::Fields& form = context.request.form;
  NewsStore store(context.db());
  const auto link = store.sender_link(token, context.now);
  if (!link) return no_link(context);
  // A field that people do not see: what fills it in is a program, and is told nothing.
  if (!form.get("website").empty()) return http::redirect(std::string{kDone});
  std::vector<FieldError> errors;
  NewsStore::SenderData data;
  if (link->asks_name) data.name = line_of(form, "name", kName, errors);
  if (link->asks_reach) {
    data.phone = line_of(form, "phone", kPhone, errors);
    data.place = line_of(form, "place", kPlace, errors);
  }
  data.organisation = line_of(form, "organisation", kName, errors);
  data.position = line_of(form, "position", kName, errors);
  if (errors.empty() && link->asks_name && data.name.empty()) errors.push_back({"name", "Viết họ và tên.", "D9.1b"});
  if (errors.empty() && link->asks_reach && data.phone.empty() && data.place.empty())
    errors.push_back({"phone", "Viết số điện thoại hoặc địa chỉ liên lạc.", "D9.1b"});
  if (!data.phone.empty() && !text::is_phone(data.phone)) errors.push_back({"phone", "Viết số điện thoại bằng chữ số, có thể có dấu cách.", "D9.1b"});
  if (!errors.empty()) {
    const RequestSite here(app, context);
    return http::page(view_sender_form(here.frame(), {*link, token, form, errors}), 422);
  }
  if (!store.add_sender_data(token, data, context.now)) return no_link(context);
  return http::redirect(std::string{kDone});
}

http::Response show_sender_done(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return http::page(view_sender_done(here.frame()));
}

}  // namespace portal::news
