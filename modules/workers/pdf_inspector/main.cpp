// pdf-inspector INPUT ANCHORS AT OUTPUT: what a PDF is (shared/pdf) and what can be said of its signatures (shared/signatures), as JSON in OUTPUT. The
// converter runs it in the sandbox, a process for each file: what a hostile file inflates to ends this process at its limit of memory, and nothing else.
// ANCHORS is a PEM file of the trusted certificates, or a path at which there is nothing.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "shared/base/time.h"
#include "shared/pdf/look.h"
#include "shared/signatures/report_json.h"

namespace {

std::string read_whole(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string_view key_of(portal::pdf::Opens opens) {
  switch (opens) {
    case portal::pdf::Opens::Yes:
      return "yes";
    case portal::pdf::Opens::WithPassword:
      return "password";
    case portal::pdf::Opens::No:
      break;
  }
  return "no";
}

}  // namespace

#if defined(__SANITIZE_ADDRESS__)
// AddressSanitizer looks for leaks through /proc, and reads its environment there: the sandbox has none.
extern "C" const char* __asan_default_options();  // NOLINT: the sanitizer's name
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

int main(int argc, char** argv) {
  using namespace portal;
  constexpr int kArguments = 5;
  const auto at = argc == kArguments ? base::parse_iso(argv[3]) : std::nullopt;
  if (!at) {
    std::cerr << "pdf-inspector INPUT ANCHORS AT OUTPUT\n";
    return 2;
  }
  const std::string bytes = read_whole(argv[1]);
  nlohmann::json answer;
  {
    const pdf::Looked looked = pdf::look(bytes);
    answer = {{"opens", key_of(looked.opens)}, {"pages", looked.pages}, {"flags", pdf::format_flags(looked.flags)}};
  }
  signatures::Anchors anchors;
  const std::string pem = read_whole(argv[2]);
  // Half of the anchors would judge otherwise than all of them, and nobody would see it.
  if (!pem.empty() && anchors.add(pem) == 0) {
    std::cerr << "the anchors cannot be read\n";
    return 3;
  }
  answer["signatures"] = signatures::to_json(signatures::inspect(bytes, anchors, *at), *at);
  std::ofstream out(argv[4], std::ios::binary | std::ios::trunc);
  out << answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  out.close();
  return out ? 0 : 4;
}
