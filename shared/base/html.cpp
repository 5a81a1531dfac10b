#include "shared/base/html.h"

namespace portal::base {

void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  while (true) {
    const std::size_t at = text.find_first_of("&<>\"'", done);
    if (at == std::string_view::npos) break;
    out.append(text, done, at - done);
    switch (text[at]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += "&#39;";
        break;
    }
    done = at + 1;
  }
  out.append(text, done);
}

Html escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  append_escaped(out, text);
  return Html(std::move(out));
}

Html stored_html(std::string markup) { return Html(std::move(markup)); }

}  // namespace portal::base
