// Every list of the leaders' page as a file (D3.2c, D9.4, D14.3đ): whole, by the same rules of who may read a title.
#include "modules/admin/overview/behind.h"
#include "modules/admin/overview/handlers.h"
#include "shared/sheet/sheet.h"

namespace portal::admin {
namespace {

using sheet::Sheet;

constexpr std::size_t kBlock = 500;
constexpr std::size_t kMostLines = 20'000;

Sheet sheet_of(const Reader& reader, const BehindList& list) {
  Sheet out{list.title, {"Việc", "Mã", "Trạng thái", "Đang chờ", "Đơn vị", list.time_head}, {}};
  if (list.is_of_clocks) {
    out.columns.insert(out.columns.begin() + 2, {"Quy định", "Bên chịu thời hạn"});
    if (list.time_head != "Hạn") out.columns.emplace_back("Hạn");
  }
  std::optional<Cursor> after;
  do {
    const auto behind = list.read(after, kBlock);
    for (const BehindRow& row : behind.rows) {
      const BehindLine line = line_of(reader, row);
      sheet::Row cells{line.title, line.code, line.state, line.holder, line.unit, line.at};
      if (list.is_of_clocks) {
        cells.insert(cells.begin() + 2, {line.clause, line.party});
        if (row.closed) cells.emplace_back(row.due);
      }
      out.rows.push_back(std::move(cells));
    }
    after = behind.next;
  } while (after && out.rows.size() < kMostLines);
  if (after) {
    sheet::Row last{"Tệp dừng ở " + std::to_string(out.rows.size()) + " dòng; xem tiếp trên trang."};
    last.resize(out.columns.size());
    out.rows.push_back(std::move(last));
  }
  return out;
}

Sheet quotas(OverviewStore& store, const Month& month) {
  Sheet out{"Định mức tin, bài " + month.words(), {"Đơn vị", "Loại", "Tháng", "Đã cung cấp", "Ít nhất", "Nhiều nhất", "Kết quả"}, {}};
  const auto owed = [](const std::optional<std::int64_t>& number) { return number ? sheet::Cell{*number} : sheet::Cell{}; };
  for (const UnitQuota& quota : store.quotas(month))
    out.rows.push_back({quota.name, quota.is_local() ? "Tư pháp địa phương" : "Thuộc Sở", month.words(), quota.supplied, owed(quota.min), owed(quota.max),
                        quota.min ? result_of(quota) : "Không có định mức"});
  return out;
}

Sheet holders(OverviewStore& store, const std::string& secretaries) {
  Sheet out{"Việc đang chờ", {"Người giữ", "Bước", "Số việc", "Lâu nhất từ"}, {}};
  for (const Holder& holder : store.holders())
    out.rows.push_back({name_of_holder(holder, secretaries), words_of_step(holder.state), holder.items, holder.oldest});
  return out;
}

Sheet rates(OverviewStore& store, const duty::Books& books, const Month& month) {
  Sheet out{"Đúng hạn " + month.words(), {"Quy định", "Nội dung", "Tháng", "Đúng hạn", "Trễ", "Tỷ lệ đúng hạn (%)"}, {}};
  for (const ClauseRate& one : by_clause(books, store.rates(month)))
    out.rows.push_back({one.clause, one.title, month.words(), one.rate.in_time, one.rate.late, one.rate.percent()});
  return out;
}

Sheet trend(OverviewStore& store, const Month& month) {
  Sheet out{"Tỷ lệ đúng hạn sáu tháng", {"Tháng", "Đúng hạn", "Trễ", "Tỷ lệ đúng hạn (%)"}, {}};
  for (const MonthRate& one : store.trend(Month{month.value - std::chrono::months{kTrendMonths - 1}}.begin(), month.end()))
    out.rows.push_back({Month::parse(one.month)->words(), one.rate.in_time, one.rate.late, one.rate.percent()});
  return out;
}

Sheet days(OverviewStore& store, const duty::Books& books, const Month& month, base::UtcTime now) {
  Sheet out{"Ngày có tin mới " + month.words(), {"Ngày", "Tin mới"}, {}};
  for (const Freshness::Day& day : freshness_of(books, month, store.posting_days(month), now).days)
    out.rows.push_back({base::format_date(base::start_of(day.date)), day.has_news ? "Có" : day.is_today ? "Hôm nay, chưa có" : "Không"});
  return out;
}

std::optional<Sheet> make_sheet(App& app, server::Context& context) {
  OverviewStore store(context.db());
  const auto books = app.books.get(context.db());
  const Month month = month_in(context);
  const std::string_view kind = context.request.query.get("loai");
  if (kind == "dinh-muc") return quotas(store, month);
  if (kind == "nguoi-giu") return holders(store, store.secretaries(context.now));
  if (kind == "theo-dieu") return rates(store, *books, month);
  if (kind == "sau-thang") return trend(store, month);
  if (kind == "ngay") return days(store, *books, month, context.now);
  const auto list = behind_list(context, store, month);
  if (!list) return {};
  return sheet_of(reader_of(context, *books, store), *list);
}

}  // namespace

http::Response send_file(App& app, server::Context& context) {
  const auto sheet = make_sheet(app, context);
  if (!sheet) return server::fault_response(context, {base::FaultKind::NotFound, "Không có danh sách này.", {}});
  const bool is_csv = context.request.path.ends_with(".csv");
  http::Response response;
  response.content_type = is_csv ? sheet::kCsvType : sheet::kOdsType;
  response.body = is_csv ? sheet::to_csv(*sheet) : sheet::to_ods(*sheet, context.now);
  // `loai` is one of the words that made a sheet: letters and hyphens.
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"dieu-hanh-" + std::string{context.request.query.get("loai")} + "-" +
                                                           base::format_iso(context.now).substr(0, 10) + (is_csv ? ".csv" : ".ods") + "\"");
  return response;
}

}  // namespace portal::admin
