#include "shared/richtext/json_tree.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

namespace portal::richtext {
namespace {

using nlohmann::json;

// Builds the tree as the parser announces it. Each handler answers false to stop the parser;
// fault() then says why.
class TreeBuilder final : public json::json_sax_t {
 public:
  explicit TreeBuilder(const JsonLimits& limits) : limits_(limits) {}

  bool null() override { return add(JsonTree::Kind::Null) != nullptr; }

  bool boolean(bool /*value*/) override { return add(JsonTree::Kind::Bool) != nullptr; }

  bool number_integer(number_integer_t value) override {
    JsonTree* node = add(JsonTree::Kind::Integer);
    if (node != nullptr) node->integer = value;
    return node != nullptr;
  }

  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto kMax = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    return number_integer(static_cast<std::int64_t>(std::min(value, kMax)));
  }

  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override {
    return add(JsonTree::Kind::Fraction) != nullptr;
  }

  bool string(string_t& value) override {
    JsonTree* node = add(JsonTree::Kind::String);
    if (node != nullptr) node->text = std::move(value);
    return node != nullptr;
  }

  bool binary(binary_t& /*value*/) override { return false; }  // never in JSON text

  bool start_object(std::size_t /*size*/) override { return open(JsonTree::Kind::Object); }

  bool start_array(std::size_t /*size*/) override { return open(JsonTree::Kind::Array); }

  bool key(string_t& name) override {
    auto& names = open_.back()->names;
    // Objects of the schema have at most four members; one with many is refused later, so it is not
    // searched in full.
    const auto searched =
        names.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(names.size(), 16));
    if (std::find(names.begin(), searched, name) != searched) {
      return stop({JsonFault::Kind::DuplicateName, 0, name});
    }
    names.push_back(std::move(name));
    return true;
  }

  bool end_object() override { return close(); }

  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const json::exception& /*error*/) override {
    return stop({JsonFault::Kind::Syntax, position, {}});
  }

  [[nodiscard]] JsonTree take_root() { return std::move(root_); }

  [[nodiscard]] const JsonFault& fault() const { return fault_; }

 private:
  bool stop(JsonFault fault) {
    fault_ = std::move(fault);
    return false;
  }

  JsonTree* add(JsonTree::Kind kind) {
    if (++values_ > limits_.max_values) {
      stop({JsonFault::Kind::TooMany, 0, {}});
      return nullptr;
    }
    JsonTree* node = &root_;
    // The open parent gets no further item until this one is closed, so the pointers in open_ stay
    // good.
    if (!open_.empty()) node = &open_.back()->items.emplace_back();
    node->kind = kind;
    return node;
  }

  bool open(JsonTree::Kind kind) {
    if (open_.size() >= limits_.max_depth) return stop({JsonFault::Kind::TooDeep, 0, {}});
    JsonTree* node = add(kind);
    if (node == nullptr) return false;
    open_.push_back(node);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  JsonLimits limits_;
  JsonTree root_;
  JsonFault fault_;
  std::vector<JsonTree*> open_;
  std::size_t values_ = 0;
};

}  // namespace

const JsonTree* JsonTree::find(std::string_view name) const {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? nullptr : &items[static_cast<std::size_t>(at - names.begin())];
}

tl::expected<JsonTree, JsonFault> read_json(std::string_view text, const JsonLimits& limits) {
  TreeBuilder builder(limits);
  if (!json::sax_parse(text.begin(), text.end(), &builder)) return tl::unexpected(builder.fault());
  return builder.take_root();
}

}  // namespace portal::richtext
