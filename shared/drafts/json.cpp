#include "shared/drafts/json.h"

#include <nlohmann/json.hpp>

#include "shared/drafts/presence.h"

namespace portal::drafts {

std::string write_fields(const http::Fields& fields) {
  nlohmann::json object = nlohmann::json::object();
  for (const auto& [name, value] : fields.pairs()) object[name] = value;
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

http::Fields read_fields(std::string_view json) {
  http::Fields fields;
  const nlohmann::json object = nlohmann::json::parse(json, nullptr, false);
  if (!object.is_object()) return fields;
  for (const auto& [name, value] : object.items())
    if (value.is_string()) fields.add(name, value.get<std::string>());
  return fields;
}

std::string to_json(const Watch& watch) {
  nlohmann::json editors = nlohmann::json::array();
  for (const Editor& editor : watch.editors) editors.push_back({{"name", editor.name}, {"since", base::format_time(editor.since)}});
  // "2026-11-25T09:41:12+07:00": the time of day is what stands beside the button.
  const std::string now = base::format_iso(watch.at);
  nlohmann::json answer{{"state", watch.state}, {"time", now.substr(11, 8)}, {"version", watch.version}, {"editors", editors}};
  if (!watch.version_by.empty()) {
    answer["version_by"] = watch.version_by;
    answer["version_at"] = base::format_time(watch.version_at);
  }
  if (!watch.encoding.empty()) answer["encoding"] = watch.encoding;
  return answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace portal::drafts
