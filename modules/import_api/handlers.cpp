#include "modules/import_api/handlers.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "generated/import_api/openapi.h"
#include "modules/import_api/document.h"
#include "modules/import_api/queries.h"
#include "modules/import_api/sender.h"
#include "shared/base/crypto.h"
#include "shared/base/log.h"
#include "shared/files/size.h"
#include "shared/imported/words.h"
#include "shared/intake/identity.h"
#include "shared/intake/register.h"
#include "shared/intake/transition.h"
#include "shared/mail/outbox.h"

namespace portal::import_api {
namespace {

using base::FaultKind;
using nlohmann::json;

constexpr std::string_view kPath = "/api/v1/tiep-nhan/";
constexpr std::uint64_t kMega = 1024 * 1024;
constexpr std::size_t kLongestKey = 100;

http::Response answer(int status, const json& body) {
  http::Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = body.dump() + '\n';
  return response;
}

http::Response refusal_response(const server::Context& context, const Refusal& refusal) {
  http::Response response = server::problem_response(context, refusal.status, refusal.message);
  if (refusal.status == 401) response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"tiep-nhan\"");
  if (refusal.status == 429) response.headers.emplace_back("Retry-After", std::to_string(refusal.retry_after));
  return response;
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= kLongestKey && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
}

// The JSON part: a field, or what a client sent as a file of that name (curl -F document=@bai.json).
std::optional<std::string> document_in(const http::Request& request) {
  if (request.form.has(http::kJsonField)) return std::string{request.form.get(http::kJsonField)};
  const auto found = std::find_if(request.uploads.begin(), request.uploads.end(), [](const http::Upload& one) { return one.field == http::kJsonField; });
  if (found == request.uploads.end()) return {};
  if (found->bytes > kMostJson) return std::string(kMostJson + 1, ' ');  // parse_document says so
  std::ifstream in(found->path, std::ios::binary);
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

std::vector<http::Upload> files_in(const http::Request& request) {
  std::vector<http::Upload> files;
  std::copy_if(request.uploads.begin(), request.uploads.end(), std::back_inserter(files),
               [](const http::Upload& one) { return one.field != http::kJsonField; });
  return files;
}

// What is the same in the same request sent again, whatever its boundary.
std::string digest_of(std::string_view document, const std::vector<http::Upload>& files) {
  base::Sha256 digest;
  digest.add(document);
  for (const http::Upload& file : files) {
    digest.add("\x1f");
    digest.add(file.name);
    digest.add("\x1f");
    digest.add(file.sha256);
  }
  return digest.finish_hex();
}

// What was answered to that key before.
struct Before {
  std::string digest, code;
  base::UtcTime received_at;
};

std::optional<Before> find_before(db::Connection& db, SenderId sender, std::string_view key) {
  auto rows = db.query(sql::kFindRequest, sender, key);
  if (!rows.next()) return {};
  return Before{std::string{rows.text(0)}, std::string{rows.text(1)}, rows.time(2)};
}

http::Response accepted(const std::string& code, base::UtcTime received_at, const std::vector<http::Upload>& files, bool is_repeat) {
  json list = json::array();
  for (const http::Upload& file : files) list.push_back({{"name", files::clean_name(file.name)}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  http::Response response = answer(201, {{"code", code}, {"url", std::string{kPath} + code}, {"received_at", base::format_iso(received_at)},
                                         {"state", intake::key_of(intake::State::Received)}, {"files", std::move(list)}});
  response.headers.emplace_back("Location", std::string{kPath} + code);
  if (is_repeat) response.headers.emplace_back("Idempotency-Replayed", "true");
  return response;
}

http::Response repeated(const server::Context& context, const Before& before, const std::string& digest, const std::vector<http::Upload>& files) {
  if (before.digest != digest)
    return server::problem_response(context, 422, "Khóa Idempotency-Key này đã dùng cho nội dung khác, mã " + before.code + ". Nội dung mới thì dùng khóa mới.");
  return accepted(before.code, before.received_at, files, true);
}

struct FileFault {
  int status;
  std::string message;
  std::string field;
};

// Every file into the store, or the first that cannot be taken, in words.
tl::expected<std::vector<intake::NewFile>, FileFault> keep(App& app, db::Connection& db, const std::vector<http::Upload>& files) {
  const std::uint64_t most = static_cast<std::uint64_t>(mail::setting_number(db, "intake_mail_mb")) * kMega;
  std::uint64_t sum = 0;
  for (const http::Upload& file : files) sum += file.bytes;
  if (sum > most)
    return tl::unexpected(FileFault{413, "Các tệp cộng lại nặng " + files::size_words(sum) + ", nhiều nhất là " + files::size_words(most) + " một lần gửi.", "files"});
  std::vector<intake::NewFile> kept;
  std::size_t number = 0;
  for (const http::Upload& file : files) {
    const std::string field = "files[" + std::to_string(number++) + "]";
    auto received = files::receive_any(app.store, file, most);
    if (!received) return tl::unexpected(FileFault{received.error().kind == FaultKind::TooLarge ? 413 : 422, received.error().message, field});
    if (received->format == nullptr)
      return tl::unexpected(FileFault{415, "Tệp “" + received->name + "” không phải Word (docx, doc, rtf), Writer (odt), PDF hoặc ảnh (jpg, png, gif, bmp, webp, tiff).", field});
    intake::NewFile& one = kept.emplace_back();
    one.name = received->name;
    one.type = received->format->mime;
    one.bytes = received->bytes;
    one.received = *std::move(received);
  }
  return kept;
}

// Whose e-mail it is: somebody of the sender's own unit writes in their own name.
void unite(db::Connection& db, intake::Sender& sender, base::UtcTime now) {
  if (sender.person.is_set() || !sender.unit.is_set()) return;
  const intake::Sender known = intake::identify(db, sender.address, sender.name, true, now);
  if (known.unit == sender.unit) sender.person = known.person;
}

intake::NewIntake thing_of(db::Connection& db, const Document& document, const Sender& sender, std::vector<intake::NewFile> files, base::UtcTime now) {
  imported::Words words = document.html.empty() ? imported::words_of_text(document.text) : imported::words_of_html(document.html, "");
  if (!document.approved_by.empty()) words.note("Bên gửi ghi: đã được " + document.approved_by + " duyệt.");
  words.note("Gửi từ hệ thống “" + sender.name + "”.");
  intake::NewIntake wanted{.channel = intake::Channel::Api, .received_at = now, .state = intake::first_state(true)};
  wanted.title = imported::in_unicode(document.title);
  wanted.sender = document.sender;
  unite(db, wanted.sender, now);
  wanted.body = {std::move(words.text), std::move(words.document), std::move(words.original), std::move(words.encoding), std::move(words.remark)};
  wanted.may_answer = true;
  wanted.files = std::move(files);
  wanted.authority = "mã truy cập của " + sender.name;
  // The same content from another sender is that sender's.
  wanted.content_digest = base::sha256_hex(intake::content_digest_of(wanted) + ":import:" + std::to_string(sender.id.value));
  return wanted;
}

// Its state as its sender is told: a secretary's "spam" is a refusal without a reason.
std::string_view state_shown(std::string_view state) {
  return state == intake::key_of(intake::State::Spam) ? intake::key_of(intake::State::Refused) : state;
}

}  // namespace

http::Response show_description(App& /*app*/, server::Context& /*context*/) {
  http::Response response;
  response.content_type = "application/json";
  response.body = kOpenApi;
  response.cache = http::Cache::Page;
  return response;
}

http::Response receive_document(App& app, server::Context& context) {
  db::Connection& db = context.db();
  const auto sender = identify_sender(db, context.request.authorization, context.now);
  if (!sender) return refusal_response(context, sender.error());
  const std::string& key = context.request.idempotency_key;
  if (!is_key(key))
    return server::problem_response(context, 400, "Thiếu dòng đầu Idempotency-Key, hoặc khóa không hợp lệ: 1 đến 100 ký tự ASCII không có dấu cách, mỗi nội dung một khóa.");
  const auto text = document_in(context.request);
  if (!text) return server::problem_response(context, 400, "Thiếu phần JSON tên document.");
  const auto uploads = files_in(context.request);
  const std::string digest = digest_of(*text, uploads);
  if (const auto before = find_before(db, sender->id, key)) return repeated(context, *before, digest, uploads);
  const auto document = parse_document(*text, *sender, !uploads.empty());
  if (!document) return server::problem_response(context, server::status_of(document.error().kind), document.error().message, document.error().fields);
  auto files = keep(app, db, uploads);
  if (!files) {
    const base::FieldError where{files.error().field, files.error().message, "D9.1a"};
    return server::problem_response(context, files.error().status, files.error().message, std::span{&where, 1});
  }
  const intake::NewIntake wanted = thing_of(db, *document, *sender, *std::move(files), context.now);
  std::string code;
  try {
    db::in_transaction(db, [&] {
      const intake::Registered made = intake::register_thing(db, app.store, wanted, context.now);
      db.execute(sql::kAddRequest, sender->id, key, digest, made.code, made.id, context.now);
      code = made.code;
      return true;
    });
  } catch (const db::SqlError& error) {
    if (!error.is_duplicate()) throw;
    // Another send of the same request was quicker, or the same content is there under another key.
    if (const auto before = find_before(db, sender->id, key)) return repeated(context, *before, digest, uploads);
    auto rows = db.query(sql::kSameContent, sender->id, wanted.content_digest);
    if (!rows.next()) throw;
    const std::string same{rows.text(0)};
    http::Response response = server::problem_response(context, 409, "Nội dung này đã được tiếp nhận trước đó, mã " + same + ".");
    response.headers.emplace_back("Location", std::string{kPath} + same);
    return response;
  }
  base::log(base::Level::Info, "import", {{"sender", static_cast<std::int64_t>(sender->id.value)}, {"files", static_cast<std::int64_t>(uploads.size())}});
  return accepted(code, context.now, uploads, false);
}

http::Response show_state(App& /*app*/, server::Context& context) {
  db::Connection& db = context.db();
  const auto sender = identify_sender(db, context.request.authorization, context.now);
  if (!sender) return refusal_response(context, sender.error());
  std::string code{context.path.text("code")};
  std::transform(code.begin(), code.end(), code.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  auto rows = db.query(sql::kState, sender->id, code);
  if (!rows.next()) return server::problem_response(context, 404, "Hệ thống của ông, bà chưa gửi nội dung nào có mã này.");
  const std::string_view key = state_shown(rows.text(2));
  const auto state = intake::parse_state(key);
  json body{{"code", rows.text(0)}, {"received_at", base::format_iso(rows.time(1))}, {"state", key}, {"state_label", state ? intake::label_of(*state) : key},
            {"state_since", base::format_iso(rows.time(3))}};
  if (!rows.text(4).empty()) body["ground"] = rows.text(4);
  if (!rows.text(5).empty() && state == intake::State::Refused) body["reason"] = rows.text(5);
  return answer(200, body);
}

}  // namespace portal::import_api
