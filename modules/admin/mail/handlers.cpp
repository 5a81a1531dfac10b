#include "modules/admin/mail/handlers.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "modules/admin/act.h"
#include "modules/admin/mail/store.h"
#include "shared/access/authority.h"
#include "shared/notices/notices.h"
#include "shared/office/chrome.h"
#include "shared/office/fields.h"
#include "shared/workflow/idempotency.h"

namespace portal::admin {
namespace {

using base::FaultKind;
using mail::State;

constexpr std::string_view kMail = "/quan-tri/thu-di/";

struct FilterWords {
  MailFilter filter;
  std::string_view key, label, nothing;
};

constexpr std::array<FilterWords, 5> kFilters{{{MailFilter::All, "", "Tất cả", "Chưa có thư nào."},
                                               {MailFilter::Dead, "khong-gui-duoc", "Không gửi được", "Không có thư nào bị trả về hoặc hết thời gian gửi."},
                                               {MailFilter::Waiting, "dang-cho", "Đang chờ", "Không có thư nào đang chờ."},
                                               {MailFilter::Sent, "da-gui", "Đã gửi", "Chưa gửi thư nào."},
                                               {MailFilter::Cancelled, "da-huy", "Đã hủy", "Không có thư nào bị hủy."}}};

const FilterWords& filter_of(std::string_view key) {
  const auto found = std::find_if(kFilters.begin(), kFilters.end(), [key](const FilterWords& words) { return words.key == key; });
  return found == kFilters.end() ? kFilters.front() : *found;
}

std::string list_url(const FilterWords& filter) { return std::string{kMail} + (filter.key.empty() ? "" : "?trang-thai=" + std::string{filter.key}); }

std::string with(const std::string& url, std::string_view pair) { return url + (url.find('?') == std::string::npos ? "?" : "&") + std::string{pair}; }

std::optional<mail::MailId> mail_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number == 0 || number > UINT64_MAX / 2) return {};
  return mail::MailId{number};
}

// The one decision who may: a role, or the delegation of who stands in for the secretary.
std::optional<access::Authority> right_of(server::Context& context) {
  return access::authority_for(context.db(), context.actor, access::Capability::ManageMail, context.now);
}

http::Response refusal(server::Context& context) {
  return server::fault_response(context, {FaultKind::Forbidden, "Thư gửi đi do Thư ký Ban Biên tập và Quản trị mạng theo dõi.", {}});
}

// "Thông báo: Chờ xử lý", "Thư tổng hợp trong ngày".
std::string about(const MailRow& row) {
  const auto kind = mail::parse_kind(row.kind);
  if (!kind) return row.kind;
  switch (*kind) {
    case mail::Kind::Digest: return "Thư tổng hợp trong ngày";
    case mail::Kind::Letter: return "Thư từ chối hoặc trả lại tin, bài";
    case mail::Kind::Receipt: return "Thư báo đã nhận";
    case mail::Kind::Refusal: return "Thư báo về nội dung đã nhận";
    case mail::Kind::Posted: return "Thư báo đã đăng";
    case mail::Kind::Notice: break;
  }
  const auto notice = notices::parse_kind(row.notice_kind);
  return notice ? "Thông báo: " + std::string{notices::label_of(*notice)} : "Thông báo";
}

void fill_state(view::Dict& out, const MailRow& row, base::UtcTime now) {
  switch (row.state.value_or(State::Sending)) {
    case State::Ready:
      office::add_chip(out, "CHIP", "blue", "clock", "Đang chờ");
      if (row.attempts > 0 && row.available_at > now) out.section("NEXT").set("NEXT_AT", base::format_date_time(row.available_at));
      break;
    case State::Sending: office::add_chip(out, "CHIP", "blue", "send", "Đang gửi"); break;
    case State::Sent: office::add_chip(out, "CHIP", "green", "circle-check", "Đã gửi"); break;
    case State::Dead: office::add_chip(out, "CHIP", "red", "circle-alert", "Không gửi được"); break;
    case State::Cancelled: office::add_chip(out, "CHIP", "grey", "ban", "Đã hủy"); break;
  }
  if (row.sent_at) out.section("SENT").set("SENT_AT", base::format_date_time(*row.sent_at));
  if (row.attempts > 1) out.section("TRIED").set("ATTEMPTS", std::int64_t{row.attempts});
  out.set_if("HAS_REASON", "REASON", row.last_error);
}

void fill_act(view::Dict& out, const MailRow& row, const FilterWords& filter) {
  if (row.state != State::Dead && row.state != State::Cancelled && row.state != State::Ready) return;
  const bool cancels = row.state == State::Ready;
  view::Dict act = out.section("ACT");
  act.set("ACT_URL", std::string{kMail} + std::to_string(row.id.value) + (cancels ? "/huy" : "/gui-lai"));
  act.set("ACT_LABEL", cancels ? "Hủy gửi" : "Gửi lại");
  act.set("ACT_TO", row.to_name);
  act.set("KEY", workflow::new_form_key());
  act.set("FILTER", filter.key);
}

// One act on a mail, with its row of the trail.
template <typename Work>
http::Response act_on(server::Context& context, workflow::ActName action, State to, std::string_view done, Work&& work) {
  const auto right = right_of(context);
  if (!right) return refusal(context);
  const std::string back = with(list_url(filter_of(context.request.form.get("trang-thai"))), "xong=" + std::string{done});
  const auto carried = carry_out(context, [&]() -> base::Result<std::string> {
    MailStore store(context.db());
    const auto row = store.find(context.path.id<mail::MailId>("id"));
    if (!row) return tl::unexpected<base::Fault>(row.error());
    if (const auto changed = work(store, *row); !changed) return tl::unexpected<base::Fault>(changed.error());
    std::string note_text = about(*row) + (row->item_code.empty() ? "" : " " + row->item_code) + " gửi " + row->to_name;
    if (!row->last_error.empty()) note_text += ". Trước đó: " + row->last_error;
    note(context, {.chain = "mail:" + std::to_string(row->id.value), .action = action, .from_state = std::string{mail::key_of(row->state.value_or(State::Sending))},
                   .to_state = std::string{mail::key_of(to)}, .authority = right->words, .note = std::move(note_text)});
    return back;
  });
  return carried ? http::redirect(*carried) : server::fault_response(context, carried.error());
}

}  // namespace

http::Response show_mail(App& /*app*/, server::Context& context) {
  if (!right_of(context)) return refusal(context);
  const FilterWords& filter = filter_of(context.request.query.get("trang-thai"));
  const auto before = mail_in(context.request.query.get("truoc"));
  const MailList list = MailStore(context.db()).list(filter.filter, before);
  const mail::Backlog backlog = mail::backlog(context.db());
  office::Frame frame{.title = "Thư gửi đi", .menu = "mail"};
  const std::string_view done = context.request.query.get("xong");
  if (done == "gui-lai") frame.flashes.push_back({"ok", "Thư được đưa vào hàng gửi lại, tới địa chỉ đang có trong danh bạ."});
  if (done == "huy") frame.flashes.push_back({"ok", "Đã hủy gửi thư."});
  office::OfficePage page(context, std::move(frame), "admin/mail.tpl");
  view::Dict& content = page.content();
  for (const FilterWords& words : kFilters) {
    view::Dict tab = content.section("TAB");
    tab.set("TAB_URL", list_url(words));
    tab.set("TAB_LABEL", words.label);
    tab.show("CURRENT", words.filter == filter.filter);
    const std::int64_t number = words.filter == MailFilter::Dead ? backlog.dead : words.filter == MailFilter::Waiting ? backlog.waiting : 0;
    constexpr std::int64_t kMost = 1000;  // are counted
    if (number > 0) tab.section("TAB_COUNT_SHOWN").set("TAB_COUNT", number >= kMost ? std::to_string(kMost - 1) + "+" : std::to_string(number));
  }
  if (list.rows.empty()) {
    content.section("EMPTY").set("NOTHING", filter.nothing);
    return std::move(page).respond();
  }
  view::Dict table = content.section("HAS_ROWS");
  for (const MailRow& row : list.rows) {
    view::Dict out = table.section("ROW");
    out.set("WHEN", base::format_date_time(row.created_at));
    out.set("TO", row.to_name);
    out.set("ADDRESS", row.address);
    out.set("ABOUT", about(row));
    out.set_if("HAS_CODE", "CODE", row.item_code);
    fill_state(out, row, context.now);
    fill_act(out, row, filter);
  }
  if (before || list.has_more) {
    view::Dict pager = content.section("PAGER");
    if (before) pager.set_if("HAS_FIRST", "FIRST_URL", list_url(filter));
    if (list.has_more) pager.set_if("HAS_NEXT", "NEXT_URL", with(list_url(filter), "truoc=" + std::to_string(list.rows.back().id.value)));
  }
  return std::move(page).respond();
}

http::Response resend_mail(App& /*app*/, server::Context& context) {
  return act_on(context, "mail_resend", State::Ready, "gui-lai", [&](MailStore& store, const MailRow& row) { return store.resend(row.id, context.now); });
}

http::Response cancel_mail(App& /*app*/, server::Context& context) {
  return act_on(context, "mail_cancel", State::Cancelled, "huy", [&](MailStore& store, const MailRow& row) {
    return store.cancel(row.id, context.actor.display_name + " hủy gửi lúc " + base::format_date_time(context.now) + ".");
  });
}

}  // namespace portal::admin
