#include "modules/workers/converter/word_styles.h"

#include <algorithm>

namespace portal::converter {
namespace {

constexpr int kLongestChain = 20;  // styles based on each other may go in a circle

// w:val of a switch: it is on without one.
bool is_on_value(std::string_view value) { return value != "0" && value != "false" && value != "off" && value != "none"; }

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool names_font(pugi::xml_node fonts) {
  for (const char* name : {"w:hAnsi", "w:ascii", "w:hAnsiTheme", "w:asciiTheme"})
    if (fonts.attribute(name)) return true;
  return false;
}

}  // namespace

WordStyles::WordStyles(const pugi::xml_document& styles) {
  const pugi::xml_node root = styles.child("w:styles");
  defaults_ = root.child("w:docDefaults");
  for (const pugi::xml_node style : root.children("w:style")) {
    const char* id = style.attribute("w:styleId").value();
    styles_.emplace(id, style);
    if (std::string_view{style.attribute("w:type").value()} == "paragraph" && style.attribute("w:default").as_bool()) default_ = id;
  }
}

template <typename Find>
pugi::xml_node WordStyles::from_styles(std::string_view style, std::string_view property, Find find) const {
  if (!styles_.contains(std::string{style})) return {};
  const auto [kept, is_new] = kept_.try_emplace(std::string{property} + ' ' + std::string{style});
  for (int step = 0; is_new && !kept->second && step < kLongestChain; ++step) {
    const auto found = styles_.find(std::string{style});
    if (found == styles_.end()) break;
    kept->second = find(found->second);
    style = found->second.child("w:basedOn").attribute("w:val").value();
  }
  return kept->second;
}

std::string_view WordStyles::paragraph_style(pugi::xml_node paragraph) const {
  // Its properties stand first (17.3.1.26); a search would pass over all its runs, for each of them.
  pugi::xml_node first = paragraph.first_child();
  while (first && first.type() != pugi::node_element) first = first.next_sibling();
  const bool has_properties = std::string_view{first.name()} == "w:pPr";
  const std::string_view own = has_properties ? first.child("w:pStyle").attribute("w:val").value() : "";
  return own.empty() ? std::string_view{default_} : own;
}

template <typename Find>
pugi::xml_node WordStyles::of_run(pugi::xml_node run, std::string_view property, Find find) const {
  if (const pugi::xml_node node = find(run)) return node;
  if (const pugi::xml_node node = from_styles(run.child("w:rPr").child("w:rStyle").attribute("w:val").value(), property, find)) return node;
  pugi::xml_node paragraph = run.parent();
  while (paragraph && std::string_view{paragraph.name()} != "w:p") paragraph = paragraph.parent();
  if (const pugi::xml_node node = from_styles(paragraph_style(paragraph), property, find)) return node;
  return find(defaults_.child("w:rPrDefault"));
}

template <typename Find>
pugi::xml_node WordStyles::of_paragraph(pugi::xml_node paragraph, std::string_view property, Find find) const {
  if (const pugi::xml_node node = find(paragraph)) return node;
  if (const pugi::xml_node node = from_styles(paragraph_style(paragraph), property, find)) return node;
  return find(defaults_.child("w:pPrDefault"));
}

std::string WordStyles::font_of(pugi::xml_node run) const {
  const pugi::xml_node fonts = of_run(run, "font", [](pugi::xml_node one) {
    const pugi::xml_node named = one.child("w:rPr").child("w:rFonts");
    return names_font(named) ? named : pugi::xml_node{};
  });
  // A theme's font goes before a named one, and is none of the old encodings.
  if (fonts.attribute("w:hAnsiTheme") || (fonts.attribute("w:asciiTheme") && !fonts.attribute("w:hAnsi"))) return {};
  const pugi::xml_attribute font = fonts.attribute("w:hAnsi") ? fonts.attribute("w:hAnsi") : fonts.attribute("w:ascii");
  return font.value();
}

bool WordStyles::is_on(pugi::xml_node run, const char* name) const {
  const pugi::xml_node found = of_run(run, name, [name](pugi::xml_node one) { return one.child("w:rPr").child(name); });
  return found && is_on_value(found.attribute("w:val").value());
}

bool WordStyles::is_bold(pugi::xml_node run) const { return is_on(run, "w:b"); }

bool WordStyles::is_hidden(pugi::xml_node run) const { return is_on(run, "w:vanish"); }

bool WordStyles::is_centred(pugi::xml_node paragraph) const {
  const pugi::xml_node found = of_paragraph(paragraph, "w:jc", [](pugi::xml_node one) { return one.child("w:pPr").child("w:jc"); });
  return std::string_view{found.attribute("w:val").value()} == "center";
}

bool WordStyles::has_style_named(pugi::xml_node paragraph, std::string_view beginning) const {
  return !from_styles(paragraph_style(paragraph), beginning, [&](pugi::xml_node style) {
            const std::string name = lower(style.child("w:name").attribute("w:val").value());
            return name.starts_with(beginning) ? style : pugi::xml_node{};
          }).empty();
}

bool WordStyles::is_title(pugi::xml_node paragraph) const { return has_style_named(paragraph, "title"); }

bool WordStyles::is_heading(pugi::xml_node paragraph) const { return has_style_named(paragraph, "heading "); }

bool WordStyles::is_list_paragraph(pugi::xml_node paragraph) const { return has_style_named(paragraph, "list paragraph"); }

pugi::xml_node WordStyles::numbering_of(pugi::xml_node paragraph) const {
  return from_styles(paragraph_style(paragraph), "w:numPr", [](pugi::xml_node style) { return style.child("w:pPr").child("w:numPr"); });
}

}  // namespace portal::converter
