// WordFile: a docx from outside, made again of the parts that a text needs, so that no tool is given the rest: no macros, no embedded files, no controls,
// nothing that is fetched from elsewhere (a template, a picture by its address), no document type and so no entities. Two files come of it: one to look
// at, with the letters in Unicode, and one for pandoc, in which what pandoc would lose or misread is settled (word_shape.h, word_numbers.h).
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "modules/workers/converter/losses.h"
#include "modules/workers/converter/word_letters.h"
#include "shared/base/result.h"

namespace portal::converter {

class WordFile {
 public:
  // Faults: Invalid with what the sender should do (files::package_fault; no Word document; broken; nested too deep).
  [[nodiscard]] static base::Result<WordFile> open(const std::string& path, Losses& losses);

  // First of all. What it gives is told the editor.
  [[nodiscard]] Letters read_letters();
  [[nodiscard]] std::string title() const;
  // Counts what an article's text has no place for, and settles the text for pandoc.
  void prepare(Losses& losses);

  // Throws std::runtime_error when it cannot be written.
  void save(const std::string& path) const;

 private:
  struct Part {
    std::string name;
    std::unique_ptr<pugi::xml_document> xml;  // of those that are read; the others are kept as they are
    std::string bytes;
  };

  // Relations to what stayed behind: LibreOffice opens no document that has one.
  void drop_loose_relations();
  [[nodiscard]] pugi::xml_document* find(std::string_view name) const;
  [[nodiscard]] std::vector<pugi::xml_document*> texts() const;  // document, footnotes, endnotes, headers, footers
  [[nodiscard]] const pugi::xml_document& styles() const;

  std::string main_;  // the name of the part with the text
  std::vector<Part> parts_;
  std::unique_ptr<pugi::xml_document> empty_ = std::make_unique<pugi::xml_document>();
};

}  // namespace portal::converter
