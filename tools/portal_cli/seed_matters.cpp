// The demo's questions and feedback go the regulation's way too: entered by the secretary, sent to units, answered by the people that the file names, each act
// through the functions of the office (modules/qa/acts.h). Their days are counted back from the loading, so that some are new, some near and some late.
#include <algorithm>

#include "modules/qa/acts.h"
#include "seed.h"
#include "shared/access/session.h"

namespace portal::cli {
namespace {

using base::UtcTime;
using nlohmann::json;
using qa::Act;

constexpr std::chrono::minutes kStep{1};

template <typename T>
T must(base::Result<T> result, const std::string& what) {
  if (result) return *std::move(result);
  std::string reason = what + ": " + result.error().message;
  for (const auto& field : result.error().fields) reason += " [" + field.field + ": " + field.message + "]";
  throw std::runtime_error(reason);
}

std::string text(const json& row, const char* key) { return row.contains(key) && row.at(key).is_string() ? row.at(key).get<std::string>() : std::string{}; }

// "days_ago" at "time" in Viet Nam; what falls on a weekend is done the Friday before.
UtcTime moment_of(const json& row, UtcTime now) {
  auto day = std::chrono::sys_days{base::local_date(now)} - std::chrono::days{row.at("days_ago").get<int>()};
  const std::chrono::weekday weekday{day};
  if (weekday == std::chrono::Saturday) day -= std::chrono::days{1};
  if (weekday == std::chrono::Sunday) day -= std::chrono::days{2};
  const std::string time = row.at("time");
  return base::start_of(base::LocalDate{day}) + std::chrono::hours{std::stoi(time.substr(0, 2))} + std::chrono::minutes{std::stoi(time.substr(3, 2))};
}

class Way {
 public:
  Way(db::Connection& db, const json& file, const DemoCast& cast, UtcTime loaded) : db_(db), file_(file), cast_(cast), loaded_(loaded),
        now_(moment_of(file.at("received"), loaded)) {}

  void go() {
    register_it();
    for (const json& row : file_.at("acts")) act(row);
  }

 private:
  [[nodiscard]] access::Actor actor(const json& row) const { return must(access::load_actor(db_, cast_.people.at(row.at("by")).account, now_), text(row, "by")); }

  void register_it() {
    const json& asker = file_.at("asker");
    qa::NewMatter matter;
    matter.kind = qa::parse_kind(text(file_, "kind")).value();
    matter.channel = qa::parse_channel(text(file_, "channel")).value();
    matter.title = text(file_, "title");
    matter.text = text(file_, "text");
    matter.asker = {text(asker, "name"), text(asker, "email"), text(asker, "phone"), text(asker, "address")};
    matter.received_at = now_;
    now_ += kStep;
    id_ = must(qa::register_matter(db_, must(qa::authorize_registering(db_, actor(file_), now_), "register"), matter, now_), "register");
  }

  void act(const json& row) {
    now_ = std::max(now_ + kStep, moment_of(row, loaded_));
    const std::string name = row.at("act");
    auto matter = must(qa::find_matter(db_, id_), "find");
    const auto permit = [&](Act act) { return must(qa::authorize(db_, actor(row), act, matter, now_), name); };
    const std::string words = text(row, "text");
    const qa::Told told{text(row, "how"), now_};
    if (name == "forward") {
      qa::NewForward forward;
      forward.lead = cast_.units.at(row.at("unit"));
      if (row.contains("co_units"))
        for (const json& unit : row.at("co_units")) forward.co_units.push_back(cast_.units.at(unit));
      if (row.contains("limit")) forward.limit_days = row.at("limit").get<unsigned>();
      forward.note = text(row, "note");
      must(qa::forward_matter(db_, permit(Act::Forward), matter, forward, now_), name);
    } else if (name == "ask_direction") {
      must(qa::ask_direction(db_, permit(Act::AskDirection), matter, words, now_), name);
    } else if (name == "direct") {
      must(qa::direct_matter(db_, permit(Act::Direct), matter, words, text(row, "document"), now_), name);
    } else if (name == "extend") {
      must(qa::extend_matter(db_, permit(Act::Extend), matter, {row.at("days").get<unsigned>(), text(row, "ministry"), words, row.at("unit_days").get<unsigned>()}, now_), name);
    } else if (name == "assign") {
      must(qa::assign_matter(db_, permit(Act::Assign), matter, cast_.people.at(row.at("person")).person, text(row, "note"), now_), name);
    } else if (name == "progress") {
      tell_progress(permit(Act::Progress), matter, words, row.at("in_days").get<int>());
    } else if (name == "opinion") {
      must(qa::give_opinion(db_, permit(Act::Opinion), matter, words, now_), name);
    } else if (name == "result") {
      must(qa::give_result(db_, permit(Act::Result), matter, words, now_), name);
    } else if (name == "answer") {
      must(qa::answer_reader(db_, permit(Act::Answer), matter, told, words, now_), name);
    } else if (name == "outside") {
      must(qa::refer_reader(db_, permit(Act::Outside), matter, told, text(row, "agency"), words, now_), name);
    } else {
      throw std::runtime_error("no such act: " + name);
    }
  }

  // The first day from then on that is a working day.
  void tell_progress(const qa::Permit& permit, qa::Matter& matter, const std::string& words, int in_days) {
    constexpr int kMostTries = 12;
    const auto first = std::chrono::sys_days{base::local_date(now_)} + std::chrono::days{in_days};
    for (int tried = 0;; ++tried) {
      auto done = qa::tell_progress(db_, permit, matter, words, base::LocalDate{first + std::chrono::days{tried}}, now_);
      if (done) return;
      if (tried == kMostTries) must(std::move(done), "progress");
    }
  }

  db::Connection& db_;
  const json& file_;
  const DemoCast& cast_;
  UtcTime loaded_;
  UtcTime now_;
  qa::MatterId id_;
};

}  // namespace

void load_demo_matters(db::Connection& db, const json& file, const DemoCast& cast, UtcTime now) {
  const json& matters = file.at("matters");
  for (const json& row : matters) {
    try {
      db::in_transaction(db, [&] {
        Way(db, row, cast, now).go();
        return true;
      });
    } catch (const std::exception& error) {
      throw std::runtime_error("matters.json, " + text(row, "title") + ": " + error.what());
    }
  }
  say(std::to_string(matters.size()) + " demo questions and feedback handled");
}

}  // namespace portal::cli
