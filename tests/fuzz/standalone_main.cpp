// A main() for fuzz targets built without libFuzzer: runs every file of the folders (or files)
// named on the command line, and then simple mutations of each, so that the ordinary build and the
// sanitizer build go through every target at each test run.
//
//   fuzz_richtext tests/fuzz/seeds/richtext            # seeds, and 200 mutations of each from a
//   fixed start fuzz_richtext crash-1234                           # one input
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr int kMutationsPerSeed = 200;

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::vector<fs::path> files_of(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(1);
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

// One to four edits: a byte changed, a stretch removed, a stretch doubled.
std::string mutate(std::string text, std::mt19937& random) {
  const auto below = [&](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
  for (std::size_t edits = 1 + below(4); edits > 0 && !text.empty(); --edits) {
    const std::size_t at = below(text.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(text.size() - at, 12));
    switch (below(3)) {
      case 0:
        text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      default:
        text.insert(at, text.substr(at, length));
        break;
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t inputs = 0;
  std::mt19937 random(
      20261125);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same inputs at every run
  for (int i = 1; i < argc; ++i) {
    const bool folder = fs::is_directory(argv[i]);
    for (const fs::path& file : files_of(argv[i])) {
      const std::string seed = read(file);
      run(seed);
      ++inputs;
      for (int m = 0; folder && m < kMutationsPerSeed; ++m, ++inputs) run(mutate(seed, random));
    }
  }
  std::printf("%zu inputs\n", inputs);
  return inputs > 0 ? 0 : 1;
}
