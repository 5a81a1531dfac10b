// Mails about a thing of the intake register: that it came, under which code, and what is missing (D9.1b); that it is not taken in (D4.2, D12.3); that readers
// see it (D7.3).
#include "generated/tpl/mail/posted_html.h"
#include "generated/tpl/mail/posted_text.h"
#include "generated/tpl/mail/receipt_html.h"
#include "generated/tpl/mail/receipt_text.h"
#include "generated/tpl/mail/refusal_html.h"
#include "generated/tpl/mail/refusal_text.h"
#include "modules/workers/mailer/queries.h"
#include "modules/workers/mailer/render.h"
#include "shared/base/crypto.h"
#include "shared/intake/queries.h"
#include "shared/intake/store.h"
#include "shared/intake/track.h"

namespace portal::mailer {
namespace {

// A link's secret and how long it is good.
constexpr std::size_t kTokenBytes = 16;
constexpr std::chrono::hours kLinkLife{14 * 24};

std::string name_of(const intake::Sender& sender) {
  if (!sender.name.empty()) return sender.name;
  return sender.organisation.empty() ? "ông, bà" : sender.organisation;
}

void fill_thing(view::Page& page, const intake::Intake& thing) {
  page.set("CODE", thing.code);
  page.set("TO", name_of(thing.sender));
  page.set("RECEIVED", base::format_date_time(thing.received_at));
}

}  // namespace

// The secret is made with the words and stands nowhere but in the mail: the row holds its digest. A mail that has to be handed over again has another link, and
// both are good until one is used.
std::string Renderer::new_link(db::Connection& db, const intake::Intake& thing, base::UtcTime until, base::UtcTime now) const {
  const std::string token = base::random_hex(kTokenBytes);
  db.execute(intake::sql::kAddLink, thing.id, base::sha256_hex(token), thing.code, intake::missing_keys(thing.sender), now, until);
  return public_ + "/bo-sung/" + token;
}

Rendered Renderer::receipt(db::Connection& db, const mail::Taken& taken, base::UtcTime now) const {
  const auto thing = intake::find_intake(db, intake::IntakeId{taken.intake});
  if (!thing || thing->is_hidden) return {.message = {}, .why_not = "Nội dung được báo nhận không còn.", .return_path = {}};
  if (thing->state != intake::State::Awaiting && thing->state != intake::State::Received && thing->state != intake::State::Classified)
    return {.message = {}, .why_not = "Nội dung được báo nhận đã chuyển trạng thái trước khi thư đi.", .return_path = {}};
  const Sender from = sender(db);
  smtp::Message message = begin(taken, from);
  message.to.name = name_of(thing->sender);
  // An address that nobody vouched for may be another's, who should not be sent words that a stranger chose; into a form anybody types any address.
  const bool quotes = thing->sender.trust != intake::Trust::Address && thing->channel != intake::Channel::Web;
  message.subject = "Đã nhận tin, bài " + thing->code + (quotes ? ": " + thing->title : std::string{});
  const bool is_missing = thing->state == intake::State::Awaiting;
  const base::UtcTime until = now + kLinkLife;
  const std::string link = is_missing ? new_link(db, *thing, until, now) : std::string{};
  const auto receipt = intake::find_track(db, thing->id);
  view::Page html(tpl::mail_receipt_html::kFile), text(tpl::mail_receipt_text::kFile);
  for (view::Page* page : {&html, &text}) {
    fill_frame(*page, taken, from, message.subject);
    fill_thing(*page, *thing);
    if (quotes) page->section("HAS_TITLE").set("INTAKE_TITLE", thing->title);
    if (thing->files > 0) page->section("HAS_FILES").set("FILES", std::int64_t{thing->files});
    if (receipt) {
      view::Dict part = page->section("HAS_TRACK");
      part.set("TRACK_CODE", receipt->code);
      part.set("TRACK_URL", public_ + std::string{intake::kTrackPath});
    }
    if (!is_missing) {
      page->show("IS_COMPLETE");
      continue;
    }
    view::Dict part = page->section("IS_MISSING");
    part.set("MISSING", intake::missing_words(thing->sender));
    part.set("LINK_URL", link);
    part.set("LINK_UNTIL", base::format_date_time(until));
  }
  finish(message, html, text);
  return {.message = std::move(message), .why_not = {}, .return_path = {}};  // the null return path: what a program wrote is never answered by a bounce
}

Rendered Renderer::refusal(db::Connection& db, const mail::Taken& taken) const {
  const auto thing = intake::find_intake(db, intake::IntakeId{taken.intake});
  if (!thing || thing->state != intake::State::Refused) return {.message = {}, .why_not = "Nội dung không tiếp nhận không còn.", .return_path = {}};
  const auto ground = intake::find_ground(db, thing->ground);
  const Sender from = sender(db);
  smtp::Message message = begin(taken, from);
  message.to.name = name_of(thing->sender);
  message.subject = "Không tiếp nhận tin, bài " + thing->code;
  view::Page html(tpl::mail_refusal_html::kFile), text(tpl::mail_refusal_text::kFile);
  for (view::Page* page : {&html, &text}) {
    fill_frame(*page, taken, from, message.subject);
    fill_thing(*page, *thing);
    // What a program refused for its size nobody has looked at: as in a receipt.
    const bool quotes = thing->channel != intake::Channel::Web && (ground.has_value() || thing->sender.trust != intake::Trust::Address);
    if (!thing->is_hidden && quotes) page->section("HAS_TITLE").set("INTAKE_TITLE", thing->title);
    if (ground) {
      view::Dict part = page->section("HAS_GROUND");
      part.set("CLAUSE", ground->clause);
      part.set("GROUND", ground->label);
    } else {
      page->show("NO_GROUND");
    }
    if (!thing->is_hidden && !thing->reason.empty()) {
      view::Dict part = page->section("HAS_REASON");
      fill_lines(part, thing->reason);
    }
  }
  finish(message, html, text);
  return {.message = std::move(message), .why_not = {}, .return_path = {}};
}

Rendered Renderer::posted(db::Connection& db, const mail::Taken& taken) const {
  const auto thing = intake::find_intake(db, intake::IntakeId{taken.intake});
  auto rows = db.query(sql::kPosted, taken.intake);
  if (!thing || thing->is_hidden || !rows.next()) return {.message = {}, .why_not = "Tin, bài không còn trên trang khi thư đi.", .return_path = {}};
  const std::string title{rows.text(0)}, address = public_ + std::string{rows.text(1)}, when = base::format_date_time(rows.time(2));
  const Sender from = sender(db);
  smtp::Message message = begin(taken, from);
  message.to.name = name_of(thing->sender);
  message.subject = "Đã đăng tin, bài " + thing->code + ": " + title;
  view::Page html(tpl::mail_posted_html::kFile), text(tpl::mail_posted_text::kFile);
  for (view::Page* page : {&html, &text}) {
    fill_frame(*page, taken, from, message.subject);
    fill_thing(*page, *thing);
    page->set("ITEM_TITLE", title);
    page->set("PUBLISHED", when);
    page->set("URL", address);
  }
  finish(message, html, text);
  return {.message = std::move(message), .why_not = {}, .return_path = {}};
}

}  // namespace portal::mailer
