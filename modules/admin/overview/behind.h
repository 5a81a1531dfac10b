// The lists behind the numbers of the leaders' page (D3.2c): which one an address asks for, and its lines in words: the same for the page and for the file
// that is taken away, so that nobody reads in the one what they may not know in the other.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "modules/admin/overview/store.h"
#include "modules/admin/overview/views.h"
#include "shared/server/server.h"

namespace portal::admin {

// The month that was asked for ("thang"), or this one; none that is yet to come.
[[nodiscard]] Month month_in(const server::Context& context);

// A whole number of an address; 0 for none and for anything else.
[[nodiscard]] std::uint64_t number_in(std::string_view text);

struct BehindList {
  std::string title;
  std::string time_head;  // what the moment of a line is
  bool is_of_clocks = false;
  std::function<OverviewStore::Behind(const std::optional<Cursor>& after, std::size_t limit)> read;
};
// Nothing for a kind that there is not. Holds references to `context` and `store`.
[[nodiscard]] std::optional<BehindList> behind_list(const server::Context& context, OverviewStore& store, const Month& month);

// The address of the same list in another form ("danh-sach", "danh-sach.csv"), from its beginning.
[[nodiscard]] std::string behind_url(std::string_view path, const http::Fields& query);

// Who reads, and by what.
struct Reader {
  const access::Actor& actor;
  const duty::Books& books;
  bool sees_board = false;    // every item that reached the board (D11.1)
  bool sees_matters = false;  // every question and feedback (D11.5)
  std::string secretaries;
  base::UtcTime now;
};
[[nodiscard]] Reader reader_of(server::Context& context, const duty::Books& books, OverviewStore& store);

// A line in the words of somebody who may know it.
struct BehindLine {
  std::string title, url;  // url "": no page that the reader may open
  std::string why_url;     // "Vì sao hạn này?" of its clock, "" where the reader may open none
  std::string code, state, unit, clause, party, holder;
  base::UtcTime at;  // of the list's order
};
[[nodiscard]] BehindLine line_of(const Reader& reader, const BehindRow& row);

}  // namespace portal::admin
