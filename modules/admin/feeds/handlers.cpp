#include "modules/admin/feeds/handlers.h"

#include "modules/admin/act.h"
#include "modules/admin/feeds/store.h"
#include "shared/intake/acts.h"
#include "shared/office/chrome.h"
#include "shared/office/field_reader.h"
#include "shared/office/fields.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

constexpr std::string_view kFeedsPath = "/quan-tri/nguon-tin/";
constexpr std::string_view kFeedsLabel = "Nguồn tin";

office::Frame frame_of(std::string here) {
  return {.title = here, .menu = "feeds", .crumbs = {{std::string{kFeedsPath}, std::string{kFeedsLabel}}}, .here = std::move(here)};
}

std::string chain_of_feed(std::uint64_t id) { return "feed:" + std::to_string(id); }

// What comes in is who handles the register's: the secretary, the board's head, who stands in by delegation (D11.1).
std::string right_of_feeds(server::Context& context) { return intake::right_of(context.db(), context.actor, context.now); }

http::Response no_right(server::Context& context) {
  return server::fault_response(context, {base::FaultKind::Forbidden, "Nguồn tin là việc của Thư ký Ban Biên tập hoặc Trưởng Ban Biên tập.", {}});
}

Changes changes_of(const FeedSource& before, const FeedSource& after) {
  Changes changes;
  const auto number = [](std::uint64_t id) { return id == 0 ? std::string{"không"} : std::to_string(id); };
  changes.add("Tên", before.name, after.name);
  changes.add("Địa chỉ", before.address, after.address);
  // That they changed, not what they are: the trail is kept for good, personal data are not (D9.1b).
  if (before.contact_name != after.contact_name || before.contact_address != after.contact_address || before.contact_phone != after.contact_phone ||
      before.contact_place != after.contact_place)
    changes.state("Đầu mối", "đã ghi");
  changes.add("Gợi ý chuyên mục số", number(before.section.value), number(after.section.value));
  changes.add("Gợi ý đơn vị số", number(before.unit.value), number(after.unit.value));
  changes.add("Đọc lại sau (phút)", std::to_string(before.every_minutes), std::to_string(after.every_minutes));
  changes.add("Từ ngày", before.from, after.from);
  changes.add("Đến hết ngày", before.to, after.to);
  changes.add("Tình trạng", before.is_on ? "đang đọc" : "tạm ngừng", after.is_on ? "đang đọc" : "tạm ngừng");
  return changes;
}

void fill_feed_state(view::Dict& out, const FeedSourceRow& row, base::UtcTime now) {
  const FeedSource& source = row.source;
  const base::UtcTime today = base::start_of(base::local_date(now));
  if (!source.is_on) office::add_chip(out, "STATE_CHIP", "grey", "ban", "Tạm ngừng");
  else if (!source.to.empty() && *base::parse_date_time(source.to) < today) office::add_chip(out, "STATE_CHIP", "grey", "ban", "Hết thời hạn");
  else if (*base::parse_date_time(source.from) > today) office::add_chip(out, "STATE_CHIP", "grey", "hourglass", "Chưa đến ngày");
  else if (!row.last_error.empty()) office::add_chip(out, "STATE_CHIP", "red", "circle-alert", "Không đọc được");
  else if (row.read_at) office::add_chip(out, "STATE_CHIP", "green", "circle-check", "Đọc được");
  else office::add_chip(out, "STATE_CHIP", "blue", "hourglass", "Chưa đọc lần nào");
  if (!row.last_error.empty()) {
    view::Dict error = out.section("HAS_ERROR");
    error.set("ERROR", row.last_error);
    error.set("FAILURES", row.failures);
    error.set("TRIED", row.tried_at ? base::format_date_time(*row.tried_at) : std::string{});
  }
  if (source.is_on && row.next_at) out.section("NEXT").set("NEXT_AT", base::format_date_time(*row.next_at));
}

}  // namespace

http::Response list_feed_sources(App& /*app*/, server::Context& context) {
  if (right_of_feeds(context).empty()) return no_right(context);
  const auto rows = FeedSourceStore(context.db()).all();
  office::Frame frame{.title = std::string{kFeedsLabel}, .menu = "feeds"};
  const std::string_view done = context.request.query.get("xong");
  if (done == "luu") frame.flashes.push_back({"ok", "Đã lưu nguồn tin."});
  if (done == "doc") frame.flashes.push_back({"ok", "Nguồn tin được đọc ngay, kết quả hiện ở đây sau vài giây."});
  office::OfficePage page(context, std::move(frame), "admin/feeds.tpl");
  view::Dict& content = page.content();
  if (rows.empty()) content.show("EMPTY");
  else {
    view::Dict table = content.section("TABLE");
    for (const FeedSourceRow& row : rows) {
      view::Dict out = table.section("ROW");
      const std::string url = std::string{kFeedsPath} + std::to_string(row.source.id);
      out.set("SOURCE_URL", url);
      out.set("NAME", row.source.name);
      out.set("ADDRESS", row.source.address);
      out.set("EVERY", row.source.every_minutes);
      out.set("REGISTERED", row.registered);
      out.set("READ", row.read_at ? base::format_date_time(*row.read_at) : std::string{"chưa lần nào"});
      out.set_if("HAS_SECTION", "SECTION", row.source.section_title);
      fill_feed_state(out, row, context.now);
      if (!row.source.is_on) continue;
      view::Dict act = out.section("READ_NOW");
      act.set("READ_URL", url + "/doc-ngay");
      act.set("KEY", workflow::new_form_key());
      act.set("READ_NAME", row.source.name);
    }
  }
  return std::move(page).respond();
}

http::Response new_feed_source(App& /*app*/, server::Context& context) {
  if (right_of_feeds(context).empty()) return no_right(context);
  FeedSource fresh;
  fresh.from = base::format_date(context.now);
  return office::show_form(context, frame_of("Thêm nguồn tin"), feed_source_form(nullptr, FeedSourceStore(context.db()).choices(context.now)), fields_of(fresh));
}

http::Response add_feed_source(App& /*app*/, server::Context& context) {
  const std::string right = right_of_feeds(context);
  if (right.empty()) return no_right(context);
  FeedSourceStore store(context.db());
  const FeedSourceChoices choices = store.choices(context.now);
  const office::FormPage form = feed_source_form(nullptr, choices);
  const auto source = parse_feed_source(context.request.form, choices);
  if (!source) return office::form_again(context, frame_of("Thêm nguồn tin"), form, source.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto id = store.add(*source, context.actor.person, context.now);
    if (!id) return tl::unexpected<base::Fault>(id.error());
    note(context, {.chain = chain_of_feed(*id), .action = "feed_add", .to_state = source->is_on ? "on" : "off", .authority = right,
                   .note = changes_of({}, *source).text()});
    return std::string{kFeedsPath} + "?xong=luu";
  });
  return done ? http::redirect(*done) : office::form_again(context, frame_of("Thêm nguồn tin"), form, done.error());
}

http::Response edit_feed_source(App& /*app*/, server::Context& context) {
  if (right_of_feeds(context).empty()) return no_right(context);
  FeedSourceStore store(context.db());
  const auto row = store.find(context.path.number("id"));
  if (!row) return server::fault_response(context, row.error());
  return office::show_form(context, frame_of(row->source.name), feed_source_form(&row->source, store.choices(context.now)), fields_of(row->source));
}

http::Response save_feed_source(App& /*app*/, server::Context& context) {
  const std::string right = right_of_feeds(context);
  if (right.empty()) return no_right(context);
  FeedSourceStore store(context.db());
  const auto row = store.find(context.path.number("id"));
  if (!row) return server::fault_response(context, row.error());
  const FeedSourceChoices choices = store.choices(context.now);
  const auto again = [&](const base::Fault& fault) {
    return office::form_again(context, frame_of(row->source.name), feed_source_form(&row->source, choices), fault, chain_of_feed(row->source.id));
  };
  const auto source = parse_feed_source(context.request.form, choices);
  if (!source) return again(source.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto before = store.find(row->source.id);
    if (!before) return tl::unexpected<base::Fault>(before.error());
    const auto saved = store.save(row->source.id, office::row_version_of(context.request.form), *source);
    if (!saved) return tl::unexpected<base::Fault>(saved.error());
    const Changes changes = changes_of(before->source, *source);
    if (!changes.empty())
      note(context, {.chain = chain_of_feed(row->source.id), .action = "feed_edit", .from_state = before->source.is_on ? "on" : "off",
                     .to_state = source->is_on ? "on" : "off", .authority = right, .note = changes.text()});
    return std::string{kFeedsPath} + "?xong=luu";
  });
  return done ? http::redirect(*done) : again(done.error());
}

http::Response read_feed_source(App& /*app*/, server::Context& context) {
  const std::string right = right_of_feeds(context);
  if (right.empty()) return no_right(context);
  FeedSourceStore store(context.db());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    const auto row = store.find(context.path.number("id"));
    if (!row) return tl::unexpected<base::Fault>(row.error());
    if (!row->source.is_on) return base::fail(base::FaultKind::NotAllowedNow, "Nguồn tin này đang tạm ngừng. Mở lại rồi đọc.");
    store.read_now(row->source.id, context.now);
    note(context, {.chain = chain_of_feed(row->source.id), .action = "feed_read", .from_state = "on", .to_state = "on", .authority = right,
                   .note = row->source.name});
    return std::string{kFeedsPath} + "?xong=doc";
  });
  return done ? http::redirect(*done) : server::fault_response(context, done.error());
}

}  // namespace portal::admin
