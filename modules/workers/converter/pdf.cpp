#include "modules/workers/converter/pdf.h"

#include <sys/resource.h>

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "modules/workers/converter/outputs.h"
#include "modules/workers/converter/picture.h"
#include "shared/base/crypto.h"
#include "shared/files/lookalike.h"
#include "shared/text/unicode.h"

namespace portal::converter {
namespace {

using nlohmann::json;
using sandbox::End;
using sandbox::Outcome;
using std::chrono::seconds;

constexpr std::uint64_t kMega = 1024 * 1024;
constexpr std::uint64_t kLargestAnswer = 4 * kMega;
constexpr std::uint64_t kLargestText = 16 * kMega;
constexpr std::uint64_t kLargestPage = 32 * kMega;
constexpr const char* kPageSide = "640";    // the longer one, in pixels: an A4 page becomes 453 wide, sharp on a telephone
constexpr const char* kMostPages = "2000";  // of which words are taken
constexpr int kAnchorsUnreadable = 3;       // pdf-inspector's exit code
constexpr std::string_view kOpensNot = "Không mở được tệp: tệp bị hỏng hoặc không phải PDF. Hãy mở tệp gốc, xuất lại PDF rồi gửi lại.";

Made refused(std::string reason) {
  Made made;
  made.end = Made::End::Refused;
  made.reason = std::move(reason);
  return made;
}

// The tools of one file share one time, so that its job ends before the claim on it does (jobs::kClaimLimit).
class Bench {
 public:
  explicit Bench(const Order& order) : order_(order), begun_(std::chrono::steady_clock::now()) {}

  // At most `share` tenths of the time of a file, and what is left of it.
  const Outcome& run(const sandbox::Tool& tool, int share, std::uint64_t memory) {
    constexpr int kTenths = 10;
    const auto spent = std::chrono::duration_cast<seconds>(std::chrono::steady_clock::now() - begun_);
    sandbox::Limits limits = order_.sandbox;
    limits.memory_bytes = memory;
    limits.time = std::clamp(order_.sandbox.time - spent, seconds{1}, std::max(seconds{1}, order_.sandbox.time * share / kTenths));
    last_time_ = limits.time;
    last_ = sandbox::run(tool, limits, order_.should_stop);
    return last_;
  }

  // A folder of its own for what a tool writes.
  std::string folder(const char* name) const {
    std::string path = order_.folder + '/' + name;
    std::filesystem::create_directory(path);
    return path;
  }

  [[nodiscard]] const Outcome& last() const { return last_; }
  [[nodiscard]] Made told_last() const { return told_pdf(last_, static_cast<long>(last_time_.count())); }
  [[nodiscard]] std::uint64_t memory() const { return order_.sandbox.memory_bytes; }

 private:
  const Order& order_;
  std::chrono::steady_clock::time_point begun_;
  seconds last_time_{0};
  Outcome last_;
};

// A program of ours under AddressSanitizer or ThreadSanitizer reserves terabytes of addresses.
std::uint64_t memory_of_own_tool(std::uint64_t memory) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return static_cast<void>(memory), RLIM_INFINITY;
#else
  return memory;
#endif
}

// The stop of the worker and a missing sandbox say nothing of the file.
bool is_later(const Outcome& outcome) { return outcome.end == End::Stopped || outcome.end == End::NoSandbox; }

// A file that takes a reader's program down, or holds it up, is not given to readers.
bool is_harmful(const Outcome& outcome) { return outcome.end == End::Crashed || outcome.end == End::TimedOut; }

std::optional<Inspected> inspect(Bench& bench, const Order& order) {
  const std::string folder = bench.folder("inspected");
  write_file(folder + "/anchors.pem", order.anchors);
  const sandbox::Tool tool{{std::string{sandbox::kOwnTool}, "/box/in", "/box/out/anchors.pem", base::format_iso(order.now), "/box/out/answer.json"},
                           order.input,
                           folder,
                           {},
                           inspector_path()};
  if (bench.run(tool, 5, memory_of_own_tool(bench.memory())).end != End::Done) return std::nullopt;
  const auto answer = read_output(folder, "answer.json", kLargestAnswer);
  return answer ? read_inspected(*answer) : std::nullopt;
}

// The first page as a picture; nothing when it cannot be drawn.
std::optional<Made> draw_first_page(Bench& bench, const Order& order) {
  const std::string folder = bench.folder("page");
  bench.run({{"/usr/bin/pdftoppm", "-f", "1", "-l", "1", "-singlefile", "-scale-to", kPageSide, "-png", "/box/in", "page"}, order.input, folder}, 4, bench.memory());
  if (bench.last().end != End::Done) return std::nullopt;
  const auto png = read_output(folder, "page.png", kLargestPage);
  if (!png) return std::nullopt;
  const std::string input = order.folder + "/page.png";
  write_file(input, *png);
  const files::ToConvert page{order.file.file, base::sha256_hex(*png), png->size(), files::find_format("png")};
  Order picture{page, input, bench.folder("picture"), order.sandbox, order.limits, order.should_stop};
  Made made = make_picture(picture);
  if (made.end == Made::End::Refused) return std::nullopt;
  return made;
}

// Its words, for who searches; a file of scanned pages has none.
void add_text(Bench& bench, const Order& order, Made& made) {
  const std::string folder = bench.folder("text");
  bench.run({{"/usr/bin/pdftotext", "-enc", "UTF-8", "-l", kMostPages, "/box/in", "text.txt"}, order.input, folder}, 4, bench.memory());
  if (bench.last().end != End::Done) return;
  const auto read = read_output(folder, "text.txt", kLargestText);
  if (!read) return;
  std::string plain;
  for (const char c : *read) {
    if (c == '\f') plain += '\n';  // a page ends
    else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') plain += c;
  }
  if (!text::is_valid(plain)) return;
  const std::string words = text::to_nfc(plain);
  if (std::all_of(words.begin(), words.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; })) return;
  const std::string path = order.folder + "/text.txt";
  write_file(path, words);
  made.parts.push_back({files::PartKind::Text, 0, "txt", path, base::sha256_hex(words), words.size()});
}

}  // namespace

std::string inspector_path() { return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "pdf-inspector").string(); }

std::optional<Inspected> read_inspected(std::string_view text) {
  const json answer = json::parse(text, nullptr, false);
  if (!answer.is_object()) return std::nullopt;
  try {
    Inspected inspected;
    inspected.opens = answer.at("opens").get<std::string>();
    inspected.pdf.pages = answer.at("pages").get<unsigned>();
    inspected.pdf.flags = pdf::parse_flags(answer.at("flags").get<std::string>());
    inspected.pdf.report = answer.at("signatures").dump(-1, ' ', false, json::error_handler_t::replace);
    return inspected;
  } catch (const json::exception&) {
    return std::nullopt;  // a tool that was taken over may write anything
  }
}

Made make_pdf(const Order& order) {
  if (auto fault = files::polyglot_fault_of(order.input)) return refused(*std::move(fault));
  Bench bench(order);
  auto inspected = inspect(bench, order);
  if (bench.last().end == End::Failed && bench.last().code == kAnchorsUnreadable) {
    Made later;  // our own fault, not the file's
    later.reason = "the trusted certificates cannot be read";
    return later;
  }
  if (bench.last().end != End::Done) return bench.told_last();
  if (!inspected) return refused(std::string{kOpensNot});
  if (inspected->opens == "password") return refused("Tệp được đặt mật khẩu nên bạn đọc không mở được. Hãy bỏ mật khẩu rồi gửi lại.");
  if (inspected->opens != "yes" || inspected->pdf.pages == 0) return refused(std::string{kOpensNot});

  Made made;
  if (auto page = draw_first_page(bench, order)) {
    if (page->end == Made::End::Later) return *std::move(page);
    made = *std::move(page);
  } else {
    if (is_later(bench.last()) || is_harmful(bench.last())) return bench.told_last();
    inspected->pdf.flags.push_back(pdf::Flag::NoPicture);
  }
  add_text(bench, order, made);
  if (is_later(bench.last())) return bench.told_last();
  made.pdf = std::move(inspected->pdf);
  made.end = Made::End::Ready;
  return made;
}

Inspection inspect_pdf(const Order& order) {
  Bench bench(order);
  auto inspected = inspect(bench, order);
  return {bench.last(), std::move(inspected)};
}

Made told_pdf(const Outcome& outcome, long seconds) {
  Made later;
  switch (outcome.end) {
    case End::Stopped:
      later.reason = "stopped";
      return later;
    case End::NoSandbox:
      later.reason = outcome.errors;
      return later;
    case End::TimedOut:
      return refused("Tệp cần quá " + std::to_string(seconds) + " giây để mở nên máy chủ đã dừng; bạn đọc cũng sẽ không mở được. Hãy xuất lại PDF rồi gửi lại.");
    case End::Crashed:
      return refused("Chương trình đọc PDF bị dừng vì tệp đòi quá nhiều bộ nhớ hoặc bị hỏng. Hãy xuất lại PDF rồi gửi lại.");
    case End::Failed:
    case End::Done:
      break;
  }
  return refused(std::string{kOpensNot});
}

}  // namespace portal::converter
