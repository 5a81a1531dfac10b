// Document: a Word or Writer file becomes the text of an article (D9.1a): what its editor takes over, what was not carried over, and a PDF of the original
// to look at beside it.
//
// LibreOffice makes a docx of doc, rtf and odt; the docx is made anew without what a text does not need and with its letters in Unicode (word_file.h); pandoc
// reads that; its tree becomes ours (pandoc_tree.h). LibreOffice and pandoc run in the sandbox, each with an output folder of its own, and what lies there
// afterwards is opened as something that a stranger made.
#pragma once

#include <string>
#include <vector>

#include "modules/workers/converter/making.h"
#include "modules/workers/converter/word_letters.h"
#include "shared/richtext/document.h"

namespace portal::converter {

// What an editor is shown. Written as JSON into the store (to_json), from which the office reads it.
struct DocumentText {
  std::string title;
  richtext::Document tree;          // figure.file is the number of a picture, from 1, until it has an upload
  std::vector<std::string> lost;    // sentences
  Letters letters;
  std::size_t pictures = 0;
};

[[nodiscard]] Made make_document(const Order& order);

[[nodiscard]] std::string to_json(const DocumentText& text);

// What the sender is told when a tool did not do its work; `seconds` is the limit that it had.
[[nodiscard]] Made told_document(const sandbox::Outcome& outcome, long seconds);

}  // namespace portal::converter
