#include "modules/workers/mailer/plain_text.h"

#include <array>

namespace portal::mailer {
namespace {

struct Escape {
  std::string_view written, meant;
};

// What ctemplate writes (shared/view).
constexpr std::array<Escape, 5> kEscapes{{{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}}};

void append_meant(std::string& out, std::string_view line) {
  while (!line.empty()) {
    bool is_escape = false;
    for (const Escape& escape : kEscapes) {
      if (!line.starts_with(escape.written)) continue;
      out += escape.meant;
      line.remove_prefix(escape.written.size());
      is_escape = true;
      break;
    }
    if (is_escape) continue;
    out += line.front();
    line.remove_prefix(1);
  }
}

}  // namespace

std::string plain_text(std::string_view expanded) {
  std::string out;
  while (!expanded.empty()) {
    const auto end = std::min(expanded.find('\n'), expanded.size());
    std::string_view line = expanded.substr(0, end);
    expanded.remove_prefix(std::min(end + 1, expanded.size()));
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (!out.empty() && !line.starts_with("  ") && !line.starts_with("- ")) out += '\n';
    append_meant(out, line);
    out += '\n';
  }
  return out;
}

}  // namespace portal::mailer
