// The pages of one clock of an item, mounted by every office face under its items:
//
//   GET  <item>/thoi-han/{clock#}         "Vì sao hạn này?": start event, rule, every day counted and skipped with its legal source, pauses, extension,
//                                         what happened to it (D9.3); for paper too, without JavaScript
//   GET  <item>/thoi-han/{clock#}/{act}   what tam-dung (stand), chay-tiep (run on) or gia-han (extend) asks for
//   POST <item>/thoi-han/{clock#}/{act}   carries it out once, then back to the clock
#pragma once

#include "shared/http/response.h"
#include "shared/office/panel.h"

namespace portal::office {

[[nodiscard]] http::Response show_clock(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response show_clock_act(server::Context& context, const PanelHost& host);
[[nodiscard]] http::Response do_clock_act(server::Context& context, const PanelHost& host);

// A clock with what its page tells of it.
struct ClockStory {
  duty::Clock clock;
  std::vector<duty::Pause> pauses;
  std::vector<duty::ClockChange> changes;
  std::string extended_by;
};
[[nodiscard]] base::Result<ClockStory> read_clock_story(db::Connection& db, duty::ClockId id);

// Fills templates/office/why.tpl but for what depends on the item: SUBJECT, BACK_URL, ACTS.
void fill_clock_story(view::Dict& content, const duty::Books& books, const ClockStory& story, base::UtcTime now);

// The same page of a clock that belongs to no item, and of a request for confirmation for who is asked and may not see the item (modules/admin/duties).
[[nodiscard]] std::string clock_url(duty::ClockId id);

// "Bài tới Ban Biên tập": a start or stop event of a duty, for people.
[[nodiscard]] std::string_view words_of_event(std::string_view key);

}  // namespace portal::office
