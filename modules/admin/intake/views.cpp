#include "modules/admin/intake/views.h"

#include <algorithm>
#include <array>

#include "shared/files/size.h"
#include "shared/http/fields.h"
#include "shared/intake/acts.h"
#include "shared/office/fields.h"
#include "shared/workflow/act_name.h"
#include "shared/workflow/item.h"

namespace portal::admin {
namespace {

using intake::Act;
using intake::Intake;
using intake::IntakeFile;
using intake::Trust;

constexpr std::string_view kClassify = "/quan-tri/tin-bai/tu-tiep-nhan?tn=";

struct NotedWords {
  std::string_view verdict, words;
};
constexpr std::array<NotedWords, 4> kNoted{{{"bounce", "thư bị trả lại"}, {"auto_reply", "thư trả lời tự động"}, {"loop", "thư đi vòng"}, {"duplicate", "thư gửi trùng"}}};

void add_option(view::Dict& content, const char* section, std::string_view value, std::string_view label, std::string_view chosen) {
  view::Dict option = content.section(section);
  option.set("OPTION_VALUE", value);
  option.set("OPTION_LABEL", label);
  option.show("OPTION_SELECTED", value == chosen);
}

std::string_view icon_of_state(const Intake& thing) { return thing.state ? intake::icon_of(*thing.state) : std::string_view{"info"}; }

std::string sender_line(const Intake& thing) {
  const intake::Sender& sender = thing.sender;
  std::string line = sender.name.empty() ? (sender.organisation.empty() ? sender.address : sender.organisation) : sender.name;
  return line.empty() ? "Không rõ người gửi" : line;
}

void fill_filters(view::Dict& content, const RegisterPage& page) {
  const RegisterQuery& query = page.query;
  content.set("WORDS", query.words);
  content.set("FROM", query.from);
  content.set("TO", query.to);
  content.set_if("PROBLEM", "PROBLEM_TEXT", page.problem);
  for (const intake::Channel channel : intake::kAllChannels) add_option(content, "CHANNEL_OPTION", key_of(channel), label_of(channel), query.channel);
  add_option(content, "STATE_OPTION", "open", "chưa xử lý xong", query.state);
  for (const intake::State state : intake::kAllStates) add_option(content, "STATE_OPTION", key_of(state), label_of(state), query.state);
  content.show("IS_FILTERED", register_url(query) != intake::kPath);
  content.set("ALL_URL", intake::kPath);
  content.set("CSV_URL", register_url(query, "xuat.csv"));
}

void fill_row(view::Dict& table, const Intake& thing) {
  view::Dict row = table.section("ROW");
  row.set("THING_URL", thing.id.is_set() ? intake::url_of(thing.id) : workflow::office_path(thing.item_module, thing.item));
  row.set("THING_TITLE", thing.title);
  row.set("THING_SUB", thing.code + " · " + std::string{label_of(thing.channel)} + (thing.files == 0 ? std::string{} : " · " + std::to_string(thing.files) + " tệp"));
  office::add_chip(row, "STATE_CHIP", thing.state ? intake::chip_of(*thing.state) : std::string_view{"grey"}, icon_of_state(thing), label_of_state(thing));
  row.set_if("HAS_HOLD", "HOLD", thing.state == intake::State::Held ? label_of(thing.hold) : std::string_view{});
  row.set("SENDER", sender_line(thing));
  row.set_if("HAS_ADDRESS", "ADDRESS", thing.sender.address);
  row.set("RECEIVED", base::format_date_time(thing.received_at));
  row.set("RECEIVED_ISO", base::format_iso(thing.received_at));
}

int rank_of(const intake::ActRow& row) { return row.act == Act::Classify ? 0 : row.is_danger ? 2 : 1; }

void fill_acts(view::Dict& content, const Intake& thing) {
  view::Dict card = content.section("ACTS");
  // What leads on first, what ends it last.
  std::vector<const intake::ActRow*> acts = intake::acts_now(thing);
  std::stable_sort(acts.begin(), acts.end(), [](const intake::ActRow* a, const intake::ActRow* b) { return rank_of(*a) < rank_of(*b); });
  bool is_first = true;
  for (const intake::ActRow* row : acts) {
    view::Dict act = card.section("ACT");
    view::Dict button = act.section(row->is_danger ? "DANGER" : (is_first ? "PRIMARY" : "SECONDARY"));
    const std::string classify = std::string{kClassify} + std::to_string(thing.id.value);
    button.set("ACT_URL", row->act == Act::Classify ? classify : intake::url_of(thing.id) + "/viec/" + std::string{row->slug});
    button.set("ACT_ICON", row->icon);
    button.set("ACT_LABEL", row->label);
    is_first = false;
  }
  if (is_first) card.section("NO_ACTS").set("NO_ACTS_WORDS", thing.item.is_set() ? "Đã thành tin, bài " + thing.item_code + "." : "Không còn việc gì với nội dung này.");
}

void fill_sender(view::Dict& content, const Intake& thing) {
  const intake::Sender& sender = thing.sender;
  content.set("SENDER_NAME", sender.name.empty() ? std::string_view{"chưa có"} : std::string_view{sender.name});
  content.set_if("HAS_SENDER_ADDRESS", "SENDER_ADDRESS", sender.address);
  content.set_if("HAS_SENDER_PHONE", "SENDER_PHONE", sender.phone);
  content.set_if("HAS_SENDER_PLACE", "SENDER_PLACE", sender.place);
  content.set_if("HAS_SENDER_ORGANISATION", "SENDER_ORGANISATION", sender.organisation);
  content.set_if("HAS_SENDER_POSITION", "SENDER_POSITION", sender.position);
  content.set_if("HAS_MATCH", "MATCH", !thing.person_name.empty() ? thing.person_name : thing.unit_name);
  const bool is_sure = sender.trust == Trust::Signed || sender.trust == Trust::Typed || sender.trust == Trust::Token || sender.trust == Trust::Source;
  office::add_chip(content, "TRUST_CHIP", is_sure ? "green" : sender.trust == Trust::Address ? "grey" : "amber", is_sure ? "shield-check" : "shield-alert", label_of(sender.trust));
  content.set_if("HAS_MISSING", "MISSING", intake::missing_words(sender));
}

std::string file_state_words(const IntakeFile& file) {
  if (!file.file.is_set()) return "Không giữ: " + file.reason;
  if (!file.state) return "";
  switch (*file.state) {
    case files::State::Ready: return "Dùng được";
    case files::State::Refused: return "Không dùng được: " + file.reason;
    case files::State::Quarantine:
      if (!file.reason.empty()) return file.reason;
      return file.format == nullptr ? "Ở khu cách ly, chưa mở loại tệp này" : "Ở khu cách ly, đang chờ xử lý";
    case files::State::Made: break;
  }
  return "";
}

void fill_files(view::Dict& content, const ThingPage& page) {
  if (page.files.empty()) return;
  view::Dict card = content.section("FILES");
  for (const IntakeFile& file : page.files) {
    view::Dict row = card.section("FILE");
    const bool is_ready = file.state == files::State::Ready && file.format != nullptr;
    row.set("FILE_NAME", file.name);
    row.set("FILE_SUB", (file.format != nullptr ? std::string{file.format->label} + " · " : std::string{}) + files::size_words(file.bytes));
    row.set("FILE_STATE", file_state_words(file));
    if (is_ready) row.section("FILE_LINK").set("FILE_URL", intake::url_of(page.thing.id) + "/tep/" + std::to_string(file.id) + "/tai-ve");
    else row.show("FILE_PLAIN");
  }
}

void fill_conversation(view::Dict& content, const ThingPage& page) {
  const Intake& thing = page.thing;
  if (thing.about_item.is_set()) {
    view::Dict about = content.section("ABOUT");
    about.set("ABOUT_URL", workflow::office_path(thing.about_module, thing.about_item));
    about.set("ABOUT_CODE", thing.about_code);
  }
  if (page.conversation.empty()) return;
  view::Dict card = content.section("CONVERSATION");
  for (const Intake& other : page.conversation) {
    view::Dict row = card.section("OTHER");
    row.set("OTHER_URL", intake::url_of(other.id));
    row.set("OTHER_TITLE", other.title);
    row.set("OTHER_SUB", other.code + " · " + sender_line(other) + " · " + base::format_date_time(other.received_at));
  }
}

// D12.3b: what is hidden may be given up, by two people.
void fill_purge(view::Dict& content, const ThingPage& page) {
  if (page.purge.purged_at) {
    content.section("PURGED").set("PURGED_AT", base::format_date_time(*page.purge.purged_at));
    return;
  }
  if (page.purge.asked_at) {
    view::Dict asked = content.section("PURGE_ASKED");
    asked.set("PURGE_BY", page.purge.asked_name);
    asked.set("PURGE_AT", base::format_date_time(*page.purge.asked_at));
  }
  if (!page.step) return;
  view::Dict step = content.section("PURGE_STEP");
  step.set("PURGE_URL", intake::url_of(page.thing.id) + "/tieu-huy");
  step.set("PURGE_LABEL", *page.step == intake::PurgeStep::Ask ? std::string_view{"Đề nghị tiêu hủy nội dung"} : std::string_view{"Duyệt tiêu hủy nội dung"});
}

void fill_deeds(view::Dict& content, const ThingPage& page) {
  for (const intake::Deed& deed : page.deeds) {
    view::Dict row = content.section("DEED");
    row.set("DEED_AT", base::format_date_time(deed.at));
    row.set("DEED_AT_ISO", base::format_iso(deed.at));
    row.set("DEED_WHO", deed.person.empty() ? (deed.act == "intake_complete" ? std::string_view{"Người gửi"} : std::string_view{"Hệ thống"}) : std::string_view{deed.person});
    row.set_if("HAS_RIGHT", "DEED_RIGHT", deed.authority);
    row.set("DEED_WHAT", workflow::words_of_act(deed.act));
    row.set_if("HAS_NOTE", "DEED_NOTE", deed.note);
  }
}

}  // namespace

std::string register_url(const RegisterQuery& query, std::string_view name) {
  std::string rest;
  const auto add = [&rest](std::string_view key, std::string_view value) {
    if (!value.empty()) rest += (rest.empty() ? "?" : "&") + std::string{key} + "=" + http::url_encode(value);
  };
  add("q", query.words);
  add("kenh", query.channel);
  add("trang-thai", query.state);
  add("tu-ngay", query.from);
  add("den-ngay", query.to);
  return std::string{intake::kPath} + std::string{name} + rest;
}

std::string older_url(const RegisterQuery& query, const Intake& last) {
  const std::string url = register_url(query);
  return url + (url == intake::kPath ? "?" : "&") + "sau=" + std::to_string(last.received_at.time_since_epoch().count()) + "-" +
         (last.id.is_set() ? std::to_string(last.id.value) : kItemCursor + std::to_string(last.item.value));
}

void fill_register(view::Dict& content, const RegisterPage& page) {
  fill_filters(content, page);
  std::string noted;
  for (const auto& [verdict, number] : page.noted) {
    const auto words = std::find_if(kNoted.begin(), kNoted.end(), [&v = verdict](const NotedWords& one) { return one.verdict == v; });
    if (words != kNoted.end()) noted += (noted.empty() ? "" : "; ") + std::to_string(number) + " " + std::string{words->words};
  }
  content.set_if("HAS_NOTED", "NOTED", noted);
  if (page.list.rows.empty()) {
    content.section("NOTHING").set("NOTHING_WORDS", register_url(page.query) == intake::kPath ? std::string_view{"Chưa có gì được gửi tới Ban Biên tập."}
                                                                                             : std::string_view{"Không có nội dung nào hợp với điều kiện lọc."});
  } else {
    view::Dict table = content.section("TABLE");
    for (const Intake& thing : page.list.rows) fill_row(table, thing);
  }
  if (page.is_first && !page.list.has_more) return;
  view::Dict pager = content.section("PAGER");
  if (!page.is_first) pager.set_if("HAS_FIRST", "FIRST_URL", register_url(page.query));
  if (page.list.has_more) pager.set_if("HAS_OLDER", "OLDER_URL", older_url(page.query, page.list.rows.back()));
}

void fill_thing(view::Dict& content, const ThingPage& page) {
  const Intake& thing = page.thing;
  content.set("THING_TITLE", thing.title);
  content.set("THING_CODE", thing.code);
  content.set("CHANNEL", std::string{label_of(thing.channel)} + (thing.medium == intake::Medium::None ? std::string{} : ", " + std::string{label_of(thing.medium)}));
  content.set("RECEIVED", base::format_date_time(thing.received_at));
  content.set("REGISTERED", base::format_date_time(thing.registered_at));
  content.set_if("HAS_REGISTERED_BY", "REGISTERED_BY", thing.registered_by);
  content.set_if("HAS_BROUGHT_BY", "BROUGHT_BY", thing.brought_by);
  if (thing.event_at) content.set_if("HAS_EVENT", "EVENT_AT", base::format_date_time(*thing.event_at));
  if (thing.declared_at) content.set_if("HAS_DECLARED", "DECLARED_AT", base::format_date_time(*thing.declared_at));
  if (page.receipt) content.set_if("HAS_RECEIPT", "RECEIPT_CODE", page.receipt->code);
  if (page.receipt && !page.receipt->secret.empty() && !thing.is_hidden) content.set_if("HAS_SLIP", "SLIP_URL", intake::url_of(thing.id) + "/giay-tiep-nhan");
  office::add_chip(content, "STATE_CHIP", thing.state ? intake::chip_of(*thing.state) : std::string_view{"grey"}, icon_of_state(thing), label_of_state(thing));
  const bool is_held = thing.state == intake::State::Held;
  content.set_if("HAS_HOLD", "HOLD_REASON", is_held || thing.state == intake::State::Refused ? std::string_view{thing.reason} : std::string_view{});
  if (thing.item.is_set()) {
    view::Dict item = content.section("ITEM");
    item.set("ITEM_URL", workflow::office_path(thing.item_module, thing.item));
    item.set("ITEM_CODE", thing.item_code);
  }
  fill_acts(content, thing);
  if (page.body) {
    view::Dict words = content.section("WORDS");
    words.set("TEXT", page.body->text.empty() ? std::string_view{"(Không có chữ)"} : std::string_view{page.body->text});
    words.set_if("HAS_REMARK", "REMARK", page.body->remark);
    words.set_if("HAS_ORIGINAL", "ORIGINAL", page.body->original);
  } else {
    content.show("NO_WORDS");
  }
  fill_sender(content, thing);
  fill_files(content, page);
  fill_conversation(content, page);
  fill_purge(content, page);
  fill_deeds(content, page);
}

sheet::Sheet register_sheet() {
  return {"Sổ tiếp nhận",
          {"Mã", "Nhận lúc", "Nhận qua", "Nộp bằng", "Người mang đến", "Tiêu đề", "Người gửi", "Thư điện tử", "Điện thoại", "Cơ quan, đơn vị", "Chức danh", "Trạng thái", "Lý do giữ", "Số tệp", "Mã tin, bài"},
          {}};
}

sheet::Row row_of(const Intake& thing) {
  const intake::Sender& sender = thing.sender;
  return {thing.code,     thing.received_at, label_of(thing.channel), label_of(thing.medium), thing.brought_by,      thing.title,          sender.name,
          sender.address, sender.phone,      sender.organisation,     sender.position,        label_of_state(thing), label_of(thing.hold),
          static_cast<std::int64_t>(thing.files), thing.item_code};
}

}  // namespace portal::admin
