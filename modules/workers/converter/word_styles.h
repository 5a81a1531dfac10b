// WordStyles: what a Word document's styles say of a run or paragraph: a font, bold, centred, a heading. Word's own order: the run itself, its style, the
// paragraph's style, each with the styles that it is based on, then the document's defaults (ECMA-376 part 1, 17.7.2).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace portal::converter {

class WordStyles {
 public:
  // `styles` is word/styles.xml; an empty document is one without styles.
  explicit WordStyles(const pugi::xml_document& styles);

  // The font of letters beyond ASCII in the run (w:rFonts' hAnsi, or ascii); "" when nothing names one.
  [[nodiscard]] std::string font_of(pugi::xml_node run) const;
  [[nodiscard]] bool is_bold(pugi::xml_node run) const;
  [[nodiscard]] bool is_hidden(pugi::xml_node run) const;
  [[nodiscard]] bool is_centred(pugi::xml_node paragraph) const;
  // The style's name says so ("heading 1", "Title"), as pandoc reads it.
  [[nodiscard]] bool is_title(pugi::xml_node paragraph) const;
  [[nodiscard]] bool is_heading(pugi::xml_node paragraph) const;
  [[nodiscard]] bool is_list_paragraph(pugi::xml_node paragraph) const;
  // The numbering that the paragraph's style brings; an empty node when it brings none.
  [[nodiscard]] pugi::xml_node numbering_of(pugi::xml_node paragraph) const;

 private:
  // The first node that `find` gives from the styles of the chain, nearest first.
  // `property` names what is looked for: the answer for a style is kept, since a document asks for each of its runs.
  template <typename Find>
  pugi::xml_node from_styles(std::string_view style, std::string_view property, Find find) const;
  template <typename Find>
  pugi::xml_node of_run(pugi::xml_node run, std::string_view property, Find find) const;
  template <typename Find>
  pugi::xml_node of_paragraph(pugi::xml_node paragraph, std::string_view property, Find find) const;
  [[nodiscard]] bool is_on(pugi::xml_node run, const char* name) const;
  [[nodiscard]] bool has_style_named(pugi::xml_node paragraph, std::string_view beginning) const;
  [[nodiscard]] std::string_view paragraph_style(pugi::xml_node paragraph) const;

  std::unordered_map<std::string, pugi::xml_node> styles_;  // by styleId
  mutable std::unordered_map<std::string, pugi::xml_node> kept_;  // by property and styleId
  std::string default_;                                     // of paragraphs
  pugi::xml_node defaults_;                                 // w:docDefaults
};

}  // namespace portal::converter
