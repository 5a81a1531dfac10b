// Builder: a Document written down in C++, for seeds and tests.
//
//   const Document body = Builder().heading(2, "Thành phần hồ sơ").bullets({"Tờ khai", "Căn
//   cước"}).paragraph("Hạn: 5 ngày.").build();
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/richtext/document.h"

namespace portal::richtext {

// A piece of text with its marks, for paragraphs that need them.
struct Piece {
  std::string text;
  Marks marks;
};

class Builder {
 public:
  Builder& paragraph(std::string_view text);
  Builder& paragraph(const std::vector<Piece>& pieces);
  Builder& heading(int level, std::string_view text);
  Builder& bullets(const std::vector<std::string>& items);
  Builder& numbers(const std::vector<std::string>& items, int start = 1);
  Builder& quote(std::string_view text);
  Builder& rule();
  Builder& figure(int file, std::string_view alt, std::string_view caption = {});
  // The first row holds header cells.
  Builder& table(const std::vector<std::vector<std::string>>& rows);

  // The document, validated like one from outside. Throws std::logic_error with the first mistake:
  // the text is the programmer's.
  [[nodiscard]] Document build() const;

 private:
  std::vector<Node> blocks_;
};

}  // namespace portal::richtext
