// The public form for articles (D7.3, D9.1b), its receipt and the tracking page: they work without JavaScript.
#include <algorithm>
#include <array>

#include "generated/tpl/layout/public.h"
#include "generated/tpl/news/contribution.h"
#include "generated/tpl/news/contribution_sent.h"
#include "generated/tpl/news/tracking.h"
#include "modules/news/public/contribution.h"
#include "shared/files/size.h"
#include "shared/site/challenge.h"
#include "shared/view/qr.h"

namespace portal::news {
namespace {

namespace tpl_form = tpl::news_contribution;
namespace tpl_sent = tpl::news_contribution_sent;
namespace tpl_track = tpl::news_tracking;

struct Field {
  const char* place;  // of the template
  std::string_view name, label, hint, type, completes;
  int most;
  bool is_required;
};

const std::array<Field, 7> kFields{{{tpl_form::kPERSON_FIELD, "name", "Họ và tên", "", "text", "name", 200, true},
                                        {tpl_form::kPERSON_FIELD, "email", "Thư điện tử", "Nơi nhận giấy báo và thư hỏi lại.", "email", "email", 200, true},
                                        {tpl_form::kPERSON_FIELD, "phone", "Điện thoại", "Ghi điện thoại, địa chỉ liên lạc, hoặc cả hai.", "tel", "tel", 40, true},
                                        {tpl_form::kPERSON_FIELD, "place", "Địa chỉ liên lạc", "", "text", "street-address", 300, false},
                                        {tpl_form::kPERSON_FIELD, "organisation", "Cơ quan, đơn vị (nếu có)", "", "text", "organization", 200, false},
                                        {tpl_form::kPERSON_FIELD, "position", "Chức danh (nếu có)", "", "text", "organization-title", 200, false},
                                        {tpl_form::kTITLE_FIELD, "title", "Tiêu đề tin, bài", "", "text", "off", 300, true}}};


view::Dict begin(view::Page& page, const Frame& frame, std::string_view title, std::string_view file) {
  site::PageInfo info;
  info.title = title;
  info.description = title;
  info.is_noindex = true;
  return site::fill_layout(page, frame, info, file);
}

std::string_view message_of(std::span<const base::FieldError> errors, std::string_view field) {
  const auto found = std::find_if(errors.begin(), errors.end(), [field](const base::FieldError& one) { return one.field == field; });
  return found == errors.end() ? std::string_view{} : std::string_view{found->message};
}

void fill_text(view::Dict dict, const Field& field, std::string_view value, std::string_view error) {
  dict.set("NAME", field.name);
  dict.set("LABEL", field.label);
  dict.set("TYPE", field.type);
  dict.set("VALUE", value);
  dict.set("WIDTH", "full");
  dict.set_if("AUTOCOMPLETE_SHOWN", "AUTOCOMPLETE", field.completes);
  dict.set_if("MAXLENGTH_SHOWN", "MAXLENGTH", std::to_string(field.most));
  dict.set_if("HAS_HINT", "HINT", field.hint);
  dict.set_if("HAS_ERROR", "ERROR", error);
  dict.show("REQUIRED", field.is_required);
}

void fill_errors(view::Dict& content, std::span<const base::FieldError> errors) {
  if (errors.empty()) return;
  view::Dict summary = content.section("HAS_ERRORS");
  for (const base::FieldError& error : errors) {
    view::Dict row = summary.section("ERROR_ITEM");
    row.set("ERROR_FIELD", error.field);
    row.set("ERROR_TEXT", error.message);
  }
}

void fill_files(view::Dict& content, const ContributionView& view) {
  content.set(tpl_form::kFILE_MOST, files::size_words(view.limits.file_bytes));
  content.set(tpl_form::kFORM_MOST, files::size_words(view.limits.form_bytes));
  content.set(tpl_form::kFILES_MOST, static_cast<std::int64_t>(view.limits.files));
  content.set_if(tpl_form::kTEP_FAILED, tpl_form::kTEP_ERROR, message_of(view.errors, "tep"));
  if (view.files.empty()) return;
  view::Dict list = content.section(tpl_form::kHAS_FILES);
  for (const files::Parcel& file : view.files) {
    view::Dict row = list.section(tpl_form::kFILE);
    row.set(tpl_form::kFILE_NAME, file.name);
    row.set(tpl_form::kFILE_TOKEN, file.token);
    row.set(tpl_form::kFILE_WORDS, file.is_whole() ? "đã nhận, " + files::size_words(file.total)
                                                   : "mới nhận " + files::size_words(file.bytes) + " trên " + files::size_words(file.total) +
                                                         ", chọn lại tệp này để gửi tiếp");
  }
}

std::string address_of_tracking(const Frame& frame, std::string_view code) {
  return std::string{frame.origin} + std::string{intake::kTrackPath} + (code.empty() ? std::string{} : "?ma=" + std::string{code});
}

}  // namespace

std::string view_contribution(const Frame& frame, const ContributionView& view) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin(page, frame, "Gửi tin, bài", tpl_form::kFile);
  content.set(tpl_form::kACTION, intake::kFormPath);
  content.set(tpl_form::kTRACK_URL, intake::kTrackPath);
  content.set(tpl_form::kTOKEN, view.token);
  fill_errors(content, view.errors);
  for (const Field& field : kFields)
    fill_text(content.include(field.place, "partials/field_text.tpl"), field, view.typed.get(field.name), message_of(view.errors, field.name));
  content.set(tpl_form::kTEXT, view.typed.get("text"));
  content.set(tpl_form::kTEXT_MOST, static_cast<std::int64_t>(kLongestContribution));
  content.set_if(tpl_form::kTEXT_FAILED, tpl_form::kTEXT_ERROR, message_of(view.errors, "text"));
  view::Dict event = content.include(tpl_form::kEVENT_FIELD, "partials/field_datetime.tpl");
  event.set("NAME", "event_at");
  event.set("LABEL", "Diễn ra lúc (với tin tức, sự kiện)");
  event.set("VALUE", view.typed.get("event_at"));
  event.set_if("HAS_ERROR", "ERROR", message_of(view.errors, "event_at"));
  fill_files(content, view);
  view::Dict declared = content.include(tpl_form::kDECLARED_FIELD, "partials/field_checkbox.tpl");
  declared.set("NAME", "declared");
  declared.set("VALUE", "1");
  declared.set("LABEL", "Tôi cam đoan nội dung đúng sự thật, do tôi viết hoặc có quyền gửi, người trong ảnh đồng ý cho đăng, không có bí mật nhà nước");
  declared.show("CHECKED", view.typed.get("declared") == "1");
  declared.show("REQUIRED");
  declared.set_if("HAS_ERROR", "ERROR", message_of(view.errors, "declared"));
  const bool is_same_question = view.typed.get("phieu") == view.token;  // an answer to another one helps nobody
  const Field question{"", "tra_loi", view.question, "Câu hỏi để biết người gửi không phải là máy. Mỗi câu hỏi dùng cho một lần gửi.", "text", "off", 100, true};
  fill_text(content.include(tpl_form::kQUESTION_FIELD, "partials/field_text.tpl"), question, is_same_question ? view.typed.get("tra_loi") : std::string_view{}, message_of(view.errors, "tra_loi"));
  return frame.templates.render(page);
}

std::string view_contribution_sent(const Frame& frame, const ReceiptView& view) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin(page, frame, "Giấy tiếp nhận tin, bài", tpl_sent::kFile);
  content.set(tpl_sent::kCODE, view.receipt.code);
  content.set(tpl_sent::kSECRET, view.receipt.secret);
  content.set(tpl_sent::kTITLE_SENT, view.draft.title);
  content.set(tpl_sent::kSENDER, view.draft.name);
  content.set(tpl_sent::kSENT_AT, base::format_date_time(view.sent_at));
  content.set(tpl_sent::kSENT_ISO, base::format_iso(view.sent_at));
  content.set(tpl_sent::kTRACK_URL, std::string{intake::kTrackPath} + "?ma=" + view.receipt.code);
  content.set(tpl_sent::kTRACK_ADDRESS, address_of_tracking(frame, {}));
  content.set(tpl_sent::kEMAIL, view.draft.address);
  content.set(tpl_sent::kFORM_URL, intake::kFormPath);
  content.show(tpl_sent::kIS_REPEAT, view.is_repeat);
  const view::QrCode qr = view::make_qr(address_of_tracking(frame, view.receipt.code));
  content.set(tpl_sent::kQR_SIZE, std::int64_t{qr.size});
  content.set(tpl_sent::kQR_PATH, qr.path);
  if (!view.files.empty()) {
    view::Dict list = content.section(tpl_sent::kHAS_FILES);
    for (const files::Parcel& file : view.files) list.section(tpl_sent::kFILE).set(tpl_sent::kFILE_WORDS, file.name + " (" + files::size_words(file.total) + ")");
  }
  return frame.templates.render(page);
}

TrackWords words_of(const NewsStore::Tracked& tracked, bool is_published) {
  if (is_published) return {"Đã đăng", "circle-check", "green", "Tin, bài đã được đăng trên Trang thông tin điện tử."};
  const std::string_view state = tracked.state, item = tracked.item_state;
  if (state == "closed") return {"Đã kết thúc xử lý", "circle-minus", "grey", "Ban Biên tập đã kết thúc xử lý. Cần hỏi thêm, xin liên hệ Thư ký Ban Biên tập."};
  if (state == "new") return {"Đã nhận", "inbox", "blue", "Tin, bài đã tới và đang được ghi vào sổ tiếp nhận, trong vòng một phút."};
  if (state == "awaiting") return {"Chờ ông, bà bổ sung", "hourglass", "amber", "Ban Biên tập cần thêm thông tin thì mới xem xét được."};
  if (state == "refused") return {"Không tiếp nhận", "ban", "red", "Ban Biên tập không tiếp nhận tin, bài này."};
  if (state == "received") return {"Đã vào sổ, chờ phân loại", "inbox", "blue", "Thư ký Ban Biên tập sẽ phân loại và chuyển người biên tập."};
  if (state != "classified") return {"Đã vào sổ, chờ kiểm tra", "inbox", "blue", "Thư ký Ban Biên tập sẽ kiểm tra tin, bài."};
  if (item == "refused") return {"Không đăng", "ban", "red", "Ban Biên tập đã xem và không đăng tin, bài này. Lý do được báo cho người gửi."};
  if (item == "returned" || item == "draft") return {"Đề nghị chỉnh sửa", "corner-up-left", "amber", "Ban Biên tập đề nghị chỉnh sửa. Xin xem thư báo, hoặc liên hệ Thư ký."};
  if (item == "ready") return {"Đã duyệt, chờ đăng", "file-check", "blue", "Tin, bài đã qua các bước kiểm tra."};
  if (item == "withdrawn" || item == "discarded") return {"Không còn trên trang", "circle-minus", "grey", "Tin, bài đã được gỡ hoặc thôi xử lý."};
  return {"Đang biên tập, kiểm tra", "pencil", "blue", "Tin, bài đang ở một trong các bước biên tập, xác thực và kiểm tra lần cuối."};
}

std::string view_tracking(const Frame& frame, const TrackingView& view) {
  view::Page page(tpl::layout_public::kFile);
  view::Dict content = begin(page, frame, "Tra cứu tin, bài đã gửi", tpl_track::kFile);
  content.set(tpl_track::kACTION, intake::kTrackPath);
  content.set(tpl_track::kFORM_URL, intake::kFormPath);
  if (!view.problem.empty()) {
    const std::array<base::FieldError, 1> errors{{{"ma", std::string{view.problem}, ""}}};
    fill_errors(content, errors);
  }
  const Field code{"", "ma", "Mã tiếp nhận", "Ví dụ GT-7KM4-HQ3T, in trên giấy tiếp nhận.", "text", "off", 20, true};
  const Field secret{"", "bi_mat", "Mã bí mật", "Tám chữ, số, ở dưới mã tiếp nhận.", "text", "off", 20, true};
  fill_text(content.include(tpl_track::kCODE_FIELD, "partials/field_text.tpl"), code, view.typed.get("ma"), view.problem);
  fill_text(content.include(tpl_track::kSECRET_FIELD, "partials/field_text.tpl"), secret, {}, {});  // a secret is never sent back
  if (view.tracked == nullptr) return frame.templates.render(page);
  const NewsStore::Tracked& tracked = *view.tracked;
  const TrackWords words = words_of(tracked, !view.published_path.empty());
  view::Dict found = content.section(tpl_track::kFOUND);
  found.set(tpl_track::kCODE, view.code);
  view::Dict chip = found.include(tpl_track::kSTATE_CHIP, "partials/chip.tpl");
  chip.set("CHIP_KIND", words.chip);
  chip.set("CHIP_ICON", words.icon);
  chip.set("CHIP_TEXT", words.heading);
  found.set(tpl_track::kWHAT, words.what);
  found.set(tpl_track::kRECEIVED, base::format_date_time(tracked.received_at));
  found.set(tpl_track::kSINCE, base::format_date_time(tracked.since));
  found.set_if(tpl_track::kHAS_NUMBER, tpl_track::kNUMBER, tracked.code);
  std::string missing;
  for (const intake::Missing one : {intake::Missing::Name, intake::Missing::Email, intake::Missing::Reach}) {
    const std::string_view key = one == intake::Missing::Name ? "name" : one == intake::Missing::Email ? "email" : "reach";
    if (tracked.missing.find(key) != std::string::npos) missing += (missing.empty() ? "" : "; ") + std::string{intake::words_of(one)};
  }
  found.set_if(tpl_track::kHAS_MISSING, tpl_track::kMISSING, missing);
  const std::string clause = tracked.clause.empty() ? std::string{} : " (" + tracked.clause + ")";
  found.set_if(tpl_track::kHAS_GROUND, tpl_track::kGROUND, tracked.ground.empty() ? std::string{} : tracked.ground + clause);
  found.set_if(tpl_track::kHAS_REASON, tpl_track::kREASON, tracked.reason);
  if (!view.published_path.empty()) {
    view::Dict place = found.section(tpl_track::kPUBLISHED);
    place.set(tpl_track::kPUBLISHED_URL, view.published_path);
    place.set(tpl_track::kPUBLISHED_TITLE, view.published_title);
  }
  return frame.templates.render(page);
}

}  // namespace portal::news
