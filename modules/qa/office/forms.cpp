#include "modules/qa/office/forms.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/text/clean.h"
#include "shared/text/contact.h"

namespace portal::qa {
namespace {

using office::FieldReader;
using office::FormField;
using office::FormPage;
using office::Option;
using FieldKind = FormField::Kind;

constexpr std::int64_t kMostDays = 60;

// How a reader can be told (D11.4, D11.5).
struct WayWords {
  std::string_view key, label;
};
constexpr std::array kWays{WayWords{"email", "Thư điện tử"}, WayWords{"phone", "Điện thoại"}, WayWords{"letter", "Thư, văn bản giấy"},
                           WayWords{"page", "Chuyên mục Hỏi đáp"}, WayWords{"direct", "Trực tiếp"}};

std::vector<Option> options_of_ways() {
  std::vector<Option> options{{"", "Chọn cách trả lời"}};
  for (const WayWords& way : kWays) options.push_back({std::string{way.key}, std::string{way.label}});
  return options;
}

std::vector<Option> options_of(const std::vector<Named>& rows, std::string_view first) {
  std::vector<Option> options;
  if (!first.empty()) options.push_back({"", std::string{first}});
  for (const Named& row : rows) options.push_back({std::to_string(row.id), row.name});
  return options;
}

FormField area(std::string name, std::string label, std::string hint, std::size_t max, int rows) {
  return {.kind = FieldKind::Area, .name = std::move(name), .label = std::move(label), .hint = std::move(hint), .required = true,
          .max_length = static_cast<int>(max), .rows = rows};
}

FormField optional_area(std::string name, std::string label, std::string hint, std::size_t max, int rows) {
  FormField field = area(std::move(name), std::move(label), std::move(hint), max, rows);
  field.required = false;
  return field;
}

FormField line(std::string name, std::string label, std::string hint, std::size_t max, bool required, std::string width = "full") {
  return {.kind = FieldKind::Text, .name = std::move(name), .label = std::move(label), .hint = std::move(hint), .required = required,
          .max_length = static_cast<int>(max), .width = std::move(width)};
}

std::vector<FormField> told_fields(std::string_view label) {
  return {{.kind = FieldKind::Select, .name = "how", .label = std::string{label}, .options = options_of_ways(), .required = true},
          {.kind = FieldKind::DateTime, .name = "at", .label = "Lúc", .hint = "Thời điểm bạn đọc nhận được trả lời; không ở tương lai.", .required = true}};
}

Told read_told(FieldReader& reader, const http::Fields& form, base::UtcTime now) {
  Told told;
  const auto way = std::find_if(kWays.begin(), kWays.end(), [&](const WayWords& one) { return one.key == form.get("how"); });
  if (way == kWays.end())
    reader.fail("how", "Chọn cách trả lời bạn đọc.", "D11.5");
  else
    told.how = way->label;
  told.at = reader.moment("at", now);
  return told;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number == 0 || number >= UINT64_MAX / 2) return {};
  return number;
}

}  // namespace

FormPage register_form() {
  FormPage form;
  form.title = "Ghi câu hỏi, phản hồi vào sổ";
  form.lead = "Số vào sổ do hệ thống cấp. Tên và cách liên hệ của người gửi là dữ liệu cá nhân, chỉ người xử lý xem được.";
  form.action = std::string{kPath} + "moi";
  form.submit = "Ghi vào sổ";
  form.cancel_url = kPath;
  form.fields = {
      {.kind = FieldKind::Select, .name = "kind", .label = "Loại", .hint = "Câu hỏi pháp luật: 15 ngày làm việc để trả lời. Phản hồi, kiến nghị: đơn vị có 15 ngày làm việc từ khi nhận.",
       .options = {{"", "Chọn loại"}, {"question", std::string{label_of(Kind::Question)}}, {"feedback", std::string{label_of(Kind::Feedback)}}}, .required = true},
      {.kind = FieldKind::Select, .name = "channel", .label = "Nhận qua",
       .options = {{"", "Chọn cách nhận"}, {"web", std::string{label_of(Channel::Web)}}, {"email", std::string{label_of(Channel::Email)}},
                   {"phone", std::string{label_of(Channel::Phone)}}, {"paper", std::string{label_of(Channel::Paper)}}}, .required = true},
      {.kind = FieldKind::DateTime, .name = "received_at", .label = "Tiếp nhận lúc", .hint = "Lúc câu hỏi, phản hồi đến Sở; thời hạn tính từ đây.", .required = true},
      line("title", "Về việc", "Một câu ngắn.", kMaxTitle, true),
      area("text", "Nội dung", "Ghi đúng lời người gửi.", kMaxText, 8),
      line("asker_name", "Họ tên, tổ chức gửi", "", kMaxName, true),
      {.kind = FieldKind::Email, .name = "asker_email", .label = "Thư điện tử", .hint = "Ghi ít nhất một cách liên hệ để trả lời.", .max_length = static_cast<int>(kMaxEmail)},
      {.kind = FieldKind::Telephone, .name = "asker_phone", .label = "Điện thoại", .max_length = static_cast<int>(kMaxPhone), .width = "20"},
      line("asker_address", "Địa chỉ", "", kMaxAddress, false)};
  return form;
}

base::Result<NewMatter> parse_matter(const http::Fields& form, base::UtcTime now) {
  FieldReader reader(form);
  NewMatter matter;
  if (const auto kind = parse_kind(form.get("kind")))
    matter.kind = *kind;
  else
    reader.fail("kind", "Chọn loại: câu hỏi hay phản hồi.", "D11.1");
  if (const auto channel = parse_channel(form.get("channel")))
    matter.channel = *channel;
  else
    reader.fail("channel", "Chọn cách nhận.", "D11.1");
  matter.received_at = reader.moment("received_at", now);
  matter.title = reader.line("title", kMaxTitle, true, "Về việc");
  matter.text = reader.text("text", kMaxText, true, "Nội dung");
  matter.asker.name = reader.line("asker_name", kMaxName, true, "Họ tên, tổ chức gửi");
  matter.asker.email = reader.line("asker_email", kMaxEmail, false, "Thư điện tử");
  matter.asker.phone = reader.line("asker_phone", kMaxPhone, false, "Điện thoại");
  matter.asker.address = reader.line("asker_address", kMaxAddress, false, "Địa chỉ");
  if (!matter.asker.email.empty() && !text::is_email(matter.asker.email))
    reader.fail("asker_email", "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@example.vn.", "D11.4");
  if (!matter.asker.phone.empty() && !text::is_phone(matter.asker.phone)) reader.fail("asker_phone", "Viết số điện thoại bằng chữ số, có thể có dấu cách.");
  if (!can_be_reached(matter.asker)) reader.fail("asker_email", "Ghi ít nhất một cách liên hệ: thư điện tử, điện thoại hoặc địa chỉ.", "D11.5");
  return std::move(reader).finish(std::move(matter));
}

FormPage forward_form(const std::vector<Matter>& matters, const std::vector<Named>& units) {
  FormPage form;
  const bool is_batch = matters.size() > 1;
  const bool has_question = std::any_of(matters.begin(), matters.end(), [](const Matter& matter) { return matter.is_question(); });
  form.title = is_batch ? "Chuyển " + std::to_string(matters.size()) + " việc theo đợt" : std::string{row_of(Act::Forward).label};
  form.action = std::string{kPath} + "chuyen";
  form.submit = is_batch ? "Chuyển " + std::to_string(matters.size()) + " việc" : "Chuyển đơn vị";
  form.cancel_url = is_batch ? std::string{kPath} : url_of(matters.front().id);
  for (const Matter& matter : matters) form.hidden.emplace_back("viec[]", picked_value(matter));
  form.fields = {{.kind = FieldKind::Select, .name = "unit", .label = "Đơn vị chủ trì", .options = options_of(units, "Chọn đơn vị"), .required = true}};
  if (has_question)
    form.fields.push_back(line("limit_days", "Thời hạn của đơn vị (ngày làm việc)",
                               "Ban Biên tập định theo số lượng, tính chất câu hỏi: không quá 15 ngày (30 ngày khi đã gia hạn vì phải xin ý kiến bộ, ngành) và không sau hạn trả lời người hỏi.",
                               2, true, "10"));
  form.fields.push_back({.kind = FieldKind::Checkboxes, .name = "co_units", .label = "Đơn vị phối hợp",
                         .hint = "Việc phức tạp hoặc thuộc từ 02 đơn vị trở lên; cần ý kiến chỉ đạo của Lãnh đạo Sở.", .options = options_of(units, "")});
  form.fields.push_back(line("instruction", "Ý kiến chỉ đạo", "Ai chỉ đạo, văn bản hoặc cuộc họp nào, ngày nào. Bỏ trống nếu chỉ có một đơn vị hoặc đã ghi ý kiến chỉ đạo.",
                             kMaxDocument, false));
  form.fields.push_back(optional_area("note", "Nội dung yêu cầu", "Điều đơn vị cần làm rõ khi trả lời.", kMaxReason, 4));
  return form;
}

base::Result<NewForward> parse_forward(const http::Fields& form, bool has_question) {
  FieldReader reader(form);
  NewForward wanted;
  wanted.lead = reader.id<base::UnitId>("unit", "Đơn vị chủ trì", true);
  if (has_question) wanted.limit_days = static_cast<unsigned>(reader.number("limit_days", 1, kMostDays, "Thời hạn của đơn vị"));
  for (const std::string_view value : form.all("co_units[]")) {
    const auto id = number_in(value);
    if (!id)
      reader.fail("co_units", "Chọn đơn vị phối hợp trong danh sách.", "D11.4");
    else if (std::find(wanted.co_units.begin(), wanted.co_units.end(), base::UnitId{*id}) == wanted.co_units.end())
      wanted.co_units.emplace_back(*id);
  }
  wanted.instruction = reader.line("instruction", kMaxDocument, false, "Ý kiến chỉ đạo");
  wanted.note = reader.text("note", kMaxReason, false, "Nội dung yêu cầu");
  return std::move(reader).finish(std::move(wanted));
}

std::string picked_value(const Matter& matter) { return std::to_string(matter.id.value) + ":" + std::to_string(matter.row_version); }

std::vector<Picked> parse_picked(const http::Fields& form) {
  std::vector<Picked> picked;
  for (const std::string_view value : form.all("viec[]")) {
    const auto colon = std::min(value.find(':'), value.size());
    const auto id = number_in(value.substr(0, colon));
    if (!id || picked.size() == kMostPicked) return {};
    const auto version = colon < value.size() ? number_in(value.substr(colon + 1)) : std::optional<std::uint64_t>{0};
    if (!version || *version > UINT32_MAX) return {};
    const bool is_known = std::any_of(picked.begin(), picked.end(), [&](const Picked& one) { return one.id.value == *id; });
    if (!is_known) picked.push_back({MatterId{*id}, static_cast<unsigned>(*version)});
  }
  return picked;
}

FormPage act_form(const ActPlace& place) {
  const Matter& matter = place.matter;
  FormPage form;
  form.title = place.row.label;
  form.lead = matter.code + ", “" + matter.title + "”. Căn cứ: " + std::string{place.row.clause} + ".";
  form.action = url_of(matter.id) + "/viec/" + std::string{place.row.slug};
  form.submit = place.row.label;
  form.cancel_url = url_of(matter.id);
  form.is_danger = place.row.is_danger;
  form.hidden = {{"row_version", std::to_string(matter.row_version)}};
  switch (place.row.act) {
    case Act::Forward: break;  // has a form of its own, for several matters
    case Act::AskDirection:
      form.fields = {area("text", "Điều xin ý kiến", "Vì sao cần Lãnh đạo Sở cho ý kiến; đề xuất đơn vị chủ trì, phối hợp nếu có.", kMaxReason, 5)};
      break;
    case Act::Direct:
      form.fields = {area("text", "Ý kiến chỉ đạo", "", kMaxReason, 5)};
      form.fields.push_back(line("document", "Văn bản, cuộc họp", place.is_director ? "Không bắt buộc." : "Số, ngày của văn bản hoặc cuộc họp mà Lãnh đạo Sở cho ý kiến.",
                                 kMaxDocument, !place.is_director));
      break;
    case Act::Extend:
      form.lead += " Chỉ gia hạn khi phải xin ý kiến Bộ Tư pháp hoặc bộ, ngành khác; tính từ ngày tiếp nhận.";
      form.fields = {line("days", "Số ngày làm việc sau khi gia hạn", "Nhiều nhất " + std::to_string(place.most.value_or(0)) + " ngày.", 2, true, "10"),
                     line("ministry", "Bộ, ngành được xin ý kiến", "Tên cơ quan, số và ngày văn bản xin ý kiến.", kMaxDocument, true),
                     area("reason", "Lý do", "", 250, 4)};
      if (matter.state == State::WithUnit)
        form.fields.push_back(line("unit_days", "Thời hạn mới của đơn vị (ngày làm việc)", "Tính từ ngày chuyển đơn vị. Bỏ trống thì hạn của đơn vị giữ nguyên.", 2, false, "10"));
      break;
    case Act::Assign:
      form.fields = {{.kind = FieldKind::Select, .name = "person", .label = "Người xử lý", .options = options_of(place.staff, "Chọn người"), .required = true},
                     optional_area("text", "Yêu cầu", "", kMaxReason, 3)};
      break;
    case Act::Progress:
      form.fields = {area("text", "Quá trình xử lý", "Đã làm gì, đang chờ gì.", kMaxReason, 6),
                     {.kind = FieldKind::Date, .name = "next_day", .label = "Hẹn trả lời ngày",
                      .hint = matter.is_question() ? "Không sau hạn của đơn vị." : "Một ngày làm việc trong 15 ngày làm việc tới; thời hạn của đơn vị tính tiếp đến ngày này.",
                      .required = true}};
      break;
    case Act::Result: form.fields = {area("text", "Kết quả", "Nội dung để Ban Biên tập trả lời bạn đọc.", kMaxText, 10)}; break;
    case Act::Opinion: form.fields = {area("text", "Ý kiến phối hợp", "", kMaxText, 8)}; break;
    case Act::Return: form.fields = {area("text", "Lý do trả lại", "Vì sao không thuộc thẩm quyền; nơi có thẩm quyền nếu biết.", kMaxReason, 4)}; break;
    case Act::Answer:
      form.fields = told_fields("Trả lời bạn đọc bằng");
      form.fields.push_back(area("text", "Nội dung trả lời", "Đúng nội dung đã gửi bạn đọc.", kMaxText, 10));
      break;
    case Act::Outside:
      form.fields = {line("agency", "Nơi có thẩm quyền", "Tên cơ quan, địa chỉ, điện thoại để bạn đọc liên hệ.", 300, true)};
      for (FormField& field : told_fields("Báo bạn đọc bằng")) form.fields.push_back(std::move(field));
      form.fields.push_back(area("text", "Nội dung đã báo bạn đọc", "", kMaxText, 6));
      break;
    case Act::Drop: form.fields = {area("text", "Lý do bỏ khỏi sổ", "Ví dụ: trùng với việc số nào.", kMaxReason, 3)}; break;
  }
  return form;
}

base::Result<ActDraft> parse_act(const http::Fields& form, const ActPlace& place, base::UtcTime now) {
  FieldReader reader(form);
  ActDraft draft;
  const FormPage page = act_form(place);
  for (const FormField& field : page.fields)
    if (field.name == "text") draft.text = reader.text("text", static_cast<std::size_t>(field.max_length), field.required, field.label);
  switch (place.row.act) {
    case Act::Direct:
      draft.document = reader.line("document", kMaxDocument, false, "Văn bản, cuộc họp");
      if (draft.document.empty() && !place.is_director) reader.fail("document", "Ghi số, ngày của văn bản hoặc cuộc họp mà Lãnh đạo Sở cho ý kiến.", "D11.4");
      break;
    case Act::Extend:
      draft.days = static_cast<unsigned>(reader.number("days", 1, kMostDays, "Số ngày làm việc sau khi gia hạn"));
      draft.ministry = reader.line("ministry", kMaxDocument, false, "Bộ, ngành được xin ý kiến");
      if (draft.ministry.empty()) reader.fail("ministry", "Ghi tên bộ, ngành phải xin ý kiến: chỉ khi đó mới được gia hạn.", "D9.3e");
      draft.text = reader.text("reason", 250, true, "Lý do");
      if (!text::trim(form.get("unit_days")).empty())
        draft.unit_days = static_cast<unsigned>(reader.number("unit_days", 1, kMostDays, "Thời hạn mới của đơn vị"));
      break;
    case Act::Assign: draft.person = reader.id<base::PersonId>("person", "Người xử lý", true); break;
    case Act::Progress: {
      const std::string day = reader.day("next_day", true, "Hẹn trả lời ngày");
      if (const auto at = base::parse_date_time(day)) draft.next_day = base::local_date(*at);
      break;
    }
    case Act::Outside: draft.agency = reader.line("agency", 300, true, "Nơi có thẩm quyền"); draft.told = read_told(reader, form, now); break;
    case Act::Answer: draft.told = read_told(reader, form, now); break;
    case Act::Forward:
    case Act::AskDirection:
    case Act::Result:
    case Act::Opinion:
    case Act::Return:
    case Act::Drop: break;
  }
  return std::move(reader).finish(std::move(draft));
}

}  // namespace portal::qa
