// ImapFetcher: brings the mails of a mailbox that is kept elsewhere (libcurl, IMAP4) into the Maildir, from where they go the way of all others.
//
// Nothing is changed there: no mail is deleted or moved. How far it has read is kept beside the Maildir, written after a mail is safe on disk; a mail that is
// fetched again after a kill has the same name, made of the mailbox's UIDVALIDITY and the mail's UID, and so is known.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "modules/workers/intake/maildir.h"
#include "shared/base/config.h"

namespace portal::intake {

class ImapFetcher {
 public:
  // Nothing when no mailbox is configured (imap_url). Throws base::ConfigError.
  [[nodiscard]] static std::unique_ptr<ImapFetcher> make(const base::Config& config);
  ~ImapFetcher();
  ImapFetcher(const ImapFetcher&) = delete;
  ImapFetcher& operator=(const ImapFetcher&) = delete;

  // Fetches the next of what is new, each mail at most `most_bytes` large: of a larger one the headers. Gives "" or why it could not, in Vietnamese.
  [[nodiscard]] std::string fetch(const Maildir& into, std::uint64_t most_bytes, const std::function<bool()>& should_stop);
  // Whether the last fetch() left some of what is new, so that what came is registered, and the disk asked for room, before the rest.
  [[nodiscard]] bool has_more() const { return has_more_; }

 private:
  ImapFetcher(std::string url, std::string user, std::string password, std::string ca_file, bool has_tls, std::string state_file);

  struct Place {
    std::uint64_t validity = 0, last = 0;
  };
  [[nodiscard]] Place read_place() const;
  void write_place(const Place& place) const;

  enum class End { Done, TooLarge, Failed, Stopped };
  // One request over the connection; what the server sends goes into `body`, at most `most` bytes of it.
  End ask(const std::string& url, const std::string& command, std::uint64_t most, std::string& body, const std::function<bool()>& should_stop);

  struct Handle;
  std::string url_, user_, password_, ca_file_;
  bool has_tls_;
  std::string state_file_;
  std::unique_ptr<Handle> handle_;
  std::uint64_t validity_ = 0;  // of the mailbox, as the server said when it was selected
  bool has_more_ = false;
  std::string reason_;          // why the last request failed
};

// "* SEARCH 12 15 13" -> the numbers over `last`, in order. Pure.
[[nodiscard]] std::vector<std::uint64_t> uids_in(std::string_view answer, std::uint64_t last);

// "* OK [UIDVALIDITY 17] …" -> 17; 0 for another line. Pure.
[[nodiscard]] std::uint64_t validity_in(std::string_view line);

}  // namespace portal::intake
