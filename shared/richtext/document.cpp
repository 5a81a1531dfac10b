#include "shared/richtext/document.h"

namespace portal::richtext {

Document::Document() {
  root_.type = NodeType::Doc;
  root_.children.emplace_back();
}

}  // namespace portal::richtext
