// How a worker waits: one epoll set per thread holds the shared non-blocking listener
// (EPOLLEXCLUSIVE: a connection wakes one thread, not all) and the stop event. No mutex stands
// around accept, so a peer that connects and says nothing holds one thread for request_timeout_ms
// and no other (reliability traps 1 and 2, F14).
//
// libfcgi neither accepts on a non-blocking listener as we need it nor has read time-outs. So the
// connection is accepted here, gets SO_RCVTIMEO, and is handed over in
// FCGX_Request::ipcFd: FCGX_Accept_r() reads the request from a connection that is already open.
// listen_sock is -1, so that after a malformed request it returns an error instead of accepting by
// itself.
#include "shared/server/loop.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>

#include <fcgiapp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "shared/base/log.h"
#include "shared/http/multipart.h"
#include "shared/server/answer.h"
#include "shared/server/records.h"
#include "shared/server/request_log.h"

namespace portal::server {
namespace {

constexpr int kExitHung = 70;  // sysexits.h EX_SOFTWARE
constexpr std::chrono::seconds kWatchdog{5};

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

class Descriptor {
 public:
  Descriptor(int value, const char* what) : value_(value) {
    if (value < 0) throw std::system_error(errno, std::generic_category(), what);
  }

  ~Descriptor() { ::close(value_); }

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return value_; }

 private:
  int value_;
};

// One connection's FCGX_Request; closed when it goes out of scope, whatever happened.
class Exchange {
 public:
  explicit Exchange(int connection) {
    FCGX_InitRequest(&request_, -1, 0);
    request_.ipcFd = connection;
    request_.keepConnection = 1;  // or FCGX_Accept_r() would close what it is given; the peer's
                                  // begin record overwrites it
  }

  ~Exchange() { FCGX_Free(&request_, 1); }

  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  [[nodiscard]] bool read_head() { return FCGX_Accept_r(&request_) == 0; }

  [[nodiscard]] FCGX_Request& request() { return request_; }

  // False when the peer is gone. With bytes of the request unread, closing would take back an answer that is still on its way: libfcgi
  // then waits until the peer has hung up. A page was asked for in one piece that is read to its end, and is closed at once.
  [[nodiscard]] bool send(std::string_view head, std::string_view body, int timeout_ms) {
    if (!send_answer(request_.ipcFd, static_cast<std::uint16_t>(request_.requestId), head, body, timeout_ms)) return false;
    char next = 0;
    const bool is_read_whole = ::recv(request_.ipcFd, &next, 1, MSG_PEEK | MSG_DONTWAIT) < 0;
    request_.detached = is_read_whole && !has_body() ? 1 : 0;
    return true;
  }

 private:
  [[nodiscard]] bool has_body() {
    const char* length = FCGX_GetParam("CONTENT_LENGTH", request_.envp);
    return length != nullptr && *length != '\0';
  }

  FCGX_Request request_{};
};

constexpr std::size_t kPiece = 64 * 1024;  // of a body with files

// The variables, and how long the body says that it is.
std::pair<http::RawRequest, std::size_t> read_variables(FCGX_Request& request) {
  http::RawRequest raw;
  std::size_t declared = 0;
  for (char** entry = request.envp; *entry != nullptr; ++entry) {
    const std::string_view text{*entry};
    const auto equals = text.find('=');
    raw.variable_bytes += text.size();
    const std::string_view name = text.substr(0, equals);
    if (equals == std::string_view::npos || !http::is_read_variable(name)) continue;
    const std::string_view value = text.substr(equals + 1);
    if (name == "CONTENT_LENGTH")
      std::from_chars(value.data(), value.data() + value.size(), declared);
    const auto [place, is_new] = raw.variables.try_emplace(std::string{name}, value);
    if (is_new) continue;
    // A parameter that nginx's configuration sets twice: the later one counts, as for every FastCGI
    // program. A client's header that came twice reaches us twice and is nobody's honest request.
    if (name.starts_with("HTTP_") && name != "HTTP_COOKIE") raw.repeated_header = true;
    place->second = value;
  }
  return {std::move(raw), declared};
}

// Reads no more of the body than may come: parse_request() refuses the rest by its CONTENT_LENGTH.
void read_body(FCGX_Request& request, http::RawRequest& raw, std::size_t declared, std::size_t max_body) {
  if (declared == 0 || declared > max_body) return;
  raw.body.resize(declared);
  std::size_t got = 0;
  while (got < declared) {
    const int count =
        FCGX_GetStr(raw.body.data() + got,
                    static_cast<int>(std::min<std::size_t>(declared - got, 1U << 20U)), request.in);
    if (count <= 0) break;
    got += static_cast<std::size_t>(count);
  }
  raw.body.resize(got);
  raw.body_complete = got == declared && FCGX_GetError(request.in) == 0;
}

// The body of a route that takes files: parts go to the spool as they come, so that memory does not grow with them.
void read_files(FCGX_Request& request, http::RawRequest& raw, std::size_t declared, std::string_view boundary, std::size_t max_text, http::Spool& spool) {
  http::MultipartReader reader(boundary, {}, &spool, max_text);
  std::string piece(kPiece, '\0');
  std::size_t got = 0;
  while (got < declared) {
    const int count = FCGX_GetStr(piece.data(), static_cast<int>(std::min(declared - got, piece.size())), request.in);
    if (count <= 0) break;
    reader.feed(std::string_view{piece}.substr(0, static_cast<std::size_t>(count)));
    got += static_cast<std::size_t>(count);
  }
  raw.body_complete = got == declared && FCGX_GetError(request.in) == 0;
  raw.form = reader.finish();
  raw.uploads = spool.uploads();
}

std::string_view variable(const http::RawRequest& raw, std::string_view name) {
  const auto found = raw.variables.find(name);
  return found == raw.variables.end() ? std::string_view{} : std::string_view{found->second};
}

// What a POST to that address may carry. The address decides before anything of the body is read; access is checked later, as for every request.
http::Body body_of(std::span<const ErasedRoute> routes, const http::RawRequest& raw) {
  if (variable(raw, "REQUEST_METHOD") != "POST") return http::Body::Form;
  const std::string_view uri = variable(raw, "REQUEST_URI");
  const std::string_view path = uri.substr(0, uri.find('?'));
  const auto route = std::find_if(routes.begin(), routes.end(), [&](const ErasedRoute& one) {
    return one.method == http::Method::Post && http::match_pattern(one.pattern, path).has_value();
  });
  return route == routes.end() ? http::Body::Form : route->body;
}

std::string header_block(const http::Response& response, bool tls) {
  std::string out;
  out.reserve(512);
  out += "Status: ";
  out += std::to_string(response.status);
  out += "\r\n";
  if (response.status != 304 && !response.content_type.empty()) {
    out += "Content-Type: ";
    out += response.content_type;
    out += "\r\n";
  }
  for (const auto& [name, value] : response.headers) {
    out += name;
    out += ": ";
    for (const char c : value)
      out += c == '\r' || c == '\n' ? ' ' : c;  // a value never makes a second header
    out += "\r\n";
  }
  for (const http::Cookie& cookie : response.cookies) {
    out += "Set-Cookie: " + cookie.name + '=' + cookie.value + "; Path=/; HttpOnly; SameSite=Lax";
    if (cookie.max_age_seconds >= 0) out += "; Max-Age=" + std::to_string(cookie.max_age_seconds);
    if (tls) out += "; Secure";
    out += "\r\n";
  }
  out += "\r\n";
  return out;
}

class Worker {
 public:
  Worker(const Services& services, const Program& program, std::span<const ErasedRoute> routes,
         http::UploadRoom* room, const Listener& listener, int stop)
      : services_(services),
        program_(program),
        routes_(routes),
        room_(room),
        listener_(listener),
        epoll_(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1"),
        max_body_(static_cast<std::size_t>(services.config.number("max_body_bytes"))),
        tls_(services.config.flag("tls")) {
    const auto timeout = services.config.number("request_timeout_ms");
    timeout_ms_ = static_cast<int>(timeout);
    timeout_.tv_sec = timeout / 1000;
    timeout_.tv_usec = timeout % 1000 * 1000;
    watch(listener.descriptor(), EPOLLIN | EPOLLEXCLUSIVE);
    watch(stop, EPOLLIN);
    stop_ = stop;
  }

  void run() {
    for (;;) {
      std::array<epoll_event, 2> events{};
      const int count =
          ::epoll_wait(epoll_.get(), events.data(), static_cast<int>(events.size()), -1);
      if (count < 0 && errno != EINTR)
        throw std::system_error(errno, std::generic_category(), "epoll_wait");
      const auto happened = std::span{events}.first(static_cast<std::size_t>(std::max(count, 0)));
      const bool is_stopping =
          std::any_of(happened.begin(), happened.end(),
                      [this](const epoll_event& event) { return event.data.fd == stop_; });
      // A connection that woke this thread woke no other, in no other process: it is taken even
      // when the stop came with it.
      if (!is_stopping || happened.size() > 1) serve_one();
      if (is_stopping) break;
    }
    // A socket that others hold keeps its waiting clients for the next process; our own would drop
    // them.
    while (listener_.is_own() && serve_one()) {
    }
  }

 private:
  http::RawRequest read(FCGX_Request& request, std::unique_ptr<http::Spool>& spool) {
    auto [raw, declared] = read_variables(request);
    const std::string_view boundary = http::boundary_in(variable(raw, "CONTENT_TYPE"));
    const http::Body body = body_of(routes_, raw);
    raw.takes_json = body == http::Body::Api;
    if (declared == 0 || boundary.empty() || room_ == nullptr || body == http::Body::Form) {
      read_body(request, raw, declared, max_body_);
      return std::move(raw);
    }
    // Before a byte of it is read: a disk that is nearly full is not filled, and the sender is told at once.
    raw.refused = room_->refuse(declared);
    if (raw.refused) return std::move(raw);
    try {
      spool = room_->open();
      read_files(request, raw, declared, boundary, max_body_, *spool);
    } catch (const std::system_error& error) {
      base::log(base::Level::Error, "upload_failed", {{"what", std::string_view{error.what()}}});
      raw.refused = http::ParseFault{507, "Máy chủ không ghi được tệp. Chưa có gì được lưu; xin báo quản trị mạng rồi gửi lại."};
    }
    return std::move(raw);
  }

  void watch(int descriptor, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    if (::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, descriptor, &event) != 0)
      throw std::system_error(errno, std::generic_category(), "epoll_ctl");
  }

  // Takes one connection, if another thread was not quicker, and answers it.
  bool serve_one() {
    const int connection = ::accept4(listener_.descriptor(), nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) {
      if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS ||
          errno == ENOMEM) {  // F49: others must give back first
        base::log(base::Level::Error, "accept_failed",
                  {{"what", std::string_view{std::strerror(errno)}}});
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
      }
      return false;
    }
    ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &timeout_, sizeof timeout_);
    try {
      exchange(connection);
    } catch (const std::exception& error) {
      base::log(base::Level::Error, "request_failed", {{"what", std::string_view{error.what()}}});
    }
    return true;
  }

  void exchange(int connection) {
    Exchange exchange(connection);
    if (!exchange.read_head()) return;  // silent or malformed peer: closed
    const auto begin = std::chrono::steady_clock::now();
    std::unique_ptr<http::Spool> spool;  // its files live until the answer is made
    Answer made = answer(services_, program_, routes_, read(exchange.request(), spool));
    if (!exchange.send(header_block(made.response, tls_), made.response.body, timeout_ms_))
      made.facts.error += made.facts.error.empty() ? "peer left" : "; peer left";
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - begin);
    write_line(request_line(program_.name, made.facts, made.response.status,
                            made.response.body.size(), took, services_.clock.now()));
  }

  const Services& services_;
  const Program& program_;
  std::span<const ErasedRoute> routes_;
  http::UploadRoom* room_;
  const Listener& listener_;
  Descriptor epoll_;
  std::size_t max_body_;
  bool tls_;
  int stop_ = -1;
  timeval timeout_{};
  int timeout_ms_ = 0;
};

}  // namespace

void block_stop_signals() {
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool stop_signal_within(int seconds) {
  const sigset_t set = stop_signals();
  const timespec wait{seconds, 0};
  return sigtimedwait(&set, nullptr, &wait) > 0;
}

int serve(const Services& services, const Program& program, std::span<const ErasedRoute> routes,
          Listener& listener) {
  if (FCGX_Init() != 0) throw std::runtime_error("libfcgi cannot be initialised");
  std::signal(SIGPIPE, SIG_IGN);  // FCGX_Init() installs handlers of its own
  const Descriptor stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd");

  const std::unique_ptr<http::UploadRoom> room = program.make_upload_room ? program.make_upload_room(services) : nullptr;
  std::mutex mutex;
  std::condition_variable ended;
  const auto count = static_cast<std::size_t>(services.config.number("threads"));
  std::size_t running = count;
  std::vector<std::thread> threads;
  threads.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    threads.emplace_back([&] {
      try {
        Worker(services, program, routes, room.get(), listener, stop.get()).run();
      } catch (const std::exception& error) {
        base::log(base::Level::Error, "worker_ended", {{"what", std::string_view{error.what()}}});
      }
      const std::scoped_lock lock(mutex);
      --running;
      ended.notify_all();
    });
  base::log(base::Level::Info, "serving", {{"threads", static_cast<std::int64_t>(count)}});

  const sigset_t set = stop_signals();
  int signal = 0;
  while (sigwait(&set, &signal) != 0) {
  }
  listener.hide();
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(stop.get(), &one, sizeof one);

  std::unique_lock lock(mutex);
  if (!ended.wait_for(lock, kWatchdog, [&] { return running == 0; })) {
    base::log(base::Level::Error, "drain_timed_out",
              {{"threads_left", static_cast<std::int64_t>(running)}});
    ::_exit(kExitHung);  // the threads' stacks are in use: no destructor may run
  }
  lock.unlock();
  for (std::thread& thread : threads) thread.join();
  base::log(base::Level::Info, "stopped", {});
  return 0;
}

}  // namespace portal::server
