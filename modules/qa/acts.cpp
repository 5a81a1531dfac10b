#include "modules/qa/acts.h"

#include <algorithm>
#include <stdexcept>

#include "modules/qa/queries.h"
#include "shared/base/crypto.h"
#include "shared/notices/notices.h"
#include "shared/workflow/audit.h"
#include "shared/workflow/queries.h"

namespace portal::qa {
namespace {

using base::FaultKind;
using base::UtcTime;
using notices::People;

Done invalid(const char* field, std::string message, const char* clause) {
  return base::fail(FaultKind::Invalid, "Chưa làm được.", {{field, std::move(message), clause}});
}

// "0007".
std::string four_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return digits;
}

std::string next_code(db::Connection& db, const std::string& prefix, std::string_view counter, UtcTime now) {
  const std::string year = base::format_iso(now).substr(0, 4);
  return prefix + "-" + year + "-" + four_digits(db.execute(workflow::kNextCounter, std::string{counter} + ":" + year).last_id);
}

void add_fact(std::string& facts, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  if (!facts.empty()) facts += "\n";
  facts += std::string{label} + ": " + std::string{value};
}

std::string due_words(const duty::Clock& clock) { return clock.times.due ? base::format_date_time(*clock.times.due) : "chưa tính được hạn"; }

// One act: what it needs to write beside the matter itself.
class Scribe {
 public:
  Scribe(db::Connection& db, const Permit& permit, Matter& matter, Act act, UtcTime now)
      : db_(db), permit_(permit), matter_(matter), row_(row_of(act)), books_(duty::load_books(db)), now_(now), from_state_(matter.state_key) {
    if (permit.act() != act || permit.matter() != matter.id) throw std::logic_error("a permit for another act");
  }

  [[nodiscard]] const duty::Books& books() const { return books_; }
  [[nodiscard]] duty::Act as() const { return {permit_.person(), permit_.account(), now_}; }

  // ---- clocks ----
  base::Result<duty::Clock> begin(std::string_view code, UtcTime from, base::UnitId unit, std::optional<unsigned> amount = {}) {
    const std::string subject = std::string{key_of(matter_.kind)} + ":" + std::to_string(matter_.id.value) + ":" + std::to_string(++matter_.clocks);
    const auto id = duty::open_clock(db_, books_, {code, subject, from, {}, unit, amount}, as());
    if (!id) return tl::unexpected<base::Fault>(id.error());
    db_.execute(sql::kAddClock, matter_.id, *id);
    return duty::find_clock(db_, *id);
  }

  // The running clock of `code` ends as done at `at` (never before it began).
  Done finish(std::string_view code, UtcTime at, std::string_view event) {
    const auto clock = open_clock_of(db_, matter_.id, code);
    if (!clock) return true;
    const auto closed = duty::close_clock(db_, books_, clock->id, std::max(at, clock->started_at), event, as());
    if (!closed) return tl::unexpected<base::Fault>(closed.error());
    notices::settle_causes(db_, "clock:" + std::to_string(clock->id.value) + ":", now_);
    return true;
  }

  // …or its obligation fell away: late when it had run out before, else neither.
  Done leave(std::string_view code, std::string_view event) {
    const auto clock = open_clock_of(db_, matter_.id, code);
    if (!clock) return true;
    const bool is_late = clock->times.due && now_ > *clock->times.due;
    const auto ended = is_late ? duty::miss_clock(db_, clock->id, now_, event, as()) : duty::cancel_clock(db_, clock->id, event, std::string{row_.label}, as());
    if (!ended) return tl::unexpected<base::Fault>(ended.error());
    notices::settle_causes(db_, "clock:" + std::to_string(clock->id.value) + ":", now_);
    return true;
  }

  // ---- the forward that counts ----
  void set_forward(const Forward& forward, std::string_view state) {
    db_.execute(sql::kSetForward, state, forward.assigned_to, forward.clock, forward.limit_days, forward.id);
  }
  void end_forward(std::string_view state) {
    if (const auto forward = find_forward(db_, matter_.forward)) set_forward(*forward, state);
  }

  // ---- what everybody reads ----
  void move_to(State state) {
    matter_.state = state;
    matter_.state_key = key_of(state);
    matter_.state_since = now_;
  }

  // Writes matter, timeline and trail; what waited for the act waits no more. Last of all but the notices.
  void keep(const std::string& text, const std::string& facts, base::UnitId unit = {}) {
    const auto done = db_.execute(sql::kSetMatter, matter_.state_key, matter_.state_since, matter_.awaits_direction, matter_.is_directed, matter_.forward,
                                  matter_.unit, matter_.clocks, matter_.id, matter_.row_version);
    if (done.affected != 1) throw std::logic_error("the matter changed under us");
    ++matter_.row_version;
    const base::UnitId whose = unit.is_set() ? unit : permit_.unit();
    db_.execute(sql::kAddEvent, matter_.id, matter_.forward, row_.name.key(), permit_.person(), permit_.authority(), whose, now_, text, facts);
    workflow::append_audit(db_,
                           {.chain = chain_of(matter_.id), .person = permit_.person(), .account = permit_.account(), .action = row_.name,
                            .from_state = from_state_, .to_state = matter_.state_key, .content_digest = base::sha256_hex(facts + "\n" + text),
                            .authority = permit_.authority(), .ground = {}, .note = facts},
                           now_);
    notices::settle_causes(db_, chain_of(matter_.id) + ":", now_);
  }

  void tell(const People& people, notices::Kind kind, const std::string& what, base::UnitId unit = {}, duty::ClockId clock = {}) {
    People others = people;
    std::erase(others, permit_.person());
    notices::tell(db_, others,
                  {.kind = kind, .unit = unit, .clock = clock.value, .cause = chain_of(matter_.id) + ":" + std::to_string(matter_.row_version),
                   .text = matter_.code + ", “" + matter_.title + "”: " + what},
                  now_);
  }

  [[nodiscard]] People board() const {
    People people = notices::people_with_role(db_, "secretary", {}, now_);
    notices::add_all(people, notices::people_with_delegation(db_, "act_as_secretary", {}, now_));
    return people;
  }

 private:
  db::Connection& db_;
  const Permit& permit_;
  Matter& matter_;
  const ActRow& row_;
  duty::Books books_;
  UtcTime now_;
  std::string from_state_;
};

std::string_view unit_duty_of(const Matter& matter) { return matter.is_question() ? kQuestionUnitDuty : kFeedbackUnitDuty; }

std::string unit_name(const std::vector<Named>& units, base::UnitId id) {
  const auto found = std::find_if(units.begin(), units.end(), [id](const Named& unit) { return unit.id == id.value; });
  return found == units.end() ? std::string{} : found->name;
}

Done check_told(const Matter& matter, const Told& told, UtcTime now) {
  if (told.at > now) return invalid("at", "Thời điểm trả lời không được ở tương lai.", "D11.5");
  // A typed moment has no seconds: in the minute of the receipt it is not before that.
  if (told.at + std::chrono::minutes{1} <= matter.received_at)
    return invalid("at", "Thời điểm trả lời không trước lúc tiếp nhận (" + base::format_date_time(matter.received_at) + ").", "D11.5");
  return true;
}

// The reader has what they were to get: every obligation ends, the unit's too when it had not answered.
Done close_all(Scribe& scribe, const Matter& matter, UtcTime at) {
  for (const std::string_view duty : {kAnswerDuty, kFeedbackBoardDuty})
    if (const auto done = scribe.finish(duty, at, duty::event::kAnswered); !done) return done;
  if (matter.state != State::WithUnit) return true;
  if (const auto done = scribe.leave(unit_duty_of(matter), duty::event::kAnswered); !done) return done;
  scribe.end_forward("ended");
  return true;
}

}  // namespace

base::Result<Matter> hold_matter(db::Connection& db, MatterId id, unsigned row_version) {
  {
    auto rows = db.query(sql::kHoldMatter, id);
    if (!rows.next()) return base::fail(FaultKind::NotFound, "Không tìm thấy câu hỏi, phản hồi này.");
    if (static_cast<unsigned>(rows.number(0)) != row_version)
      return base::fail(FaultKind::Stale, "Câu hỏi, phản hồi này vừa được người khác xử lý. Xin xem lại diễn biến rồi làm lại nếu vẫn cần.");
  }
  return find_matter(db, id);
}

base::Result<MatterId> register_matter(db::Connection& db, const Permit& permit, const NewMatter& wanted, UtcTime now) {
  if (permit.act()) throw std::logic_error("a permit for another act");
  if (wanted.received_at > now)
    return base::fail(FaultKind::Invalid, "Chưa lưu được.", {{"received_at", "Thời điểm tiếp nhận không được ở tương lai.", "D11.1"}});
  const bool is_question = wanted.kind == Kind::Question;
  const std::string code = next_code(db, is_question ? "HD" : "PH", is_question ? "matter-question" : "matter-feedback", now);
  const auto made = db.execute(sql::kAddMatter, code, key_of(wanted.kind), key_of(wanted.channel), wanted.title, wanted.received_at, now, permit.person(), now);
  const MatterId id{made.last_id};
  db.execute(sql::kAddBody, id, wanted.text, wanted.asker.name, wanted.asker.email, wanted.asker.phone, wanted.asker.address);
  std::string facts;
  add_fact(facts, "Loại", label_of(wanted.kind));
  add_fact(facts, "Nhận qua", label_of(wanted.channel));
  add_fact(facts, "Tiếp nhận lúc", base::format_date_time(wanted.received_at));
  db.execute(sql::kAddEvent, id, ForwardId{}, "matter_register", permit.person(), permit.authority(), base::UnitId{}, now, "", facts);
  workflow::append_audit(db,
                         {.chain = chain_of(id), .person = permit.person(), .account = permit.account(), .action = "matter_register", .from_state = {},
                          .to_state = std::string{key_of(State::Received)}, .content_digest = base::sha256_hex(wanted.title + "\n" + wanted.text),
                          .authority = permit.authority(), .ground = {}, .note = code + "\n" + facts},
                         now);
  if (!is_question) return id;
  // D9.3e: the reader waits from the moment at which the question came.
  const duty::Books books = duty::load_books(db);
  const auto clock = duty::open_clock(db, books, {kAnswerDuty, "question:" + std::to_string(id.value) + ":1", wanted.received_at, {}, {}, {}},
                                      {permit.person(), permit.account(), now});
  if (!clock) return base::fail(FaultKind::Invalid, "Chưa lưu được.", {{"received_at", clock.error().message, "D9.3e"}});
  db.execute(sql::kAddClock, id, *clock);
  auto matter = find_matter(db, id);
  if (!matter) return tl::unexpected<base::Fault>(matter.error());
  db.execute(sql::kSetMatter, matter->state_key, matter->state_since, false, false, ForwardId{}, base::UnitId{}, 1U, id, matter->row_version);
  return id;
}

std::string next_batch(db::Connection& db, UtcTime now) { return next_code(db, "DOT", "matter-batch", now); }

Done forward_matter(db::Connection& db, const Permit& permit, Matter& matter, const NewForward& wanted, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Forward, now);
  const auto units = units_to_forward_to(db, now);
  const std::string lead = unit_name(units, wanted.lead);
  if (lead.empty()) return invalid("unit", "Chọn đơn vị chủ trì đang hoạt động.", "D11.2");
  if (std::string why = why_not_units(wanted.co_units, wanted.lead, matter.is_directed, wanted.instruction); !why.empty())
    return invalid(wanted.co_units.empty() || why.starts_with("Đơn vị") ? "co_units" : "instruction", std::move(why), "D11.4");
  std::string co_names;
  for (const base::UnitId unit : wanted.co_units) {
    const std::string name = unit_name(units, unit);
    if (name.empty()) return invalid("co_units", "Chọn đơn vị phối hợp đang hoạt động.", "D11.4");
    co_names += (co_names.empty() ? "" : "; ") + name;
  }
  if (matter.is_question()) {
    if (!wanted.limit_days) return invalid("limit_days", matter.code + ": ghi thời hạn của đơn vị, số ngày làm việc.", "D11.3");
    const auto answer = open_clock_of(db, matter.id, kAnswerDuty);
    if (std::string why = why_not_limit(scribe.books(), answer ? &*answer : nullptr, wanted.lead, *wanted.limit_days, now); !why.empty())
      return invalid("limit_days", matter.code + ": " + why, "D11.3");
  }
  // What was asked of another unit, or of the board by the answer that was not enough, falls away.
  if (const auto done = scribe.leave(unit_duty_of(matter), "replaced"); !done) return done;
  if (const auto done = scribe.leave(kFeedbackBoardDuty, "replaced"); !done) return done;
  if (matter.state == State::WithUnit) scribe.end_forward("replaced");

  const std::optional<unsigned> limit = matter.is_question() ? wanted.limit_days : std::nullopt;
  const auto clock = scribe.begin(unit_duty_of(matter), now, wanted.lead, limit);
  if (!clock) return tl::unexpected<base::Fault>(clock.error());
  Forward forward;
  forward.id = ForwardId{db.execute(sql::kAddForward, matter.id, wanted.lead, wanted.batch, limit, now).last_id};
  forward.limit_days = limit;
  forward.clock = clock->id;
  scribe.set_forward(forward, "open");
  db.execute(sql::kAddForwardUnit, forward.id, wanted.lead, matter.id, true);
  for (const base::UnitId unit : wanted.co_units) db.execute(sql::kAddForwardUnit, forward.id, unit, matter.id, false);
  matter.forward = forward.id;
  matter.unit = wanted.lead;
  if (!wanted.instruction.empty()) {
    matter.is_directed = true;
    matter.awaits_direction = false;
  }
  scribe.move_to(State::WithUnit);

  std::string facts;
  add_fact(facts, "Đơn vị chủ trì", lead);
  add_fact(facts, "Đơn vị phối hợp", co_names);
  add_fact(facts, "Thời hạn", (limit ? std::to_string(*limit) + " ngày làm việc, đến " : "đến ") + due_words(*clock));
  add_fact(facts, "Đợt chuyển", wanted.batch);
  add_fact(facts, "Ý kiến chỉ đạo", wanted.instruction);
  scribe.keep(wanted.note, facts, wanted.lead);
  const std::string clause = matter.is_question() ? " (D11.3)." : " (D11.2).";
  scribe.tell(notices::unit_heads(db, wanted.lead, now), notices::Kind::Waits, "được chuyển đến đơn vị ông, bà chủ trì xử lý, hạn " + due_words(*clock) + clause, wanted.lead,
              clock->id);
  for (const base::UnitId unit : wanted.co_units)
    scribe.tell(notices::unit_heads(db, unit, now), notices::Kind::Waits, "đơn vị ông, bà phối hợp với " + lead + " (D11.4).", unit);
  return true;
}

Done ask_direction(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::AskDirection, now);
  matter.awaits_direction = true;
  scribe.keep(text, "");
  scribe.tell(notices::people_with_role(db, "director", {}, now), notices::Kind::Waits, "Ban Biên tập xin ý kiến chỉ đạo (D11.2, D11.3).");
  return true;
}

Done direct_matter(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, const std::string& document, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Direct, now);
  matter.awaits_direction = false;
  matter.is_directed = true;
  std::string facts;
  add_fact(facts, "Văn bản", document);
  scribe.keep(text, facts);
  People people = scribe.board();
  if (matter.state == State::WithUnit) notices::add_all(people, notices::unit_heads(db, matter.unit, now));
  scribe.tell(people, notices::Kind::Waits, "đã có ý kiến chỉ đạo của Lãnh đạo Sở (D11.4).");
  return true;
}

Done extend_matter(db::Connection& db, const Permit& permit, Matter& matter, const Extension& wanted, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Extend, now);
  const auto answer = open_clock_of(db, matter.id, kAnswerDuty);
  if (!answer) return base::fail(FaultKind::NotAllowedNow, "Câu hỏi này không có thời hạn trả lời đang chạy.");
  const std::string why = "Xin ý kiến " + wanted.ministry + ": " + wanted.reason;
  const auto extended = duty::extend_clock(db, scribe.books(), answer->id, wanted.days, why, scribe.as());
  if (!extended) {
    base::Fault fault = extended.error();
    for (base::FieldError& field : fault.fields)
      if (field.field == "amount") field.field = "days";
    return tl::unexpected<base::Fault>(std::move(fault));
  }
  std::string facts;
  add_fact(facts, "Cơ quan xin ý kiến", wanted.ministry);
  add_fact(facts, "Hạn trả lời bạn đọc", due_words(*answer) + " → " + due_words(*extended));
  if (wanted.unit_days) {
    const auto unit = open_clock_of(db, matter.id, kQuestionUnitDuty);
    if (!unit) return invalid("unit_days", "Câu hỏi này hiện không ở đơn vị, không có thời hạn của đơn vị để gia hạn.", "D11.3");
    const auto longer = duty::extend_clock(db, scribe.books(), unit->id, *wanted.unit_days, why, scribe.as());
    if (!longer) return invalid("unit_days", longer.error().fields.empty() ? longer.error().message : longer.error().fields.front().message, "D11.3");
    if (longer->times.due && extended->times.due && *longer->times.due > *extended->times.due)
      return invalid("unit_days", "Thời hạn của đơn vị không sau hạn trả lời bạn đọc (" + due_words(*extended) + ").", "D11.3");
    if (auto forward = find_forward(db, matter.forward)) {
      forward->limit_days = wanted.unit_days;
      scribe.set_forward(*forward, forward->state);
    }
    add_fact(facts, "Hạn của đơn vị", due_words(*unit) + " → " + due_words(*longer));
  }
  scribe.keep(wanted.reason, facts);
  People people = scribe.board();
  if (matter.state == State::WithUnit) notices::add_all(people, notices::unit_heads(db, matter.unit, now));
  scribe.tell(people, notices::Kind::Schedule, "được gia hạn trả lời đến " + due_words(*extended) + " (D9.3e).");
  return true;
}

Done assign_matter(db::Connection& db, const Permit& permit, Matter& matter, base::PersonId person, const std::string& note, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Assign, now);
  const std::vector<Named> staff = staff_of_unit(db, matter.unit, now);
  const auto found = std::find_if(staff.begin(), staff.end(), [person](const Named& one) { return one.id == person.value; });
  auto forward = find_forward(db, matter.forward);
  if (found == staff.end() || !forward) return invalid("person", "Chọn người của đơn vị.", "D11.2");
  forward->assigned_to = person;
  scribe.set_forward(*forward, forward->state);
  scribe.keep(note, "Giao cho: " + found->name);
  scribe.tell({person}, notices::Kind::Waits, "được giao cho ông, bà xử lý (D11.2).", matter.unit, forward->clock);
  return true;
}

Done tell_progress(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, base::LocalDate next_day, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Progress, now);
  const std::string day = base::format_date(base::start_of(next_day));
  if (next_day <= base::local_date(now)) return invalid("next_day", "Ngày hẹn phải sau hôm nay.", "D11.2");
  const auto running = open_clock_of(db, matter.id, unit_duty_of(matter));
  std::string facts = "Hẹn ngày: " + day;
  if (matter.is_question()) {
    // D11.3: the board's limit stands; a unit that needs longer asks the board for it.
    if (running && running->times.due && now <= *running->times.due && next_day > base::local_date(*running->times.due))
      return invalid("next_day", "Với câu hỏi, ngày hẹn không sau hạn của đơn vị (" + due_words(*running) + "). Cần thêm thời gian thì đề nghị Ban Biên tập gia hạn.", "D11.3");
  } else {
    const duty::Duty* duty = duty::find_duty(scribe.books().duties, kFeedbackUnitDuty, base::local_date(now));
    const duty::StoredCalendar* calendar = duty == nullptr ? nullptr : scribe.books().calendar_for(*duty, matter.unit);
    const unsigned most = duty == nullptr ? 0 : duty->amount.value_or(0);
    const auto days = calendar == nullptr ? std::nullopt : days_until(*duty, now, *calendar, next_day, most);
    if (!days) return invalid("next_day", "Ngày hẹn là một ngày làm việc, trong vòng " + std::to_string(most) + " ngày làm việc tới.", "D11.2");
    // The notice answers within its time; what was promised has a time of its own.
    if (const auto done = scribe.finish(kFeedbackUnitDuty, now, duty::event::kProgressTold); !done) return done;
    const auto next = scribe.begin(kFeedbackUnitDuty, now, matter.unit, *days);
    if (!next) return tl::unexpected<base::Fault>(next.error());
    if (auto forward = find_forward(db, matter.forward)) {
      forward->clock = next->id;
      scribe.set_forward(*forward, forward->state);
    }
    add_fact(facts, "Hạn mới của đơn vị", due_words(*next));
  }
  scribe.keep(text, facts);
  scribe.tell(scribe.board(), notices::Kind::Waits, "đơn vị thông báo quá trình xử lý, hẹn ngày " + day + " (D11.2).");
  return true;
}

Done give_result(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Result, now);
  if (const auto done = scribe.finish(unit_duty_of(matter), now, duty::event::kUnitAnswered); !done) return done;
  std::string facts;
  duty::ClockId clock;
  if (!matter.is_question()) {
    const auto board = scribe.begin(kFeedbackBoardDuty, now, {});
    if (!board) return tl::unexpected<base::Fault>(board.error());
    clock = board->id;
    add_fact(facts, "Ban Biên tập trả lời bạn đọc trước", due_words(*board));
  }
  scribe.end_forward("answered");
  scribe.move_to(State::UnitAnswered);
  scribe.keep(text, facts);
  scribe.tell(scribe.board(), notices::Kind::Waits, "đơn vị đã gửi kết quả, chờ trả lời bạn đọc (D11.5).", {}, clock);
  return true;
}

Done give_opinion(db::Connection& db, const Permit& permit, Matter& matter, const std::string& text, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Opinion, now);
  scribe.keep(text, "");
  scribe.tell(notices::unit_heads(db, matter.unit, now), notices::Kind::Waits, "đơn vị phối hợp đã gửi ý kiến (D11.4).", matter.unit);
  return true;
}

Done give_back(db::Connection& db, const Permit& permit, Matter& matter, const std::string& reason, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Return, now);
  if (const auto done = scribe.leave(unit_duty_of(matter), "returned"); !done) return done;
  scribe.end_forward("returned");
  scribe.move_to(State::Returned);
  scribe.keep(reason, "");
  scribe.tell(scribe.board(), notices::Kind::Returned, "đơn vị trả lại vì không thuộc thẩm quyền, chờ chuyển nơi khác (D11.2).");
  return true;
}

Done answer_reader(db::Connection& db, const Permit& permit, Matter& matter, const Told& told, const std::string& text, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Answer, now);
  if (const auto fine = check_told(matter, told, now); !fine) return fine;
  if (const auto done = close_all(scribe, matter, told.at); !done) return done;
  const bool was_with_unit = matter.state == State::WithUnit;
  scribe.move_to(State::Answered);
  matter.awaits_direction = false;
  std::string facts;
  add_fact(facts, "Trả lời bằng", told.how);
  add_fact(facts, "Trả lời lúc", base::format_date_time(told.at));
  scribe.keep(text, facts);
  if (was_with_unit) scribe.tell(notices::unit_heads(db, matter.unit, now), notices::Kind::Posted, "Ban Biên tập đã trả lời bạn đọc, đơn vị không phải trả lời nữa.", matter.unit);
  return true;
}

Done refer_reader(db::Connection& db, const Permit& permit, Matter& matter, const Told& told, const std::string& agency, const std::string& text, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Outside, now);
  if (const auto fine = check_told(matter, told, now); !fine) return fine;
  if (const auto done = close_all(scribe, matter, told.at); !done) return done;
  scribe.move_to(State::Outside);
  matter.awaits_direction = false;
  std::string facts;
  add_fact(facts, "Nơi có thẩm quyền", agency);
  add_fact(facts, "Báo bạn đọc bằng", told.how);
  add_fact(facts, "Báo lúc", base::format_date_time(told.at));
  scribe.keep(text, facts);
  return true;
}

Done drop_matter(db::Connection& db, const Permit& permit, Matter& matter, const std::string& reason, UtcTime now) {
  Scribe scribe(db, permit, matter, Act::Drop, now);
  // Entered by mistake: nobody owed anything, however late it is found.
  for (const std::string_view duty : {kAnswerDuty, kFeedbackBoardDuty}) {
    const auto clock = open_clock_of(db, matter.id, duty);
    if (!clock) continue;
    if (const auto ended = duty::cancel_clock(db, clock->id, "dropped", reason, scribe.as()); !ended) return tl::unexpected<base::Fault>(ended.error());
    notices::settle_causes(db, "clock:" + std::to_string(clock->id.value) + ":", now);
  }
  scribe.move_to(State::Dropped);
  matter.awaits_direction = false;
  scribe.keep(reason, "");
  return true;
}

}  // namespace portal::qa
