#include "modules/admin/work/report_card.h"

#include "modules/admin/duties/clocks.h"
#include "modules/admin/work/queries.h"
#include "shared/duty/show.h"
#include "shared/office/clock_pages.h"
#include "shared/office/fields.h"

namespace portal::admin {

void fill_reports(App& app, server::Context& context, view::Dict& content) {
  std::vector<base::UnitId> units = context.actor.headed_units();
  units.emplace_back();  // what the board as a whole reports
  const auto books = app.books.get(context.db());
  view::Dict card = content;
  bool has_any = false;
  for (const base::UnitId unit : units) {
    std::vector<duty::ClockId> ids;
    {
      auto rows = context.db().query(work_sql::kReports, unit);
      while (rows.next()) ids.push_back(rows.id<duty::ClockId>(0));
    }
    for (const duty::ClockId id : ids) {
      const auto clock = duty::find_clock(context.db(), id);
      const duty::Duty* duty = clock ? duty::find_duty(books->duties, clock->duty) : nullptr;
      if (duty == nullptr || right_to_report(context, *duty, *clock).empty()) continue;
      if (!has_any) card = content.section("REPORTS").include("REPORTS_CARD", "admin/reports.tpl");
      has_any = true;
      const duty::Shown shown = duty::show_clock(*books, *clock, context.now);
      view::Dict row = card.section("REPORT");
      row.set("WHY_URL", office::clock_url(id));
      row.set("REPORT_TITLE", duty->title);
      row.set("REPORT_OF", clock_title(context, *clock));
      row.set("REPORT_CLAUSE", duty->clause);
      row.set_if("HAS_DUE", "REPORT_DUE", shown.due);
      office::add_chip(row, "REPORT_CHIP", shown.chip_kind(), shown.icon(), shown.words);
    }
  }
}

}  // namespace portal::admin
