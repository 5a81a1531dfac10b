#include "modules/news/files.h"

#include <algorithm>
#include <set>

#include "modules/news/signature_words.h"
#include "shared/richtext/plain.h"
#include "shared/text/clean.h"
#include "shared/text/slug.h"

namespace portal::news {
namespace {

using base::FieldError;
constexpr std::size_t kAddressDigest = 12;  // of the SHA-256 in a picture's address

std::string_view extension_of(std::string_view format) {
  const files::Format* known = files::find_format(format);
  return known == nullptr ? std::string_view{"bin"} : known->extension;
}

void add_candidate(std::string& srcset, const std::string& address, unsigned width) {
  if (!srcset.empty()) srcset += ", ";
  srcset += address + ' ' + std::to_string(width) + 'w';
}

constexpr unsigned kPlainWidth = 960;  // for a browser without srcset: nearest to the column

richtext::Picture picture_of(const std::vector<files::Rendition>& renditions, const std::function<std::string(const files::Rendition&)>& address) {
  richtext::Picture picture;
  for (const files::Rendition& rendition : renditions) {
    const std::string where = address(rendition);
    picture.width = std::max(picture.width, rendition.width);
    picture.height = std::max(picture.height, rendition.height);
    if (rendition.format == "webp") {
      add_candidate(picture.webp_srcset, where, rendition.width);
    } else {
      add_candidate(picture.jpeg_srcset, where, rendition.width);
      if (picture.src.empty() || rendition.width <= kPlainWidth) picture.src = where;
    }
  }
  return picture;
}

// What readers may take away: neither what is for those who handle the article, nor a document whose text became an article (D9.1a), whatever a form says.
bool is_deliverable(const Attachment& attachment, const files::ItemFile* slot, const files::ItemFile* file) {
  return !attachment.is_internal && slot != nullptr && file != nullptr && file->kind == files::Kind::Attachment && file->is_ready() && file->format != nullptr;
}

PagePicture first_page(const files::ItemFile& file, int number, const std::vector<files::Rendition>& renditions, Audience audience) {
  PagePicture page;
  for (const files::Rendition& rendition : renditions) {
    if (rendition.format != "jpeg") continue;
    page = {audience == Audience::Readers ? picture_address(number, rendition) : office_picture_address(file.item, number, rendition.width, rendition.format),
            rendition.width, rendition.height};
  }
  return page;
}

// Why the file is not given to readers although it opens; "" when it may be.
std::string stopping_words(const files::ItemFile& file) {
  for (const pdf::Flag flag : file.flags)
    if (pdf::row_of(flag).stops) return std::string{pdf::row_of(flag).words};
  return {};
}

void check_picture(int file, std::string_view field, const ItemPictures& pictures, std::vector<FieldError>& errors) {
  const std::string name = "Ảnh số " + std::to_string(file);
  const files::ItemFile* found = pictures.file(file);
  const auto complain = [&](std::string message, std::string clause) { errors.push_back({std::string{field}, std::move(message), std::move(clause)}); };
  if (found == nullptr || found->kind != files::Kind::Picture)
    complain(name + " không phải ảnh đã gửi lên cho bài này. Bỏ ảnh ra hoặc gửi lại.", "D9.1");
  else if (found->state == files::State::Refused)
    complain(name + " không dùng được: " + found->reason, "D9.1");
  else if (!found->is_ready())
    complain(name + (found->reason.empty() ? " đang được xử lý, chờ một lát rồi làm lại." : ": " + found->reason), "D9.1");
}

}  // namespace

std::string picture_address(int file, const files::Rendition& rendition) {
  return "/tep/" + std::to_string(file) + '/' + rendition.sha256.substr(0, kAddressDigest) + '-' + std::to_string(rendition.width) + '.' +
         std::string{extension_of(rendition.format)};
}

std::string attachment_address(const files::ItemFile& slot) {
  const std::string_view name = slot.name;
  return "/tep/" + std::to_string(slot.id.value) + '/' + text::slugify(name.substr(0, name.rfind('.')), "tep").text() + '.' +
         std::string{extension_of(slot.format == nullptr ? std::string_view{} : slot.format->key)};
}

std::string_view variant_of(std::string_view address) { return address.substr(address.rfind('/') + 1); }

std::string office_picture_address(base::ItemId item, int file, unsigned width, std::string_view format) {
  return "/quan-tri/tin-bai/" + std::to_string(item.value) + "/tep/" + std::to_string(file) + '/' + std::to_string(width) + '.' +
         std::string{extension_of(format)};
}

std::string office_download_address(base::ItemId item, int file) {
  return "/quan-tri/tin-bai/" + std::to_string(item.value) + "/tep/" + std::to_string(file) + "/tai-ve";
}

ItemPictures::ItemPictures(db::Connection& db, base::ItemId item, Audience audience) : files_(files::of_item(db, item)) {
  if (audience == Audience::Office && !files_.empty()) elsewhere_ = files::used_elsewhere(db, item);
  for (const files::ItemFile& file : files_) {
    if (file.kind == files::Kind::Document || !file.is_ready()) continue;
    const int number = static_cast<int>(file.id.value);
    if (file.kind == files::Kind::Attachment)
      if (auto judgement = files::find_judgement(db, file.file)) judgements_[number] = *std::move(judgement);
    auto made = files::renditions(db, file.file);
    if (made.empty()) continue;
    if (file.kind == files::Kind::Attachment) {  // its first page: beside its name, never a picture of a text
      renditions_[number] = std::move(made);
      continue;
    }
    pictures_[number] = picture_of(made, [&](const files::Rendition& rendition) {
      return audience == Audience::Readers ? picture_address(number, rendition) : office_picture_address(item, number, rendition.width, rendition.format);
    });
    renditions_[number] = std::move(made);
  }
}

const richtext::Picture* ItemPictures::find(int file) const {
  const auto found = pictures_.find(file);
  return found == pictures_.end() ? nullptr : &found->second;
}

richtext::FindPicture ItemPictures::finder() const {
  return [this](int file) { return find(file); };
}

const files::ItemFile* ItemPictures::file(int number) const {
  const auto found =
      std::find_if(files_.begin(), files_.end(), [number](const files::ItemFile& file) { return file.id.value == static_cast<std::uint64_t>(number); });
  return found == files_.end() ? nullptr : &*found;
}

const std::vector<files::Rendition>& ItemPictures::renditions(int number) const {
  static const std::vector<files::Rendition> kNone;
  const auto found = renditions_.find(number);
  return found == renditions_.end() ? kNone : found->second;
}

const files::Judgement* ItemPictures::judgement(int number) const {
  const auto found = judgements_.find(number);
  return found == judgements_.end() ? nullptr : &found->second;
}

std::string ItemPictures::also_in(const files::ItemFile& file) const {
  constexpr std::size_t kNamed = 3;
  const auto found = elsewhere_.find(file.file.value);
  if (found == elsewhere_.end()) return {};
  std::string codes;
  for (std::size_t i = 0; i < std::min(kNamed, found->second.size()); ++i) codes += (i == 0 ? "" : ", ") + found->second[i];
  if (found->second.size() > kNamed) codes += " và " + std::to_string(found->second.size() - kNamed) + " bài khác";
  return codes;
}

std::vector<PublishedFile> published_files(const Content& content, const richtext::Document& document, const ItemPictures& pictures) {
  std::set<PublishedFile> all;
  const auto add_picture = [&](int file) {
    for (const files::Rendition& rendition : pictures.renditions(file))
      all.insert({file, std::string{variant_of(picture_address(file, rendition))}, rendition.sha256, rendition.format, rendition.bytes});
  };
  for (const richtext::Node* figure : richtext::figures(document)) add_picture(figure->file);
  if (content.lead.file != 0) add_picture(content.lead.file);
  for (const Attachment& attachment : content.attachments) {
    const files::ItemFile* file = pictures.file(attachment.file);
    const files::ItemFile* slot = pictures.file(attachment.slot);
    if (!is_deliverable(attachment, slot, file)) continue;
    all.insert({attachment.slot, std::string{variant_of(attachment_address(*slot))}, file->sha256, std::string{file->format->key}, file->bytes});
    add_picture(attachment.file);
  }
  return {all.begin(), all.end()};
}

std::vector<ShownAttachment> shown_attachments(const Content& content, const ItemPictures& pictures, Audience audience) {
  std::vector<ShownAttachment> shown;
  for (const Attachment& attachment : content.attachments) {
    const files::ItemFile* file = pictures.file(attachment.file);
    const files::ItemFile* slot = pictures.file(attachment.slot);
    if (!is_deliverable(attachment, slot, file)) continue;
    ShownAttachment one{audience == Audience::Readers ? attachment_address(*slot) : office_download_address(file->item, attachment.file), attachment.title,
                        std::string{file->format->label}, file->bytes, file->sha256, file->pages};
    one.page = first_page(*file, attachment.file, pictures.renditions(attachment.file), audience);
    if (const files::Judgement* judgement = pictures.judgement(attachment.file)) one.signature = shown_signature(*judgement).value_or(ShownSignature{});
    shown.push_back(std::move(one));
  }
  return shown;
}

std::vector<ContentNote> file_notes(const Content& content, const ItemPictures& pictures) {
  std::vector<ContentNote> notes;
  for (const Attachment& attachment : content.attachments) {
    const files::ItemFile* file = pictures.file(attachment.file);
    if (file == nullptr || !file->is_ready()) continue;
    const std::string name = "Tệp đính kèm “" + attachment.title + "”: ";
    if (!attachment.is_internal && !file->flags.empty() && stopping_words(*file).empty()) notes.push_back({name + pdf::words_of(file->flags), "D9.1"});
    const files::Judgement* judgement = pictures.judgement(attachment.file);
    if (judgement != nullptr && judgement->is_damned()) notes.push_back({name + "có chữ ký số không hợp lệ.", "D9.1c"});
  }
  return notes;
}

std::vector<FieldError> file_problems(const Content& content, const richtext::Document& document, const ItemPictures& pictures) {
  std::vector<FieldError> errors;
  for (const richtext::Node* figure : richtext::figures(document)) check_picture(figure->file, "body", pictures, errors);
  if (content.lead.file != 0) check_picture(content.lead.file, "lead", pictures, errors);
  for (const Attachment& attachment : content.attachments) {
    const files::ItemFile* file = pictures.file(attachment.file);
    const files::ItemFile* slot = pictures.file(attachment.slot);
    const std::string name = "Tệp đính kèm “" + attachment.title + "”";
    if (file == nullptr || slot == nullptr || file->kind != files::Kind::Attachment || slot->kind != files::Kind::Attachment)
      errors.push_back({"attachments", name + " không phải tệp đã gửi lên cho bài này.", "D9.1"});
    else if (!attachment.is_internal && !file->is_ready())
      errors.push_back({"attachments", name + " chưa dùng được. " + file->reason, "D9.1"});
    else if (const std::string why = stopping_words(*file); !attachment.is_internal && !why.empty())
      errors.push_back({"attachments", name + ' ' + why + ". Hãy in tệp ra một PDF mới rồi thay tệp này.", "D9.1"});
    if (text::trim(attachment.title).empty()) errors.push_back({"attachments", "Có tệp đính kèm chưa có tên cho bạn đọc.", "D12.1"});
  }
  return errors;
}

}  // namespace portal::news
