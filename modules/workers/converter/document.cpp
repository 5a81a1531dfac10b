#include "modules/workers/converter/document.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "modules/workers/converter/losses.h"
#include "modules/workers/converter/outputs.h"
#include "modules/workers/converter/pandoc_tree.h"
#include "modules/workers/converter/word_file.h"
#include "shared/base/crypto.h"
#include "shared/files/compound.h"
#include "shared/files/package.h"
#include "shared/richtext/json.h"

namespace portal::converter {
namespace {

using files::Family;
using files::MadePart;
using files::PartKind;
using sandbox::End;
using sandbox::Outcome;
using std::chrono::seconds;

constexpr std::uint64_t kMega = 1024 * 1024;
constexpr std::uint64_t kLargestDocx = 200 * kMega;
constexpr std::uint64_t kLargestTree = 64 * kMega;  // pandoc's JSON: some forty bytes for a word
constexpr std::uint64_t kLargestPreview = 64 * kMega;

constexpr const char* kOffice = "/usr/lib/libreoffice/program";
// A new profile makes the program end with 81 once and want to be started again.
constexpr const char* kTwice = R"("$@"; code=$?; [ $code -eq 81 ] || exit $code; exec "$@")";

Made refused(std::string reason) {
  Made made;
  made.end = Made::End::Refused;
  made.reason = std::move(reason);
  return made;
}

// The tools of one document share one time, so that its job ends before the claim on it does (jobs::kClaimLimit).
class Bench {
 public:
  explicit Bench(const Order& order) : order_(order), begun_(std::chrono::steady_clock::now()) {}

  // A folder of its own for what a tool writes.
  std::string folder(const char* name) {
    std::string path = order_.folder + '/' + name;
    std::filesystem::create_directory(path);
    return path;
  }

  bool convert_by_office(const std::string& input, const std::string& folder, const char* to) {
    return run({{"/usr/bin/sh", "-c", kTwice, "office", std::string{kOffice} + "/soffice.bin", "-env:UserInstallation=file:///tmp/office", "--headless", "--norestore",
                 "--nologo", "--convert-to", to, "--outdir", "/box/out", "/box/in"},
                input,
                folder,
                {{"LD_LIBRARY_PATH", kOffice}, {"SAL_USE_VCLPLUGIN", "svp"}}},
               left());
  }

  bool convert_by_pandoc(const std::string& input, const std::string& folder) {
    // Its heap below the limit of address space, so that it says itself that there is not enough.
    const std::string heap = "-M" + std::to_string(order_.sandbox.memory_bytes / 2 / kMega) + 'm';
    return run({{"/usr/bin/pandoc", "+RTS", heap, "-RTS", "--from=docx", "--to=json", "--output=text.json", "--extract-media=.", "/box/in"}, input, folder}, left());
  }

  // The preview is nobody's need: it gets what is left, and not more than two fifths.
  bool make_preview(const std::string& input, const std::string& folder) {
    used_ = std::max(used_, order_.sandbox.time * 3 / 5);
    return convert_by_office(input, folder, "pdf");
  }

  // Why the last one did not work.
  [[nodiscard]] Made told_last() const { return told_document(last_, static_cast<long>(order_.sandbox.time.count())); }

 private:
  bool run(const sandbox::Tool& tool, seconds time) {
    sandbox::Limits limits = order_.sandbox;
    limits.time = time;
    last_ = sandbox::run(tool, limits, order_.should_stop);
    return last_.end == End::Done;
  }

  [[nodiscard]] seconds left() {
    const auto spent = std::chrono::duration_cast<seconds>(std::chrono::steady_clock::now() - begun_);
    return std::max(seconds{1}, order_.sandbox.time - std::max(spent, used_));
  }

  const Order& order_;
  std::chrono::steady_clock::time_point begun_;
  seconds used_{0};
  Outcome last_;
};

// What needs no tool to be refused.
std::optional<std::string> fault_of(const Order& order, Losses& losses) {
  if (order.file.format->key == "doc") {
    const auto compound = files::Compound::read(order.input);
    if (compound && compound->is_encrypted()) return "Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.";
  }
  if (order.file.format->key != "odt") return std::nullopt;
  const auto package = files::Package::open(order.input);
  if (!package) return "Tệp bị hỏng hoặc thiếu một phần. Hãy mở tệp bằng Writer, lưu lại rồi gửi lại.";
  const auto& members = package->members();
  losses.add(Loss::Macro, static_cast<std::size_t>(std::count_if(members.begin(), members.end(), [](const files::Member& member) {
    return member.name.starts_with("Basic/") || member.name.starts_with("Scripts/");
  })));
  return files::package_fault(*package);
}

MadePart part_of(PartKind kind, unsigned number, std::string_view format, std::string path, std::string_view bytes) {
  write_file(path, bytes);
  return {kind, number, std::string{format}, std::move(path), base::sha256_hex(bytes), bytes.size()};
}

// The pictures that pandoc unpacked: each goes the way of every picture that is sent in, once the text is taken over.
class Pictures {
 public:
  Pictures(const Order& order, std::string folder) : order_(order), folder_(std::move(folder)) {}

  PictureUse look(const std::string& path) const {
    const auto bytes = read_output(folder_, path, order_.limits.picture_bytes);
    if (!bytes || bytes->empty()) return PictureUse::Missing;
    const files::Format* format = files::detect(*bytes);
    return format != nullptr && format->family == Family::Picture ? PictureUse::Usable : PictureUse::OtherFormat;
  }

  void add_to(std::vector<MadePart>& parts, const std::vector<std::string>& paths) const {
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto number = static_cast<unsigned>(i + 1);
      const auto bytes = read_output(folder_, paths[i], order_.limits.picture_bytes);
      if (!bytes) throw std::runtime_error("a picture has gone since it was looked at");
      parts.push_back(part_of(PartKind::Picture, number, files::detect(*bytes)->key, order_.folder + "/picture" + std::to_string(number), *bytes));
    }
  }

 private:
  const Order& order_;
  std::string folder_;
};

// A tool that has said "done" and left nothing has not understood the file.
Made unreadable() { return refused("Không đọc được tệp: tệp bị hỏng hoặc không phải văn bản. Hãy mở tệp, lưu lại dạng .docx rồi gửi lại."); }

}  // namespace

Made make_document(const Order& order) {
  Losses losses;
  if (auto fault = fault_of(order, losses)) return refused(*std::move(fault));
  Bench bench(order);
  std::string docx = order.input;
  if (order.file.format->key != "docx") {
    const std::string folder = bench.folder("office");
    if (!bench.convert_by_office(order.input, folder, "docx")) return bench.told_last();
    const auto bytes = read_output(folder, "in.docx", kLargestDocx);
    if (!bytes) return unreadable();
    docx = order.folder + "/received.docx";
    write_file(docx, *bytes);
  }
  auto word = WordFile::open(docx, losses);
  if (!word) return refused(word.error().message);
  DocumentText text;
  text.letters = word->read_letters();
  text.title = word->title();
  const std::string legible = order.folder + "/legible.docx";
  word->save(legible);
  word->prepare(losses);
  const std::string prepared = order.folder + "/prepared.docx";
  word->save(prepared);

  const std::string folder = bench.folder("pandoc");
  if (!bench.convert_by_pandoc(prepared, folder)) return bench.told_last();
  const auto json = read_output(folder, "text.json", kLargestTree);
  if (!json) return unreadable();
  const Pictures pictures(order, folder);
  auto read = read_pandoc(*json, text.title, [&](const std::string& path) { return pictures.look(path); }, losses);
  if (!read) return refused(read.error().message);
  text.tree = std::move(read->tree);
  text.pictures = read->pictures.size();

  Made made;
  made.end = Made::End::Ready;
  pictures.add_to(made.parts, read->pictures);
  const std::string preview = bench.folder("preview");
  const bool has_preview = bench.make_preview(legible, preview);
  const auto pdf = has_preview ? read_output(preview, "in.pdf", kLargestPreview) : std::nullopt;
  if (pdf) made.parts.push_back(part_of(PartKind::Preview, 0, "pdf", order.folder + "/preview.pdf", *pdf));
  else if (order.should_stop()) return bench.told_last();
  else losses.add(Loss::Preview);
  text.lost = losses.sentences();
  made.parts.push_back(part_of(PartKind::Text, 0, "json", order.folder + "/text.json", to_json(text)));
  return made;
}

std::string to_json(const DocumentText& text) {
  using nlohmann::json;
  json doubts = json::array();
  for (const DoubtfulLetter& doubt : text.letters.doubts)
    doubts.push_back({{"is", doubt.is}, {"was", doubt.was}, {"could_be", doubt.could_be}, {"word", doubt.word}, {"reason", encoding::words_of(doubt.reason)}});
  const json whole{{"title", text.title},
                   {"tree", json::parse(richtext::to_json(text.tree))},
                   {"lost", text.lost},
                   {"pictures", text.pictures},
                   {"encoding", encoding::key_of(text.letters.encoding)},
                   {"encoding_label", encoding::label_of(text.letters.encoding)},
                   {"confidence", text.letters.confidence},
                   {"doubtful", text.letters.doubtful},
                   {"doubts", doubts}};
  return whole.dump(-1, ' ', false, json::error_handler_t::replace);
}

Made told_document(const Outcome& outcome, long seconds) {
  Made later;
  switch (outcome.end) {
    case End::Stopped:
      later.reason = "stopped";
      return later;
    case End::NoSandbox:
      later.reason = outcome.errors;
      return later;
    case End::TimedOut:
      return refused("Văn bản cần quá " + std::to_string(seconds) + " giây để chuyển nên máy chủ đã dừng. Hãy bỏ bớt ảnh, bảng lớn hoặc chia thành nhiều tệp rồi gửi lại.");
    case End::Crashed:
      return refused("Chương trình đọc văn bản bị dừng vì tệp đòi quá nhiều bộ nhớ hoặc bị hỏng. Hãy mở tệp, lưu lại dạng .docx rồi gửi lại.");
    case End::Failed:
    case End::Done:
      break;
  }
  return unreadable();
}

}  // namespace portal::converter
