// What came in becomes an article (D11.1): the secretary's form behind the register's page, and the act, once (UNIQUE (item_id) of core_intake).
#include <algorithm>

#include "modules/news/article_writer.h"
#include "modules/news/office/handlers.h"
#include "modules/news/office/queries.h"
#include "modules/news/office/store.h"
#include "shared/files/files.h"
#include "shared/intake/acts.h"
#include "shared/office/deed.h"
#include "shared/office/field_reader.h"
#include "shared/office/form_page.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/text/clean.h"
#include "shared/workflow/idempotency.h"
#include "shared/workflow/receive_item.h"

namespace portal::news {
namespace {

using base::FaultKind;
using intake::Intake;
using intake::IntakeId;
using office::FormField;
using office::FormPage;

constexpr std::string_view kCollective = "collective", kPersonal = "personal";

// What was chosen for it.
struct Classified {
  base::SectionId section;
  base::UnitId unit;
  bool is_personal = false;
  std::optional<base::UtcTime> event_at;
};

struct Choices {
  std::vector<SectionChoice> sections;
  std::vector<UnitChoice> units;
};

Choices choices_of(db::Connection& db) {
  OfficeStore store(db);
  return {store.sections(), store.units()};
}

FormPage form_of(const Intake& thing, const Choices& choices) {
  FormPage form;
  form.title = "Phân loại thành tin, bài";
  form.lead = thing.code + ", “" + thing.title + "”. Tin, bài được tạo với nội dung và tệp đã nhận, đứng tên người gửi nếu có trong danh bạ, rồi chờ ông, bà chuyển người biên tập.";
  form.action = std::string{kOfficePath} + "tu-tiep-nhan";
  form.submit = "Tạo tin, bài";
  form.cancel_url = intake::url_of(thing.id);
  form.hidden = {{"tn", std::to_string(thing.id.value)}, {"row_version", std::to_string(thing.row_version)}};
  FormField section{.kind = FormField::Kind::Select, .name = "section", .label = "Chuyên mục", .options = {{"", "Chọn chuyên mục"}}, .required = true};
  for (const SectionChoice& one : choices.sections) section.options.push_back({std::to_string(one.id.value), (one.is_child ? "– " : "") + one.title});
  FormField unit{.kind = FormField::Kind::Select, .name = "unit", .label = "Đơn vị chịu trách nhiệm nội dung", .hint = "Bài của công dân, cộng tác viên: chọn Ban Biên tập.",
                 .options = {{"", "Chọn đơn vị"}}, .required = true};
  for (const UnitChoice& one : choices.units) unit.options.push_back({std::to_string(one.id.value), one.name});
  form.fields = {std::move(section), std::move(unit),
                 {.kind = FormField::Kind::Select, .name = "supply", .label = "Hình thức cung cấp",
                  .hint = "Bài của đơn vị phải được lãnh đạo đơn vị duyệt; cá nhân tự chịu trách nhiệm về bài của mình.",
                  .options = {{"", "Chọn hình thức"}, {std::string{kCollective}, "Của đơn vị, lãnh đạo đơn vị chịu trách nhiệm"},
                              {std::string{kPersonal}, "Của cá nhân, người gửi tự chịu trách nhiệm"}}, .required = true},
                 {.kind = FormField::Kind::Checkbox, .name = "approved", .label = "Lãnh đạo đơn vị đã duyệt bài này",
                  .hint = "Chỉ với bài của đơn vị: thư gửi từ hộp thư của đơn vị, hoặc thư ghi rõ đã được duyệt."},
                 {.kind = FormField::Kind::DateTime, .name = "event_at", .label = "Diễn ra lúc", .hint = "Với tin tức, sự kiện; chưa biết thì để trống, người biên tập ghi sau."}};
  return form;
}

http::Fields first_values(db::Connection& db, const Intake& thing) {
  http::Fields values;
  base::UnitId unit = thing.sender.unit;
  if (thing.channel == intake::Channel::Feed) {
    // What was entered with the channel; who classifies decides (D11.1).
    auto rows = db.query(office_sql::kFeedHint, thing.id);
    if (rows.next()) {
      if (!rows.is_null(0)) values.add("section", std::to_string(rows.number(0)));
      unit = rows.id<base::UnitId>(1);
    }
  }
  values.add("unit", unit.is_set() ? std::to_string(unit.value) : std::string{});
  if (thing.sender.person.is_set()) values.add("supply", std::string{kPersonal});
  if (thing.event_at) values.add("event_at", base::format_date_time(*thing.event_at));
  return values;
}

base::Result<Classified> parse_form(const http::Fields& form, const Choices& choices, base::UtcTime now) {
  office::FieldReader reader(form);
  Classified out;
  out.section = reader.id<base::SectionId>("section", "Chuyên mục", true);
  out.unit = reader.id<base::UnitId>("unit", "Đơn vị", true);
  const auto section = std::find_if(choices.sections.begin(), choices.sections.end(), [&](const SectionChoice& one) { return one.id == out.section; });
  if (!reader.has_failed("section") && section == choices.sections.end()) reader.fail("section", "Chọn chuyên mục.", "D5");
  const bool is_known_unit = std::any_of(choices.units.begin(), choices.units.end(), [&](const UnitChoice& one) { return one.id == out.unit; });
  if (!reader.has_failed("unit") && !is_known_unit) reader.fail("unit", "Chọn đơn vị.", "D9.1a");
  const std::string_view supply = form.get("supply");
  out.is_personal = supply == kPersonal;
  if (supply != kPersonal && supply != kCollective) reader.fail("supply", "Chọn hình thức cung cấp.", "D9.1a");
  if (supply == kCollective && !reader.tick("approved"))
    reader.fail("approved", "Bài của đơn vị chỉ nhận khi lãnh đạo đơn vị đã duyệt; chưa duyệt thì không tiếp nhận và nêu lý do.", "D9.1a");
  if (const std::string_view typed = text::trim(form.get("event_at")); !typed.empty()) {
    out.event_at = base::parse_date_time(typed);
    if (!out.event_at) reader.fail("event_at", "Viết ngày giờ theo dạng ngày/tháng/năm giờ:phút, ví dụ 25/11/2026 14:30.", "D9.3a");
    const std::string_view kind = section == choices.sections.end() ? std::string_view{} : std::string_view{section->item_kind};
    if (const auto error = event_time_error(kind, out.event_at, now)) reader.fail(error->field, error->message, error->clause);
  }
  return std::move(reader).finish(std::move(out));
}

// The first version: what was written, as paragraphs. Who sent it is shown to nobody but who handles it (D9.1b): a reader's name is no byline.
base::Result<Content> content_of(const Intake& thing, const std::optional<intake::Body>& body, const Classified& chosen) {
  Content content;
  content.title = thing.title;
  const bool is_from_system = thing.channel == intake::Channel::Api || thing.channel == intake::Channel::Feed;
  if (!thing.sender.person.is_set() && !is_from_system) content.author_line = "Bạn đọc cộng tác";
  if (!thing.unit_name.empty()) content.source = thing.unit_name;
  else if (is_from_system) content.source = thing.sender.organisation;  // the portal or system that it comes from (D3.2d)
  else content.source = "Bạn đọc cộng tác";  // whom a form or a mail names nobody has confirmed
  content.event_at = chosen.event_at;
  if (body && !body->document.empty()) {
    content.body_json = body->document;
    return content;
  }
  const auto document = richtext::from_plain_text(body ? body->text : std::string{});
  if (!document) return tl::unexpected<base::Fault>(document.error());
  content.body_json = richtext::to_json(*document);
  return content;
}

// Its files become uploads of the item: pictures to be put into the text, documents whose text can be taken over, PDFs as attachments. What is in
// quarantine for its unknown format stays in the register.
void take_files(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item, const std::vector<intake::IntakeFile>& files, Content& content,
                base::UtcTime now) {
  for (const intake::IntakeFile& file : files) {
    if (!file.file.is_set() || file.format == nullptr || file.state == files::State::Refused) continue;
    const files::Kind kind = files::kind_of(file.format->family);
    const files::UploadId upload = files::add_existing(db, permit, item, file.file, kind, file.name, file.sha256, now);
    if (kind != files::Kind::Attachment || content.attachments.size() >= kMostAttachments) continue;
    const int number = static_cast<int>(upload.value);
    content.attachments.push_back({number, number, file.name.substr(0, file.name.rfind('.'))});
  }
}

base::Result<std::string> classify(OfficeApp& app, server::Context& context, IntakeId id, const Classified& chosen) {
  db::Connection& db = context.db();
  auto thing = intake::hold_intake(db, id, office::row_version_of(context.request.form));
  if (!thing) return tl::unexpected<base::Fault>(thing.error());
  const auto permit = intake::authorize(db, context.actor, intake::Act::Classify, *thing, context.now);
  if (!permit) return tl::unexpected<base::Fault>(permit.error());
  const auto body = intake::read_body(db, id);
  auto content = content_of(*thing, body, chosen);
  if (!content) return tl::unexpected<base::Fault>(content.error());
  const auto made = workflow::create_received_item(db, context.actor,
                                                   {.module = std::string{kModule}, .title = thing->title, .section = chosen.section, .unit = chosen.unit,
                                                    .author = thing->sender.person, .is_personal = chosen.is_personal, .event_at = chosen.event_at,
                                                    .received_at = thing->received_at},
                                                   context.now);
  if (!made) return tl::unexpected<base::Fault>(made.error());
  begin_article(db, *made);
  const auto item = workflow::find_item(db, made->item(), true);
  if (!item) return tl::unexpected<base::Fault>(item.error());
  take_files(db, *made, *item, intake::files_of(db, id), *content, context.now);
  std::string note = "từ sổ tiếp nhận, mã " + thing->code;
  if (body && !body->encoding.empty()) note += ", đã chuyển từ bảng mã cũ sang Unicode";
  if (const auto version = add_version(db, *made, *content, {}, context.now, note); !version) return tl::unexpected<base::Fault>(version.error());
  if (const auto done = intake::classify(db, *permit, *thing, made->item(), context.now); !done) return tl::unexpected<base::Fault>(done.error());
  return app.host.item_url(made->item()) + "?xong=luu";
}

office::Frame frame_of(const Intake& thing) {
  return {.title = "Phân loại: " + thing.title, .menu = "intake", .crumbs = {{std::string{intake::kPath}, "Sổ tiếp nhận"}, {intake::url_of(thing.id), thing.code}},
          .here = "Phân loại thành tin, bài"};
}

// The thing that is asked for, when this person may classify it now.
base::Result<Intake> thing_of(server::Context& context, const http::Fields& fields) {
  office::FieldReader reader(fields);
  const auto id = reader.id<IntakeId>("tn", "Mã tiếp nhận", true);
  auto thing = intake::find_intake(context.db(), id);
  if (intake::right_of(context.db(), context.actor, context.now).empty())
    return base::fail(FaultKind::Forbidden, "Phân loại nội dung đã nhận là việc của Thư ký Ban Biên tập hoặc Trưởng Ban Biên tập.");
  if (!thing) return thing;
  if (const auto permit = intake::authorize(context.db(), context.actor, intake::Act::Classify, *thing, context.now); !permit)
    return tl::unexpected<base::Fault>(permit.error());
  return thing;
}

}  // namespace

http::Response show_classify(OfficeApp& /*app*/, server::Context& context) {
  const auto thing = thing_of(context, context.request.query);
  if (!thing) return server::fault_response(context, thing.error());
  return office::show_form(context, frame_of(*thing), form_of(*thing, choices_of(context.db())), first_values(context.db(), *thing));
}

http::Response do_classify(OfficeApp& app, server::Context& context) {
  // A form that was carried out finds its thing classified: its answer comes first.
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const auto thing = thing_of(context, context.request.form);
  if (!thing) return server::fault_response(context, thing.error());
  const Choices choices = choices_of(context.db());
  const auto again = [&](const base::Fault& fault) {
    return office::form_again(context, frame_of(*thing), form_of(*thing, choices), fault, intake::chain_of(thing->id));
  };
  const auto chosen = parse_form(context.request.form, choices, context.now);
  if (!chosen) return again(chosen.error());
  const auto done = office::carry_out(context, [&] { return classify(app, context, thing->id, *chosen); });
  return done ? http::redirect(*done) : again(done.error());
}

}  // namespace portal::news
