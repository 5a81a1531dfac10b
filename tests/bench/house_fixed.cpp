// house_fixed BYTES CONFIG: the same fixed bytes as bare_fixed, through parse, routes, headers and
// log of the skeleton, on descriptor 0. It needs no database, so integration tests of the loop
// (half-open peers, draining) drive it too: POST /luu answers after 300 ms with what was posted,
// POST /treo hangs, "/" answers BYTES bytes that nobody may keep, "/trang" the same as a page.
#include <cstdlib>
#include <iostream>
#include <thread>

#include "shared/server/loop.h"

using portal::http::Cache;
using portal::http::Method;
using portal::server::Context;

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: house_fixed BYTES CONFIG\n";
    return 64;
  }
  const std::string body(static_cast<std::size_t>(std::atoi(argv[1])), 'x');
  try {
    portal::server::block_stop_signals();
    const portal::base::Config config = portal::base::Config::load(argv[2]);
    const portal::view::Templates templates(config.text("templates_dir"), "");
    const portal::base::SystemClock clock;
    portal::db::Pool pool({}, 1);
    const portal::server::Services services{config, clock, templates, pool};
    const portal::server::Program program{"fixed", portal::server::Face::Public, {}, {}};
    const std::vector<portal::server::ErasedRoute> routes{
        {Method::Get,
         "/",
         portal::http::kPublic,
         Cache::NoStore,
         {},
         "fixed",
         [&body](Context&) { return portal::http::page(body); }},
        {Method::Get,
         "/trang",
         portal::http::kPublic,
         Cache::Page,
         {},
         "page",
         [&body](Context&) { return portal::http::page(body, 200, Cache::Page); }},
        {Method::Post,
         "/luu",
         portal::http::kPublic,
         Cache::NoStore,
         {},
         "save",
         [](Context& context) {
           std::this_thread::sleep_for(std::chrono::milliseconds(300));
           return portal::http::page(std::string{context.request.form.get("value")});
         }},
        {Method::Post,
         "/treo",
         portal::http::kPublic,
         Cache::NoStore,
         {},
         "hang",
         [](Context&) {
           std::this_thread::sleep_for(std::chrono::minutes(10));
           return portal::http::page("late");
         }},
    };
    auto listener = portal::server::Listener::inherited();
    return portal::server::serve(services, program, routes, listener);
  } catch (const std::exception& error) {
    std::cerr << "house_fixed: " << error.what() << '\n';
    return portal::base::kExitConfig;
  }
}
