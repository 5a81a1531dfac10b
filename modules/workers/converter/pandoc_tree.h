// PandocTree: pandoc's document tree (its JSON, `pandoc -t json`) becomes ours, and goes through the validator like one from a browser. Headings begin at the
// level that an article's body uses; footnotes become a numbered list at the end with superscript numbers in place; pictures stand between paragraphs and are
// named by their order until they have an upload (figure.file = 1 is pictures[0]). What our tree cannot hold is counted in Losses.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/workers/converter/losses.h"
#include "shared/base/result.h"
#include "shared/richtext/document.h"

namespace portal::converter {

struct PandocTree {
  richtext::Document tree;
  std::vector<std::string> pictures;  // paths as pandoc wrote them: "media/media/image1.png"
};

// Whether the file that pandoc unpacked may be a picture of an article.
enum class PictureUse { Usable, OtherFormat, Missing };
using LookAtPicture = std::function<PictureUse(const std::string& path)>;

// `title` is what the title field was filled with: the heading that it came from is not the text's beginning a second time. Faults: Invalid with what the
// sender should do (not pandoc's JSON, too deep, too large for an article).
[[nodiscard]] base::Result<PandocTree> read_pandoc(std::string_view json, std::string_view title, const LookAtPicture& look, Losses& losses);

}  // namespace portal::converter
