// SmtpClient: hands mails to the mail server that is configured (libcurl), one after another over one connection, and says in plain values what came of each.
//
//   SmtpClient client({.url = "smtp://127.0.0.1:25", …});
//   const Delivery delivery = client.send({.from = "", .to = "ten@donvi.gov.vn"}, message, should_stop);
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace portal::smtp {

struct ServerSettings {
  std::string url;       // smtp://host:port, or smtps:// for TLS from the beginning
  bool starttls = true;  // TLS before anything else is said; refused to a server that cannot
  std::string ca_file;   // certificates to trust beside the system's; "" for the system's alone
  std::string user, password;  // "" for a relay that asks nobody
  std::chrono::seconds timeout{60};  // of one whole delivery
};

struct Envelope {
  std::string from;  // "" is the null return path: nobody is told of a failure by mail
  std::string to;
};

// What came of handing over a message.
enum class Result {
  Accepted,
  Refused,      // for good (5xx): it is not tried again by itself
  Deferred,     // not now (4xx, greylisting): this message is tried again later
  Unreachable,  // no server, no TLS, no login, no answer, too slow: nothing is said of this message
  Stopped       // the program ends; nothing of the message was handed over
};

struct Delivery {
  Result result = Result::Unreachable;
  int code = 0;           // the server's, 0 when it said none
  std::string words;      // the server's, or the library's reason; printable ASCII
};

class SmtpClient {
 public:
  explicit SmtpClient(ServerSettings settings);
  ~SmtpClient();
  SmtpClient(const SmtpClient&) = delete;
  SmtpClient& operator=(const SmtpClient&) = delete;

  // `should_stop` is asked while the server is waited for, but not any more once the message itself is on its way.
  [[nodiscard]] Delivery send(const Envelope& envelope, const std::string& message, const std::function<bool()>& should_stop);

 private:
  struct Handle;
  ServerSettings settings_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace portal::smtp
