// Files of an article: how a page finds its pictures, and what readers may fetch once a version is posted.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "modules/news/content_check.h"
#include "modules/news/model.h"
#include "shared/db/connection.h"
#include "shared/files/files.h"
#include "shared/files/judgement.h"
#include "shared/richtext/document.h"
#include "shared/richtext/picture.h"

namespace portal::news {

// "/tep/12/3f2a9c81d0e4-480.webp": the address of a picture for readers. It names the bytes, so browsers may keep them for good.
[[nodiscard]] std::string picture_address(int file, const files::Rendition& rendition);
// "/tep/12/mau-to-khai.pdf": of an attachment, by the upload that began it, whatever upload and title it has now.
[[nodiscard]] std::string attachment_address(const files::ItemFile& slot);
// What follows "/tep/<number>/".
[[nodiscard]] std::string_view variant_of(std::string_view address);

// Where a page's pictures are: for readers, or in the office for who may see the item.
enum class Audience { Readers, Office };

// The pictures of one item, read once.
class ItemPictures {
 public:
  ItemPictures(db::Connection& db, base::ItemId item, Audience audience);

  // nullptr for what is not a ready picture of the item.
  [[nodiscard]] const richtext::Picture* find(int file) const;
  [[nodiscard]] richtext::FindPicture finder() const;
  [[nodiscard]] const std::vector<files::ItemFile>& files() const { return files_; }
  [[nodiscard]] const files::ItemFile* file(int number) const;
  [[nodiscard]] const std::vector<files::Rendition>& renditions(int number) const;
  // Of an attachment; nullptr for what was not judged.
  [[nodiscard]] const files::Judgement* judgement(int number) const;
  // For the office: the codes of other items that have the same bytes, "" for none.
  [[nodiscard]] std::string also_in(const files::ItemFile& file) const;

 private:
  std::vector<files::ItemFile> files_;
  std::map<int, std::vector<files::Rendition>> renditions_;
  std::map<int, richtext::Picture> pictures_;
  std::map<int, files::Judgement> judgements_;
  std::map<std::uint64_t, std::vector<std::string>> elsewhere_;  // by blob
};

// "/quan-tri/tin-bai/7/tep/12/480.webp".
[[nodiscard]] std::string office_picture_address(base::ItemId item, int file, unsigned width, std::string_view format);

// "/quan-tri/tin-bai/7/tep/12/tai-ve".
[[nodiscard]] std::string office_download_address(base::ItemId item, int file);

// A row of news_published_file.
struct PublishedFile {
  int file = 0;
  std::string variant;
  std::string sha256;
  std::string format;
  std::uint64_t bytes = 0;

  auto operator<=>(const PublishedFile&) const = default;
};

// Everything that readers of the version fetch: each width of its pictures in both formats, its attachments; sorted.
[[nodiscard]] std::vector<PublishedFile> published_files(const Content& content, const richtext::Document& document, const ItemPictures& pictures);

// The attachments as the page lists them.
[[nodiscard]] std::vector<ShownAttachment> shown_attachments(const Content& content, const ItemPictures& pictures, Audience audience);
// What whoever posts the attachments should know of them, and need not mend: what acts in them, signatures that are not valid (D9.1, D9.1c).
[[nodiscard]] std::vector<ContentNote> file_notes(const Content& content, const ItemPictures& pictures);
// What keeps the version's files from being posted: one that is not ready, was refused, or is not the article's (D9.1).
[[nodiscard]] std::vector<base::FieldError> file_problems(const Content& content, const richtext::Document& document, const ItemPictures& pictures);

}  // namespace portal::news
