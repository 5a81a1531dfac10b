#include "shared/view/check.h"

#include <algorithm>
#include <filesystem>

namespace portal::view {

namespace fs = std::filesystem;

std::vector<std::string> list_templates(const std::string& folder) {
  std::vector<std::string> files;
  for (auto entry = fs::recursive_directory_iterator(folder);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && entry.depth() == 0 && entry->path().filename() == "assets")
      entry.disable_recursion_pending();
    if (entry->is_regular_file() && entry->path().extension() == ".tpl")
      files.push_back(entry->path().lexically_relative(folder).generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string find_template_fault(std::string_view text) {
  if (!text.starts_with(R"({{%AUTOESCAPE context="HTML"}})") &&
      !text.starts_with(R"({{%AUTOESCAPE context="XML"}})"))
    return R"(must begin with {{%AUTOESCAPE context="HTML"}} or context="XML")";
  for (std::size_t at = text.find("{{"); at != std::string_view::npos;
       at = text.find("{{", at + 2)) {
    const std::size_t end = text.find("}}", at);
    if (end == std::string_view::npos) return "a {{ is never closed";
    const std::string_view marker = text.substr(at + 2, end - at - 2);
    const std::string_view name = marker.substr(0, marker.find(':'));
    if (marker.find(":none") != std::string_view::npos && !name.ends_with("_HTML"))
      return "{{" + std::string{marker} + "}}: only names ending in _HTML are written unescaped";
    if (marker.find(":none") == std::string_view::npos && name.ends_with("_HTML") &&
        !marker.starts_with('!') && !marker.starts_with('#') && !marker.starts_with('/') &&
        !marker.starts_with('>'))
      return "{{" + std::string{marker} + "}}: a name ending in _HTML needs :none";
  }
  return {};
}

}  // namespace portal::view
