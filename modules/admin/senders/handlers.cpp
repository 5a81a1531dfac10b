#include "modules/admin/senders/handlers.h"

#include "modules/admin/act.h"
#include "modules/admin/senders/store.h"
#include "shared/base/crypto.h"
#include "shared/office/chrome.h"
#include "shared/office/field_reader.h"
#include "shared/office/fields.h"

namespace portal::admin {
namespace {

using access::Capability;

constexpr std::string_view kSendersPath = "/quan-tri/ket-noi/";
constexpr std::string_view kSendersLabel = "Hệ thống kết nối";
constexpr std::size_t kTokenBytes = 32, kHintLetters = 8;

office::Frame frame_of(std::string here) {
  return {.title = here, .menu = "senders", .crumbs = {{std::string{kSendersPath}, std::string{kSendersLabel}}}, .here = std::move(here)};
}

std::string chain_of_sender(std::uint64_t id) { return "sender:" + std::to_string(id); }

// The one page that ever shows a token: the answer to the form itself. A second send of the form leads to the list instead.
http::Response token_page(server::Context& context, const std::string& name, const std::string& token) {
  office::OfficePage page(context, frame_of("Mã truy cập mới"), "admin/sender_token.tpl");
  page.content().set("NAME", name);
  page.content().set("TOKEN", token);
  page.content().set("API_URL", context.services.config.text("public_origin") + "/api/v1/tiep-nhan");
  page.content().set("DESCRIPTION_URL", context.services.config.text("public_origin") + "/api/v1/tiep-nhan/openapi.json");
  page.content().set("LIST_URL", kSendersPath);
  return std::move(page).respond();
}

std::string whose(const ImportSender& sender) {
  if (!sender.unit_name.empty()) return sender.unit_name;
  return sender.person_name.empty() ? "Tổ chức ngoài danh bạ" : sender.person_name;
}

void fill_state(view::Dict& row, const ImportSender& sender, base::UtcTime now) {
  const base::UtcTime today = base::start_of(base::local_date(now));
  const bool is_over = !sender.to.empty() && *base::parse_date_time(sender.to) < today;
  const bool is_to_come = *base::parse_date_time(sender.from) > today;
  if (sender.revoked_at) {
    office::add_chip(row, "STATE_CHIP", "grey", "ban", "Đã thu hồi");
    row.section("REVOKED").set("REVOKED_WORDS", base::format_date_time(*sender.revoked_at) + ", " + sender.revoked_by + ": " + sender.revoked_why);
    return;
  }
  if (is_over) return office::add_chip(row, "STATE_CHIP", "grey", "ban", "Đã hết hạn");
  if (is_to_come) return office::add_chip(row, "STATE_CHIP", "grey", "hourglass", "Chưa đến ngày");
  office::add_chip(row, "STATE_CHIP", "green", "circle-check", "Đang dùng");
}

}  // namespace

http::Response list_senders(App& /*app*/, server::Context& context) {
  const auto senders = SenderStore(context.db()).all();
  office::Frame frame{.title = std::string{kSendersLabel}, .menu = "senders"};
  if (context.request.query.get("xong") == "thu-hoi") frame.flashes.push_back({"ok", "Đã thu hồi mã truy cập."});
  office::OfficePage page(context, std::move(frame), "admin/senders.tpl");
  view::Dict& content = page.content();
  content.set("DESCRIPTION_URL", context.services.config.text("public_origin") + "/api/v1/tiep-nhan/openapi.json");
  if (senders.empty()) content.show("EMPTY");
  else {
    view::Dict table = content.section("TABLE");
    for (const ImportSender& sender : senders) {
      view::Dict row = table.section("ROW");
      row.set("NAME", sender.name);
      row.set("WHOSE", whose(sender));
      row.set("HINT", sender.hint);
      row.set("DAYS", sender.to.empty() ? "từ " + sender.from : sender.from + " – " + sender.to);
      row.set("MADE", sender.made_by + ", " + base::format_date_time(sender.made_at));
      row.set("LAST_USED", sender.last_used_at ? base::format_date_time(*sender.last_used_at) : std::string{"chưa dùng lần nào"});
      row.set("SENT", sender.sent);
      row.set("PER_MINUTE", sender.per_minute);
      fill_state(row, sender, context.now);
      if (!sender.revoked_at) row.section("REVOKE").set("REVOKE_URL", std::string{kSendersPath} + std::to_string(sender.id) + "/thu-hoi");
    }
  }
  return std::move(page).respond();
}

http::Response new_sender(App& /*app*/, server::Context& context) {
  http::Fields values;
  values.add("from", base::format_date(context.now));
  values.add("per_minute", "30");
  return office::show_form(context, frame_of("Cấp mã truy cập"), sender_form(SenderStore(context.db()).choices(context.now)), values);
}

http::Response add_sender(App& /*app*/, server::Context& context) {
  SenderStore store(context.db());
  const SenderChoices choices = store.choices(context.now);
  const office::FormPage form = sender_form(choices);
  const auto draft = parse_sender(context.request.form, choices, context.now);
  if (!draft) return office::form_again(context, frame_of("Cấp mã truy cập"), form, draft.error());
  const std::string token = "tn_" + base::random_hex(kTokenBytes);
  const auto done = carry_out_once(context, [&]() -> base::Result<std::string> {
    const std::uint64_t id = store.add(*draft, base::sha256_hex(token), token.substr(0, kHintLetters), context.actor.person, context.now);
    const auto made = store.find(id);
    if (!made) return tl::unexpected<base::Fault>(made.error());
    Changes changes;
    changes.state("Hệ thống", made->name);
    changes.state("Gửi cho", whose(*made));
    changes.state("Từ ngày", made->from);
    changes.state("Đến hết ngày", made->to);
    changes.state("Yêu cầu một phút", std::to_string(made->per_minute));
    note(context, {.chain = chain_of_sender(id), .action = "sender_add", .to_state = "in_force", .authority = authority_of(context.actor, Capability::ManageSenders),
                   .note = changes.text()});
    return std::string{kSendersPath};
  });
  if (!done) return office::form_again(context, frame_of("Cấp mã truy cập"), form, done.error());
  return done->is_repeat ? http::redirect(done->location) : token_page(context, draft->name, token);
}

http::Response ask_revoke_sender(App& /*app*/, server::Context& context) {
  const auto sender = SenderStore(context.db()).find(context.path.number("id"));
  if (!sender) return server::fault_response(context, sender.error());
  if (sender->revoked_at) return server::fault_response(context, {base::FaultKind::NotAllowedNow, "Mã truy cập này đã bị thu hồi trước đó.", {}});
  return office::show_form(context, frame_of("Thu hồi: " + sender->name), revoke_sender_form(*sender), {});
}

http::Response revoke_sender(App& /*app*/, server::Context& context) {
  SenderStore store(context.db());
  const auto sender = store.find(context.path.number("id"));
  if (!sender) return server::fault_response(context, sender.error());
  const auto again = [&](const base::Fault& fault) {
    return office::form_again(context, frame_of("Thu hồi: " + sender->name), revoke_sender_form(*sender), fault, chain_of_sender(sender->id));
  };
  const auto why = parse_revoke_sender(context.request.form);
  if (!why) return again(why.error());
  const auto done = carry_out(context, [&]() -> base::Result<std::string> {
    if (const auto revoked = store.revoke(sender->id, office::row_version_of(context.request.form), *why, context.actor.person, context.now); !revoked)
      return tl::unexpected<base::Fault>(revoked.error());
    note(context, {.chain = chain_of_sender(sender->id), .action = "sender_revoke", .from_state = "in_force", .to_state = "revoked",
                   .authority = authority_of(context.actor, Capability::ManageSenders), .note = sender->name + ": " + *why});
    return std::string{kSendersPath} + "?xong=thu-hoi";
  });
  return done ? http::redirect(*done) : again(done.error());
}

}  // namespace portal::admin
