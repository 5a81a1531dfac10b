// Times that a person sets for an item: when it is posted (D15.3) and when its time on the site is over. Mounted by every office face under its items.
//
//   GET, POST <item>/hen-dang        when to post exactly the version that passed the last check      POST <item>/hen-dang/bo    not any more
//   GET, POST <item>/het-han         when it leaves the lists or the site                              POST <item>/het-han/bo
#pragma once

#include "shared/http/response.h"
#include "shared/office/fields.h"
#include "shared/office/panel.h"

namespace portal::office {

[[nodiscard]] http::Response show_posting_time(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response set_posting_time(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response drop_posting_time(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response show_expiry(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response set_expiry(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response drop_expiry(server::Context& context, const PanelHost& host);

// What the item's page shows of them beside its acts.
void fill_schedules(view::Dict& part, const PanelHost& host, const Panel& panel);

// The fields of a change's note: minor or major, and what readers are told (D12.3). Used by posting at once, too.
void ask_change(view::Dict& content, const http::Fields& typed, const std::string& note, const Errors& errors);

}  // namespace portal::office
