// Check: which template files there are, and what is refused in them at start. Inside shared/view.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace portal::view {

// Every .tpl below `folder`, relative to it with '/' between, sorted; the front-end build in
// assets/ is not looked into.
[[nodiscard]] std::vector<std::string> list_templates(const std::string& folder);

// Why a template's text may not be used; "" when it may. It begins by turning escaping on (HTML, or
// XML for feeds and sitemaps), and only variables whose name ends in _HTML are written unescaped.
// tests/lint/templates.test.mjs looks at more.
[[nodiscard]] std::string find_template_fault(std::string_view text);

}  // namespace portal::view
