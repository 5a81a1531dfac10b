// Files: the rows of the store: which blobs there are, in which state, and which item uses them.
//
// Everything received goes one way: quarantine → type by content → limits → made anew by the converter in its sandbox → ready (docs/architecture.md, "Files").
// Texts and addresses name an upload (a row of core_item_file), so a file is reached only by who may reach its item.
//
//   auto received = files::receive(store, upload, files::Kind::Picture, limits);         // before the transaction: type, size, bytes on disk
//   files::UploadId id = files::add(db, store, permit, *item, *received, now);           // inside it: rows, trail, job
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"
#include "shared/db/connection.h"
#include "shared/files/format.h"
#include "shared/files/limits.h"
#include "shared/files/store.h"
#include "shared/http/upload.h"
#include "shared/pdf/flags.h"
#include "shared/workflow/apply.h"

namespace portal::files {

using FileId = base::Id<struct FileTag>;
using UploadId = base::Id<struct UploadTag>;

// The job that brings a file out of quarantine; its payload is {"file": id}.
inline constexpr std::string_view kConvertJob = "file.convert";

inline constexpr std::size_t kMaxName = 200;  // core_item_file.name, code points

enum class Kind {
  Picture,
  Attachment,
  Document  // Word or Writer: its text is taken over into the article, it is never delivered
};
enum class State {
  Quarantine,  // not looked into yet: nobody sees it
  Ready,
  Refused,     // `reason` says why
  Made         // by the converter, of another one
};

[[nodiscard]] std::string_view key_of(Kind kind);

// What a file of the family is taken for when nobody says what it is for (mail).
[[nodiscard]] Kind kind_of(Family family);

// A picture as it is delivered: upright, without metadata.
struct Rendition {
  unsigned width = 0;
  unsigned height = 0;
  std::string format;   // "jpeg", "webp"
  std::string sha256;
  std::uint64_t bytes = 0;
};

// One upload of an item.
struct ItemFile {
  UploadId id;
  base::ItemId item;
  Kind kind = Kind::Picture;
  std::string name;
  base::UtcTime at;
  FileId file;
  std::string sha256;   // of what was received
  std::uint64_t bytes = 0;
  const Format* format = nullptr;  // nullptr for a word of a newer program
  State state = State::Quarantine;
  std::string reason;
  unsigned width = 0;   // of a ready picture, upright
  unsigned height = 0;
  unsigned pages = 0;                // of a PDF that was looked into
  std::vector<pdf::Flag> flags = {};

  [[nodiscard]] bool is_ready() const { return state == State::Ready; }
};

// What has come and may be kept: its bytes are in the store for good, no row names them yet.
struct Received {
  std::string temporary;  // lives until the request is over
  std::string name;       // clean, without the folders of the sender's machine
  std::string sha256;
  std::uint64_t bytes = 0;
  const Format* format = nullptr;
  Kind kind = Kind::Picture;
};

// Looks at size and content and puts the bytes into the store. Faults: TooLarge, Invalid with the reason in Vietnamese (empty, another type than the
// purpose takes). Throws std::system_error when the disk refuses.
[[nodiscard]] base::Result<Received> receive(const Store& store, const http::Upload& upload, Kind kind, const Limits& limits);

// The file's name as it may be shown: the last part of the path, NFC, one line, at most kMaxName; "tệp" when nothing is left.
[[nodiscard]] std::string clean_name(std::string_view sent);

// The same for what comes by mail or over the counter, where nothing is refused for its type: a format that is not known stays in quarantine (`format`
// nullptr). Faults: TooLarge over `most` bytes, Invalid for an empty file.
[[nodiscard]] base::Result<Received> receive_any(const Store& store, const http::Upload& upload, std::uint64_t most);

// The row of a blob, and the converter's job where its format has to be made anew; in the caller's transaction, which also writes the row that uses it.
FileId add_blob(db::Connection& db, const Store& store, const Received& received, base::UtcTime now);

// A blob that came another way becomes an upload of the item (D11.1), under the Permit and in the transaction as add().
UploadId add_existing(db::Connection& db, const workflow::Permit& permit, const workflow::Item& item, FileId file, Kind kind, const std::string& name,
                      std::string_view sha256, base::UtcTime now);

// Rows of blob and use, the trail's entry, the converter's job; in the transaction in which `item` was locked and the Permit (of a save) given.
UploadId add(db::Connection& db, const Store& store, const workflow::Permit& permit, const workflow::Item& item, const Received& received, base::UtcTime now);

// The uploads of an item, oldest first; and one of them, nothing when it is another item's.
[[nodiscard]] std::vector<ItemFile> of_item(db::Connection& db, base::ItemId item);
// Where else the bytes of the item's uploads are used: the codes of other items, by the number of the blob; at most 200 in all.
[[nodiscard]] std::map<std::uint64_t, std::vector<std::string>> used_elsewhere(db::Connection& db, base::ItemId item);
[[nodiscard]] std::optional<ItemFile> find(db::Connection& db, base::ItemId item, UploadId id);

// Of a ready picture, narrow to wide, WebP after JPEG; of a PDF its first page.
[[nodiscard]] std::vector<Rendition> renditions(db::Connection& db, FileId file);

// What the converter was given to do; nothing when the file is not in quarantine (any more), and is no unseen PDF.
struct ToConvert {
  FileId file;
  std::string sha256;
  std::uint64_t bytes = 0;
  const Format* format = nullptr;
  bool is_given_out = false;  // a PDF that came before they were looked into; what readers are told of it changes with what is found
};
[[nodiscard]] std::optional<ToConvert> to_convert(db::Connection& db, FileId file);
// PDFs that came before they were looked into (D9.1c) go to the converter, newest first, a hundred at a time; how many there were.
std::size_t queue_unseen(db::Connection& db, base::UtcTime now);

// One picture that it made, still beside the store.
struct MadePicture {
  std::string temporary;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string format;
  unsigned width = 0;
  unsigned height = 0;
};

// What it made of a document: the text as JSON (modules/workers/converter/document.h), a PDF to look at, and the document's pictures as they were in it;
// of a PDF its words, plain. Those
// are not delivered: with the text's taking over each becomes an upload, and goes the way of every picture.
enum class PartKind { Text, Preview, Picture };
[[nodiscard]] std::string_view key_of(PartKind kind);

struct MadePart {
  PartKind kind = PartKind::Text;
  unsigned number = 0;  // of a picture, from 1
  std::string format;
  std::string temporary;
  std::string sha256;
  std::uint64_t bytes = 0;
};

// One of them in the store.
struct Part {
  PartKind kind = PartKind::Text;
  unsigned number = 0;
  const Format* format = nullptr;  // nullptr for a text
  std::string sha256;
  std::uint64_t bytes = 0;
};
// Of a ready document, pictures in order.
[[nodiscard]] std::vector<Part> parts(db::Connection& db, FileId file);

// A document's picture as add() takes what was sent in: from there on it goes the way of every picture. `document` is the name of the document's upload.
[[nodiscard]] Received picture_of_part(const Store& store, const Part& part, std::string_view document);

// What was found in a PDF (D9.1); its bytes stay as they are.
struct MadePdf {
  unsigned pages = 0;
  std::vector<pdf::Flag> flags;
  std::string report;  // what its signatures are worth, as pdf-inspector wrote it (judgement.h)
};

// Everything that was made of one file.
struct MadeFile {
  std::vector<MadePicture> pictures;
  unsigned width = 0;   // of the whole picture, upright
  unsigned height = 0;
  std::vector<MadePart> parts;
  std::optional<MadePdf> pdf = {};
};
// Puts it into the store and makes the file ready, in a transaction of its own; `also` is carried out in it.
void make_ready(db::Connection& db, const Store& store, FileId file, const MadeFile& made, base::UtcTime now, const std::function<void()>& also = {});
// It cannot be used; whoever sent it reads the reason.
void refuse(db::Connection& db, FileId file, std::string_view reason, base::UtcTime now);
// Something harmful was found in it: refused with words, and told in the trail of each item that has it, or of the file itself when none has. In a
// transaction of its own.
void refuse_infected(db::Connection& db, FileId file, std::string_view found, base::UtcTime now);
// It stays in quarantine; the reason says what it waits for.
void keep_waiting(db::Connection& db, FileId file, std::string_view reason);

}  // namespace portal::files
