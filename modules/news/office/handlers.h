// One function per page or form post of the office face: parse -> store/workflow -> view -> Response.
#pragma once

#include "modules/news/office/app.h"
#include "shared/http/response.h"

namespace portal::news {

[[nodiscard]] http::Response show_items(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_new(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response create_article(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_item(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_edit(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response save_article(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response save_merge(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response keep_new_draft(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response keep_draft(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_draft(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response drop_draft(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_editors(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_comparison(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response restore_version(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_version(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_preview(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_act(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response do_act(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_bulk(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response do_bulk(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_bulk_act(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response do_bulk_act(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_posting_time(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response set_posting_time(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response drop_posting_time(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_expiry(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response set_expiry(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response drop_expiry(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_clock(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_clock_act(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response do_clock_act(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response save_checks(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_ask(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response do_ask(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_request(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response answer_request(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response take_back_request(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_letter(OfficeApp& app, server::Context& context);
// Pictures and attachments (file_handlers.cpp).
[[nodiscard]] http::Response list_files(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response add_files(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_picture(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response download_file(OfficeApp& app, server::Context& context);
// What came in becomes an article (intake_handlers.cpp).
[[nodiscard]] http::Response show_classify(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response do_classify(OfficeApp& app, server::Context& context);
// The text of a Word or Writer file (document_handlers.cpp).
[[nodiscard]] http::Response show_document(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response show_document_preview(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response take_document(OfficeApp& app, server::Context& context);
// What must be looked at again (review_handlers.cpp).
[[nodiscard]] http::Response show_reviews(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response archive_due(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response pass_report_on(OfficeApp& app, server::Context& context);
[[nodiscard]] http::Response drop_report(OfficeApp& app, server::Context& context);

}  // namespace portal::news
