// Sheet: a list as a table that people take away and open in their own spreadsheet (D3.2c, D9.4, D16, D18.5): comma-separated text and OpenDocument (D9.2).
//
//   sheet::Sheet sheet{.title = "Định mức tin, bài", .columns = {"Đơn vị", "Đã cung cấp", "Từ lúc"}};
//   sheet.rows.push_back({"Phòng Hành chính tư pháp", 3, since});
//   response.body = sheet::to_csv(sheet);
//
// A cell is text, a whole number, an instant or nothing; what a person typed is always text and never becomes a formula. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/time.h"

namespace portal::sheet {

class Cell {
 public:
  Cell() = default;  // empty
  Cell(std::string text) : value_(std::move(text)) {}  // NOLINT(google-explicit-constructor): rows are written as lists of values
  Cell(std::string_view text) : value_(std::string{text}) {}  // NOLINT(google-explicit-constructor)
  Cell(const char* text) : value_(std::string{text}) {}  // NOLINT(google-explicit-constructor)
  Cell(std::int64_t number) : value_(number) {}  // NOLINT(google-explicit-constructor)
  Cell(base::UtcTime at) : value_(at) {}  // NOLINT(google-explicit-constructor)
  Cell(const std::optional<base::UtcTime>& at) {  // NOLINT(google-explicit-constructor)
    if (at) value_ = *at;
  }

  [[nodiscard]] const std::variant<std::monostate, std::string, std::int64_t, base::UtcTime>& value() const { return value_; }

 private:
  std::variant<std::monostate, std::string, std::int64_t, base::UtcTime> value_;
};

using Row = std::vector<Cell>;

struct Sheet {
  std::string title;
  std::vector<std::string> columns;
  std::vector<Row> rows;  // each as long as `columns`
};

inline constexpr std::string_view kCsvType = "text/csv; charset=utf-8; header=present";
inline constexpr std::string_view kOdsType = "application/vnd.oasis.opendocument.spreadsheet";

// RFC 4180: CRLF, every text quoted, a heading line; behind a byte order mark, since without it spreadsheets read UTF-8 as something else. Instants as
// "2026-11-25 13:50" in Viet Nam. A text that a spreadsheet would calculate (= + - @ and their full-width forms, a tab or line end at the front, spaces
// before them or not) gets an apostrophe before it.
[[nodiscard]] std::string to_csv(const Sheet& sheet);

// An .ods file (ODF 1.2, ISO/IEC 26300): one table, its heading repeated on each printed page, instants as dates shown dd/mm/yyyy hh:mm. `made_at` is the
// time of the files in the package. Throws std::runtime_error when it cannot be put together.
[[nodiscard]] std::string to_ods(const Sheet& sheet, base::UtcTime made_at);

}  // namespace portal::sheet
