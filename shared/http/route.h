// Routes: a face's contents page. A constexpr table; first match wins; a route that names no access
// does not compile.
//
// Patterns: "/quan-tri/tin-bai/{id#}/sua". "{name}" is one slug segment ([a-z0-9-], at most 120),
// "{name#}" a positive number,
// "{name^}" one segment that may have capitals ("TN-2026-0001"), "{name*}" the rest of the path (slug
// segments and '/', possibly ending in '/'). A literal dot is
// allowed ("/{path*}rss.xml").
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "shared/base/id.h"
#include "shared/http/request.h"
#include "shared/http/response.h"

namespace portal::http {

// Who may reach a route at all. Rights over an item are decided later by access::authorize().
struct RouteAccess {
  enum class Kind { Public, Internal, Anonymous, Staff, Capability };
  Kind kind;
  std::uint32_t capability = 0;  // access::Capability, for Kind::Capability

  RouteAccess() = delete;

  constexpr explicit RouteAccess(Kind k, std::uint32_t c = 0) : kind(k), capability(c) {}
};

inline constexpr RouteAccess kPublic{RouteAccess::Kind::Public};  // everyone, no session looked up
inline constexpr RouteAccess kInternal{
    RouteAccess::Kind::Internal};  // nginx itself (fragments, health)
inline constexpr RouteAccess kAnonymous{RouteAccess::Kind::Anonymous};  // office pages before login
inline constexpr RouteAccess kStaff{RouteAccess::Kind::Staff};          // anyone with a session

// Typed path parameters of a matched route.
class PathParams {
 public:
  [[nodiscard]] std::string_view text(std::string_view name) const;  // "" when absent
  [[nodiscard]] std::uint64_t number(std::string_view name) const;   // 0 when absent

  template <typename IdType>
  [[nodiscard]] IdType id(std::string_view name) const {
    return IdType{number(name)};
  }

  [[nodiscard]] std::size_t size() const { return size_; }

  // At most kMost of them: a pattern with more throws std::out_of_range at its first request.
  void add(std::string_view name, std::string_view value) { values_.at(size_++) = {name, value}; }
  void keep_first(std::size_t size) { size_ = size; }

 private:
  static constexpr std::size_t kMost = 6;
  // Views into the route pattern and request path. In place: a path is tried against many patterns.
  std::array<std::pair<std::string_view, std::string_view>, kMost> values_;
  std::size_t size_ = 0;
};

// Matches one pattern against a path. Returns the parameters or nothing.
[[nodiscard]] std::optional<PathParams> match_pattern(std::string_view pattern,
                                                      std::string_view path);

// The query keys a route reads (at most twelve); others are dropped before the handler, as nginx
// drops them from the cache key.
using QueryKeys = std::array<std::string_view, 12>;

}  // namespace portal::http
