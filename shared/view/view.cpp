#include "shared/view/view.h"

#include <algorithm>
#include <array>
#include <cctype>
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

struct AssetName {
  std::string_view variable;
  std::string_view file;
};

constexpr std::array<AssetName, 11> kAssetNames{{{"SITE_CSS", "site.css"},
                                               {"SITE_JS", "site.js"},
                                               {"OFFICE_CSS", "office.css"},
                                               {"OFFICE_JS", "office.js"},
                                               {"EDITOR_JS", "editor.js"},
                                               {"FILES_JS", "files.js"},
                                               {"CHECK_JS", "check.js"},
                                               {"UPLOAD_JS", "upload.js"},
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

using Assets = std::vector<std::pair<std::string, std::string>>;  // "{{SITE_CSS}}" -> "/assets/site-0a1b.css"

Assets read_assets(const std::string& manifest, bool office) {
  Assets assets;
  if (manifest.empty()) return assets;
  const auto names = nlohmann::json::parse(read_file(manifest), nullptr, false);
  if (!names.is_object()) throw std::runtime_error(manifest + ": is not a JSON object");
  const auto add = [&](std::string_view variable, std::string_view file) {
    const auto found = names.find(std::string{file});
    if (found == names.end() || !found->is_string())
      throw std::runtime_error(manifest + ": has no entry '" + std::string{file} + "'");
    const auto name = found->get<std::string>();
    // It is written into the templates as it is.
    const auto is_plain = [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_'; };
    if (!std::all_of(name.begin(), name.end(), is_plain))
      throw std::runtime_error(manifest + ": '" + name + "' is no name of a built file");
    assets.emplace_back("{{" + std::string{variable} + "}}", "/assets/" + name);
  };
  for (const AssetName& asset : kAssetNames) add(asset.variable, asset.file);
  add("ICONS_URL", office ? "office-icons.svg" : "icons.svg");
  return assets;
}

// A page names thirty icons and files: written in once at start, they cost a request nothing.
std::string with_assets(std::string text, const Assets& assets) {
  for (const auto& [marker, address] : assets)
    for (std::size_t at = text.find(marker); at != std::string::npos; at = text.find(marker, at + address.size()))
      text.replace(at, marker.size(), address);
  return text;
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
  std::vector<std::string> files;
};

Templates::Templates(const std::string& folder, const std::string& assets_manifest, bool office)
    : impl_(std::make_unique<Impl>()) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw std::runtime_error(folder + ": is not a folder of templates");
  impl_->files = list_templates(folder);
  if (impl_->files.empty()) throw std::runtime_error(folder + ": has no templates");
  const Assets assets = read_assets(assets_manifest, office);
  for (const std::string& file : impl_->files) {
    const std::string path = (fs::path(folder) / file).string();
    const std::string text = read_file(path);
    if (const std::string fault = find_template_fault(text); !fault.empty())
      throw std::runtime_error(path + ": " + fault);
    if (!impl_->cache.StringToTemplateCache(file, with_assets(text, assets), kStrip))
      throw std::runtime_error(path + ": is malformed (see the line above)");
  }
  impl_->cache.Freeze();
}

Templates::~Templates() = default;

std::span<const std::string> Templates::files() const { return impl_->files; }

std::string Templates::render(const Page& page) const {
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
