// JsonTree: just enough of a JSON value to validate a rich-text tree. Inside shared/richtext.
//
// Read through nlohmann's SAX interface, whose parser keeps its own stack: 100,000 nested brackets
// meet the depth limit as the 73rd one opens, before anything of ours has recursed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace portal::richtext {

struct JsonTree {
  enum class Kind { Null, Bool, Integer, Fraction, String, Array, Object };

  Kind kind = Kind::Null;
  std::int64_t integer = 0;        // Integer
  std::string text;                // String
  std::vector<JsonTree> items;     // Array; Object: the values
  std::vector<std::string> names;  // Object: the names, unique, in the order of the values

  // The member `name` of an object, or nullptr.
  [[nodiscard]] const JsonTree* find(std::string_view name) const;
};

struct JsonLimits {
  std::size_t max_depth = 72;
  std::size_t max_values = 200'000;
};

// Why a text could not be read.
struct JsonFault {
  enum class Kind { Syntax, TooDeep, TooMany, DuplicateName };

  Kind kind = Kind::Syntax;
  std::size_t offset = 0;  // bytes read before the fault (Syntax)
  std::string name;        // DuplicateName
};

[[nodiscard]] tl::expected<JsonTree, JsonFault> read_json(std::string_view text,
                                                          const JsonLimits& limits = {});

}  // namespace portal::richtext
