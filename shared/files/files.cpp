#include "shared/files/files.h"

#include <array>
#include <fstream>
#include <stdexcept>

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
  file.kind = rows.text(2) == key_of(Kind::Attachment) ? Kind::Attachment : Kind::Picture;
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
  return file;
}

std::string beginning_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string beginning(kDetectBytes, '\0');
  in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  beginning.resize(static_cast<std::size_t>(in.gcount()));
  return beginning;
}

std::string quoted(std::string_view name) { return "“" + std::string{name} + "”"; }

}  // namespace

std::string_view key_of(Kind kind) { return kind == Kind::Attachment ? "attachment" : "picture"; }

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
  received.format = detect(beginning_of(upload.path));
  if (kind == Kind::Picture && (received.format == nullptr || !received.format->is_picture))
    return fail(FaultKind::Invalid, "Tệp " + name + (received.format != nullptr ? " là " + std::string{received.format->label} + ", không phải ảnh."
                                                                                : std::string{" không phải ảnh."}) +
                                        " Gửi ảnh dạng jpg, png, webp, gif, bmp hoặc tiff.");
  if (kind == Kind::Attachment && (received.format == nullptr || received.format->is_picture))
    return fail(FaultKind::Invalid, "Tệp " + name + (received.format != nullptr ? " là " + std::string{received.format->label} + "."
                                                                                : std::string{" không phải PDF."}) +
                                        " Tệp đính kèm cho bạn đọc phải là PDF.");
  store.put(upload.path, upload.sha256);
  return received;
}

UploadId add(db::Connection& db, const Store& store, const workflow::Permit& permit, const workflow::Item& item, const Received& received, base::UtcTime now) {
  const bool is_picture = received.kind == Kind::Picture;
  const FileId file{
      db.execute(kAddFile, received.sha256, received.bytes, received.format->key, is_picture ? "quarantine" : "ready", now).last_id};
  store.ensure(received.temporary, received.sha256);
  if (is_picture) {
    db.execute(kQuarantine, file);
    bool is_waiting = false;
    if (auto rows = db.query(kFileState, file); rows.next()) is_waiting = rows.text(0) == "quarantine";
    if (is_waiting) jobs::add_job(db, kConvertJob, R"({"file":)" + std::to_string(file.value) + "}", now);
  }
  const UploadId id{db.execute(kAddUse, permit.item(), file, key_of(received.kind), received.name, permit.person(), now).last_id};
  const std::string state{item.state ? workflow::key_of(*item.state) : std::string_view{}};
  workflow::append_audit(db,
                         {workflow::item_chain(item.id), permit.person(), permit.account(), "file_add", state, state, item.working_version, "",
                          permit.authority(), "", received.name + " (SHA-256 " + received.sha256 + ")"},
                         now);
  return id;
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

std::optional<ToConvert> to_convert(db::Connection& db, FileId file) {
  auto rows = db.query(kFileToConvert, file);
  if (!rows.next()) return std::nullopt;
  return ToConvert{file, std::string{rows.text(0)}, static_cast<std::uint64_t>(rows.number(1)), find_format(rows.text(2))};
}

void make_ready(db::Connection& db, const Store& store, FileId file, const std::vector<MadePicture>& made, unsigned width, unsigned height, base::UtcTime now) {
  for (const MadePicture& picture : made) store.put(picture.temporary, picture.sha256);
  db::in_transaction(db, [&] {
    db.execute(kDropPictures, file);
    for (const MadePicture& picture : made) {
      const FileId blob{db.execute(kAddFile, picture.sha256, picture.bytes, picture.format, "made", now).last_id};
      store.ensure(picture.temporary, picture.sha256);
      db.execute(kAddPicture, file, picture.width, picture.format, picture.height, blob);
    }
    db.execute(kMakeReady, width, height, now, file);
    return true;
  });
}

void refuse(db::Connection& db, FileId file, std::string_view reason, base::UtcTime now) { db.execute(kRefuse, reason, now, file); }

void keep_waiting(db::Connection& db, FileId file, std::string_view reason) { db.execute(kWaits, reason, file); }

}  // namespace portal::files
