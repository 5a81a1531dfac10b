// The form's way: the question is checked, what was typed is cleaned, the files that came stay with the form's number until it is sent; then one row of the
// inbox. Its receipt follows from the form's number, so a form that is sent twice has one receipt and is one thing.
#include "modules/news/public/contribution.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "modules/news/addresses.h"
#include "shared/base/crypto.h"
#include "shared/site/challenge.h"
#include "shared/text/clean.h"
#include "shared/text/contact.h"
#include "shared/text/unicode.h"

namespace portal::news {
namespace {

using base::FaultKind;
using base::FieldError;
using base::UtcTime;

constexpr std::uint64_t kMega = 1024 * 1024;
constexpr std::uint64_t kFormBytes = 50 * kMega;      // D9.1a: as much as the mailbox takes
constexpr std::uint64_t kAddressBytes = 200 * kMega;  // a day
constexpr std::size_t kName = 200, kAddress = 200, kPhone = 40, kPlace = 300, kTitle = 300;
constexpr std::chrono::hours kDay{24};

constexpr std::string_view kWrongPair = "Không tìm thấy tin, bài với mã và mã bí mật này. Xin xem lại từng chữ trên giấy tiếp nhận.";

files::ParcelLimits limits_of(const site::SiteSnapshot& site) {
  constexpr std::int64_t kFallback = 20, kLeast = 1, kMost = 50;
  return {.file_bytes = static_cast<std::uint64_t>(site.number("file_attachment_mb", kFallback, kLeast, kMost)) * kMega, .form_bytes = kFormBytes,
          .address_bytes = kAddressBytes, .files = kMostContributionFiles};
}

// Whom what is brought counts for, for a day: nobody learns an address from the folder's names.
std::string payer(const App& app, const server::Context& context) {
  constexpr std::size_t kLength = 32;
  return base::hmac_sha256_hex(app.form_key, "payer:" + base::format_date(context.now) + ":" + context.request.remote_address).substr(0, kLength);
}

std::vector<files::Parcel> whole_ones(const std::vector<files::Parcel>& all) {
  std::vector<files::Parcel> whole;
  for (const files::Parcel& one : all)
    if (one.is_whole()) whole.push_back(one);
  return whole;
}

// The receipt of a form, without anything being kept of it.
intake::Receipt receipt_for(const App& app, std::string_view nonce) {
  return intake::receipt_of(base::hmac_sha256_hex(app.form_key, "receipt:" + std::string{nonce}));
}

// Of what was typed: a form that is sent again (a reader loads the receipt's page anew) is known by it, when its files are long taken over.
std::string digest_of(const ContributionDraft& draft) {
  base::Sha256 digest;
  const auto add = [&digest](std::string_view part) {
    digest.add(part);
    digest.add("\x1f");
  };
  for (const std::string* part : {&draft.name, &draft.address, &draft.phone, &draft.place, &draft.organisation, &draft.position, &draft.title, &draft.text})
    add(*part);
  add(draft.event_at ? base::format_sql(*draft.event_at) : std::string{});
  return digest.finish_hex();
}

std::string json_of(const std::vector<files::Parcel>& files) {
  auto list = nlohmann::json::array();
  for (const files::Parcel& file : files) list.push_back({{"token", file.token}, {"name", file.name}, {"bytes", file.total}});
  return list.dump();
}

// One form as it is being worked on: whose number, what has come with it.
struct Opened {
  site::Challenge challenge;
  std::string nonce;
};

// To which no file belongs yet.
Opened fresh_form(const App& app, const server::Context& context) {
  Opened fresh{site::make_challenge(app.form_key, context.now), {}};
  fresh.nonce = fresh.challenge.token.substr(0, fresh.challenge.token.find('-'));
  return fresh;
}

// The token that came, while it is good; else a new one.
Opened opened_by(const App& app, const server::Context& context) {
  const std::string_view token = context.request.form.get("phieu");
  const auto given = site::open_challenge(app.form_key, token);
  if (given && context.now - given->at <= site::kLongest && given->at <= context.now + site::kQuickest)
    return {{std::string{token}, site::question_of(app.form_key, given->nonce)}, given->nonce};
  return fresh_form(app, context);
}

http::Response form_page(App& app, server::Context& context, const Opened& opened, const std::vector<FieldError>& errors, int status) {
  const RequestSite here(app, context);
  const auto all = app.parcels.of_form(opened.nonce);
  const files::ParcelLimits limits = limits_of(here.site());
  return http::page(view_contribution(here.frame(), {opened.challenge.token, opened.challenge.question, context.request.form, all, errors, limits}), status);
}

std::optional<FieldError> error_of(site::Answer answer) {
  switch (answer) {
    case site::Answer::Right: return {};
    case site::Answer::Wrong: return FieldError{"tra_loi", "Câu trả lời chưa đúng. Xin đọc lại câu hỏi và trả lời lần nữa.", ""};
    case site::Answer::Quick: return FieldError{"tra_loi", "Biểu mẫu được gửi nhanh hơn người gõ được. Xin xem lại nội dung rồi gửi lại.", ""};
    case site::Answer::Stale:
    case site::Answer::Foreign: break;
  }
  return FieldError{"tra_loi", "Biểu mẫu mở đã quá 12 giờ. Xin trả lời câu hỏi mới dưới đây, chọn lại tệp rồi gửi.", ""};
}

std::string line_of(const http::Fields& form, const char* name, std::size_t most, const char* clause, std::vector<FieldError>& errors) {
  const auto line = text::clean_line(form.get(name), most);
  if (line) return std::string{text::trim(*line)};
  errors.push_back({name, line.error().message, clause});
  return "";
}

bool has_error(const std::vector<FieldError>& errors, std::string_view field) {
  return std::any_of(errors.begin(), errors.end(), [field](const FieldError& one) { return one.field == field; });
}

http::Response json(const nlohmann::json& body, int status) {
  http::Response response;
  response.status = status;
  response.content_type = status == 200 ? "application/json" : "application/problem+json";
  response.body = body.dump();
  return response;
}

nlohmann::json json_of(const files::Parcel& parcel) {
  return {{"tep", parcel.token}, {"ten", parcel.name}, {"da_nhan", parcel.bytes}, {"tong", parcel.total}};
}

std::uint64_t number_of(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

// What became of a form whose number was used before: its receipt once more, or that another text needs a form of its own.
http::Response sent_before(App& app, server::Context& context, const intake::Receipt& receipt, const ContributionDraft& draft,
                           const NewsStore::Tracked& before) {
  const RequestSite here(app, context);
  if (before.content == digest_of(draft)) return http::page(view_contribution_sent(here.frame(), {receipt, draft, {}, before.received_at, true}));
  return form_page(app, context, fresh_form(app, context),
                   {{"tra_loi", "Biểu mẫu này đã được gửi, mã " + receipt.code + ". Nếu đây là tin, bài khác, xin trả lời câu hỏi mới, chọn lại tệp rồi gửi.", ""}}, 409);
}

// Into the inbox; false when this number was used before.
bool is_taken(App& app, server::Context& context, const std::string& nonce, const ContributionDraft& draft, const std::vector<files::Parcel>& files,
              const intake::Receipt& receipt) {
  app.parcels.seal(nonce);
  const NewsStore::Contribution sent{.nonce = nonce, .track_digest = intake::digest_of(receipt), .code = receipt.code, .content_digest = digest_of(draft),
                                     .name = draft.name, .address = draft.address, .phone = draft.phone, .place = draft.place,
                                     .organisation = draft.organisation, .position = draft.position, .title = draft.title, .text = draft.text,
                                     .event_at = draft.event_at, .files = json_of(files)};
  return NewsStore(context.db()).add_contribution(sent, context.now);
}

}  // namespace

ParsedContribution parse_contribution(const http::Fields& form, std::size_t files, UtcTime now) {
  ParsedContribution out;
  ContributionDraft& draft = out.draft;
  std::vector<FieldError>& errors = out.errors;
  const auto need = [&](bool is_missing, const char* field, const char* words, const char* clause) {
    if (is_missing && !has_error(errors, field)) errors.push_back({field, words, clause});
  };
  draft.name = line_of(form, "name", kName, "D9.1b", errors);
  need(draft.name.empty(), "name", "Viết họ và tên.", "D9.1b");
  draft.address = line_of(form, "email", kAddress, "D9.1b", errors);
  need(!text::is_email(draft.address), "email", "Viết địa chỉ thư điện tử đầy đủ, ví dụ ten@vidu.vn.", "D9.1b");
  draft.phone = line_of(form, "phone", kPhone, "D9.1b", errors);
  draft.place = line_of(form, "place", kPlace, "D9.1b", errors);
  need(draft.phone.empty() && draft.place.empty() && !has_error(errors, "place"), "phone", "Viết số điện thoại hoặc địa chỉ liên lạc.", "D9.1b");
  need(!draft.phone.empty() && !text::is_phone(draft.phone), "phone", "Viết số điện thoại bằng chữ số, có thể có dấu cách.", "D9.1b");
  draft.organisation = line_of(form, "organisation", kName, "D9.1b", errors);
  draft.position = line_of(form, "position", kName, "D9.1b", errors);
  draft.title = line_of(form, "title", kTitle, "D9.1", errors);
  need(draft.title.empty(), "title", "Viết tiêu đề của tin, bài.", "D9.1");
  if (const auto text = text::clean_text(form.get("text"), kLongestContribution)) draft.text = *text;
  else errors.push_back({"text", text.error().message, "D9.1"});
  need(text::trim(draft.text).empty() && files == 0, "text", "Viết nội dung, hoặc gửi tệp Word có nội dung.", "D9.1a");
  if (const std::string_view typed = text::trim(form.get("event_at")); !typed.empty()) {
    draft.event_at = base::parse_date_time(typed);
    need(!draft.event_at, "event_at", "Viết ngày theo dạng ngày/tháng/năm, có thể kèm giờ, ví dụ 25/11/2026 14:30.", "D9.3a");
    need(draft.event_at && *draft.event_at > now + 366 * kDay, "event_at", "Ngày diễn ra xa quá một năm. Xin xem lại năm.", "D9.3a");
  }
  need(form.get("declared") != "1", "declared", "Đánh dấu ô cam đoan thì tin, bài mới được tiếp nhận.", "D9.1");
  return out;
}

http::Response show_contribution(App& app, server::Context& context) { return form_page(app, context, opened_by(app, context), {}, 200); }

http::Response send_contribution(App& app, server::Context& context) {
  const http::Fields& form = context.request.form;
  // A field that people do not see: what fills it in is a program, and is told nothing.
  if (!form.get(site::kHoneypot).empty()) return http::redirect(std::string{intake::kFormPath});
  const Opened opened = opened_by(app, context);
  if (const std::string_view unwanted = form.get("bo_tep"); !unwanted.empty()) {
    app.parcels.drop(opened.nonce, unwanted);
    return form_page(app, context, opened, {}, 200);
  }
  const intake::Receipt receipt = receipt_for(app, opened.nonce);
  const std::string pair = intake::digest_of(receipt);
  if (const auto before = NewsStore(context.db()).tracked(pair))
    return sent_before(app, context, receipt, parse_contribution(form, 0, context.now).draft, *before);
  const RequestSite here(app, context);
  std::vector<FieldError> errors;
  for (const http::Upload& upload : context.request.uploads)
    if (const auto put = app.parcels.put(opened.nonce, upload, limits_of(here.site()), payer(app, context), context.now); !put)
      errors.push_back({"tep", put.error().message, "D9.1"});
  if (form.has("them_tep")) return form_page(app, context, opened, errors, errors.empty() ? 200 : 422);
  const auto all = app.parcels.of_form(opened.nonce);
  const auto files = whole_ones(all);
  for (const files::Parcel& one : all)
    if (!one.is_whole()) errors.push_back({"tep", "Tệp “" + one.name + "” chưa gửi xong. Chọn lại tệp này để gửi tiếp, hoặc bỏ tệp.", "D9.1"});
  ParsedContribution parsed = parse_contribution(form, files.size(), context.now);
  errors.insert(errors.end(), parsed.errors.begin(), parsed.errors.end());
  if (auto wrong = error_of(site::check_challenge(app.form_key, form.get("phieu"), form.get("tra_loi"), context.now))) errors.push_back(*std::move(wrong));
  if (!errors.empty()) return form_page(app, context, opened, errors, 422);
  if (!is_taken(app, context, opened.nonce, parsed.draft, files, receipt))  // sent twice at the same moment
    if (const auto before = NewsStore(context.db()).tracked(pair)) return sent_before(app, context, receipt, parsed.draft, *before);
  return http::page(view_contribution_sent(here.frame(), {receipt, parsed.draft, files, context.now}));
}

http::Response take_piece(App& app, server::Context& context) {
  const http::Fields& form = context.request.form;
  const auto refuse = [](const base::Fault& fault, nlohmann::json more = nlohmann::json::object()) {
    more["title"] = fault.message;
    return json(more, server::status_of(fault.kind));
  };
  const auto given = site::open_challenge(app.form_key, form.get("phieu"));
  if (!given || context.now - given->at > site::kLongest || !form.get(site::kHoneypot).empty())
    return refuse({FaultKind::NotAllowedNow, "Biểu mẫu mở đã quá 12 giờ. Xin tải lại trang rồi chọn lại tệp.", {}});
  const RequestSite here(app, context);
  const files::ParcelLimits limits = limits_of(here.site());
  if (context.request.uploads.empty()) {
    const auto begun = app.parcels.begin(given->nonce, form.get("ten"), number_of(form.get("tong")), limits);
    return begun ? json(json_of(*begun), 200) : refuse(begun.error());
  }
  const auto added = app.parcels.append(given->nonce, form.get("tep"), number_of(form.get("vi_tri")), context.request.uploads.front(), limits,
                                        payer(app, context), context.now);
  if (added) return json(json_of(*added), 200);
  nlohmann::json more = nlohmann::json::object();
  if (added.error().kind == FaultKind::Conflict)
    for (const files::Parcel& one : app.parcels.of_form(given->nonce))
      if (one.token == form.get("tep")) more = json_of(one);
  return refuse(added.error(), more);
}

http::Response show_tracking(App& app, server::Context& context) {
  const RequestSite here(app, context);
  return http::page(view_tracking(here.frame(), {context.request.query, {}, nullptr, {}, {}, {}}));
}

http::Response track(App& app, server::Context& context) {
  const RequestSite here(app, context);
  const http::Fields& form = context.request.form;
  const auto receipt = intake::parse_receipt(form.get("ma"), form.get("bi_mat"));
  NewsStore store(context.db());
  const auto tracked = receipt ? store.tracked(intake::digest_of(*receipt)) : std::nullopt;
  if (!tracked) return http::page(view_tracking(here.frame(), {form, kWrongPair, nullptr, {}, {}, {}}), 404);
  TrackingView view{form, {}, &*tracked, {}, {}, receipt->code};
  const auto place = tracked->state == "closed" ? std::nullopt : store.place_of(tracked->item);
  if (const site::Section* section = place ? here.site().find(place->section) : nullptr; section != nullptr) {
    view.published_path = article_path(section->path, place->slug);
    view.published_title = place->title;
  }
  return http::page(view_tracking(here.frame(), view));
}

}  // namespace portal::news
