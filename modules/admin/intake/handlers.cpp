#include "modules/admin/intake/handlers.h"

#include <algorithm>
#include <charconv>

#include "modules/admin/act.h"
#include "modules/admin/intake/forms.h"
#include "modules/admin/intake/queries.h"
#include "modules/admin/intake/views.h"
#include "shared/intake/acts.h"
#include "shared/intake/all_ways.h"
#include "shared/intake/identity.h"
#include "shared/intake/track.h"
#include "shared/office/chrome.h"
#include "shared/office/field_reader.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

using base::FaultKind;
using intake::Act;
using intake::ActRow;
using intake::Intake;
using intake::IntakeId;

constexpr std::string_view kMenu = "intake", kListLabel = "Sổ tiếp nhận";
constexpr std::size_t kLongestWords = 200;
constexpr std::size_t kBlock = 500, kMostLines = 20'000;
constexpr std::chrono::hours kDay{24};
constexpr base::UtcTime kEndOfTime{std::chrono::sys_days{std::chrono::year{2900} / 1 / 1}};
constexpr int kNotedDays = 7;

template <typename T>
T number_of(std::string_view text) {
  T value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

http::Response refusal(server::Context& context) {
  return server::fault_response(context, {FaultKind::Forbidden, "Sổ tiếp nhận là việc của Thư ký Ban Biên tập hoặc Trưởng Ban Biên tập.", {}});
}

bool may_read(server::Context& context) { return !intake::right_of(context.db(), context.actor, context.now).empty(); }

// What the address asks for, with what is not understood left out.
struct Asked {
  RegisterQuery query;
  intake::Filter filter;
  std::string problem;
};

Asked asked_in(const http::Fields& fields) {
  Asked asked;
  const std::string_view words = fields.get("q");
  asked.query.words = text::trim(words.substr(0, text::offset_of_character(words, kLongestWords)));
  asked.filter.words = asked.query.words;
  asked.filter.channel = intake::parse_channel(fields.get("kenh"));
  if (asked.filter.channel) asked.query.channel = intake::key_of(*asked.filter.channel);
  const std::string_view state = fields.get("trang-thai");
  if (state == "open" || intake::parse_state(state)) asked.query.state = state;
  asked.filter.state = asked.query.state;
  const auto day = [&](const char* name, std::string& kept) -> std::optional<base::UtcTime> {
    const std::string_view typed = text::trim(fields.get(name));
    if (typed.empty()) return {};
    const auto at = base::parse_date_time(typed);
    if (!at) {
      asked.problem = "Viết ngày theo dạng ngày/tháng/năm, ví dụ 25/11/2026.";
      return {};
    }
    kept = base::format_date(*at);
    return base::start_of(base::local_date(*at));
  };
  asked.filter.from = day("tu-ngay", asked.query.from);
  if (const auto last = day("den-ngay", asked.query.to)) asked.filter.to = *last + kDay;
  const std::string_view cursor = fields.get("sau");
  if (const auto dash = cursor.find('-'); dash != std::string_view::npos && dash > 0) {
    const base::UtcTime before{std::chrono::microseconds{number_of<std::int64_t>(cursor.substr(0, dash))}};
    const std::string_view last = cursor.substr(dash + 1);
    const bool is_item = last.starts_with(kItemCursor);
    const std::uint64_t id = number_of<std::uint64_t>(is_item ? last.substr(1) : last);
    if (before >= base::UtcTime{} && before <= kEndOfTime && id <= UINT64_MAX / 2) {  // no time of a database otherwise
      asked.filter.before = before;
      if (is_item) asked.filter.before_item = base::ItemId{id};
      else asked.filter.before_id = IntakeId{id};
    }
  }
  return asked;
}

std::vector<std::pair<std::string, std::int64_t>> noted(db::Connection& db, base::UtcTime now) {
  std::vector<std::pair<std::string, std::int64_t>> all;
  auto rows = db.query(intake_sql::kNoted, now - kDay * kNotedDays);
  while (rows.next()) all.emplace_back(std::string{rows.text(0)}, rows.number(1));
  return all;
}

std::vector<UnitChoice> units(db::Connection& db, base::UtcTime now) {
  const std::string today = base::format_iso(now).substr(0, 10);
  std::vector<UnitChoice> all;
  auto rows = db.query(intake_sql::kUnits, today, today);
  while (rows.next()) all.push_back({rows.id<base::UnitId>(0), std::string{rows.text(1)}});
  return all;
}

// `here`: the page below the thing's own, "" for that.
office::Frame frame_of(const Intake& thing, std::string here = {}) {
  office::Frame frame{.title = (here.empty() ? std::string{} : here + ": ") + thing.title, .menu = kMenu,
                      .crumbs = {{std::string{intake::kPath}, std::string{kListLabel}}}};
  if (here.empty()) {
    frame.here = thing.code;
  } else {
    frame.crumbs.push_back({intake::url_of(thing.id), thing.code});
    frame.here = std::move(here);
  }
  return frame;
}

base::Result<const ActRow*> act_in(const server::Context& context) {
  const ActRow* row = intake::find_act(context.path.text("act"));
  if (row == nullptr || row->party != intake::Party::Office) return base::fail(FaultKind::NotFound, "Không có việc này.");
  return row;
}

IntakeActPlace place_of(server::Context& context, const ActRow& row, const Intake& thing) {
  IntakeActPlace place{row, thing, {}, {}};
  if (row.act == Act::FillIn) place.units = units(context.db(), context.now);
  if (row.act == Act::Refuse) place.grounds = intake::grounds(context.db());
  return place;
}

intake::Done carry_out_act(server::Context& context, const intake::Permit& permit, Intake& thing, const IntakeActDraft& draft) {
  db::Connection& db = context.db();
  switch (permit.act()) {
    case Act::Release: return intake::release(db, permit, thing, context.now);
    case Act::Separate: return intake::separate(db, permit, thing, context.now);
    case Act::MarkSpam: return intake::mark_spam(db, permit, thing, context.now);
    case Act::Unspam: return intake::unspam(db, permit, thing, context.now);
    case Act::FillIn: return intake::fill_in(db, permit, thing, intake::united(db, thing.sender, draft.sender, context.now), context.now);
    case Act::Refuse: return intake::refuse(db, permit, thing, draft.ground, draft.reason, context.now);
    case Act::Complete:
    case Act::Classify: break;
  }
  return base::fail(FaultKind::NotFound, "Không có việc này.");
}

}  // namespace

http::Response show_register(App& /*app*/, server::Context& context) {
  if (!may_read(context)) return refusal(context);
  const Asked asked = asked_in(context.request.query);
  const intake::IntakeList list = intake::list_all_ways(context.db(), asked.filter);
  const auto others = noted(context.db(), context.now);
  office::OfficePage page(context, {.title = std::string{kListLabel}, .menu = kMenu}, "admin/intake.tpl");
  fill_register(page.content(), {asked.query, list, others, asked.problem, !asked.filter.before});
  return std::move(page).respond();
}

http::Response send_register(App& /*app*/, server::Context& context) {
  if (!may_read(context)) return refusal(context);
  intake::Filter filter = asked_in(context.request.query).filter;
  filter.before.reset();
  filter.before_id = {};
  filter.before_item = {};
  sheet::Sheet out = register_sheet();
  for (bool has_more = true; has_more && out.rows.size() < kMostLines;) {
    const intake::IntakeList list = intake::list_all_ways(context.db(), filter, kBlock);
    for (const Intake& thing : list.rows) out.rows.push_back(row_of(thing));
    has_more = list.has_more;
    if (list.rows.empty()) break;
    filter.before = list.rows.back().received_at;
    filter.before_id = list.rows.back().id;
    filter.before_item = list.rows.back().id.is_set() ? base::ItemId{} : list.rows.back().item;
  }
  http::Response response;
  response.content_type = sheet::kCsvType;
  response.body = sheet::to_csv(out);
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"so-tiep-nhan-" + base::format_iso(context.now).substr(0, 10) + ".csv\"");
  return response;
}

http::Response show_thing(App& /*app*/, server::Context& context) {
  if (!may_read(context)) return refusal(context);
  db::Connection& db = context.db();
  const auto thing = intake::find_intake(db, context.path.id<IntakeId>("id"));
  if (!thing) return server::fault_response(context, thing.error());
  const auto body = intake::read_body(db, thing->id);
  const auto files = intake::files_of(db, thing->id);
  const auto conversation = intake::conversation_of(db, *thing);
  const auto deeds = intake::timeline_of(db, thing->id);
  office::Frame frame = frame_of(*thing);
  const auto receipt = intake::find_track(db, thing->id);
  const std::string_view done = context.request.query.get("xong");
  if (const ActRow* row = intake::find_act(done)) frame.flashes.push_back({"ok", std::string{row->done}});
  else if (done == "de-nghi-tieu-huy") frame.flashes.push_back({"ok", "Đã đề nghị tiêu hủy. Người thứ hai đã được báo."});
  else if (done == "tieu-huy") frame.flashes.push_back({"ok", "Đã tiêu hủy nội dung."});
  if (done == "vao-so") {
    const std::string missing = intake::missing_words(thing->sender);
    frame.flashes.push_back({missing.empty() ? "ok" : "warn", "Đã ghi vào sổ." + (missing.empty() ? std::string{} : " Còn thiếu: " + missing + " (D9.1b)."),
                             intake::url_of(thing->id) + "/giay-tiep-nhan", "In giấy tiếp nhận"});
  }
  const intake::Purge purge = intake::purge_of(db, thing->id);
  const auto step = intake::purge_step(db, context.actor, *thing, purge, context.now);
  office::OfficePage page(context, std::move(frame), "admin/intake_thing.tpl");
  fill_thing(page.content(), {*thing, body, files, conversation, deeds, purge, step ? std::optional{*step} : std::nullopt, receipt});
  return std::move(page).respond();
}

http::Response send_thing_file(App& /*app*/, server::Context& context) {
  if (!may_read(context)) return refusal(context);
  db::Connection& db = context.db();
  const base::Fault none{FaultKind::NotFound, "Không tìm thấy tệp này.", {}};
  const auto files = intake::files_of(db, context.path.id<IntakeId>("id"));
  const auto file = std::find_if(files.begin(), files.end(), [&](const intake::IntakeFile& one) { return one.id == context.path.number("file"); });
  if (file == files.end() || file->state != files::State::Ready || file->format == nullptr) return server::fault_response(context, none);
  const auto sent = [](const std::string& sha256, std::string_view mime, const std::string& name) {
    http::Response response = http::stored_file(files::accel_path(sha256), std::string{mime}, http::Cache::NoStore);
    response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + http::url_encode(name));
    return response;
  };
  if (file->format->family == files::Family::Pdf) return sent(file->sha256, file->format->mime, file->name);
  if (file->format->family == files::Family::Document) {
    // A Word file is opened by the converter alone (macros); people read the PDF that was made of it.
    const auto parts = files::parts(db, file->file);
    const auto preview = std::find_if(parts.begin(), parts.end(), [](const files::Part& one) { return one.kind == files::PartKind::Preview; });
    if (preview == parts.end()) return server::fault_response(context, none);
    return sent(preview->sha256, "application/pdf", file->name.substr(0, file->name.rfind('.')) + ".pdf");
  }
  // Of a picture only what was made of it is shown, the widest.
  const auto made = files::renditions(db, file->file);
  const auto widest = std::find_if(made.rbegin(), made.rend(), [](const files::Rendition& one) { return one.format == "jpeg"; });
  if (widest == made.rend()) return server::fault_response(context, none);
  return http::stored_file(files::accel_path(widest->sha256), "image/jpeg", http::Cache::NoStore);
}

http::Response show_intake_act(App& /*app*/, server::Context& context) {
  const auto row = act_in(context);
  if (!row) return server::fault_response(context, row.error());
  if (!may_read(context)) return refusal(context);
  const auto thing = intake::find_intake(context.db(), context.path.id<IntakeId>("id"));
  if (!thing) return server::fault_response(context, thing.error());
  const auto permit = intake::authorize(context.db(), context.actor, (*row)->act, *thing, context.now);
  if (!permit) return server::fault_response(context, permit.error());
  const IntakeActPlace place = place_of(context, **row, *thing);
  return office::show_form(context, frame_of(*thing, std::string{(*row)->label}), intake_act_form(place), first_values(place));
}

http::Response do_intake_act(App& /*app*/, server::Context& context) {
  const auto row = act_in(context);
  if (!row) return server::fault_response(context, row.error());
  if (!may_read(context)) return refusal(context);
  // A form that was carried out finds the thing moved on: its answer comes first.
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const auto thing = intake::find_intake(context.db(), context.path.id<IntakeId>("id"));
  if (!thing) return server::fault_response(context, thing.error());
  const auto may = intake::authorize(context.db(), context.actor, (*row)->act, *thing, context.now);
  if (!may) {
    // The same form, sent twice at one moment, may have been carried out since the first look.
    const auto meanwhile = workflow::find_form(context.db(), context.actor, context.request);
    return meanwhile && *meanwhile ? http::redirect(**meanwhile) : server::fault_response(context, may.error());
  }
  const IntakeActPlace place = place_of(context, **row, *thing);
  const auto again = [&](const base::Fault& fault) {
    return office::form_again(context, frame_of(*thing, std::string{(*row)->label}), intake_act_form(place), fault, intake::chain_of(thing->id));
  };
  const auto draft = parse_intake_act(context.request.form, place);
  if (!draft) return again(draft.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    auto held = intake::hold_intake(context.db(), thing->id, office::row_version_of(context.request.form));
    if (!held) return tl::unexpected<base::Fault>(held.error());
    const auto permit = intake::authorize(context.db(), context.actor, (*row)->act, *held, context.now);
    if (!permit) return tl::unexpected<base::Fault>(permit.error());
    if (const auto acted = carry_out_act(context, *permit, *held, *draft); !acted) return tl::unexpected<base::Fault>(acted.error());
    return intake::url_of(held->id) + "?xong=" + std::string{(*row)->slug};
  });
  return done ? http::redirect(*done) : again(done.error());
}

http::Response show_intake_purge(App& /*app*/, server::Context& context) {
  if (!may_read(context)) return refusal(context);
  const auto thing = intake::find_intake(context.db(), context.path.id<IntakeId>("id"));
  if (!thing) return server::fault_response(context, thing.error());
  const intake::Purge purge = intake::purge_of(context.db(), thing->id);
  const auto step = intake::purge_step(context.db(), context.actor, *thing, purge, context.now);
  if (!step) return server::fault_response(context, step.error());
  const office::FormPage form = purge_form(*thing, *step, purge);
  return office::show_form(context, frame_of(*thing, form.title), form, {});
}

http::Response do_intake_purge(App& /*app*/, server::Context& context) {
  if (!may_read(context)) return refusal(context);
  const auto before = workflow::find_form(context.db(), context.actor, context.request);
  if (!before) return server::fault_response(context, before.error());
  if (*before) return http::redirect(**before);
  const auto thing = intake::find_intake(context.db(), context.path.id<IntakeId>("id"));
  if (!thing) return server::fault_response(context, thing.error());
  const intake::Purge purge = intake::purge_of(context.db(), thing->id);
  const auto step = intake::purge_step(context.db(), context.actor, *thing, purge, context.now);
  if (!step) return server::fault_response(context, step.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    auto held = intake::hold_intake(context.db(), thing->id, office::row_version_of(context.request.form));
    if (!held) return tl::unexpected<base::Fault>(held.error());
    if (const auto acted = intake::do_purge_step(context.db(), context.actor, *held, context.now); !acted) return tl::unexpected<base::Fault>(acted.error());
    return intake::url_of(held->id) + "?xong=" + (*step == intake::PurgeStep::Ask ? "de-nghi-tieu-huy" : "tieu-huy");
  });
  if (done) return http::redirect(*done);
  const office::FormPage form = purge_form(*thing, *step, purge);
  return office::form_again(context, frame_of(*thing, form.title), form, done.error(), intake::chain_of(thing->id));
}

}  // namespace portal::admin
