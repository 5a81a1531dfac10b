#include "modules/admin/anchors/handlers.h"

#include "modules/admin/act.h"
#include "modules/admin/anchors/queries.h"
#include "modules/admin/form_view.h"
#include "modules/admin/people/store.h"
#include "shared/office/fields.h"
#include "shared/office/field_reader.h"
#include "shared/signatures/anchor_facts.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::admin {
namespace {

using base::FaultKind;
using Kind = Field::Kind;

constexpr std::string_view kAnchorsUrl = "/quan-tri/chung-thu/";
constexpr std::size_t kMaxName = 300;
constexpr std::size_t kMaxDistinguished = 1000;
constexpr std::size_t kMaxSource = 500;
constexpr std::size_t kMaxWhy = 500;

struct AnchorRow {
  std::uint64_t id = 0;
  std::string fingerprint, name, subject, issuer, serial;
  std::optional<base::UtcTime> not_before, not_after;
  std::string source, valid_from, valid_to, added_by;
  base::UtcTime added_at;
  std::string removed_by;
  std::optional<base::UtcTime> removed_at;
  std::string removed_why;
  unsigned row_version = 0;
};

AnchorRow read_anchor(const db::Rows& rows) {
  AnchorRow row;
  row.id = static_cast<std::uint64_t>(rows.number(0));
  row.fingerprint = rows.text(1);
  row.name = rows.text(2);
  row.subject = rows.text(3);
  row.issuer = rows.text(4);
  row.serial = rows.text(5);
  row.not_before = rows.optional_time(6);
  row.not_after = rows.optional_time(7);
  row.source = rows.text(8);
  row.valid_from = rows.text(9);
  row.valid_to = rows.text(10);
  row.added_by = rows.text(11);
  row.added_at = rows.time(12);
  row.removed_by = rows.text(13);
  row.removed_at = rows.optional_time(14);
  row.removed_why = rows.text(15);
  row.row_version = static_cast<unsigned>(rows.number(16));
  return row;
}

std::optional<AnchorRow> find_anchor(db::Connection& db, std::uint64_t id) {
  auto rows = db.query(anchor_sql::kAnchor, id);
  if (!rows.next()) return {};
  return read_anchor(rows);
}

std::string remove_url(std::uint64_t id) { return std::string{kAnchorsUrl} + std::to_string(id) + "/bo"; }

// "2026-12-01" as it is shown.
std::string shown(std::string_view day) {
  return day.size() == 10 ? std::string{day.substr(8)} + "/" + std::string{day.substr(5, 2)} + "/" + std::string{day.substr(0, 4)} : std::string{day};
}

std::string today_of(base::UtcTime now) { return sql_date(base::format_date(now)).value_or(std::string{}); }

// "AB:CD:…", as owners of certificates print it.
std::string with_colons(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i < hex.size(); ++i) {
    if (i > 0 && i % 2 == 0) out += ':';
    const char c = hex[i];
    out += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

// What a certificate says is a stranger's text: one clean line, cut.
std::string line_of(const std::string& text, std::size_t most) {
  if (!text::is_valid(text)) return "không đọc được";
  return text::clean_line(text.substr(0, text::offset_of_character(text, most)), most).value_or("không đọc được");
}

FormPage anchor_form() {
  FormPage form;
  form.title = "Thêm chứng thư gốc được tin cậy";
  form.lead = "Chữ ký số của văn bản chỉ được xác thực khi chứng thư của người ký dẫn tới một chứng thư gốc ở đây (Điều 9, khoản 1, điểm c). "
              "Trước khi thêm, đối chiếu dấu vân tay SHA-256 với dấu vân tay mà tổ chức chứng thực công bố.";
  form.action = std::string{kAnchorsUrl} + "moi";
  form.submit = "Thêm chứng thư";
  form.cancel_url = kAnchorsUrl;
  form.fields = {
      {.kind = Kind::Area, .name = "certificate", .label = "Chứng thư", .hint = "Dán một chứng thư dạng PEM (bắt đầu bằng -----BEGIN CERTIFICATE-----), hoặc tệp DER (.cer, .crt) đã chuyển sang base64.", .required = true, .rows = 10},
      {.kind = Kind::Text, .name = "fingerprint", .label = "Dấu vân tay SHA-256 đã công bố", .hint = "64 chữ số hệ 16, có hay không có dấu hai chấm. Hệ thống chỉ nhận khi trùng với chứng thư dán ở trên.", .required = true, .max_length = 100},
      {.kind = Kind::Area, .name = "source", .label = "Nguồn", .hint = "Lấy ở đâu, ngày nào, ai đối chiếu. Ví dụ: trang của Cục Chứng thực số và Bảo mật thông tin, tải ngày 20/11/2026.", .required = true, .max_length = static_cast<int>(kMaxSource), .rows = 3},
      {.kind = Kind::Date, .name = "valid_from", .label = "Tin cậy từ ngày", .required = true},
      {.kind = Kind::Date, .name = "valid_to", .label = "Đến hết ngày", .hint = "Để trống nếu chưa định ngày thôi."}};
  return form;
}

FormPage removal_form(const AnchorRow& row) {
  FormPage form;
  form.title = "Bỏ chứng thư " + row.name;
  form.lead = "Chữ ký số của mọi tệp được kiểm tra lại ngay; chữ ký chỉ dựa vào chứng thư này sẽ không còn hợp lệ. Dấu vân tay SHA-256: " + with_colons(row.fingerprint) + ".";
  form.action = remove_url(row.id);
  form.submit = "Bỏ chứng thư";
  form.cancel_url = kAnchorsUrl;
  form.is_danger = true;
  form.hidden = {{"row_version", std::to_string(row.row_version)}};
  form.fields = {{.kind = Kind::Area, .name = "why", .label = "Lý do", .required = true, .max_length = static_cast<int>(kMaxWhy), .rows = 3}};
  return form;
}

office::Frame frame_of(const FormPage& form) {
  return {.title = form.title, .menu = "anchors", .crumbs = {{std::string{kAnchorsUrl}, "Chứng thư tin cậy"}}, .here = form.title};
}

struct NewAnchor {
  signatures::AnchorFacts facts;
  std::string source, valid_from;
  std::optional<std::string> valid_to;
};

std::string digits_of(std::string_view typed) {
  std::string hex;
  for (const char c : typed)
    if (c != ':' && c != ' ') hex += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  return hex;
}

base::Result<NewAnchor> parse_anchor(const http::Fields& form) {
  office::FieldReader reader(form);
  NewAnchor anchor;
  auto facts = signatures::describe_anchor(form.get("certificate"));
  const std::string typed = digits_of(reader.line("fingerprint", 100, true, "Dấu vân tay"));
  if (!facts) {
    reader.fail("certificate", "Không đọc được chứng thư nào. Dán đúng một chứng thư, dạng PEM hoặc base64 của DER.", "D9.1c");
  } else {
    if (facts->is_weak) reader.fail("certificate", "Khóa hoặc thuật toán của chứng thư này không còn an toàn nên không dùng làm gốc được.", "D9.1c");
    if (!reader.has_failed("fingerprint") && typed != facts->fingerprint)
      reader.fail("fingerprint", "Không trùng với chứng thư: dấu vân tay của chứng thư đã dán là " + with_colons(facts->fingerprint) + ". Hãy đối chiếu lại với nguồn công bố.", "D9.1c");
    anchor.facts = *std::move(facts);
  }
  anchor.source = reader.text("source", kMaxSource, true, "Nguồn");
  const std::string from = reader.day("valid_from", true, "Tin cậy từ ngày");
  const std::string to = reader.day("valid_to", false, "Đến hết ngày");
  if (!reader.has_failed("valid_from")) anchor.valid_from = *sql_date(from);
  if (!reader.has_failed("valid_to") && !to.empty()) {
    anchor.valid_to = sql_date(to);
    if (!anchor.valid_from.empty() && *anchor.valid_to < anchor.valid_from) reader.fail("valid_to", "Ngày cuối phải sau ngày đầu.");
  }
  return std::move(reader).finish(std::move(anchor));
}

void fill_row(view::Dict& content, const AnchorRow& anchor, const std::string& today, base::UtcTime now) {
  view::Dict row = content.section("ROW");
  row.set("NAME", anchor.name);
  row.set("SUBJECT", anchor.subject);
  row.set("ISSUER", anchor.subject == anchor.issuer ? std::string{"tự cấp (chứng thư gốc)"} : anchor.issuer);
  row.set("FINGERPRINT", with_colons(anchor.fingerprint));
  row.set("SOURCE", anchor.source);
  row.set("ADDED", anchor.added_by + ", " + base::format_date_time(anchor.added_at));
  row.set("FROM", shown(anchor.valid_from));
  row.set_if("HAS_TO", "TO", shown(anchor.valid_to));
  if (anchor.not_after) row.section("ENDS").set("NOT_AFTER", base::format_date(*anchor.not_after));
  if (anchor.removed_at) {
    office::add_chip(row, "CHIP", "grey", "ban", "Đã bỏ");
    row.set_if("REMOVED", "REMOVED_TEXT", anchor.removed_by + ", " + base::format_date_time(*anchor.removed_at) + ": " + anchor.removed_why);
    return;
  }
  if (anchor.valid_from > today) office::add_chip(row, "CHIP", "blue", "hourglass", "Chưa đến ngày");
  else if (!anchor.valid_to.empty() && anchor.valid_to < today) office::add_chip(row, "CHIP", "grey", "history", "Đã hết ngày");
  else if (anchor.not_after && *anchor.not_after < now) office::add_chip(row, "CHIP", "amber", "circle-alert", "Chứng thư đã hết hạn");
  else office::add_chip(row, "CHIP", "green", "circle-check", "Đang tin cậy");
  view::Dict drop = row.section("DROP");
  drop.set("DROP_URL", remove_url(anchor.id));
  drop.set("DROP_NAME", anchor.name);
}

base::Fault no_anchor() { return {FaultKind::NotFound, "Không tìm thấy chứng thư này.", {}}; }

}  // namespace

http::Response list_anchors(App& /*app*/, server::Context& context) {
  office::OfficePage page(context, {.title = "Chứng thư tin cậy", .menu = "anchors"}, "admin/anchors.tpl");
  view::Dict& content = page.content();
  content.set("NEW_URL", std::string{kAnchorsUrl} + "moi");
  std::vector<AnchorRow> anchors;
  {
    auto rows = context.db().query(anchor_sql::kAnchors);
    while (rows.next()) anchors.push_back(read_anchor(rows));
  }
  content.show("EMPTY", anchors.empty());
  if (anchors.empty()) return std::move(page).respond();
  view::Dict table = content.section("TABLE");
  for (const AnchorRow& anchor : anchors) fill_row(table, anchor, today_of(context.now), context.now);
  return std::move(page).respond();
}

http::Response new_anchor(App& /*app*/, server::Context& context) {
  const FormPage form = anchor_form();
  http::Fields values;
  values.add("valid_from", base::format_date(context.now));
  return show_form(context, frame_of(form), form, values);
}

http::Response add_anchor(App& /*app*/, server::Context& context) {
  const FormPage form = anchor_form();
  const auto anchor = parse_anchor(context.request.form);
  if (!anchor) return form_again(context, frame_of(form), form, anchor.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    db::Connection& db = context.db();
    const signatures::Person& person = anchor->facts.person;
    if (db.query(anchor_sql::kIsTrusted, anchor->facts.fingerprint).next())
      return base::fail(FaultKind::Invalid, "Chưa thêm được.", {{"certificate", "Chứng thư này đã có trong danh sách.", "D9.1c"}});
    const std::string name = line_of(person.name.empty() ? person.subject : person.name, kMaxName);
    const auto added = db.execute(anchor_sql::kAddAnchor, anchor->facts.fingerprint, anchor->facts.pem, name, line_of(person.subject, kMaxDistinguished),
                                  line_of(person.issuer, kMaxDistinguished), person.serial.substr(0, 100), person.not_before, person.not_after, anchor->source,
                                  anchor->valid_from, anchor->valid_to, context.actor.person, context.now);
    Changes changes;
    changes.state("Chứng thư", name);
    changes.state("SHA-256", anchor->facts.fingerprint);
    changes.state("Nguồn", anchor->source);
    changes.state("Từ ngày", shown(anchor->valid_from));
    changes.state("Đến hết ngày", shown(anchor->valid_to.value_or("")));
    note(context, {.chain = "anchor:" + std::to_string(added.last_id), .action = "anchor_add",
                   .authority = authority_of(context.actor, access::Capability::ManageTrust), .note = changes.text()});
    return std::string{kAnchorsUrl};
  });
  return done ? http::redirect(*done) : form_again(context, frame_of(form), form, done.error());
}

http::Response ask_anchor_removal(App& /*app*/, server::Context& context) {
  const auto anchor = find_anchor(context.db(), context.path.number("id"));
  if (!anchor || anchor->removed_at) return server::fault_response(context, no_anchor());
  const FormPage form = removal_form(*anchor);
  return show_form(context, frame_of(form), form, {});
}

http::Response remove_anchor(App& /*app*/, server::Context& context) {
  const auto anchor = find_anchor(context.db(), context.path.number("id"));
  if (!anchor) return server::fault_response(context, no_anchor());
  const FormPage form = removal_form(*anchor);
  office::FieldReader reader(context.request.form);
  const std::string why = reader.text("why", kMaxWhy, true, "Lý do");
  if (!reader.is_good()) return form_again(context, frame_of(form), form, {FaultKind::Invalid, "Chưa bỏ được.", std::move(reader).errors()});
  const std::string chain = "anchor:" + std::to_string(anchor->id);
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const unsigned row_version = office::row_version_of(context.request.form);
    if (context.db().execute(anchor_sql::kRemoveAnchor, context.actor.person, context.now, why, anchor->id, row_version).affected != 1)
      return base::fail(FaultKind::Stale, "Chứng thư vừa được người khác thay đổi hoặc bỏ. Xin xem lại danh sách.");
    note(context, {.chain = chain, .action = "anchor_remove", .authority = authority_of(context.actor, access::Capability::ManageTrust),
                   .note = anchor->name + " (SHA-256 " + anchor->fingerprint + "). " + why});
    return std::string{kAnchorsUrl};
  });
  return done ? http::redirect(*done) : form_again(context, frame_of(form), form, done.error(), chain);
}

}  // namespace portal::admin
