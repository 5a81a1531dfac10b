#include "modules/news/office/handlers.h"

#include <algorithm>
#include <charconv>

#include "modules/news/article_view.h"
#include "modules/news/article_writer.h"
#include "modules/news/content_check.h"
#include "modules/news/office/editing.h"
#include "modules/news/published.h"
#include "modules/news/related.h"
#include "shared/access/capability.h"
#include "shared/drafts/presence.h"
#include "shared/office/act.h"
#include "shared/office/clock_pages.h"
#include "shared/office/counts.h"
#include "shared/office/requests.h"
#include "shared/office/schedule.h"
#include "shared/text/clean.h"
#include "shared/text/unicode.h"

namespace portal::news {
namespace {

using base::FaultKind;
using office::OfficePage;

template <typename T>
T number_of(std::string_view text) {
  T value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

ListFilter filter_of(const http::Fields& query) {
  ListFilter filter;
  const std::string_view words = query.get("q");
  filter.text = text::trim(words.substr(0, text::offset_of_character(words, 200)));
  if (const auto state = workflow::parse_state(query.get("trang-thai"))) filter.state = workflow::key_of(*state);
  filter.section = base::SectionId{number_of<std::uint64_t>(query.get("chuyen-muc"))};
  filter.unit = base::UnitId{number_of<std::uint64_t>(query.get("don-vi"))};
  filter.is_mine = query.get("cua-toi") == "1";
  const std::string_view cursor = query.get("tu");
  if (const auto dash = cursor.find('-'); dash != std::string_view::npos && dash > 0) {
    filter.before = base::UtcTime{std::chrono::microseconds{number_of<std::int64_t>(cursor.substr(0, dash))}};
    filter.before_id = base::ItemId{number_of<std::uint64_t>(cursor.substr(dash + 1))};
  }
  return filter;
}

// The words of one version with the facts of the item around them, as the public page would show them.
http::Response preview_of(OfficeApp& app, server::Context& context, const workflow::Item& item) {
  const base::UtcTime published = item.published_at.value_or(context.now);
  const auto expected =
      expect_published(context.db(), SectionTree::read(context.db()), item.id, item.working_version, published, item.published_at ? context.now : published,
                       Standing::AsClassified, Audience::Office);
  if (!expected) return server::fault_response(context, {FaultKind::NotFound, "Bài chưa có nội dung để xem trước.", {}});
  const auto site = app.site.get();
  const site::Section* section = site->snapshot.find_known(item.section);
  if (section == nullptr)
    return server::fault_response(context, {FaultKind::NotAllowedNow, "Chuyên mục của bài chưa từng hiển thị nên chưa xem trước được; chọn chuyên mục khác.", {}});
  const std::string notice = "Bản xem trước của phiên bản " + std::to_string(item.working_version) + ", " + item.code + ": chỉ người xử lý bài thấy trang này.";
  const std::string back = app.host.item_url(item.id);
  std::vector<Related> related;
  if (!expected->article.is_off_lists()) related = parse_related(expected_related(context.db(), item.section, published, item.id));
  return http::page(render_article({app.services.templates, *site, app.public_origin, context.now}, {expected->article, *section, related, notice, back}));
}

office::Frame frame_of(const workflow::Item& item) {
  office::Frame frame;
  frame.title = item.title;
  frame.menu = "news";
  frame.crumbs = {{std::string{kOfficePath}, "Tin, bài"}};
  frame.here = item.code;
  return frame;
}

}  // namespace

http::Response show_items(OfficeApp& app, server::Context& context) {
  OfficeStore store(context.db());
  const ListFilter filter = filter_of(context.request.query);
  office::Frame frame;
  frame.title = "Tin, bài";
  frame.menu = "news";
  OfficePage page(context, frame, "news-office/list.tpl");
  const bool sees_all = office::sees_every_item(context.db(), context.actor, context.now);
  const OfficeList list = store.list(context.actor, sees_all, filter);
  std::vector<base::ItemId> items;
  for (const OfficeEntry& entry : list.entries) items.push_back(entry.id);
  fill_list(page.content(), filter, list, office::read_clock_chips(context.db(), app.books, items, context.now), store.sections(), store.units(),
            access::may(context.actor, access::Capability::WriteItem),
            {.give = context.actor.has(access::Role::Secretary) || office::has_delegation(context.db(), context.actor, "act_as_secretary", context.now),
             .archive = context.actor.has(access::Role::Secretary) || context.actor.has(access::Role::BoardMember) ||
                        context.actor.has(access::Role::BoardDeputy) || context.actor.has(access::Role::BoardHead)});
  return std::move(page).respond();
}

http::Response show_item(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  const auto version = read_version(context.db(), item->id, item->working_version);
  office::Frame frame = frame_of(*item);
  const std::string_view done = context.request.query.get("xong");
  if (done == "luu") frame.flashes.push_back({"ok", "Đã lưu phiên bản " + std::to_string(item->working_version) + "."});
  else if (done == "phieu") frame.flashes.push_back({"ok", "Đã lưu phiếu kiểm tra chất lượng."});
  else if (done == "hoi") frame.flashes.push_back({"ok", "Đã gửi yêu cầu xác nhận. Câu trả lời sẽ có ở thông báo và ở trang này."});
  else if (const auto text = office::flash_of(done)) frame.flashes.push_back({"ok", *text, "/quan-tri/", "Về Hộp việc"});
  OfficePage page(context, frame, "news-office/item.tpl");
  view::Dict& content = page.content();
  content.set("ITEM_TITLE", item->title);
  const auto site = app.site.get();
  if (const site::Section* section = site->snapshot.find_known(item->section); section != nullptr && item->is_published()) {
    const auto live = expect_published(context.db(), SectionTree::read(context.db()), item->id, item->published_version, context.now, context.now);
    if (live) content.section("IS_PUBLIC").set("PUBLIC_URL", app.public_origin + section->path + live->article.entry.slug);
  }
  fill_presence(content, drafts::other_editors(context.db(), item->id, context.actor, context.now));
  const bool may_save = workflow::authorize(context.db(), context.actor, workflow::Action::Save, *item, context.now).has_value();
  fill_offers(content, offered_drafts(context, drafts::subject_of(item->id), &*item), item->working_version,
              may_save ? app.host.item_url(item->id) + "/sua" : std::string{});
  if (item->is_hidden()) {
    content.show("HIDDEN");
  } else {
    view::Dict words = content.include("WORDS", "news-office/words.tpl");
    if (version) {
      const ItemPictures pictures(context.db(), item->id, Audience::Office);
      fill_content(words, *version, item->kind, pictures);
      auto notes = file_notes(*version, pictures);  // for whoever checks it, too
      if (may_save)
        for (ContentNote& note : check_content(*version, item->kind, [&](std::string_view path) { return address_answers(context.db(), path); }))
          notes.push_back(std::move(note));
      fill_content_notes(content, notes);
    }
    content.section("PREVIEW").set("PREVIEW_URL", app.host.item_url(item->id) + "/xem-truoc");
  }
  office::fill_panel(content, context, app.host, office::load_panel(context, app.host, *item));
  return std::move(page).respond();
}

http::Response show_preview(OfficeApp& app, server::Context& context) {
  const auto item = office::find_visible(context, app.host, context.path.id<base::ItemId>("id"));
  if (!item) return server::fault_response(context, item.error());
  return preview_of(app, context, *item);
}

http::Response show_act(OfficeApp& app, server::Context& context) { return office::show_act(context, app.host); }

http::Response do_act(OfficeApp& app, server::Context& context) { return office::do_act(context, app.host); }

http::Response show_posting_time(OfficeApp& app, server::Context& context) { return office::show_posting_time(context, app.host); }

http::Response set_posting_time(OfficeApp& app, server::Context& context) { return office::set_posting_time(context, app.host); }

http::Response drop_posting_time(OfficeApp& app, server::Context& context) { return office::drop_posting_time(context, app.host); }

http::Response show_expiry(OfficeApp& app, server::Context& context) { return office::show_expiry(context, app.host); }

http::Response set_expiry(OfficeApp& app, server::Context& context) { return office::set_expiry(context, app.host); }

http::Response drop_expiry(OfficeApp& app, server::Context& context) { return office::drop_expiry(context, app.host); }
http::Response show_clock(OfficeApp& app, server::Context& context) { return office::show_clock(context, app.host); }

http::Response show_clock_act(OfficeApp& app, server::Context& context) { return office::show_clock_act(context, app.host); }

http::Response do_clock_act(OfficeApp& app, server::Context& context) { return office::do_clock_act(context, app.host); }

http::Response save_checks(OfficeApp& app, server::Context& context) { return office::save_checks(context, app.host); }

http::Response show_ask(OfficeApp& app, server::Context& context) { return office::show_ask(context, app.host); }

http::Response do_ask(OfficeApp& app, server::Context& context) { return office::do_ask(context, app.host); }

http::Response show_request(OfficeApp& app, server::Context& context) { return office::show_request(context, app.host); }

http::Response answer_request(OfficeApp& app, server::Context& context) { return office::answer_request(context, app.host); }

http::Response take_back_request(OfficeApp& app, server::Context& context) { return office::take_back_request(context, app.host); }

http::Response show_letter(OfficeApp& app, server::Context& context) { return office::show_letter(context, app.host); }

void show_words(server::Context& context, view::Dict& content, const workflow::Item& item, unsigned version) {
  const auto read = read_version(context.db(), item.id, version);
  if (!read) return;  // hidden meanwhile (D12.3b)
  view::Dict words = content.include("WORDS", "news-office/words.tpl");
  fill_content(words, *read, item.kind, ItemPictures(context.db(), item.id, Audience::Office));
}

}  // namespace portal::news
