// The contents page of admin: every area's routes, in order. First match wins.
#pragma once

#include <span>
#include <vector>

#include "modules/admin/account/routes.h"
#include "modules/admin/login/routes.h"
#include "modules/admin/people/routes.h"
#include "modules/admin/rights/routes.h"
#include "modules/admin/sections/routes.h"
#include "modules/admin/work/routes.h"

namespace portal::admin {

inline std::vector<server::ErasedRoute> make_routes(App& app) {
  std::vector<server::ErasedRoute> all;
  const auto add = [&](std::span<const server::Route<App>> routes) {
    for (server::ErasedRoute& route : server::erase_routes<App>(routes, app)) all.push_back(std::move(route));
  };
  add(kLoginRoutes);
  add(kWorkRoutes);
  add(kSectionRoutes);
  add(kRightsRoutes);
  add(kPeopleRoutes);
  add(kAccountRoutes);
  return all;
}

}  // namespace portal::admin
