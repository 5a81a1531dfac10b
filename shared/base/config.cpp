#include "shared/base/config.h"

#include <sys/stat.h>

#include <array>
#include <charconv>
#include <fstream>
#include <functional>
#include <sstream>

namespace portal::base {
namespace {

constexpr std::array<ConfigKey, 51> kKeys{{
    {"module", "", true, 0, 0, "program's name, as in the log and the grant matrix"},
    {"db_socket", "", false, 0, 0, "MariaDB unix socket"},
    {"db_name", "portal", false, 0, 0, "schema"},
    {"db_user", "", false, 0, 0, "database account of this program"},
    {"db_password_file", "", false, 0, 0, "file (0600) with the account's password; empty: unix_socket authentication"},
    {"db_admin_user", "root", false, 0, 0, "account that may create accounts (portal migrate --bootstrap only)"},
    {"db_statement_ms", "2000", false, 50, 600000, "longest time of one statement, milliseconds"},
    {"secrets_dir", "", false, 0, 0, "folder with one password file per database account (portal migrate --bootstrap)"},
    {"templates_dir", "templates", false, 0, 0, "folder of the page templates"},
    {"assets_manifest", "", false, 0, 0, "manifest.json of the built assets"},
    {"public_origin", "http://localhost:8080", false, 0, 0, "address of the public site, no trailing slash"},
    {"office_origin", "http://quantri.localhost:8080", false, 0, 0, "address of the office, no trailing slash"},
    {"secret_file", "", false, 0, 0, "file (0600) with the instance's signing key, hexadecimal"},
    {"threads", "4", false, 1, 128, "requests handled at once by one process"},
    {"tls", "0", false, 0, 1, "1 when visitors come over TLS: cookies are __Host- and Secure (HSTS is sent by nginx: nginx/tls.conf.example)"},
    {"max_body_bytes", "4194304", false, 1024, 1073741824, "longest request body, bytes"},
    {"request_timeout_ms", "10000", false, 100, 600000, "how long a peer may be silent while sending a request, milliseconds"},
    {"session_idle_minutes", "30", false, 1, 1440, "office session ends after this time without a request, minutes"},
    {"session_hours", "10", false, 1, 168, "office session ends at the latest after this time, hours"},
    {"purge_socket", "", false, 0, 0, "unix socket of this node's nginx purge listener (cache-agent)"},
    {"nginx_socket", "", false, 0, 0, "unix socket on which this node's nginx answers as the public host (cache-agent confirms there)"},
    {"cache_dir", "", false, 0, 0, "folder of this node's nginx cache (cache-agent empties the cursor zone)"},
    {"node", "local", false, 0, 0, "name of this node in the take-down confirmations"},
    {"store_dir", "", false, 0, 0, "folder of the file store, shared by all hosts (news-office, admin, intake, converter, scheduler, import-api, portal check)"},
    {"incoming_dir", "", false, 0, 0, "folder of what comes with forms that are not sent yet, shared by all hosts (news, intake, admin)"},
    {"form_key_file", "", false, 0, 0, "file (0600) with the key of questions and receipts of public forms, hexadecimal; the same on all hosts (news)"},
    {"max_upload_bytes", "57671680", false, 1048576, 1073741824, "longest body of a form with files, bytes; nginx has its own limit"},
    {"sandbox_memory_mb", "1536", false, 256, 65536, "address space of one conversion tool, MB (converter)"},
    {"sandbox_seconds", "20", false, 1, 300, "longest run of one conversion tool, seconds; its processor time as well (converter)"},
    {"clamd", "", false, 0, 0, "where clamd listens: path of its socket, or address:port; empty: files are not looked through for malware (converter)"},
    {"clamd_seconds", "8", false, 1, 25, "longest time in which clamd answers for one file, seconds; then the file waits (converter)"},
    {"poll_ms", "200", false, 10, 60000, "how often a worker looks for new jobs, milliseconds"},
    {"smtp_url", "", false, 0, 0, "mail server that takes what is sent (mailer): smtp://host:port, smtps:// for TLS from the beginning"},
    {"smtp_starttls", "1", false, 0, 1, "1: TLS before anything else is said to the mail server; 0 only for one on this machine"},
    {"smtp_ca_file", "", false, 0, 0, "certificates to trust of the mail server; empty: the system's"},
    {"smtp_user", "", false, 0, 0, "name to log in with at the mail server; empty: it asks nobody"},
    {"smtp_password_file", "", false, 0, 0, "file (0600) with the password of smtp_user"},
    {"smtp_timeout_s", "60", false, 2, 300, "longest time of handing over one mail, seconds"},
    {"mail_reply_tags", "1", false, 0, 1, "1: answers go to the board's address with a tag (banbientap+tag@); 0 when its mailbox knows no tags"},
    {"dkim_domain", "", false, 0, 0, "domain for which mails are signed (DKIM)"},
    {"dkim_selector", "", false, 0, 0, "selector of the key in the domain's name service"},
    {"mailbox_dir", "", false, 0, 0, "Maildir into which the mail server delivers what is sent to the board (intake)"},
    {"intake_authserv_id", "", false, 0, 0, "name under which the department's mail server writes Authentication-Results; empty: it says nothing of a mail's origin"},
    {"imap_url", "", false, 0, 0, "mailbox of the board that is kept elsewhere (intake): imaps://host/INBOX; empty: the Maildir alone"},
    {"imap_user", "", false, 0, 0, "name to log in with at the mailbox"},
    {"imap_password_file", "", false, 0, 0, "file (0600) with the password of imap_user"},
    {"imap_starttls", "1", false, 0, 1, "1: TLS before anything else is said to an imap:// server; 0 only for one on this machine"},
    {"imap_ca_file", "", false, 0, 0, "certificates to trust of the mailbox's server; empty: the system's"},
    {"imap_poll_s", "60", false, 1, 3600, "how often the mailbox elsewhere is asked for new mails, seconds"},
    {"feeds_networks", "public", false, 0, 0, "where channels may be read from (feeds): public; private: private networks as well, a province's own; loopback: this machine, for tests"},
    {"dkim_key_file", "", false, 0, 0, "file (0600) with the private RSA key, PEM; empty: mails are not signed"},
}};

const ConfigKey* find_key(std::string_view name) {
  for (const ConfigKey& key : kKeys)
    if (key.name == name) return &key;
  return nullptr;
}

void check_value(const ConfigKey& key, std::string_view value, const std::string& where) {
  if (key.min == 0 && key.max == 0) return;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number < key.min || number > key.max)
    throw ConfigError(where + ": " + std::string{key.name} + " must be a number from " +
                      std::to_string(key.min) + " to " + std::to_string(key.max) + " (" +
                      std::string{key.help} + ")");
}

}  // namespace

std::span<const ConfigKey> common_config_keys() { return kKeys; }

Config Config::load(const std::string& path) {
  const std::ifstream in(path);
  if (!in) throw ConfigError(path + ": cannot be read");
  std::ostringstream text;
  text << in.rdbuf();
  return parse(text.str(), path);
}

Config Config::parse(std::string_view text, std::string_view name) {
  Config config;
  int line_number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    const std::string where = std::string{name} + ":" + std::to_string(line_number);
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) throw ConfigError(where + ": expected key=value");
    const std::string_view key_name = line.substr(0, equals);
    const std::string_view value = line.substr(equals + 1);
    const ConfigKey* key = find_key(key_name);
    if (key == nullptr) throw ConfigError(where + ": unknown key '" + std::string{key_name} + "'");
    check_value(*key, value, where);
    if (!config.values_.emplace(key_name, value).second)
      throw ConfigError(where + ": '" + std::string{key_name} + "' is given twice");
  }
  for (const ConfigKey& key : kKeys) {
    if (config.values_.contains(key.name)) continue;
    if (key.required) throw ConfigError(std::string{name} + ": '" + std::string{key.name} + "' is missing");
    config.values_.emplace(key.name, key.fallback);
  }
  return config;
}

const std::string& Config::text(std::string_view key) const {
  const auto found = values_.find(key);
  if (found == values_.end()) throw ConfigError("no such configuration key: " + std::string{key});
  return found->second;
}

std::int64_t Config::number(std::string_view key) const {
  const std::string& value = text(key);
  std::int64_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

std::string Config::secret(std::string_view key) const {
  const std::string whole = secret_text(key);
  std::string line = whole.substr(0, whole.find('\n'));
  if (line.empty()) throw ConfigError(text(key) + ": is empty (" + std::string{key} + ")");
  return line;
}

std::string Config::secret_text(std::string_view key) const {
  const std::string& path = text(key);
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) throw ConfigError(path + ": cannot be read (" + std::string{key} + ")");
  if ((status.st_mode & (S_IROTH | S_IWOTH | S_IWGRP)) != 0)
    throw ConfigError(path + ": readable by others; run: chmod 600 " + path);
  const std::ifstream in(path);
  std::ostringstream whole;
  whole << in.rdbuf();
  return whole.str();
}

std::string Config::describe() const {
  std::string out;
  for (const ConfigKey& key : kKeys)
    out += "# " + std::string{key.help} + "\n" + std::string{key.name} + "=" + text(key.name) + "\n";
  return out;
}

}  // namespace portal::base
