#include "modules/workers/converter/word_file.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <unordered_set>

#include <zip.h>

#include "modules/workers/converter/word_numbers.h"
#include "modules/workers/converter/word_shape.h"
#include "shared/files/compound.h"
#include "shared/files/package.h"

namespace portal::converter {
namespace {

constexpr std::uint64_t kMega = 1024 * 1024;
constexpr std::uint64_t kLargestXml = 24 * kMega;  // it is held as a tree; the text of an article is one megabyte at most
constexpr std::size_t kDeepest = 200;              // elements within each other; a table in a table in a box has 40

// Pieces of text; Word cuts a line into a few, and an article has 20,000 nodes. What is longer would keep the tools busy for nothing.
constexpr std::size_t kMostTexts = 100'000;

constexpr std::string_view kTypes = "[Content_Types].xml";
constexpr std::string_view kStyles = "word/styles.xml";
constexpr std::string_view kNumbering = "word/numbering.xml";

bool is_header(std::string_view name) { return (name.starts_with("word/header") || name.starts_with("word/footer")) && name.ends_with(".xml"); }

bool is_note(std::string_view name) { return name == "word/footnotes.xml" || name == "word/endnotes.xml"; }

bool is_relations(std::string_view name) { return name.ends_with(".rels"); }

bool is_picture(std::string_view name) { return name.starts_with("word/media/"); }

// What a text needs. Everything else (vbaProject.bin, embeddings, activeX, customXml, printer settings, comments, properties) stays behind.
bool is_kept(std::string_view name, std::string_view main) {
  constexpr std::string_view kOthers[] = {kTypes, "_rels/.rels", kStyles, kNumbering, "word/fontTable.xml", "word/settings.xml", "word/theme/theme1.xml"};
  const bool is_other = std::find(std::begin(kOthers), std::end(kOthers), name) != std::end(kOthers);
  return is_other || name == main || is_header(name) || is_note(name) || is_picture(name) || (name.starts_with("word/_rels/") && is_relations(name));
}

// A relation to something outside, other than a link that a reader may follow.
void drop_outside(pugi::xml_document& relations, Losses& losses) {
  pugi::xml_node root = relations.child("Relationships");
  for (pugi::xml_node one = root.child("Relationship"); one;) {
    const pugi::xml_node next = one.next_sibling("Relationship");
    const bool is_outside = std::string_view{one.attribute("TargetMode").value()} == "External";
    if (is_outside && !std::string_view{one.attribute("Type").value()}.ends_with("/hyperlink")) {
      losses.add(Loss::OutsideLink);
      root.remove_child(one);
    }
    one = next;
  }
}

// The part that a relation of the parts in `folder` ("word/", or "" for the package) leads to.
std::string target_of(pugi::xml_node relation, std::string_view folder) {
  const std::string_view target = relation.attribute("Target").value();
  return target.starts_with('/') ? std::string{target.substr(1)} : std::string{folder} + std::string{target};
}

// A document that was saved for macros is an ordinary one without them; LibreOffice does not open it as the other.
void set_ordinary(pugi::xml_document& types, const std::string& main) {
  for (pugi::xml_node part : types.child("Types").children("Override"))
    if (part.attribute("PartName").value() == '/' + main)
      part.attribute("ContentType").set_value("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
}

class Measure : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    is_too_deep = static_cast<std::size_t>(depth()) > kDeepest;
    if (std::string_view{node.name()} == "w:t") ++texts;
    return !is_too_deep;
  }

  bool is_too_deep = false;
  std::size_t texts = 0;
};

tl::unexpected<base::Fault> refuse(std::string_view why) { return base::fail(base::FaultKind::Invalid, std::string{why}); }

constexpr std::string_view kTooLong = "Tệp quá dài cho một bài. Hãy chia thành nhiều tệp rồi gửi lại.";
constexpr std::string_view kBroken = "Tệp Word bị hỏng hoặc thiếu một phần. Hãy mở tệp bằng Word, lưu lại rồi gửi lại.";

}  // namespace

base::Result<WordFile> WordFile::open(const std::string& path, Losses& losses) {
  const auto package = files::Package::open(path);
  if (!package) {
    // Word encrypts the whole package and puts it into a compound file.
    if (files::Compound::read(path)) return refuse("Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.");
    return refuse(kBroken);
  }
  if (const auto fault = files::package_fault(*package)) return refuse(*fault);
  const auto main = package->word_part();
  if (!main) return refuse(kBroken);
  WordFile file;
  file.main_ = *main;
  for (const files::Member& member : package->members()) {
    if (member.name.ends_with("vbaProject.bin")) losses.add(Loss::Macro);
    if (!is_kept(member.name, *main)) continue;
    const bool is_xml = !is_picture(member.name);
    auto bytes = package->read(member.name, is_xml ? std::min(kLargestXml, member.bytes) : member.bytes);
    if (!bytes) {
      if (is_xml) return refuse(member.bytes > kLargestXml ? kTooLong : kBroken);
      continue;  // pandoc says that the picture is missing
    }
    Part part{member.name, nullptr, {}};
    if (!is_xml) {
      part.bytes = *std::move(bytes);
    } else {
      part.xml = std::make_unique<pugi::xml_document>();
      // White space between runs is text.
      if (!part.xml->load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata)) return refuse(kBroken);
      Measure measure;
      part.xml->traverse(measure);
      if (measure.is_too_deep) return refuse("Nội dung tệp lồng nhau quá sâu, không phải một văn bản bình thường.");
      if (measure.texts > kMostTexts) return refuse(kTooLong);
    }
    if (is_relations(member.name)) drop_outside(*part.xml, losses);
    if (member.name == kTypes) set_ordinary(*part.xml, *main);
    file.parts_.push_back(std::move(part));
  }
  const pugi::xml_document* text = file.find(*main);
  if (text == nullptr || !text->child("w:document").child("w:body")) return refuse(kBroken);
  file.drop_loose_relations();
  return file;
}

void WordFile::drop_loose_relations() {
  std::unordered_set<std::string_view> kept;
  for (const Part& part : parts_) kept.insert(part.name);
  for (Part& part : parts_) {
    if (!is_relations(part.name)) continue;
    const std::string_view folder = part.name.starts_with("word/") ? "word/" : "";
    pugi::xml_node root = part.xml->child("Relationships");
    for (pugi::xml_node one = root.child("Relationship"); one;) {
      const pugi::xml_node next = one.next_sibling("Relationship");
      const bool is_inside = std::string_view{one.attribute("TargetMode").value()} != "External";
      if (is_inside && !kept.contains(target_of(one, folder))) root.remove_child(one);
      one = next;
    }
  }
}

pugi::xml_document* WordFile::find(std::string_view name) const {
  const auto found = std::find_if(parts_.begin(), parts_.end(), [name](const Part& part) { return part.name == name; });
  return found == parts_.end() ? nullptr : found->xml.get();
}

std::vector<pugi::xml_document*> WordFile::texts() const {
  std::vector<pugi::xml_document*> all{find(main_)};
  for (const Part& part : parts_)
    if (is_note(part.name)) all.push_back(part.xml.get());
  for (const Part& part : parts_)
    if (is_header(part.name)) all.push_back(part.xml.get());
  return all;
}

const pugi::xml_document& WordFile::styles() const {
  const pugi::xml_document* found = find(kStyles);
  return found == nullptr ? *empty_ : *found;
}

Letters WordFile::read_letters() { return to_unicode(texts(), WordStyles(styles())); }

std::string WordFile::title() const { return guess_title(*find(main_), WordStyles(styles())); }

void WordFile::prepare(Losses& losses) {
  const WordStyles styles(this->styles());
  pugi::xml_document& main = *find(main_);
  count_losses(main, styles, losses);
  for (const Part& part : parts_) {
    if (is_header(part.name) && has_words(*part.xml)) losses.add(Loss::Header);
    if (part.name == main_ || is_note(part.name)) drop_hidden(*part.xml, styles, losses);
  }
  move_text_boxes(main, losses);
  if (const pugi::xml_document* numbering = find(kNumbering)) type_numbers(main, *numbering, styles, losses);
  for (const Part& part : parts_)
    if (part.name == main_ || part.name == kStyles || is_note(part.name)) drop_indents(*part.xml);
}

void WordFile::save(const std::string& path) const {
  std::vector<std::string> kept;  // libzip reads them when it closes
  kept.reserve(parts_.size());
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) throw std::runtime_error("a package cannot be made");
  for (const Part& part : parts_) {
    if (part.xml) {
      std::ostringstream out;
      part.xml->save(out, "", pugi::format_raw);
      kept.push_back(std::move(out).str());
    }
    const std::string& bytes = part.xml ? kept.back() : part.bytes;
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (source != nullptr && zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0) continue;
    zip_source_free(source);
    zip_discard(archive);
    throw std::runtime_error("a package cannot be made");
  }
  if (zip_close(archive) == 0) return;
  zip_discard(archive);
  throw std::runtime_error("a package cannot be written");
}

}  // namespace portal::converter
