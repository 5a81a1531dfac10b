#include "shared/files/files.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "shared/files/lookalike.h"
#include "shared/files/queries.h"
#include "shared/files/size.h"
#include "shared/jobs/job_queue.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"
#include "shared/workflow/audit.h"

namespace portal::files {
namespace {

using base::fail;
using base::FaultKind;

struct StateName {
  State state;
  std::string_view key;
};

constexpr std::array<StateName, 4> kStates{
    {{State::Quarantine, "quarantine"}, {State::Ready, "ready"}, {State::Refused, "refused"}, {State::Made, "made"}}};

// core_file.format of what no format of ours is.
constexpr std::string_view kUnknownFormat = "other";

// What an upload may be for, and what is said of one that is something else.
struct KindName {
  Kind kind;
  Family family;
  std::string_view key;
  std::string_view isnt;  // "Tệp “a” không phải ảnh."
  std::string_view wants;
};

constexpr std::array<KindName, 3> kKinds{
    {{Kind::Picture, Family::Picture, "picture", "không phải ảnh.", "Gửi ảnh dạng jpg, png, webp, gif, bmp hoặc tiff."},
     {Kind::Attachment, Family::Pdf, "attachment", "không phải PDF.", "Tệp đính kèm cho bạn đọc phải là PDF."},
     {Kind::Document, Family::Document, "document", "không phải văn bản Word hoặc Writer.", "Gửi tệp dạng docx, doc, odt hoặc rtf."}}};

// By PartKind.
constexpr std::array<std::string_view, 3> kPartKinds{"text", "preview", "picture"};

const KindName& name_of(Kind kind) {
  return *std::find_if(kKinds.begin(), kKinds.end(), [kind](const KindName& name) { return name.kind == kind; });
}

Kind parse_kind(std::string_view key) {
  for (const KindName& name : kKinds)
    if (name.key == key) return name.kind;
  return Kind::Picture;
}

// A word of a newer program is treated as what nobody may see.
State parse_state(std::string_view key) {
  for (const StateName& name : kStates)
    if (name.key == key) return name.state;
  return State::Quarantine;
}

ItemFile read_use(const db::Rows& rows) {
  ItemFile file;
  file.id = rows.id<UploadId>(0);
  file.item = rows.id<base::ItemId>(1);
  file.kind = parse_kind(rows.text(2));
  file.name = rows.text(3);
  file.at = rows.time(4);
  file.file = rows.id<FileId>(5);
  file.sha256 = rows.text(6);
  file.bytes = static_cast<std::uint64_t>(rows.number(7));
  file.format = find_format(rows.text(8));
  file.state = parse_state(rows.text(9));
  file.reason = rows.text(10);
  file.width = static_cast<unsigned>(rows.number(11));
  file.height = static_cast<unsigned>(rows.number(12));
  file.pages = static_cast<unsigned>(rows.number(13));
  file.flags = pdf::parse_flags(rows.text(14));
  return file;
}

std::string quoted(std::string_view name) { return "“" + std::string{name} + "”"; }

void queue_conversion(db::Connection& db, FileId file, base::UtcTime now) {
  jobs::add_job(db, kConvertJob, R"({"file":)" + std::to_string(file.value) + "}", now);
}

}  // namespace

Kind kind_of(Family family) {
  return std::find_if(kKinds.begin(), kKinds.end(), [family](const KindName& name) { return name.family == family; })->kind;
}

std::string_view key_of(Kind kind) { return name_of(kind).key; }

std::string_view key_of(PartKind kind) { return kPartKinds[static_cast<std::size_t>(kind)]; }

std::string clean_name(std::string_view sent) {
  std::string_view last = sent.substr(sent.find_last_of("/\\") + 1);
  std::string visible;
  if (text::is_valid(last))
    for (const char c : last)
      if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) visible += c;
  const auto line = text::clean_line(visible.substr(0, text::offset_of_character(visible, kMaxName)), kMaxName);
  return line && !text::trim(*line).empty() ? *line : "tệp";
}

base::Result<Received> receive(const Store& store, const http::Upload& upload, Kind kind, const Limits& limits) {
  Received received{upload.path, clean_name(upload.name), upload.sha256, upload.bytes, nullptr, kind};
  const std::string name = quoted(received.name);
  const std::uint64_t most = kind == Kind::Picture ? limits.picture_bytes : limits.attachment_bytes;
  if (upload.bytes == 0) return fail(FaultKind::Invalid, "Tệp " + name + " trống, không có nội dung.");
  if (upload.bytes > most)
    return fail(FaultKind::TooLarge, "Tệp " + name + " nặng " + size_words(upload.bytes) + ", nhiều nhất là " + size_words(most) + ".");
  received.format = detect_file(upload.path);
  const KindName& wanted = name_of(kind);
  if (received.format == nullptr || received.format->family != wanted.family) {
    std::string why = "Tệp " + name + ' ' + std::string{wanted.isnt};
    if (received.format != nullptr) why = "Tệp " + name + " là " + std::string{received.format->label} + ", " + std::string{wanted.isnt};
    return fail(FaultKind::Invalid, why + ' ' + std::string{wanted.wants});
  }
  if (auto fault = name_fault(received.name, *received.format)) return fail(FaultKind::Invalid, *std::move(fault));
  if (received.format->family == Family::Pdf)
    if (auto fault = polyglot_fault_of(upload.path)) return fail(FaultKind::Invalid, "Tệp " + name + ": " + *fault);
  store.put(upload.path, upload.sha256);
  return received;
}

base::Result<Received> receive_any(const Store& store, const http::Upload& upload, std::uint64_t most) {
  Received received{upload.path, clean_name(upload.name), upload.sha256, upload.bytes, nullptr, Kind::Attachment};
  const std::string name = quoted(received.name);
  if (upload.bytes == 0) return fail(FaultKind::Invalid, "Tệp " + name + " trống, không có nội dung.");
  if (upload.bytes > most) return fail(FaultKind::TooLarge, "Tệp " + name + " nặng " + size_words(upload.bytes) + ", nhiều nhất là " + size_words(most) + ".");
  received.format = detect_file(upload.path);
  if (received.format != nullptr) received.kind = kind_of(received.format->family);
  store.put(upload.path, upload.sha256);
  return received;
}

FileId add_blob(db::Connection& db, const Store& store, const Received& received, base::UtcTime now) {
  // Pictures and documents are made anew, a PDF is looked into and delivered as it came; what nobody knows is delivered to nobody.
  const bool is_known = received.format != nullptr;
  const std::string_view format = received.format != nullptr ? received.format->key : kUnknownFormat;
  const FileId file{db.execute(kAddFile, received.sha256, received.bytes, format, "quarantine", now).last_id};
  store.ensure(received.temporary, received.sha256);
  if (!is_known) return file;
  db.execute(kQuarantine, file);
  bool is_waiting = false;
  if (auto rows = db.query(kFileState, file); rows.next()) is_waiting = rows.text(0) == "quarantine";
  if (is_waiting) queue_conversion(db, file, now);
  return file;
}

UploadId add_existing(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item, FileId file, Kind kind, const std::string& name,
                      std::string_view sha256, base::UtcTime now) {
  const UploadId id{db.execute(kAddUse, permit.item(), file, key_of(kind), name, permit.person(), now).last_id};
  const std::string state{item.state ? workflow::key_of(*item.state) : std::string_view{}};
  workflow::append_audit(db,
                         {workflow::item_chain(item.id), permit.person(), permit.account(), "file_add", state, state, item.working_version, "",
                          permit.authority(), "", name + " (SHA-256 " + std::string{sha256} + ")"},
                         now);
  return id;
}

UploadId add(db::Connection& db, const Store& store, const workflow::Permit& permit, const workflow::Item& item, const Received& received, base::UtcTime now) {
  return add_existing(db, permit, item, add_blob(db, store, received, now), received.kind, received.name, received.sha256, now);
}

std::vector<ItemFile> of_item(db::Connection& db, base::ItemId item) {
  std::vector<ItemFile> files;
  auto rows = db.query(kUsesOfItem, item);
  while (rows.next()) files.push_back(read_use(rows));
  return files;
}

std::optional<ItemFile> find(db::Connection& db, base::ItemId item, UploadId id) {
  auto rows = db.query(kUse, id, item);
  if (!rows.next()) return std::nullopt;
  return read_use(rows);
}

std::vector<Rendition> renditions(db::Connection& db, FileId file) {
  std::vector<Rendition> all;
  auto rows = db.query(kPictures, file);
  while (rows.next())
    all.push_back({static_cast<unsigned>(rows.number(0)), static_cast<unsigned>(rows.number(1)), std::string{rows.text(2)}, std::string{rows.text(3)},
                   static_cast<std::uint64_t>(rows.number(4))});
  return all;
}

std::map<std::uint64_t, std::vector<std::string>> used_elsewhere(db::Connection& db, base::ItemId item) {
  std::map<std::uint64_t, std::vector<std::string>> codes;
  auto rows = db.query(kUsedElsewhere, item);
  while (rows.next()) codes[static_cast<std::uint64_t>(rows.number(0))].emplace_back(rows.text(1));
  return codes;
}

std::optional<ToConvert> to_convert(db::Connection& db, FileId file) {
  auto rows = db.query(kFileToConvert, file);
  if (!rows.next()) return std::nullopt;
  return ToConvert{file, std::string{rows.text(0)}, static_cast<std::uint64_t>(rows.number(1)), find_format(rows.text(2)), rows.flag(3)};
}

std::size_t queue_unseen(db::Connection& db, base::UtcTime now) {
  std::vector<FileId> unseen;
  {
    auto rows = db.query(kUnseen);
    while (rows.next()) unseen.push_back(rows.id<FileId>(0));
  }
  db::in_transaction(db, [&] {
    for (const FileId file : unseen) queue_conversion(db, file, now);
    return true;
  });
  return unseen.size();
}

std::vector<Part> parts(db::Connection& db, FileId file) {
  std::vector<Part> all;
  auto rows = db.query(kParts, file);
  while (rows.next()) {
    const auto kind = std::find(kPartKinds.begin(), kPartKinds.end(), rows.text(0));
    if (kind == kPartKinds.end()) continue;  // of a newer program
    all.push_back({static_cast<PartKind>(kind - kPartKinds.begin()), static_cast<unsigned>(rows.number(1)), find_format(rows.text(2)),
                   std::string{rows.text(3)}, static_cast<std::uint64_t>(rows.number(4))});
  }
  return all;
}

Received picture_of_part(const Store& store, const Part& part, std::string_view document) {
  const std::string name = std::string{document.substr(0, document.rfind('.'))} + ", ảnh " + std::to_string(part.number);
  const std::string extension = part.format == nullptr ? std::string{} : '.' + std::string{part.format->extension};
  // The blob has its place already; it cannot be swept while the document names it.
  return {store.path_of(part.sha256), clean_name(name + extension), part.sha256, part.bytes, part.format, Kind::Picture};
}

void make_ready(db::Connection& db, const Store& store, FileId file, const MadeFile& made, base::UtcTime now, const std::function<void()>& also) {
  for (const MadePicture& picture : made.pictures) store.put(picture.temporary, picture.sha256);
  for (const MadePart& part : made.parts) store.put(part.temporary, part.sha256);
  db::in_transaction(db, [&] {
    db.execute(kDropPictures, file);
    for (const MadePicture& picture : made.pictures) {
      const FileId blob{db.execute(kAddFile, picture.sha256, picture.bytes, picture.format, "made", now).last_id};
      store.ensure(picture.temporary, picture.sha256);
      db.execute(kAddPicture, file, picture.width, picture.format, picture.height, blob);
    }
    db.execute(kDropParts, file);
    for (const MadePart& part : made.parts) {
      const FileId blob{db.execute(kAddFile, part.sha256, part.bytes, part.format, "made", now).last_id};
      store.ensure(part.temporary, part.sha256);
      db.execute(kAddPart, file, key_of(part.kind), part.number, blob);
    }
    if (made.pdf) db.execute(kPutPdf, file, made.pdf->pages, pdf::format_flags(made.pdf->flags), now);
    if (also) also();
    db.execute(kMakeReady, made.width, made.height, now, file);
    return true;
  });
}

void refuse(db::Connection& db, FileId file, std::string_view reason, base::UtcTime now) { db.execute(kRefuse, reason, now, file); }

void refuse_infected(db::Connection& db, FileId file, std::string_view found, base::UtcTime now) {
  const std::string reason = "Máy quét mã độc phát hiện “" + std::string{found} + "” trong tệp. Tệp bị giữ lại, không ai mở được; hãy quét mã độc máy đã gửi tệp.";
  db::in_transaction(db, [&] {
    refuse(db, file, reason, now);
    // An entry moves nothing: it names the state and version in which the item stands.
    struct User {
      std::string chain, name, state;
      unsigned version = 0;
    };
    std::vector<User> users;
    std::string sha256;
    {
      auto rows = db.query(kUsersOf, file);
      while (rows.next()) {
        sha256 = rows.text(2);
        const auto version = static_cast<unsigned>(rows.number(4));
        users.push_back({workflow::item_chain(rows.id<base::ItemId>(0)), std::string{rows.text(1)}, std::string{rows.text(3)}, version});
      }
    }
    if (users.empty()) users.push_back({"file:" + std::to_string(file.value), {}, {}, 0});
    for (const User& user : users)
      workflow::append_audit(db,
                             {user.chain, {}, {}, "file_infected", user.state, user.state, user.version, "", "", "",
                              user.name + " (SHA-256 " + sha256 + "): " + std::string{found}},
                             now);
    return true;
  });
}

void keep_waiting(db::Connection& db, FileId file, std::string_view reason) { db.execute(kWaits, reason, file); }

}  // namespace portal::files
