#include "modules/news/model.h"
#include "modules/news/attachments.h"
#include "shared/base/crypto.h"

namespace portal::news {
namespace {

void add_field(std::string& out, std::string_view value) {
  out += std::to_string(value.size());
  out += ':';
  out += value;
}

void add_field(std::string& out, const std::optional<base::UtcTime>& at) { add_field(out, at ? base::format_sql(*at) : std::string{}); }

}  // namespace

std::string purged_slug(std::string_view slug) { return "da-huy-" + base::sha256_hex(std::string{slug}); }

std::string content_digest(const Content& content) {
  std::string all;
  all.reserve(content.body_json.size() + 2048);
  add_field(all, content.title);
  add_field(all, content.summary);
  add_field(all, content.author_line);
  add_field(all, content.source);
  add_field(all, content.event_at);
  add_field(all, content.place);
  add_field(all, content.starts_at);
  add_field(all, content.ends_at);
  add_field(all, content.registration);
  add_field(all, content.change_note);
  add_field(all, content.body_json);
  // Versions that were saved before there were files have the digest that they were saved with.
  if (const std::string files = format_files(content); !files.empty()) add_field(all, files);
  return base::sha256_hex(all);
}

std::optional<base::FieldError> event_time_error(std::string_view kind, const std::optional<base::UtcTime>& event_at, base::UtcTime now) {
  const Kind* known = find_kind(kind);
  if (known == nullptr || !known->took_place || !event_at || *event_at <= now) return std::nullopt;
  return base::FieldError{"event_at",
                          "Thời điểm này chưa đến. Tin tức viết về việc đã diễn ra; việc sắp diễn ra thì thông báo ở chuyên mục hội nghị, hội thảo, tập huấn.",
                          "D9.3a"};
}

}  // namespace portal::news
