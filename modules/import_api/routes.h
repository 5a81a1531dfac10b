// The contents page of the import API. Who sends is asked by each handler: a token is no session.
#pragma once

#include "modules/import_api/handlers.h"

namespace portal::import_api {

using http::Cache;
using http::Method;

inline constexpr server::Route<App> kRoutes[] = {
    {Method::Get, "/api/v1/tiep-nhan/openapi.json", http::kPublic, Cache::Page, {}, "import-description", show_description},
    {Method::Post, "/api/v1/tiep-nhan", http::kPublic, Cache::NoStore, {}, "import", receive_document, http::Body::Api},
    {Method::Get, "/api/v1/tiep-nhan/{code^}", http::kPublic, Cache::NoStore, {}, "import-state", show_state},
};

}  // namespace portal::import_api
