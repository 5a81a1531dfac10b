// Attachments: what a version says of its files (the leading picture, what readers take away) as text, and what a page shows of them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/news/model.h"

namespace portal::news {

// The column news_article_version.files_json and back; "" for a version without files, nothing for a text that is no such list.
[[nodiscard]] std::string format_files(const Content& content);
[[nodiscard]] bool parse_files(std::string_view column, Content& content);

// The attachments as the form carries them: a line each, "slot upload title", before it "nội bộ" for one that no reader gets. Nothing for a text that is no such list.
[[nodiscard]] std::string format_attachments(const std::vector<Attachment>& attachments);
[[nodiscard]] std::optional<std::vector<Attachment>> parse_attachments(std::string_view lines);

// The column news_published_body.attachments and back.
[[nodiscard]] std::string format_shown(const std::vector<ShownAttachment>& attachments);
[[nodiscard]] std::vector<ShownAttachment> parse_shown(std::string_view column);

}  // namespace portal::news
