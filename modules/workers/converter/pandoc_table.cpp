#include "modules/workers/converter/pandoc_table.h"

#include <algorithm>

namespace portal::converter {
namespace {

using richtext::Node;
using richtext::NodeType;

constexpr int kMostSpan = 20;

int columns_of(const TableCell& cell) { return std::clamp(cell.columns, 1, kMostSpan); }

// For how many rows to come each column is taken by a cell from above; it grows to the widest row.
class Grid {
 public:
  // The first free column from `column` on.
  [[nodiscard]] std::size_t free_from(std::size_t column) const {
    while (column < busy_.size() && busy_[column] > 0) ++column;
    return column;
  }

  // How many columns a cell may take there without meeting one from above.
  [[nodiscard]] int room(std::size_t column, int wanted) const {
    int room = 1;
    while (room < wanted && (column + static_cast<std::size_t>(room) >= busy_.size() || busy_[column + static_cast<std::size_t>(room)] == 0)) ++room;
    return room;
  }

  void take(std::size_t column, int columns, int rows) {
    busy_.resize(std::max(busy_.size(), column + static_cast<std::size_t>(columns)));
    next_.resize(busy_.size());
    for (int i = 0; i < columns; ++i) next_[column + static_cast<std::size_t>(i)] = rows;
  }

  void next_row() {
    next_.resize(busy_.size());
    for (std::size_t i = 0; i < busy_.size(); ++i) busy_[i] = std::max({busy_[i], next_[i]}) - 1;
    for (int& rows : busy_) rows = std::max(rows, 0);
    next_.assign(busy_.size(), 0);
  }

  [[nodiscard]] std::size_t width() const { return busy_.size(); }

 private:
  std::vector<int> busy_;
  std::vector<int> next_;
};

// Sets each cell's spans to what there is room for, and gives the table's width.
std::size_t lay_out(std::vector<TableRow>& rows) {
  Grid grid;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::size_t column = 0;
    for (TableCell& cell : rows[r].cells) {
      column = grid.free_from(column);
      cell.columns = grid.room(column, columns_of(cell));
      cell.rows = std::clamp(cell.rows, 1, std::min<int>(kMostSpan, static_cast<int>(rows.size() - r)));
      grid.take(column, cell.columns, cell.rows);
      column += static_cast<std::size_t>(cell.columns);
    }
    grid.next_row();
  }
  return grid.width();
}

Node make_cell(NodeType type, TableCell cell) {
  Node node;
  node.type = type;
  node.colspan = cell.columns;
  node.rowspan = cell.rows;
  node.children = std::move(cell.blocks);
  if (node.children.empty()) node.children.emplace_back();  // an empty paragraph
  return node;
}

}  // namespace

std::optional<Node> make_table(std::vector<TableRow>& rows) {
  const std::size_t width = lay_out(rows);
  if (width == 0 || width > static_cast<std::size_t>(richtext::kMaxTableColumns)) return std::nullopt;
  Node table;
  table.type = NodeType::Table;
  Grid grid;
  for (TableRow& row : rows) {
    const NodeType type = row.is_head ? NodeType::TableHeader : NodeType::TableCell;
    Node made;
    made.type = NodeType::TableRow;
    std::size_t column = 0;
    const auto add = [&](TableCell cell) {
      grid.take(column, cell.columns, cell.rows);
      column += static_cast<std::size_t>(cell.columns);
      made.children.push_back(make_cell(type, std::move(cell)));
    };
    for (TableCell& cell : row.cells) {
      column = grid.free_from(column);
      add(std::move(cell));
    }
    for (column = grid.free_from(column); column < width; column = grid.free_from(column)) add({});
    grid.next_row();
    table.children.push_back(std::move(made));
  }
  return table;
}

}  // namespace portal::converter
