// ListPage: a list as data, drawn by one template (templates/admin/list.tpl), so that units, people, roles, delegations and sections look and work alike:
// a title, quiet lines, a state, and what can be done with the row.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/http/response.h"
#include "shared/office/chrome.h"
#include "shared/server/server.h"

namespace portal::admin {

// A button of a row: a link, or a form of its own (POST) when `is_post`.
struct RowAction {
  std::string label;
  std::string url;
  bool is_post = false;
  bool is_danger = false;
  std::vector<std::pair<std::string, std::string>> hidden{};  // beside _csrf and _key
};

struct RowChip {
  std::string kind, icon, text;
};

struct ListRow {
  std::string title;
  std::string url{};
  std::vector<std::string> lines{};
  std::vector<RowChip> chips{};
  std::vector<RowAction> actions{};
  bool is_child = false;
};

struct ListGroup {
  std::string title{};
  std::vector<ListRow> rows{};
};

struct ListPage {
  std::string heading;
  std::string lead{};
  std::vector<RowAction> buttons{};
  std::vector<ListGroup> groups{};
  std::string empty_text{};
};

[[nodiscard]] http::Response show_list(server::Context& context, office::Frame frame, const ListPage& list);

// A frame with title and menu key; `done` is the value of ?xong= and becomes the message "Đã lưu.", "Đã thu hồi."…
[[nodiscard]] office::Frame admin_frame(server::Context& context, std::string title, std::string_view menu);

}  // namespace portal::admin
