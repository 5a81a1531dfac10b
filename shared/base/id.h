// Typed identifiers: an ArticleId cannot be passed where a PersonId is meant.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace portal::base {

// A database key of one kind of thing. 0 means "none yet"; ids are neither dense nor in commit order (Galera).
template <typename Tag>
struct Id {
  std::uint64_t value = 0;

  constexpr Id() = default;
  constexpr explicit Id(std::uint64_t raw) : value(raw) {}

  [[nodiscard]] constexpr bool is_set() const { return value != 0; }

  constexpr auto operator<=>(const Id&) const = default;
};

// "3,7,9": any number of ids as the one value of FIND_IN_SET(column, ?); "", which no id is in, for none.
template <typename Ids>
[[nodiscard]] std::string list_of(const Ids& ids) {
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ",") + std::to_string(id.value);
  return list;
}

using PersonId = Id<struct PersonTag>;
using AccountId = Id<struct AccountTag>;
using UnitId = Id<struct UnitTag>;
using SectionId = Id<struct SectionTag>;
using ItemId = Id<struct ItemTag>;  // a row of core_item: anything that goes through the workflow
using DelegationId = Id<struct DelegationTag>;

}  // namespace portal::base

template <typename Tag>
struct std::hash<portal::base::Id<Tag>> {
  std::size_t operator()(const portal::base::Id<Tag>& id) const noexcept {
    return std::hash<std::uint64_t>{}(id.value);
  }
};
