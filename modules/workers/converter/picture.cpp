#include "modules/workers/converter/picture.h"

#include <sys/stat.h>

#include <array>
#include <charconv>
#include <fstream>

#include "shared/base/crypto.h"

namespace portal::converter {
namespace {

using sandbox::End;
using sandbox::Outcome;

constexpr std::array<unsigned, 3> kWidths{480, 960, 1600};
constexpr unsigned kTallest = 4000;   // a strip of a hundred thousand lines is no picture for a page
constexpr std::string_view kInput = "/box/in";
// Upright, in sRGB and without any metadata: what was taken away here cannot come back in what is made of it.
constexpr std::string_view kBase = "/box/out/base.png";

struct Form {
  std::string_view format;
  std::string_view extension;
};

constexpr std::array<Form, 2> kForms{{{"jpeg", "jpg"}, {"webp", "webp"}}};

// What the tools of one picture have in common.
class Bench {
 public:
  explicit Bench(const Order& order) : order_(order) {}

  Outcome run(std::vector<std::string> command) {
    sandbox::Tool tool{std::move(command), order_.input, order_.folder, {{"VIPS_CONCURRENCY", "1"}}};
    // BMP alone is read by a loader that libvips does not trust with files from outside; the others are not even there.
    if (order_.file.format->key != "bmp") tool.environment.emplace_back("VIPS_BLOCK_UNTRUSTED", "1");
    return sandbox::run(tool, order_.sandbox, order_.should_stop);
  }

  // What the headers of `paths` say, read in one go; a path whose header cannot be read has no line.
  bool headers(const std::vector<std::string>& paths) {
    std::vector<std::string> command{"/usr/bin/vipsheader"};
    command.insert(command.end(), paths.begin(), paths.end());
    last_ = run(std::move(command));
    return last_.end == End::Done;
  }

  [[nodiscard]] std::optional<Size> size_of(std::string_view path) const { return printed_size(last_.output, path); }

  // What came, upright, in sRGB, at most as wide as the widest, never made larger. A picture that ends in the middle is refused: half of it grey is nothing for
  // readers.
  bool make_base() {
    last_ = run({"/usr/bin/vips", "thumbnail", std::string{kInput}, std::string{kBase} + "[compression=1,strip]", std::to_string(kWidths.back()), "--height",
                 std::to_string(kTallest), "--size", "down", "--export-profile", "srgb", "--fail-on", "truncated"});
    return last_.end == End::Done;
  }

  // The base at `width`, which is at most its own; what is transparent becomes white. `name` in the output folder.
  bool make_jpeg(unsigned width, const std::string& name) {
    last_ = run({"/usr/bin/vips", "thumbnail", std::string{kBase}, "/box/out/" + name + "[Q=82,strip,optimize_coding,interlace,background=255]", std::to_string(width),
                 "--height", std::to_string(kTallest), "--size", "down"});
    return last_.end == End::Done;
  }

  // By libwebp's own tool: libvips 8.14 writes EXIF into a WebP whatever it is told.
  bool make_webp(unsigned width, const std::string& name) {
    last_ = run({"/usr/bin/cwebp", "-quiet", "-q", "78", "-metadata", "none", "-resize", std::to_string(width), "0", std::string{kBase}, "-o", "/box/out/" + name});
    return last_.end == End::Done;
  }

  // Why the last one did not work.
  [[nodiscard]] Made told_last() const { return told(last_, static_cast<long>(order_.sandbox.time.count())); }

 private:
  const Order& order_;
  Outcome last_;
};

std::optional<files::MadePicture> read_made(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  files::MadePicture made;
  made.temporary = path;
  base::Sha256 digest;
  std::array<char, 65536> buffer{};
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0) {
    digest.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
    made.bytes += static_cast<std::uint64_t>(in.gcount());
  }
  made.sha256 = digest.finish_hex();
  return made.bytes == 0 ? std::nullopt : std::optional{std::move(made)};
}

Made refused(std::string reason) { return {Made::End::Refused, std::move(reason), {}, 0, 0}; }

std::string name_of(unsigned width, const Form& form) { return std::to_string(width) + '.' + std::string{form.extension}; }

// Both forms of each width, without their sizes; false when a tool failed.
bool make_widths(Bench& bench, const Order& order, const std::vector<unsigned>& widths, Made& made) {
  for (const unsigned width : widths) {
    for (const Form& form : kForms) {
      const std::string name = name_of(width, form);
      if (!(form.format == "webp" ? bench.make_webp(width, name) : bench.make_jpeg(width, name))) return false;
      auto picture = read_made(order.folder + '/' + name);
      if (!picture) return false;
      picture->format = form.format;
      made.pictures.push_back(*std::move(picture));
    }
  }
  return true;
}

// What was really made: a strip that is too tall is narrower than was asked for.
bool read_sizes(Bench& bench, const Order& order, Made& made) {
  std::vector<std::string> paths;
  for (const files::MadePicture& picture : made.pictures) paths.push_back("/box/out" + picture.temporary.substr(order.folder.size()));
  if (!bench.headers(paths)) return false;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto size = bench.size_of(paths[i]);
    if (!size) return false;
    made.pictures[i].width = size->width;
    made.pictures[i].height = size->height;
    made.width = std::max(made.width, size->width);
    made.height = std::max(made.height, size->height);
  }
  return true;
}

}  // namespace

std::vector<unsigned> widths_for(unsigned width) {
  std::vector<unsigned> widths;
  for (const unsigned wanted : kWidths)
    if (wanted < width) widths.push_back(wanted);
  if (width <= kWidths.back()) widths.push_back(width);
  return widths;
}

std::optional<Size> printed_size(std::string_view output, std::string_view path) {
  while (!output.empty()) {
    const std::size_t end = std::min(output.find('\n'), output.size());
    std::string_view line = output.substr(0, end);
    output.remove_prefix(std::min(end + 1, output.size()));
    if (!line.starts_with(path) || !line.substr(path.size()).starts_with(": ")) continue;
    line.remove_prefix(path.size() + 2);
    Size size;
    const char* const last = line.data() + line.size();
    const auto [cross, first_error] = std::from_chars(line.data(), last, size.width);
    if (first_error != std::errc{} || cross == last || *cross != 'x') return std::nullopt;
    const auto [rest, second_error] = std::from_chars(cross + 1, last, size.height);
    if (second_error != std::errc{} || rest == last || *rest != ' ' || size.width == 0 || size.height == 0) return std::nullopt;
    return size;
  }
  return std::nullopt;
}

Made told(const Outcome& outcome, long seconds) {
  switch (outcome.end) {
    case End::Stopped:
      return {Made::End::Later, "stopped", {}, 0, 0};
    case End::NoSandbox:
      return {Made::End::Later, outcome.errors, {}, 0, 0};
    case End::TimedOut:
      return refused("Ảnh cần quá " + std::to_string(seconds) + " giây để xử lý nên máy chủ đã dừng. Hãy thu nhỏ ảnh hoặc lưu lại dạng JPEG rồi gửi lại.");
    case End::Crashed:
      return refused("Chương trình đọc ảnh bị dừng vì ảnh đòi quá nhiều bộ nhớ hoặc bị hỏng. Hãy mở ảnh, lưu lại dạng JPEG rồi gửi lại.");
    case End::Failed:
    case End::Done:
      break;
  }
  return refused("Không đọc được ảnh: tệp bị hỏng hoặc thiếu một phần. Hãy mở ảnh, lưu lại dạng JPEG rồi gửi lại.");
}

Made make_picture(const Order& order) {
  Bench bench(order);
  const std::string input{kInput};
  const std::string base{kBase};
  if (!bench.headers({input})) return bench.told_last();
  const auto size = bench.size_of(input);
  if (!size) return bench.told_last();
  // Read from the header, before a pixel of it is unpacked: a small file may promise a huge picture.
  const std::uint64_t pixels = std::uint64_t{size->width} * size->height;
  constexpr std::uint64_t kMillion = 1'000'000;
  if (pixels > order.limits.pixels)
    return refused("Ảnh rộng " + std::to_string(size->width) + ", cao " + std::to_string(size->height) + " điểm ảnh, quá " +
                   std::to_string(order.limits.pixels / kMillion) + " triệu điểm. Hãy thu nhỏ ảnh rồi gửi lại.");
  if (!bench.make_base()) return bench.told_last();
  if (!bench.headers({base})) return bench.told_last();
  const auto upright = bench.size_of(base);
  if (!upright) return bench.told_last();
  Made made;
  if (!make_widths(bench, order, widths_for(upright->width), made) || !read_sizes(bench, order, made)) return bench.told_last();
  made.end = Made::End::Ready;
  return made;
}

}  // namespace portal::converter
