#include "modules/admin/intake/counter.h"

#include <unistd.h>

#include <algorithm>

#include "modules/admin/act.h"
#include "modules/admin/intake/queries.h"
#include "shared/base/crypto.h"
#include "shared/files/size.h"
#include "shared/intake/acts.h"
#include "shared/intake/identity.h"
#include "shared/intake/queries.h"
#include "shared/intake/taking.h"
#include "shared/intake/track.h"
#include "shared/mail/outbox.h"
#include "shared/office/chrome.h"
#include "shared/office/field_reader.h"
#include "shared/text/clean.h"
#include "shared/text/contact.h"
#include "shared/view/qr.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

using base::FaultKind;
using office::FormField;
using office::FormPage;
using Kind = FormField::Kind;

constexpr std::string_view kAction = "/quan-tri/tiep-nhan/moi", kTitle = "Ghi vào sổ tiếp nhận";
constexpr std::uint64_t kMega = 1024 * 1024;
constexpr std::uint64_t kFormBytes = 200 * kMega;  // a stick holds more than a mail; one send has nginx's limit
constexpr std::size_t kMostFiles = 50;

http::Response refusal(server::Context& context) {
  return server::fault_response(context, {FaultKind::Forbidden, "Sổ tiếp nhận là việc của Thư ký Ban Biên tập hoặc Trưởng Ban Biên tập.", {}});
}

office::Frame frame() {
  return {.title = std::string{kTitle}, .menu = "intake", .crumbs = {{std::string{intake::kPath}, "Sổ tiếp nhận"}}, .here = std::string{kTitle}};
}

FormField line(std::string name, std::string label, std::string hint, std::size_t max) {
  return {.kind = Kind::Text, .name = std::move(name), .label = std::move(label), .hint = std::move(hint), .max_length = static_cast<int>(max)};
}

// Copies of files that came, until they have their place in the store.
struct Copies {
  Copies() = default;
  ~Copies() {
    for (const std::string& path : paths) ::unlink(path.c_str());
  }
  Copies(const Copies&) = delete;
  Copies& operator=(const Copies&) = delete;

  std::vector<std::string> paths;
};

std::vector<base::Result<http::Upload>> copied(const App& app, std::string_view number, std::span<const files::Parcel> parcels, Copies& copies) {
  std::vector<base::Result<http::Upload>> all;
  for (const files::Parcel& parcel : parcels) {
    all.push_back(app.parcels.copy(number, parcel, app.store));
    if (all.back()) copies.paths.push_back(all.back()->path);
  }
  return all;
}

// What is packed in the files wants room of its own, over the disk's floor.
bool has_room(const App& app, std::uint64_t floor, const std::vector<base::Result<http::Upload>>& uploads, std::uint64_t most) {
  std::uint64_t inside = 0;
  for (const auto& upload : uploads)
    if (upload) inside += intake::bytes_inside(upload->path, most);
  return inside == 0 || app.store.free_bytes() >= floor + std::min(inside, files::kMostUnpacked);
}

std::vector<UnitChoice> units_now(server::Context& context) {
  const std::string today = base::format_iso(context.now).substr(0, 10);
  std::vector<UnitChoice> all;
  auto rows = context.db().query(intake_sql::kUnits, today, today);
  while (rows.next()) all.push_back({rows.id<base::UnitId>(0), std::string{rows.text(1)}});
  return all;
}

// Into the register, with its receipt; gives the thing's page.
base::Result<std::string> enter(App& app, server::Context& context, intake::NewIntake wanted) {
  db::Connection& db = context.db();
  const std::string right = intake::right_of(db, context.actor, context.now);
  if (right.empty()) return base::fail(FaultKind::Forbidden, "Sổ tiếp nhận là việc của Thư ký Ban Biên tập hoặc Trưởng Ban Biên tập.");
  wanted.sender = intake::united(db, {}, wanted.sender, context.now);
  wanted.state = intake::first_state(intake::is_complete(wanted.sender));
  wanted.may_answer = mail::is_address(wanted.sender.address);
  wanted.by = context.actor.person;
  wanted.account = context.actor.account;
  wanted.authority = right;
  wanted.content_digest = intake::content_digest_of(wanted);
  if (auto rows = db.query(intake::sql::kByContent, wanted.content_digest); rows.next()) {
    const auto there = intake::find_intake(db, rows.id<intake::IntakeId>(0));
    return base::fail(FaultKind::Invalid, "Chưa ghi được.",
                      {{"title", "Nội dung này đã có trong sổ" + (there ? ", mã " + there->code : std::string{}) + ".", "D11.1"}});
  }
  const intake::IntakeId id = intake::register_intake(db, app.store, wanted, context.now);
  const intake::Receipt receipt = intake::receipt_of(base::random_hex(32));
  intake::add_track(db, id, intake::digest_of(receipt), receipt.code, receipt.secret, context.now);
  intake::queue_receipt(db, id, wanted.sender, wanted.may_answer, context.now);
  return intake::url_of(id) + "?xong=vao-so";
}

}  // namespace

FormPage counter_form(const std::vector<UnitChoice>& units, std::span<const files::Parcel> kept, std::string_view number) {
  FormPage form;
  form.title = kTitle;
  form.lead = "Tin, bài nộp bằng USB, đĩa hoặc văn bản giấy (Điều 9 khoản 1 điểm a Quy chế). Ghi xong thì in giấy tiếp nhận cho người gửi.";
  form.action = kAction;
  form.submit = "Ghi vào sổ";
  form.cancel_url = intake::kPath;
  form.hidden = {{"phieu", std::string{number}}};
  FormField medium{.kind = Kind::Select, .name = "medium", .label = "Nộp bằng", .options = {{"", "Chọn cách nộp"}}, .required = true};
  for (const intake::Medium one : intake::kMedia) medium.options.push_back({std::string{key_of(one)}, std::string{label_of(one)}});
  FormField unit{.kind = Kind::Select, .name = "unit", .label = "Đơn vị của ngành", .hint = "Đơn vị chịu trách nhiệm nội dung (D9.1a); công dân thì để trống.",
                 .options = {{"", "Không thuộc đơn vị nào của ngành"}}};
  for (const UnitChoice& one : units) unit.options.push_back({std::to_string(one.id.value), one.name});
  std::string names;
  for (const files::Parcel& one : kept) names += (names.empty() ? "" : ", ") + one.name + " (" + files::size_words(one.total) + ")";
  form.fields = {std::move(medium),
                 {.kind = Kind::DateTime, .name = "received_at", .label = "Nhận lúc", .hint = "Thời điểm tin, bài tới Sở; thời hạn tính từ lúc này (D9.3).", .required = true},
                 line("brought_by", "Người mang đến", "Khi không phải là người gửi.", intake::kMaxName),
                 line("sender_name", "Họ và tên người gửi", "Họ tên đầy đủ. Chưa đủ thông tin người gửi thì vẫn ghi được, nhưng chưa phân loại được (D9.1b).", intake::kMaxName),
                 {.kind = Kind::Email, .name = "sender_address", .label = "Thư điện tử", .max_length = static_cast<int>(intake::kMaxAddress)},
                 {.kind = Kind::Telephone, .name = "sender_phone", .label = "Điện thoại", .hint = "Ghi điện thoại, địa chỉ liên lạc, hoặc cả hai.",
                  .max_length = static_cast<int>(intake::kMaxPhone), .width = "20"},
                 line("sender_place", "Địa chỉ liên lạc", "", intake::kMaxPlace),
                 std::move(unit),
                 line("sender_organisation", "Cơ quan, tổ chức", "Khi không thuộc đơn vị nào của ngành.", intake::kMaxName),
                 line("sender_position", "Chức danh", "Nếu có.", intake::kMaxName),
                 {.kind = Kind::Text, .name = "title", .label = "Tiêu đề tin, bài", .required = true, .max_length = static_cast<int>(intake::kMaxTitle)},
                 {.kind = Kind::Area, .name = "text", .label = "Nội dung hoặc mô tả", .hint = "Gõ lại nội dung, hoặc mô tả bản giấy: số trang, số ảnh, nơi lưu bản gốc.", .rows = 6},
                 {.kind = Kind::DateTime, .name = "event_at", .label = "Diễn ra lúc", .hint = "Với tin tức, sự kiện, nếu người gửi ghi rõ."},
                 {.kind = Kind::Files, .name = "tep", .label = "Tệp",
                  .hint = (names.empty() ? std::string{} : "Đã nhận: " + names + ". Chỉ chọn tệp còn thiếu. ") +
                          "Tệp từ USB, đĩa hoặc bản quét. Mọi tệp đều qua khu cách ly; tệp không mở được vẫn nằm trong sổ."}};
  return form;
}

base::Result<intake::NewIntake> parse_counter(const http::Fields& form, const std::vector<UnitChoice>& units, std::size_t files, base::UtcTime now) {
  office::FieldReader reader(form);
  intake::NewIntake wanted{.channel = intake::Channel::Counter, .medium = intake::parse_medium(form.get("medium"))};
  if (wanted.medium == intake::Medium::None) reader.fail("medium", "Chọn cách nộp.", "D9.1a");
  wanted.received_at = reader.moment("received_at", now);
  wanted.brought_by = reader.line("brought_by", intake::kMaxName, false, "Người mang đến");
  intake::Sender& sender = wanted.sender;
  sender.name = reader.line("sender_name", intake::kMaxName, false, "Họ và tên");
  sender.address = reader.line("sender_address", intake::kMaxAddress, false, "Thư điện tử");
  sender.phone = reader.line("sender_phone", intake::kMaxPhone, false, "Điện thoại");
  sender.place = reader.line("sender_place", intake::kMaxPlace, false, "Địa chỉ liên lạc");
  sender.organisation = reader.line("sender_organisation", intake::kMaxName, false, "Cơ quan, tổ chức");
  sender.position = reader.line("sender_position", intake::kMaxName, false, "Chức danh");
  sender.unit = reader.id<base::UnitId>("unit", "Đơn vị của ngành", false);
  const auto unit = std::find_if(units.begin(), units.end(), [&](const UnitChoice& one) { return one.id == sender.unit; });
  if (sender.unit.is_set() && unit == units.end()) reader.fail("unit", "Chọn một đơn vị đang hoạt động.", "D9.1a");
  if (unit != units.end()) sender.organisation = unit->name;
  if (!sender.address.empty() && !mail::is_address(sender.address)) reader.fail("sender_address", "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@example.vn.", "D9.1b");
  if (!sender.phone.empty() && !text::is_phone(sender.phone)) reader.fail("sender_phone", "Viết số điện thoại bằng chữ số, có thể có dấu cách.", "D9.1b");
  wanted.title = reader.line("title", intake::kMaxTitle, true, "Tiêu đề");
  wanted.body = intake::body_of_typed(reader.text("text", intake::kMaxText, false, "Nội dung"));
  if (wanted.body.text.empty() && files == 0 && !reader.has_failed("text")) reader.fail("text", "Gõ nội dung, mô tả bản giấy, hoặc chọn tệp.", "D9.1a");
  if (const std::string_view typed = text::trim(form.get("event_at")); !typed.empty()) {
    wanted.event_at = base::parse_date_time(typed);
    if (!wanted.event_at) reader.fail("event_at", "Viết ngày giờ theo dạng ngày/tháng/năm giờ:phút, ví dụ 25/11/2026 14:30.", "D9.3a");
  }
  return std::move(reader).finish(std::move(wanted));
}

http::Response show_counter(App& /*app*/, server::Context& context) {
  if (intake::right_of(context.db(), context.actor, context.now).empty()) return refusal(context);
  http::Fields values;
  values.add("received_at", base::format_date_time(context.now));
  return office::show_form(context, frame(), counter_form(units_now(context), {}, base::random_hex(16)), values);
}

http::Response add_counter(App& app, server::Context& context) {
  if (intake::right_of(context.db(), context.actor, context.now).empty()) return refusal(context);
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const std::string number{context.request.form.get("phieu")};
  if (!files::is_form_number(number)) return server::fault_response(context, {FaultKind::BadRequest, "Biểu mẫu thiếu số phiếu. Xin mở lại trang.", {}});
  const files::Limits of_files = files::read_limits(context.db());
  const std::uint64_t most = of_files.attachment_bytes;
  const files::ParcelLimits limits{.file_bytes = most, .form_bytes = kFormBytes, .files = kMostFiles, .takes_any = true};
  std::vector<base::FieldError> refused;
  for (const http::Upload& upload : context.request.uploads)
    if (const auto put = app.parcels.put(number, upload, limits, "", context.now); !put) refused.push_back({"tep", put.error().message, "D9.1"});
  const auto kept = app.parcels.of_form(number);
  const auto units = units_now(context);
  const FormPage form = counter_form(units, kept, number);
  auto wanted = parse_counter(context.request.form, units, kept.size(), context.now);
  if (!wanted) {
    base::Fault fault = wanted.error();
    fault.fields.insert(fault.fields.end(), refused.begin(), refused.end());
    return office::form_again(context, frame(), form, fault);
  }
  if (!refused.empty()) return office::form_again(context, frame(), form, {FaultKind::Invalid, "Chưa ghi được.", refused});
  Copies copies;
  const auto uploads = copied(app, number, kept, copies);
  if (!has_room(app, of_files.floor_bytes, uploads, most))
    return office::form_again(context, frame(), form, {FaultKind::Invalid, "Máy chủ gần hết chỗ lưu tệp nên chưa mở được tệp nén. Xin báo quản trị mạng rồi ghi lại.", {}});
  intake::Taking taking(app.store, most);
  for (std::size_t i = 0; i < uploads.size(); ++i)
    if (uploads[i]) taking.add(*uploads[i]);
    else taking.add_missing(kept[i].name, kept[i].total, uploads[i].error().message);
  wanted->files = taking.files();
  const auto done = carry_out(context, [&] { return enter(app, context, *wanted); });
  if (!done) return office::form_again(context, frame(), form, done.error());
  app.parcels.drop_form(number);
  return http::redirect(*done);
}

http::Response show_slip(App& /*app*/, server::Context& context) {
  if (intake::right_of(context.db(), context.actor, context.now).empty()) return refusal(context);
  db::Connection& db = context.db();
  const auto thing = intake::find_intake(db, context.path.id<intake::IntakeId>("id"));
  if (!thing) return server::fault_response(context, thing.error());
  const auto receipt = intake::find_track(db, thing->id);
  if (!receipt || receipt->secret.empty() || thing->is_hidden)
    return server::fault_response(context, {FaultKind::NotFound, "Nội dung này không có giấy tiếp nhận để in: người gửi tự giữ mã của mình.", {}});
  const std::string address = context.services.config.text("public_origin") + std::string{intake::kTrackPath};
  office::OfficePage page(context, {.title = "Giấy tiếp nhận " + thing->code, .menu = "intake",
                                    .crumbs = {{std::string{intake::kPath}, "Sổ tiếp nhận"}, {intake::url_of(thing->id), thing->code}}, .here = "Giấy tiếp nhận"},
                          "admin/intake_slip.tpl");
  view::Dict& content = page.content();
  content.set("AGENCY", mail::setting_text(db, "agency_full_name"));
  content.set("THING_CODE", thing->code);
  content.set("THING_TITLE", thing->title);
  content.set("MEDIUM", label_of(thing->medium));
  content.set("RECEIVED", base::format_date_time(thing->received_at));
  content.set("SENDER", thing->sender.name.empty() ? (thing->sender.organisation.empty() ? std::string{"chưa ghi"} : thing->sender.organisation) : thing->sender.name);
  content.set_if("HAS_BROUGHT_BY", "BROUGHT_BY", thing->brought_by);
  content.set_if("HAS_MISSING", "MISSING", intake::missing_words(thing->sender));
  content.set("REGISTERED_BY", thing->registered_by);
  const auto all = intake::files_of(db, thing->id);
  if (!all.empty()) {
    view::Dict list = content.section("HAS_FILES");
    for (const intake::IntakeFile& file : all) list.section("FILE").set("FILE_WORDS", file.name + " (" + files::size_words(file.bytes) + ")");
  }
  content.set("CODE", receipt->code);
  content.set("SECRET", receipt->secret);
  content.set("TRACK_ADDRESS", address);
  const view::QrCode qr = view::make_qr(address + "?ma=" + receipt->code);
  content.set("QR_SIZE", std::int64_t{qr.size});
  content.set("QR_PATH", qr.path);
  return std::move(page).respond();
}

}  // namespace portal::admin
