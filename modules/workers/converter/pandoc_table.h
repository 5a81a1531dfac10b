// PandocTable: rows of cells as pandoc gives them become a table of our schema, whose cells fill the grid exactly: spans that leave the table are cut,
// holes are filled with empty cells.
#pragma once

#include <optional>
#include <vector>

#include "shared/richtext/document.h"

namespace portal::converter {

struct TableCell {
  int rows = 1;
  int columns = 1;
  std::vector<richtext::Node> blocks;
};

struct TableRow {
  bool is_head = false;
  std::vector<TableCell> cells;
};

// Takes what is in the cells; nothing, and the cells keep it, for a table without a cell or wider than our schema allows.
[[nodiscard]] std::optional<richtext::Node> make_table(std::vector<TableRow>& rows);

}  // namespace portal::converter
