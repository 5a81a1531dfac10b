#include "shared/view/view.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <nlohmann/json.hpp>

#include "shared/view/check.h"

namespace portal::view {
namespace {

namespace fs = std::filesystem;

// Lines that hold nothing but markers leave no blank line behind; everything else is sent as it was
// written.
constexpr ctemplate::Strip kStrip = ctemplate::STRIP_BLANK_LINES;

struct AssetGlobal {
  const char* variable;
  std::string_view file;
};

constexpr std::array<AssetGlobal, 8> kAssetGlobals{{{"SITE_CSS", "site.css"},
                                                    {"SITE_JS", "site.js"},
                                                    {"OFFICE_CSS", "office.css"},
                                                    {"OFFICE_JS", "office.js"},
                                                    {"EDITOR_JS", "editor.js"},
                                                    {"FONT_400", "be-vietnam-pro-400.woff2"},
                                                    {"FONT_600", "be-vietnam-pro-600.woff2"},
                                                    {"FAVICON", "favicon.svg"}}};

ctemplate::TemplateString text_of(std::string_view text) { return {text.data(), text.size()}; }

bool is_html_name(std::string_view name) { return name.ends_with("_HTML"); }

// A ":none" variable filled with plain text would be an injection, so the two kinds of setter never
// share a name.
void require_escaped(std::string_view name) {
  if (is_html_name(name)) throw std::logic_error(std::string{name} + " takes Html: use set_html()");
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::pair<std::string, std::string>> read_assets(const std::string& manifest,
                                                             bool office) {
  std::vector<std::pair<std::string, std::string>> globals;
  if (manifest.empty()) return globals;
  const auto names = nlohmann::json::parse(read_file(manifest), nullptr, false);
  if (!names.is_object()) throw std::runtime_error(manifest + ": is not a JSON object");
  const auto add = [&](const char* variable, std::string_view file) {
    const auto found = names.find(std::string{file});
    if (found == names.end() || !found->is_string())
      throw std::runtime_error(manifest + ": has no entry '" + std::string{file} + "'");
    globals.emplace_back(variable, "/assets/" + found->get<std::string>());
  };
  for (const AssetGlobal& asset : kAssetGlobals) add(asset.variable, asset.file);
  add("ICONS_URL", office ? "office-icons.svg" : "icons.svg");
  return globals;
}

}  // namespace

void Dict::set(const char* name, std::string_view value) {
  require_escaped(name);
  raw_->SetValue(name, text_of(value));
}

void Dict::set(const char* name, std::int64_t value) {
  require_escaped(name);
  raw_->SetIntValue(name, value);
}

void Dict::set_html(const char* name, const base::Html& value) {
  if (!is_html_name(name))
    throw std::logic_error(std::string{name} + " would be escaped twice: Html names end in _HTML");
  raw_->SetValue(name, text_of(value.text()));
}

void Dict::set_global(const char* name, std::string_view value) {
  require_escaped(name);
  raw_->SetTemplateGlobalValue(name, text_of(value));
}

Dict Dict::section(const char* name) { return Dict{raw_->AddSectionDictionary(name)}; }

void Dict::show(const char* name, bool condition) {
  if (condition) raw_->ShowSection(name);
}

void Dict::set_if(const char* section_name, const char* name, std::string_view value) {
  require_escaped(name);
  if (!value.empty()) raw_->SetValueAndShowSection(name, text_of(value), section_name);
}

Dict Dict::include(const char* name, std::string_view file) {
  ctemplate::TemplateDictionary* included = raw_->AddIncludeDictionary(name);
  included->SetFilename(text_of(file));
  return Dict{included};
}

Page::Page(std::string_view file)
    : Dict(nullptr), file_(file), owned_(std::make_unique<ctemplate::TemplateDictionary>("page")) {
  raw_ = owned_.get();
}

Page::~Page() = default;
Page::Page(Page&&) noexcept = default;

struct Templates::Impl {
  ctemplate::TemplateCache cache;
  std::vector<std::pair<std::string, std::string>> globals;
  std::vector<std::string> files;
};

Templates::Templates(const std::string& folder, const std::string& assets_manifest, bool office)
    : impl_(std::make_unique<Impl>()) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw std::runtime_error(folder + ": is not a folder of templates");
  impl_->files = list_templates(folder);
  if (impl_->files.empty()) throw std::runtime_error(folder + ": has no templates");
  impl_->cache.SetTemplateRootDirectory(fs::absolute(folder).string());
  for (const std::string& file : impl_->files) {
    const std::string path = (fs::path(folder) / file).string();
    if (const std::string fault = find_template_fault(read_file(path)); !fault.empty())
      throw std::runtime_error(path + ": " + fault);
    if (!impl_->cache.LoadTemplate(file, kStrip))
      throw std::runtime_error(path + ": is malformed (see the line above)");
  }
  impl_->cache.Freeze();
  impl_->globals = read_assets(assets_manifest, office);
}

Templates::~Templates() = default;

std::span<const std::string> Templates::files() const { return impl_->files; }

std::string Templates::render(Page& page) const {
  Dict globals = page;
  for (const auto& [name, value] : impl_->globals) globals.set_global(name.c_str(), value);
  std::string out;
  out.reserve(std::size_t{32} * 1024);
  // false also when an include was missing: the partial text in `out` is then dropped, never sent
  // (F38).
  if (!impl_->cache.ExpandNoLoad(page.file(), kStrip, page.dictionary(), nullptr, &out))
    throw std::runtime_error(page.file() +
                             ": cannot be expanded (a template or one it includes is missing)");
  return out;
}

}  // namespace portal::view
