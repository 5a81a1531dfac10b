// Losses: what an article's text cannot hold of a Word file, counted on the way and told its editor in Vietnamese. Nothing is left out without a row here.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace portal::converter {

enum class Loss {
  // Taken away.
  Header,
  Comment,
  HiddenText,
  Change,
  Drawing,
  Chart,
  Object,
  Macro,
  OutsideLink,
  PictureFormat,
  PictureMissing,
  Link,
  SymbolCharacter,
  Look,
  Alignment,
  Strike,
  Nesting,
  // Kept otherwise.
  TextBox,
  Note,
  Number,
  Equation,
  NestedTable,
  WideTable,
  PictureMoved,
  Preview,
  Count
};

class Losses {
 public:
  void add(Loss loss, std::size_t count = 1) { counts_[static_cast<std::size_t>(loss)] += count; }

  [[nodiscard]] std::size_t count(Loss loss) const { return counts_[static_cast<std::size_t>(loss)]; }

  // One sentence for each kind that was met, in the order above.
  [[nodiscard]] std::vector<std::string> sentences() const;

 private:
  std::array<std::size_t, static_cast<std::size_t>(Loss::Count)> counts_{};
};

}  // namespace portal::converter
