// portal export: what was archived in a period as one file that can be kept apart and checked for itself (D13.2): each article's page, its words as they are
// stored, its data and its trail, a list of all, and the SHA-256 of every file.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "modules/news/article_writer.h"
#include "modules/news/queries.h"
#include "queries.h"
#include "shared/base/crypto.h"
#include "shared/base/html.h"
#include "shared/files/store.h"
#include "shared/sheet/sheet.h"
#include "shared/sheet/zip_file.h"
#include "shared/workflow/audit.h"

namespace portal::cli {
namespace {

struct ExportOptions {
  std::string from, to, out;
};

struct Archived {
  base::ItemId id;
  std::string code, address, section, kind, title, summary, author, source, unit, body_html, content_digest;
  base::UtcTime published_at, updated_at, archived_at;
  unsigned version = 0;
};

std::vector<Archived> read_archived(db::Connection& db, base::UtcTime from, base::UtcTime until) {
  std::vector<Archived> found;
  auto rows = db.query(kArchived, from, until);
  while (rows.next()) {
    Archived one;
    one.id = rows.id<base::ItemId>(0);
    one.code = rows.text(1);
    one.address = std::string{rows.text(2)} + std::string{rows.text(3)};
    one.section = rows.text(4);
    one.kind = rows.text(5);
    one.title = rows.text(6);
    one.summary = rows.text(7);
    one.author = rows.text(8);
    one.source = rows.text(9);
    one.unit = rows.text(10);
    one.published_at = rows.time(11);
    one.updated_at = rows.time(12);
    one.archived_at = rows.time(13);
    one.version = static_cast<unsigned>(rows.number(14));
    one.body_html = rows.text(15);
    one.content_digest = rows.text(16);
    found.push_back(std::move(one));
  }
  return found;
}

// Addresses of files lead into the archive instead of to the site.
std::string with_own_files(std::string html) {
  for (const std::string_view before : {"\"/tep/", ", /tep/"})
    for (std::size_t at = html.find(before); at != std::string::npos; at = html.find(before, at)) html.erase(at + before.find('/'), 1);
  return html;
}

// A page that opens by itself in any browser.
std::string page_of(const Archived& one) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>";
  base::append_escaped(out, one.title);
  out += "</title></head><body><h1>";
  base::append_escaped(out, one.title);
  out += "</h1>\n<p>";
  base::append_escaped(out, one.section + " · " + one.unit + " · đăng " + base::format_date_time(one.published_at) + " · lưu trữ " + base::format_date_time(one.archived_at));
  out += "</p>\n<p>";
  base::append_escaped(out, one.summary);
  out += "</p>\n" + with_own_files(one.body_html) + "<p>";
  base::append_escaped(out, "Nguồn: " + one.source);
  out += "</p></body></html>\n";
  return out;
}

nlohmann::ordered_json data_of(const Archived& one) {
  return {{"code", one.code},
          {"address", one.address},
          {"section", one.section},
          {"kind", one.kind},
          {"title", one.title},
          {"summary", one.summary},
          {"author", one.author},
          {"source", one.source},
          {"unit", one.unit},
          {"published_at", base::format_iso(one.published_at)},
          {"updated_at", base::format_iso(one.updated_at)},
          {"archived_at", base::format_iso(one.archived_at)},
          {"version", one.version},
          {"content_digest", one.content_digest}};
}

nlohmann::ordered_json trail_of(db::Connection& db, base::ItemId item) {
  nlohmann::ordered_json trail = nlohmann::ordered_json::array();
  auto rows = db.query(kTrailOf, workflow::item_chain(item));
  while (rows.next())
    trail.push_back({{"seq", rows.number(0)},
                     {"at", base::format_iso(rows.time(1))},
                     {"who", rows.text(2)},
                     {"action", rows.text(3)},
                     {"from", rows.text(4)},
                     {"to", rows.text(5)},
                     {"version", rows.number(6)},
                     {"authority", rows.text(7)},
                     {"ground", rows.text(8)},
                     {"note", rows.text(9)},
                     {"digest", rows.text(10)}});
  return trail;
}

// The archive, and the list of what it holds with each file's digest, in the form that sha256sum -c reads.
class Export {
 public:
  explicit Export(base::UtcTime now) : zip_(now) {}

  void add(const std::string& name, std::string data) {
    sums_ += base::sha256_hex(data) + "  " + name + '\n';
    zip_.add(name, std::move(data));
  }

  [[nodiscard]] std::string bytes() && {
    zip_.add("SHA256SUMS", std::move(sums_));
    return std::move(zip_).bytes();
  }

 private:
  sheet::ZipFile zip_;
  std::string sums_;
};

// What its readers could fetch, as it lies in the store, where the page beside it leads.
void add_files(db::Connection& db, const files::Store& store, const Archived& one, Export& archive) {
  auto rows = db.query(news::sql::kFilesOf, one.id);
  while (rows.next()) {
    const std::string path = store.path_of(rows.text(2));
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("không đọc được " + path + "; chạy portal check");
    archive.add(one.code + "/tep/" + std::to_string(rows.number(0)) + '/' + std::string{rows.text(1)}, {std::istreambuf_iterator<char>(in), {}});
  }
}

// Written beside and renamed: a file of that name is whole.
void write_file(const std::string& path, const std::string& bytes) {
  const std::string part = path + ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out << bytes;
    if (!out.flush()) throw std::runtime_error("không ghi được " + part);
  }
  std::filesystem::rename(part, path);
}

int export_archived(const Settings& settings, const ExportOptions& options) {
  const auto from = base::parse_iso(options.from + "T00:00:00+07:00");
  const auto last = base::parse_iso(options.to + "T00:00:00+07:00");
  if (!from || !last || *last < *from) {
    say("Khoảng thời gian viết như --from 2026-01-01 --to 2026-12-31, ngày sau không trước ngày đầu.");
    return 2;
  }
  const auto db = connect_as(settings.config(), "portal_cli");
  const base::UtcTime now = base::SystemClock{}.now();
  sheet::Sheet list{.title = "Tin, bài đã lưu trữ", .columns = {"Mã", "Tiêu đề", "Chuyên mục", "Đơn vị", "Đăng lúc", "Lưu trữ lúc", "Địa chỉ"}, .rows = {}};
  Export archive(now);
  const files::Store store(settings.config().text("store_dir"));
  const auto found = read_archived(*db, *from, *last + std::chrono::days{1});
  for (const Archived& one : found) {
    list.rows.push_back({one.code, one.title, one.section, one.unit, one.published_at, one.archived_at, one.address});
    archive.add(one.code + "/bai.html", page_of(one));
    archive.add(one.code + "/thong-tin.json", data_of(one).dump(1) + '\n');
    archive.add(one.code + "/nhat-ky.json", trail_of(*db, one.id).dump(1) + '\n');
    if (const auto words = news::read_version(*db, one.id, one.version)) archive.add(one.code + "/noi-dung.json", words->body_json + '\n');
    add_files(*db, store, one, archive);
    say("  " + one.code);
  }
  archive.add("muc-luc.csv", sheet::to_csv(list));
  const std::string bytes = std::move(archive).bytes();
  write_file(options.out, bytes);
  if (settings.json)
    std::cout << nlohmann::json{{"file", options.out}, {"items", found.size()}, {"bytes", bytes.size()}, {"sha256", base::sha256_hex(bytes)}}.dump() << '\n';
  say(std::to_string(found.size()) + " tin, bài lưu trữ từ " + base::format_date(*from) + " đến " + base::format_date(*last) + " trong " + options.out);
  return 0;
}

}  // namespace

void add_archive(CLI::App& app, Settings& settings, Run& run) {
  auto options = std::make_shared<ExportOptions>();
  auto* command = app.add_subcommand("export", "xuất tin, bài đã lưu trữ trong một khoảng thời gian ra một tệp zip: trang, nội dung, thông tin, nhật ký, mã SHA-256");
  command->add_option("--from", options->from, "từ ngày lưu trữ, năm-tháng-ngày")->required();
  command->add_option("--to", options->to, "đến hết ngày, năm-tháng-ngày")->required();
  command->add_option("--out", options->out, "tệp zip sẽ ghi")->required();
  command->callback([&settings, &run, options] { run = [&settings, options] { return export_archived(settings, *options); }; });
}

}  // namespace portal::cli
