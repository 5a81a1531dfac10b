// Demo articles travel the regulation's real road: written by their author, approved by the unit's head, received by the secretary, edited,
// verified, last-checked and posted by the people that the file names, each act at its own time, through the same apply_transition as in
// the office. So their history, audit chain and times are true, and a seed that breaks a rule stops the loader.
#include <algorithm>
#include <filesystem>
#include <functional>

#include "modules/news/article_writer.h"
#include "modules/news/publisher.h"
#include "queries.h"
#include "seed.h"
#include "shared/access/session.h"
#include "shared/richtext/json.h"
#include "shared/richtext/parse.h"
#include "shared/workflow/schedule.h"
#include "shared/workflow/apply.h"
#include "shared/workflow/requests.h"
#include "shared/workflow/clock_act.h"

namespace portal::cli {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using base::UtcTime;
using nlohmann::json;
using workflow::Action;

std::string text(const json& row, const char* key) { return row.contains(key) && !row.at(key).is_null() ? row.at(key).get<std::string>() : std::string{}; }

std::optional<UtcTime> time(const json& row, const char* key) {
  const std::string value = text(row, key);
  if (value.empty()) return {};
  const auto at = base::parse_iso(value);
  if (!at) throw std::runtime_error(std::string{key} + ": not a time: " + value);
  return at;
}

template <typename T>
T must(base::Result<T> result, const std::string& what) {
  if (result) return *std::move(result);
  std::string reason = what + ": " + result.error().message;
  for (const auto& field : result.error().fields) reason += " [" + field.field + ": " + field.message + "]";
  throw std::runtime_error(reason);
}

news::Content content_of(const json& file) {
  news::Content content;
  content.title = text(file, "title");
  content.summary = text(file, "summary");
  content.author_line = text(file, "author_line");
  content.source = text(file, "source");
  content.event_at = time(file, "event_at");
  if (file.contains("event") && !file.at("event").is_null()) {
    const json& event = file.at("event");
    content.place = text(event, "place");
    content.starts_at = time(event, "starts_at");
    content.ends_at = time(event, "ends_at");
    content.registration = text(event, "registration");
  }
  content.body_json = richtext::to_json(must(richtext::parse_field(file.at("body").dump(), "body"), "body"));
  return content;
}

// Where it stands among the others; what its file gives no time for was begun last.
std::string moment_of(const json& file) {
  for (const char* key : {"published_at", "submitted_at"})
    if (const std::string at = text(file, key); !at.empty()) return at;
  return "9999";
}

// Takes one article from its author as far as its file says.
class Journey {
 public:
  Journey(db::Connection& db, const json& file, const DemoCast& cast) : db_(db), file_(file), cast_(cast), now_(begin_time()) {}

  void travel() {
    go();
    if (file_.contains("clock_acts"))
      for (const json& row : file_.at("clock_acts")) act_on_clock(row);
  }

 private:
  static constexpr auto kActStep = 7min;

  void go() {
    write();
    const std::string goal = text(file_, "state");
    if (goal == "draft") return;
    const bool is_personal = text(file_, "origin") == "personal";
    const std::string author = file_.at("author");
    act(author, is_personal ? Action::SubmitPersonal : Action::SubmitToUnit, [](workflow::ActRequest& request) { request.declared = true; });
    if (goal == "unit_review") return;
    if (!is_personal) act(cast_.heads.at(file_.at("unit")), Action::ApproveUnit);
    if (goal == "submitted") return;
    if (goal == "returned") return decide(Action::ReturnToSender);
    if (goal == "refused" && !handler("editor").empty()) {
      receive();
      return decide(Action::Refuse);
    }
    receive();
    if (goal == "editing") return;
    act(handler("editor"), Action::FinishEdit);
    if (goal == "verifying") return ask();
    act(handler("verifier"), Action::Verify, tick_all());
    if (goal == "final_check") return;
    act(handler("final_checker"), Action::PassFinal, tick_all());
    record_original();
    if (goal == "ready") return set_posting_time();
    if (const auto at = time(file_, "published_at")) now_ = *at - kActStep;
    act(cast_.secretary, Action::Publish);
    flag();
    set_expiry();
  }

  // A decision of the board about one of the item's clocks: it stands, or has more time (D9.3, D12.1).
  void act_on_clock(const json& row) {
    now_ = *time(row, "at");
    const duty::Books books = duty::load_books(db_);
    const std::string code = row.at("duty");
    for (const duty::Clock& clock : duty::clocks_of_item(db_, item_)) {
      const duty::Duty* duty = duty::find_duty(books.duties, clock.duty);
      if (duty == nullptr || duty->code != code || !clock.is_open()) continue;
      const bool is_pause = row.at("act") == "pause";
      const auto permit = must(workflow::authorize_clock(db_, actor(row.at("by")), is_pause ? workflow::ClockAct::Pause : workflow::ClockAct::Extend,
                                                         must(workflow::find_item(db_, item_), "find"), *duty, clock, now_),
                               "clock act");
      if (is_pause)
        must(workflow::pause_clock(db_, permit, books, now_, row.at("ground"), row.at("evidence"), now_), "pause");
      else
        must(workflow::extend_clock(db_, permit, books, row.at("amount").get<unsigned>(), row.at("reason"), now_), "extend");
      return;
    }
    throw std::runtime_error("no open clock of " + code);
  }

  // Published articles were begun some hours before they appeared; others when their file says that they were submitted.
  [[nodiscard]] UtcTime begin_time() const {
    if (const auto at = time(file_, "published_at")) return *at - 90min;
    if (const auto at = time(file_, "submitted_at")) return *at - 2 * kActStep;
    return base::SystemClock{}.now() - 3h;
  }

  [[nodiscard]] std::string handler(const char* role) const { return file_.contains("handled_by") ? text(file_.at("handled_by"), role) : std::string{}; }

  [[nodiscard]] access::Actor actor(const std::string& person) const {
    return must(access::load_actor(db_, cast_.people.at(person).account, now_), person);
  }

  void write() {
    const news::Content content = content_of(file_);
    const std::string author = file_.at("author");
    workflow::NewItem item;
    item.module = news::kModule;
    item.kind = text(file_, "kind");
    item.title = content.title;
    item.unit = cast_.units.at(file_.at("unit"));
    item.author = cast_.people.at(author).person;
    item.is_personal = text(file_, "origin") == "personal";
    item.event_at = content.event_at;
    {
      auto rows = db_.query(kSectionBySlug, text(file_, "section"));
      if (!rows.next()) throw std::runtime_error("no such section: " + text(file_, "section"));
      item.section = rows.id<base::SectionId>(0);
    }
    const auto permit = must(workflow::create_item(db_, actor(author), item, now_), "create");
    item_ = permit.item();
    news::begin_article(db_, permit, text(file_, "slug"));  // links between demo articles name it
    must(news::add_version(db_, permit, content, {}, now_), "save");
  }

  template <typename Fill>
  void act(const std::string& person, Action action, Fill fill) {
    now_ += kActStep;
    workflow::ActRequest request;
    request.item = item_;
    request.action = action;
    request.row_version = must(workflow::find_item(db_, item_), "find").row_version;
    fill(request);
    must(workflow::apply_transition(db_, actor(person), request, publisher_, now_), person + " " + std::string{workflow::key_of(action)});
  }

  void act(const std::string& person, Action action) {
    act(person, action, [](workflow::ActRequest&) {});
  }

  void receive() {
    act(cast_.secretary, Action::Receive, [this](workflow::ActRequest& request) {
      const auto item = must(workflow::find_item(db_, item_), "find");
      request.section = item.section;
      request.kind = item.kind;
      request.origin = text(file_, "source");
      request.purpose = "Thông tin phục vụ người dân, doanh nghiệp";
      request.assignee = cast_.people.at(handler("editor")).person;
    });
  }

  // D9.1c: the signed paper that the secretary saw.
  void record_original() {
    if (!file_.contains("original")) return;
    act(cast_.secretary, Action::RecordOriginal, [this](workflow::ActRequest& request) {
      const json& original = file_.at("original");
      request.original_document = original.at("document");
      request.original_signer = original.at("signer");
      request.original_kept = original.at("kept");
    });
  }

  // Counted from the loading, so that it is ahead whenever the demo is set up.
  [[nodiscard]] static UtcTime from_now(std::chrono::hours hours) { return std::chrono::floor<std::chrono::hours>(base::SystemClock{}.now()) + hours; }

  void set_posting_time() {
    if (!file_.contains("post_in_hours")) return;
    const workflow::PostingWish wish{item_, must(workflow::find_item(db_, item_), "find").row_version,
                                     from_now(std::chrono::hours(file_.at("post_in_hours").get<int>())), false, {}};
    must(workflow::schedule_posting(db_, actor(cast_.secretary), wish, base::SystemClock{}.now()), "schedule");
  }

  void set_expiry() {
    if (!file_.contains("expires_in_days")) return;
    const workflow::ExpiryWish wish{item_, must(workflow::find_item(db_, item_), "find").row_version,
                                    from_now(std::chrono::hours(24 * file_.at("expires_in_days").get<int>())), workflow::ExpiryMode::Unlist, {}};
    must(workflow::schedule_expiry(db_, actor(cast_.secretary), wish, base::SystemClock{}.now()), "expiry");
  }

  void decide(Action action) {
    act(text(file_, "decided_by"), action, [this](workflow::ActRequest& request) {
      request.ground = text(file_, "ground");
      request.reason = text(file_, "reason");
    });
  }

  // D9.3f: who noticed later that it is no longer right.
  void flag() {
    if (!file_.contains("flag")) return;
    const json& flag = file_.at("flag");
    now_ = time(flag, "at").value() - kActStep;
    act(text(flag, "by"), Action::Flag, [&](workflow::ActRequest& request) { request.reason = text(flag, "note"); });
  }

  // D12.1: what the file has the board ask a unit about, with the unit's answer when there is one.
  void ask() {
    if (!file_.contains("request")) return;
    const json& request = file_.at("request");
    now_ += kActStep;
    workflow::NewRequest wanted;
    wanted.item = item_;
    wanted.row_version = must(workflow::find_item(db_, item_), "find").row_version;
    wanted.unit = cast_.units.at(text(request, "unit"));
    wanted.question = text(request, "question");
    const auto id = must(workflow::ask_confirmation(db_, actor(text(request, "by")), wanted, now_), "ask");
    if (text(request, "answer").empty()) return;
    now_ += kActStep;
    must(workflow::answer_confirmation(db_, actor(cast_.heads.at(text(request, "unit"))), id, text(request, "answer"), now_), "answer");
  }

  [[nodiscard]] std::function<void(workflow::ActRequest&)> tick_all() const {
    return [this](workflow::ActRequest& request) {
      auto rows = db_.query(kChecklistCodes, text(file_, "kind"));
      while (rows.next()) request.checks.emplace(rows.text(0));
    };
  }

  db::Connection& db_;
  const json& file_;
  const DemoCast& cast_;
  UtcTime now_;
  base::ItemId item_;
  news::NewsPublisher publisher_;
};

}  // namespace

void load_demo_articles(db::Connection& db, const std::string& folder, const DemoCast& cast) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  // In the order in which they happened, so that codes and the clocks of the days (D13.1) run as they would have.
  std::vector<std::pair<fs::path, json>> articles;
  for (const fs::path& path : files) articles.emplace_back(path, read_json(path.string()));
  std::stable_sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) { return moment_of(a.second) < moment_of(b.second); });
  for (const auto& [path, file] : articles) {
    try {
      db::in_transaction(db, [&] {
        Journey(db, file, cast).travel();
        return true;
      });
    } catch (const std::exception& error) {
      throw std::runtime_error(path.filename().string() + ": " + error.what());
    }
  }
  say(std::to_string(files.size()) + " demo articles taken through the workflow");
}

}  // namespace portal::cli
