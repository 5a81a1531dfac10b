#include "modules/news/office/views.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "modules/news/attachments.h"
#include "modules/news/signature_words.h"
#include "shared/files/size.h"
#include "shared/http/fields.h"
#include "shared/office/fields.h"
#include "shared/richtext/parse.h"
#include "shared/richtext/plain.h"
#include "shared/richtext/render.h"

namespace portal::news {
namespace {

using office::Choice;
using office::Field;

std::vector<Choice> state_choices(const ListFilter& filter) {
  std::vector<Choice> choices{{"", "tất cả", "", filter.state.empty()}};
  for (const workflow::State state : workflow::kAllStates) {
    const std::string key{workflow::key_of(state)};
    choices.push_back({key, std::string{workflow::label_of(state)}, "", key == filter.state});
  }
  return choices;
}

std::vector<Choice> section_choices(const std::vector<SectionChoice>& sections, std::uint64_t chosen, std::string_view first) {
  std::vector<Choice> choices{{"", std::string{first}, "", chosen == 0}};
  for (const SectionChoice& section : sections)
    choices.push_back({std::to_string(section.id.value), (section.is_child ? "– " : "") + section.title, "", section.id.value == chosen});
  return choices;
}

std::vector<Choice> unit_choices(const std::vector<UnitChoice>& units, std::uint64_t chosen, std::string_view first) {
  std::vector<Choice> choices;
  if (!first.empty()) choices.push_back({"", std::string{first}, "", chosen == 0});
  for (const UnitChoice& unit : units) choices.push_back({std::to_string(unit.id.value), unit.name, "", unit.id.value == chosen});
  return choices;
}

void fill_options(view::Dict& content, const char* section, const std::vector<Choice>& choices) {
  for (const Choice& choice : choices) {
    view::Dict option = content.section(section);
    option.set("OPTION_VALUE", choice.value);
    option.set("OPTION_LABEL", choice.label);
    option.show("OPTION_SELECTED", choice.selected);
  }
}

std::string filter_query(const ListFilter& filter) {
  std::string query;
  const auto add = [&query](std::string_view name, const std::string& value) {
    if (!value.empty()) query += (query.empty() ? "?" : "&") + std::string{name} + "=" + http::url_encode(value);
  };
  add("q", filter.text);
  add("trang-thai", filter.state);
  if (filter.section.is_set()) add("chuyen-muc", std::to_string(filter.section.value));
  if (filter.unit.is_set()) add("don-vi", std::to_string(filter.unit.value));
  if (filter.is_mine) add("cua-toi", "1");
  return query;
}

std::string_view kind_label(std::string_view key) {
  const Kind* kind = find_kind(key);
  return kind == nullptr ? std::string_view{"Bài"} : kind->label;
}

std::uint64_t number_of(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

Field field(const http::Fields& typed, std::string name, std::string label, std::string hint, std::size_t max) {
  Field made;
  made.value = typed.get(name);
  made.name = std::move(name);
  made.label = std::move(label);
  made.hint = std::move(hint);
  made.max_length = static_cast<int>(max);
  return made;
}

// A line of the edit form, which says for all its fields that the browser should not fill them in.
void add_line(view::Dict dict, const char* slot, const Field& field, const office::Errors& errors) {
  office::add_text(dict, slot, field, errors, "text", {});
}

std::string_view state_key(const files::ItemFile& file) {
  return file.state == files::State::Refused ? "refused" : file.is_ready() ? "ready" : "waiting";
}

// The narrowest width of a ready picture; "" for any other.
std::string thumb_of(const files::ItemFile& file, const ItemPictures& pictures) {
  const int number = static_cast<int>(file.id.value);
  const auto& made = pictures.renditions(number);
  return made.empty() ? std::string{} : office_picture_address(file.item, number, made.front().width, "jpeg");
}

// What an upload is used for: in the article as it is typed, and in other items (by the same bytes).
std::string use_words(std::string here, const files::ItemFile& file, const ItemPictures& pictures) {
  if (const std::string codes = pictures.also_in(file); !codes.empty()) here += (here.empty() ? "Cũng có ở bài " : ". Cũng có ở bài ") + codes;
  return here;
}

std::set<int> pictures_in(const http::Fields& typed) {
  std::set<int> numbers;
  const auto document = richtext::parse_document(std::string{typed.get("body")});
  if (!document) return numbers;
  for (const richtext::Node* figure : richtext::figures(*document)) numbers.insert(figure->file);
  return numbers;
}

std::string picture_use(int number, const std::set<int>& in_text, const http::Fields& typed) {
  const bool is_lead = typed.get("lead") == std::to_string(number);
  if (!in_text.contains(number)) return is_lead ? "Dùng làm ảnh đại diện" : "Chưa dùng trong bài";
  return is_lead ? "Dùng trong bài, làm ảnh đại diện" : "Dùng trong bài";
}

void fill_pictures(view::Dict& part, const ItemPictures& pictures, const http::Fields& typed) {
  const std::set<int> in_text = pictures_in(typed);
  for (const files::ItemFile& file : pictures.files()) {
    if (file.kind != files::Kind::Picture) continue;
    view::Dict row = part.section("PICTURE");
    row.set("PICTURE_NUMBER", std::to_string(file.id.value));
    row.set("PICTURE_NAME", file.name);
    row.set("PICTURE_FACTS", file_facts(file));
    row.set("PICTURE_STATE", state_words(file));
    if (file.is_ready()) row.section("USED").set("PICTURE_USE", use_words(picture_use(static_cast<int>(file.id.value), in_text, typed), file, pictures));
    row.show("IS_REFUSED", file.state == files::State::Refused);
    if (const std::string thumb = thumb_of(file, pictures); !thumb.empty()) {
      view::Dict ready = row.section("IS_READY");
      ready.set("PICTURE_THUMB", thumb);
      ready.set("PICTURE_NUMBER", std::to_string(file.id.value));
    }
  }
}

void fill_documents(view::Dict& part, const FilesPage& page, const ItemPictures& pictures) {
  for (const files::ItemFile& file : pictures.files()) {
    if (file.kind != files::Kind::Document) continue;
    view::Dict row = part.section("DOCUMENT");
    row.set("DOCUMENT_NAME", file.name);
    row.set("DOCUMENT_FACTS", file_facts(file));
    row.set("DOCUMENT_STATE", state_words(file));
    row.set_if("USED", "DOCUMENT_USE", use_words({}, file, pictures));
    row.show("IS_REFUSED", file.state == files::State::Refused);
    if (!file.is_ready()) continue;
    view::Dict ready = row.section("IS_READY");
    ready.set("DOCUMENT_URL", document_url(page.item_url, file.id) + "?nhap=" + page.draft_key);
    ready.set("DOCUMENT_NAME", file.name);
  }
}

void fill_attachments(view::Dict& part, const ItemPictures& pictures, const http::Fields& typed) {
  const auto attachments = parse_attachments(typed.get("attachments"));
  part.set("ATTACHMENTS", typed.get("attachments"));
  if (!attachments || attachments->empty()) return;
  view::Dict list = part.section("HAS_ATTACHMENTS");
  for (const Attachment& attachment : *attachments) {
    const files::ItemFile* file = pictures.file(attachment.file);
    view::Dict row = list.section("ATTACHMENT");
    row.set("SLOT", std::to_string(attachment.slot));
    row.set("FILE_NUMBER", std::to_string(attachment.file));
    row.set("ATTACHMENT_TITLE", attachment.title);
    row.set("MAX_TITLE", std::to_string(kMaxAttachmentTitle));
    row.show("IS_INTERNAL", attachment.is_internal);
    row.set("ATTACHMENT_FACTS", file == nullptr ? std::string{"không có tệp này"} : file_facts(*file) + ", gửi lên với tên “" + file->name + "”");
    if (file == nullptr) continue;
    row.section("HAS_FILE").set("ATTACHMENT_URL", office_download_address(file->item, attachment.file));
    row.set("ATTACHMENT_STATE", state_words(*file));
    row.set_if("USED", "ATTACHMENT_USE", use_words({}, *file, pictures));
    row.show("IS_WAITING", file->state == files::State::Quarantine);
    row.show("IS_REFUSED", file->state == files::State::Refused);
    row.set_if("HAS_THUMB", "ATTACHMENT_THUMB", thumb_of(*file, pictures));
  }
}

// What the signatures of an attachment are worth, each with its answers (D9.1c).
void fill_judgement(view::Dict& row, const files::Judgement& judgement) {
  view::Dict judged = row.section("JUDGED");
  judged.set("SIGNED_SUMMARY", summary_of(judgement));
  judged.set("JUDGED_AT", base::format_date_time(judgement.at));
  judged.set("ANCHOR_COUNT", static_cast<std::int64_t>(judgement.anchor_count));
  const signatures::Verdict verdict = verdict_of(judgement);
  if (judgement.signatures.empty()) office::add_chip(judged, "SIGNED_CHIP", "grey", "info", "Không có chữ ký số");
  else if (verdict == signatures::Verdict::Valid) office::add_chip(judged, "SIGNED_CHIP", "green", "shield-check", "Chữ ký số hợp lệ");
  else if (verdict == signatures::Verdict::Invalid) office::add_chip(judged, "SIGNED_CHIP", "red", "circle-alert", "Chữ ký số không hợp lệ");
  else office::add_chip(judged, "SIGNED_CHIP", "amber", "info", "Chưa kết luận được");
  std::int64_t number = 0;
  for (const files::JudgedSignature& signature : judgement.signatures) {
    const SignatureWords words = words_of(signature);
    view::Dict one = judged.section("SIGNATURE");
    one.set("SIGNATURE_NUMBER", ++number);
    one.set("SIGNATURE_SIGNER", words.signer);
    one.set("SIGNATURE_ISSUER", words.issuer.empty() ? "Không rõ" : words.issuer);
    one.set("SIGNATURE_TIME", words.time);
    one.set("SIGNATURE_COVERAGE", words.coverage);
    one.set("SIGNATURE_AFTERWARDS", words.afterwards);
    one.set("SIGNATURE_CHAIN", words.chain);
    one.set("SIGNATURE_REVOCATION", words.revocation);
    one.set("SIGNATURE_VERDICT", words.verdict);
    if (words.reasons.empty()) continue;
    view::Dict why = one.section("WHY");
    for (const std::string& reason : words.reasons) why.section("WHY_ONE").set("WHY_TEXT", reason);
  }
}

void add_event_fields(view::Dict& content, const http::Fields& typed, const std::vector<base::FieldError>& errors) {
  view::Dict part = content.section("EVENT_FIELDS");
  office::add_date_time(part, "FIELD_STARTS_AT", field(typed, "starts_at", "Bắt đầu (D5.9đ)", "", 0), errors);
  office::add_date_time(part, "FIELD_ENDS_AT", field(typed, "ends_at", "Kết thúc (không bắt buộc)", "", 0), errors);
  add_line(part, "FIELD_PLACE", field(typed, "place", "Địa điểm", "", kMaxPlace), errors);
  add_line(part, "FIELD_REGISTRATION", field(typed, "registration", "Cách đăng ký (không bắt buộc)", "", kMaxRegistration), errors);
}

}  // namespace

std::string file_facts(const files::ItemFile& file) {
  return (file.format == nullptr ? std::string{} : std::string{file.format->label} + ", ") + files::size_words(file.bytes) +
         (file.pages == 0 ? std::string{} : ", " + std::to_string(file.pages) + " trang");
}

std::string state_words(const files::ItemFile& file) {
  if (file.state == files::State::Refused) return "Không dùng được: " + file.reason;
  if (file.is_ready() && file.pages != 0) return file.flags.empty() ? "Mở được, không có phần tự chạy" : pdf::words_of(file.flags);
  if (file.is_ready()) return file.width == 0 ? std::string{"Dùng được"} : std::to_string(file.width) + " × " + std::to_string(file.height) + " điểm ảnh";
  return file.reason.empty() ? std::string{"Đang xử lý, tải lại trang sau vài giây"} : file.reason;
}

std::string document_url(const std::string& item_url, files::UploadId file) { return item_url + "/tai-lieu/" + std::to_string(file.value); }

std::string older_url(const ListFilter& filter, const OfficeEntry& last) {
  const std::string query = filter_query(filter);
  const auto micros = last.since.time_since_epoch().count();
  return std::string{"/quan-tri/tin-bai/"} + query + (query.empty() ? "?" : "&") + "tu=" + std::to_string(micros) + "-" + std::to_string(last.id.value);
}

void fill_list(view::Dict& content, const ListFilter& filter, const OfficeList& list, const office::ClockChips& clocks,
               const std::vector<SectionChoice>& sections, const std::vector<UnitChoice>& units, bool may_write, MayBulk may) {
  content.show("MAY_WRITE", may_write);
  content.set("QUERY", filter.text);
  content.show("MINE_CHECKED", filter.is_mine);
  fill_options(content, "STATE_OPTION", state_choices(filter));
  fill_options(content, "SECTION_OPTION", section_choices(sections, filter.section.value, "tất cả"));
  fill_options(content, "UNIT_OPTION", unit_choices(units, filter.unit.value, "tất cả"));
  if (list.entries.empty()) {
    content.show("NOTHING");
    return;
  }
  view::Dict table = content.section("TABLE");
  const auto has = [&list](workflow::State state) {
    return std::any_of(list.entries.begin(), list.entries.end(), [state](const OfficeEntry& entry) { return entry.state == state; });
  };
  const bool may_give = may.give && has(workflow::State::Editing);
  // Only where somebody looks at what is up: elsewhere every other row would have a box.
  const bool may_archive = may.archive && filter.state == workflow::key_of(workflow::State::Published) && has(workflow::State::Published);
  table.show("BULK_END", may_give || may_archive);
  if (may_give || may_archive) {
    view::Dict bulk = table.section("MAY_BULK");
    bulk.show("MAY_GIVE", may_give);
    bulk.show("MAY_ARCHIVE", may_archive);
  }
  for (const OfficeEntry& entry : list.entries) {
    view::Dict row = table.section("ROW");
    row.set("ITEM_URL", std::string{"/quan-tri/tin-bai/"} + std::to_string(entry.id.value));
    row.set("ITEM_TITLE", entry.title);
    const bool may_tick = (may_give && entry.state == workflow::State::Editing) || (may_archive && entry.state == workflow::State::Published);
    if (may_tick) row.section("TICK").set("TICK_ITEM", std::to_string(entry.id.value));
    row.set("ITEM_SUB", std::string{kind_label(entry.kind)} + " · " + entry.code + " · " + entry.author + ", " + entry.unit);
    row.set("SECTION_TITLE", entry.section);
    row.set("STATE_ICON", entry.state ? workflow::icon_of(*entry.state) : "lock");
    row.set("STATE_LABEL", entry.state ? workflow::label_of(*entry.state) : std::string_view{entry.state_key});
    row.show("IS_LIVE", entry.is_published && entry.state != workflow::State::Published && entry.state != workflow::State::Archived);
    office::fill_clock_chip(row, clocks, entry.id);
    row.set("SINCE", base::format_date_time(entry.since));
    row.set("SINCE_ISO", base::format_iso(entry.since));
    row.set("HOLDER", entry.holder.empty() ? "–" : entry.holder);
  }
  if (list.has_more) content.section("HAS_OLDER").set("OLDER_URL", older_url(filter, list.entries.back()));
}

void fill_edit(view::Dict& content, const EditPage& page, const http::Fields& typed, const std::vector<base::FieldError>& errors) {
  content.set("HEADING", page.heading);
  content.set("ACTION_URL", page.action_url);
  content.set("CANCEL_URL", page.cancel_url);
  content.set("KEY", page.key);
  content.set("ROW_VERSION", std::int64_t{page.row_version});
  office::fill_error_summary(content, errors);
  add_line(content, "FIELD_TITLE", field(typed, "title", "Tiêu đề", "Nói rõ việc gì, ở đâu; không viết hoa toàn bộ.", kMaxTitle), errors);
  if (page.may_move) {
    office::add_select(content.section("CHOOSE_SECTION"), "FIELD_SECTION",
                       field(typed, "section", "Chuyên mục", "Theo Điều 5; Thư ký xác nhận khi phân loại.", 0),
                       section_choices(page.sections, number_of(typed.get("section")), "Chọn chuyên mục"), errors);
  } else {
    view::Dict fixed = content.section("FIXED_SECTION");
    fixed.set("SECTION_TITLE", page.section_title);
    fixed.set("SECTION_ID", typed.get("section"));
  }
  if (page.units.size() > 1)
    office::add_select(content.section("CHOOSE_UNIT"), "FIELD_UNIT", field(typed, "unit", "Đơn vị chịu trách nhiệm nội dung", "", 0),
                       unit_choices(page.units, number_of(typed.get("unit")), ""), errors);
  else if (page.units.size() == 1)
    content.section("ONE_UNIT").set("UNIT_ID", std::to_string(page.units.front().id.value));
  office::add_textarea(content, "FIELD_SUMMARY", field(typed, "summary", "Tóm tắt", "Một, hai câu; hiện ở danh sách và đầu bài.", kMaxSummary), errors, 3);
  Field event = field(typed, "event_at", "Thời điểm sự việc diễn ra", "Bắt buộc với tin tức: thời hạn 12 giờ hành chính tính từ đây (D9.3a).", 0);
  event.required = page.is_event_time_required;
  office::add_date_time(content, "FIELD_EVENT_AT", event, errors);
  if (const Kind* kind = find_kind(page.kind); kind == nullptr || kind->has_event || page.may_move) add_event_fields(content, typed, errors);
  office::add_rich_editor(content, "FIELD_BODY", field(typed, "body", "Nội dung", "", 0), errors);
  add_line(content, "FIELD_SOURCE", field(typed, "source", "Nguồn", "Đơn vị hoặc nơi cung cấp thông tin (D9.1b).", kMaxSource), errors);
  add_line(content, "FIELD_AUTHOR_LINE",
                   field(typed, "author_line", "Dòng tác giả (không bắt buộc)", "Để trống thì hiện họ tên người viết.", kMaxAuthorLine), errors);
  if (page.is_correction)
    add_line(content.section("CORRECTION"), "FIELD_CHANGE_NOTE",
                     field(typed, "change_note", "Nội dung đính chính", "Bạn đọc thấy câu này cùng ngày sửa (D12.3).", kMaxChangeNote), errors);
}

void fill_presence(view::Dict& content, const std::vector<drafts::Editor>& editors) {
  view::Dict part = content.include("PRESENCE", "news-office/presence.tpl");
  part.show("NOBODY", editors.empty());
  for (const drafts::Editor& editor : editors) {
    view::Dict row = part.section("EDITOR");
    row.set("EDITOR_NAME", editor.name);
    row.set("EDITOR_SINCE", base::format_time(editor.since));
  }
}

void fill_offers(view::Dict& content, const std::vector<drafts::Draft>& drafts, unsigned newest, const std::string& form_url) {
  if (drafts.empty()) return;
  view::Dict part = content.include("DRAFTS", "news-office/drafts.tpl");
  for (const drafts::Draft& draft : drafts) {
    view::Dict row = part.section("DRAFT");
    const std::string url = "/quan-tri/tin-bai/nhap/" + draft.key;
    row.set("DRAFT_AT", base::format_time(draft.saved_at) + ", " + base::format_date(draft.saved_at));
    row.set_if("TITLED", "DRAFT_TITLE", newest == 0 ? draft.title : std::string{});
    if (newest > draft.base_version) row.section("DRAFT_OLD").set("DRAFT_BASE", std::int64_t{draft.base_version});
    row.set("VIEW_URL", url);
    row.set("DROP_URL", url + "/bo");
    if (!form_url.empty()) row.section("MAY_USE").set("USE_URL", form_url + "?nhap=" + draft.key);
  }
}

void fill_content_notes(view::Dict& content, const std::vector<ContentNote>& notes) {
  if (notes.empty()) return;
  view::Dict part = content.section("CONTENT_NOTES");
  for (const ContentNote& note : notes) {
    view::Dict row = part.section("CONTENT_NOTE");
    row.set("NOTE_TEXT", note.message);
    row.set("NOTE_CLAUSE", note.clause);
    row.set("NOTE_ICON", note.blocks ? "circle-alert" : "triangle-alert");
    row.show("NOTE_BLOCKS", note.blocks);
  }
}

void fill_content(view::Dict& content, const Content& version, std::string_view kind, const ItemPictures& pictures) {
  content.set("TITLE", version.title);
  content.set_if("HAS_SUMMARY", "SUMMARY", version.summary);
  const auto fact = [&content](std::string_view label, const std::string& value) {
    if (value.empty()) return;
    view::Dict row = content.section("WORD_FACT");
    row.set("WORD_LABEL", label);
    row.set("WORD_VALUE", value);
  };
  const auto time = [](const std::optional<base::UtcTime>& at) { return at ? base::format_date_time(*at) : std::string{}; };
  fact("Loại", std::string{kind_label(kind)});
  fact("Diễn ra", time(version.event_at));
  fact("Bắt đầu", time(version.starts_at));
  fact("Kết thúc", time(version.ends_at));
  fact("Địa điểm", version.place);
  fact("Đăng ký", version.registration);
  fact("Nguồn", version.source);
  fact("Tác giả", version.author_line);
  fact("Đính chính", version.change_note);
  if (const richtext::Picture* lead = version.lead.file == 0 ? nullptr : pictures.find(version.lead.file)) {
    view::Dict part = content.section("LEAD");
    part.set("LEAD_SRC", lead->src);
    part.set("LEAD_ALT", version.lead.alt);
    part.set("LEAD_WIDTH", std::to_string(lead->width));
    part.set("LEAD_HEIGHT", std::to_string(lead->height));
    part.set("LEAD_CAPTION", version.lead.caption);
  }
  for (const Attachment& attachment : version.attachments) {
    const files::ItemFile* file = pictures.file(attachment.file);
    if (file == nullptr) continue;
    view::Dict row = content.section("ATTACHED");
    row.set("ATTACHED_URL", office_download_address(file->item, attachment.file));
    row.set("ATTACHED_TITLE", attachment.title);
    row.set("ATTACHED_FACTS", file_facts(*file));
    row.set("ATTACHED_DIGEST", file->sha256);
    row.set("ATTACHED_STATE", state_words(*file));
    row.show("IS_INTERNAL", attachment.is_internal);
    row.set_if("USED", "ATTACHED_USE", use_words({}, *file, pictures));
    if (const files::Judgement* judgement = pictures.judgement(attachment.file)) fill_judgement(row, *judgement);
    row.show("IS_REFUSED", file->state == files::State::Refused);
    row.set_if("HAS_THUMB", "ATTACHED_THUMB", thumb_of(*file, pictures));
  }
  if (const auto document = richtext::parse_document(version.body_json)) content.set_html("BODY_HTML", richtext::render_html(*document, pictures.finder()));
}

void fill_files(view::Dict& content, const FilesPage& page, const ItemPictures& pictures, const http::Fields& typed,
                const std::vector<base::FieldError>& errors) {
  content.show("FILES_FORM");
  view::Dict part = content.include("FILES", "news-office/files.tpl");
  part.set("FILES_URL", page.item_url + "/tep");
  part.set("PICTURE_LIMIT", files::size_words(page.limits.picture_bytes));
  part.set("ATTACHMENT_LIMIT", files::size_words(page.limits.attachment_bytes));
  part.set_if("HAS_PICTURE_ERROR", "PICTURE_ERROR", office::error_of(errors, "anh"));
  part.set_if("HAS_ATTACHMENT_ERROR", "ATTACHMENT_ERROR", office::error_of(errors, "tep"));
  part.set_if("HAS_DOCUMENT_ERROR", "DOCUMENT_ERROR", office::error_of(errors, "tai_lieu"));
  part.set("DOCUMENT_LIMIT", files::size_words(page.limits.attachment_bytes));
  fill_documents(part, page, pictures);
  fill_pictures(part, pictures, typed);
  std::vector<Choice> leads{{"", "Không có", "", typed.get("lead").empty()}};
  for (const files::ItemFile& file : pictures.files()) {
    if (file.kind != files::Kind::Picture || file.state == files::State::Refused) continue;
    const std::string number = std::to_string(file.id.value);
    leads.push_back({number, "Ảnh số " + number + ": " + file.name, "", typed.get("lead") == number});
  }
  office::add_select(part, "FIELD_LEAD", field(typed, "lead", "Ảnh đại diện (không bắt buộc)", "Hiện dưới tóm tắt ở đầu bài, và ở trang chủ khi bài đứng đầu.", 0), leads, errors);
  add_line(part, "FIELD_LEAD_ALT", field(typed, "lead_alt", "Mô tả ảnh đại diện", "Ảnh cho thấy gì, viết cho người không nhìn thấy ảnh. Phải có trước khi đăng.", richtext::kMaxAlt), errors);
  add_line(part, "FIELD_LEAD_CAPTION", field(typed, "lead_caption", "Chú thích ảnh đại diện", "Dòng chữ dưới ảnh: việc gì, ở đâu, ai chụp.", richtext::kMaxCaption), errors);
  fill_attachments(part, pictures, typed);
}

std::string files_json(const std::string& item_url, const ItemPictures& pictures, const std::vector<base::FieldError>& errors) {
  nlohmann::json out{{"files", nlohmann::json::array()}, {"documents", nlohmann::json::array()}, {"attachments", nlohmann::json::array()}, {"errors", nlohmann::json::array()}};
  for (const files::ItemFile& file : pictures.files()) {
    nlohmann::json row{{"id", file.id.value}, {"name", file.name}, {"state", state_key(file)}, {"words", state_words(file)}};
    if (file.kind == files::Kind::Picture) {
      row["thumb"] = thumb_of(file, pictures);
      out["files"].push_back(std::move(row));
    } else if (file.kind == files::Kind::Document) {
      row["facts"] = file_facts(file);
      row["url"] = file.is_ready() ? document_url(item_url, file.id) : std::string{};
      out["documents"].push_back(std::move(row));
    } else {
      row["facts"] = file_facts(file);
      row["thumb"] = thumb_of(file, pictures);
      row["pages"] = file.pages;
      out["attachments"].push_back(std::move(row));
    }
  }
  for (const base::FieldError& error : errors) out["errors"].push_back(error.message);
  return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace portal::news
