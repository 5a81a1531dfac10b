#include "shared/mime/mail.h"

#include <fcntl.h>
#include <gmime/gmime.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <system_error>

#include "shared/mime/html.h"
#include "shared/mime/words.h"
#include "shared/text/unicode.h"

namespace portal::mime {
namespace {

using base::fail;
using base::FaultKind;

constexpr std::size_t kMaxSubject = 300, kMaxName = 200, kMaxId = 250, kMostIds = 50, kMostAddresses = 200;
constexpr mode_t kPrivate = 0600;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Handle = std::unique_ptr<T, Unref>;

// GLib's objects are C structs that begin with their parent; its own macros cast in the old style.
template <typename To, typename From>
To* as(From* object) {
  return reinterpret_cast<To*>(object);
}
template <typename From>
bool is_a(From* object, GType type) {
  return object != nullptr && g_type_check_instance_is_a(as<GTypeInstance>(object), type) != 0;
}

const GMimeParserOptions* options() {
  static GMimeParserOptions* made = [] {
    g_mime_init();
    GMimeParserOptions* fresh = g_mime_parser_options_new();
    // Bytes that nobody named are UTF-8, or the letters of Latin-1 from which the old Vietnamese encodings are read.
    static const char* kFallbacks[] = {"utf-8", "windows-1252", "iso-8859-1", nullptr};
    g_mime_parser_options_set_fallback_charsets(fresh, kFallbacks);
    return fresh;
  }();
  return made;
}
GMimeParserOptions* parser_options() { return const_cast<GMimeParserOptions*>(options()); }  // the library reads it, and takes it as one that it could write

std::string taken(char* text) {
  const std::unique_ptr<char, decltype(&g_free)> owned(text, g_free);
  return owned ? std::string{owned.get()} : std::string{};
}

std::string lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

// The first word, in lower case, of "auto-replied (vacation)".
std::string first_word(std::string_view value) {
  const auto begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return "";
  value.remove_prefix(begin);
  return lower(value.substr(0, value.find_first_of(" \t\r\n;(")));
}

// "<a@b> <c@d>" -> what stands between the brackets, as far as it may be stored and compared.
std::vector<std::string> ids_in(std::string_view value) {
  std::vector<std::string> ids;
  while (ids.size() < kMostIds) {
    const auto begin = value.find('<');
    const auto end = begin == std::string_view::npos ? begin : value.find('>', begin);
    if (end == std::string_view::npos) break;
    const std::string_view id = value.substr(begin + 1, end - begin - 1);
    const bool is_plain = !id.empty() && id.size() <= kMaxId && std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c <= '~' && c != '<'; });
    if (is_plain) ids.emplace_back(id);
    value.remove_prefix(end + 1);
  }
  return ids;
}

// ---- headers ----
class Headers {
 public:
  explicit Headers(GMimeObject* object) : list_(g_mime_object_get_header_list(object)) {}

  // Every value of that name, raw, topmost first.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const {
    std::vector<std::string> values;
    const int count = g_mime_header_list_get_count(list_);
    for (int i = 0; i < count; ++i) {
      GMimeHeader* header = g_mime_header_list_get_header_at(list_, i);
      if (lower(g_mime_header_get_name(header)) != name) continue;
      const char* raw = g_mime_header_get_raw_value(header);
      values.emplace_back(raw == nullptr ? "" : raw);
    }
    return values;
  }
  [[nodiscard]] std::string first(std::string_view name) const {
    const auto values = all(name);
    return values.empty() ? std::string{} : values.front();
  }
  [[nodiscard]] bool has(std::string_view name) const { return !all(name).empty(); }

 private:
  GMimeHeaderList* list_;
};

std::string decoded(const std::string& raw, std::size_t max) {
  return visible_line(taken(g_mime_utils_header_decode_text(parser_options(), requoted(raw).c_str())), max);
}

void add_addresses(InternetAddressList* list, std::vector<Address>& out) {
  for (int i = 0; i < internet_address_list_length(list) && out.size() < kMostAddresses; ++i) {
    InternetAddress* one = internet_address_list_get_address(list, i);
    if (is_a(one, internet_address_group_get_type())) {
      add_addresses(internet_address_group_get_members(as<InternetAddressGroup>(one)), out);
      continue;
    }
    if (!is_a(one, internet_address_mailbox_get_type())) continue;
    const char* address = internet_address_mailbox_get_addr(as<InternetAddressMailbox>(one));
    const char* name = internet_address_get_name(one);
    out.push_back({visible_line(name == nullptr ? "" : name, kMaxName), visible_line(address == nullptr ? "" : address, kMaxName)});
  }
}

std::vector<Address> addresses_in(const std::vector<std::string>& raw_headers) {
  std::vector<Address> addresses;
  for (const std::string& raw : raw_headers) {
    const Handle<InternetAddressList> list(internet_address_list_parse(parser_options(), requoted(raw).c_str()));
    if (list) add_addresses(list.get(), addresses);
  }
  return addresses;
}

void read_headers(GMimeObject* message, Mail& mail) {
  const Headers headers(message);
  mail.from = addresses_in(headers.all("from"));
  for (const std::string_view name : {"to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-rcptto"})
    for (Address& one : addresses_in(headers.all(name))) mail.recipients.push_back(std::move(one.address));
  mail.subject = decoded(headers.first("subject"), kMaxSubject);
  const auto own = ids_in(headers.first("message-id"));
  if (!own.empty()) mail.message_id = own.front();
  mail.answers = ids_in(headers.first("in-reply-to"));
  auto references = ids_in(headers.first("references"));
  mail.answers.insert(mail.answers.end(), references.rbegin(), references.rend());
  if (GDateTime* date = g_mime_utils_header_decode_date(headers.first("date").c_str())) {
    mail.date = base::UtcTime{std::chrono::seconds{g_date_time_to_unix(date)}};
    g_date_time_unref(date);
  }
  if (const auto path = headers.all("return-path"); !path.empty()) {
    const auto back = addresses_in({path.front()});
    mail.return_path = back.empty() ? std::string{} : back.front().address;
  }
  mail.auto_submitted = first_word(headers.first("auto-submitted"));
  mail.precedence = first_word(headers.first("precedence"));
  mail.is_list = headers.has("list-id") || headers.has("list-unsubscribe") || headers.has("list-post");
  mail.is_autoreply = headers.has("x-autoreply") || headers.has("x-autorespond") || headers.has("x-autoresponder");
  mail.is_flagged_spam = first_word(headers.first("x-spam-flag")) == "yes" || first_word(headers.first("x-spam-status")).starts_with("yes");
  mail.hops = headers.all("received").size();
  mail.authentication = headers.all("authentication-results");
}

// ---- parts ----
std::string type_of(GMimeObject* object) {
  GMimeContentType* type = g_mime_object_get_content_type(object);
  if (type == nullptr) return "";
  constexpr std::size_t kMaxType = 100;
  const std::string name = lower(taken(g_mime_content_type_get_mime_type(type)));
  const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
  return is_plain ? name.substr(0, kMaxType) : std::string{};
}

// The name of a file as its headers have it (RFC 2231; RFC 2047 within quotes, which many write), or "".
std::string name_of(GMimeObject* object) {
  const Headers headers(object);
  std::string name;
  if (const std::string raw = headers.first("content-disposition"); !raw.empty()) {
    const Handle<GMimeContentDisposition> disposition(g_mime_content_disposition_parse(parser_options(), requoted(raw).c_str()));
    const char* found = disposition ? g_mime_content_disposition_get_parameter(disposition.get(), "filename") : nullptr;
    if (found != nullptr) name = found;
  }
  if (const std::string raw = headers.first("content-type"); name.empty() && !raw.empty()) {
    const Handle<GMimeContentType> type(g_mime_content_type_parse(parser_options(), requoted(raw).c_str()));
    const char* found = type ? g_mime_content_type_get_parameter(type.get(), "name") : nullptr;
    if (found != nullptr) name = found;
  }
  // A name in an old encoding arrives as its bytes, or as the letters that they are in Latin-1 (D4.1a).
  const encoding::Reading reading = encoding::read(visible_line(to_utf8(name, ""), kMaxName));
  return reading.is_sure() ? visible_line(reading.text, kMaxName) : reading.original;
}

// The decoded bytes of a part, in memory.
std::string content_of(GMimeObject* object) {
  GMimeDataWrapper* content = g_mime_part_get_content(as<GMimePart>(object));
  if (content == nullptr) return "";
  const Handle<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(as<GMimeStreamMem>(memory.get()));
  return bytes == nullptr || bytes->len == 0 ? std::string{} : std::string{reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// Words of a mail as they are found, plain ones and those of HTML apart.
struct Words {
  std::string plain{}, html{};
  bool is_from_html = false;  // of `plain`: a part in it had HTML alone

  [[nodiscard]] bool has_plain() const { return plain.find_first_not_of(" \t\r\n") != std::string::npos; }
};

// Plain words if there are any, else those of HTML.
Words chosen(const Words& words) {
  if (words.has_plain() || words.html.empty()) return words;
  return {words_of_html(words.html), {}, true};
}

class Walker {
 public:
  Walker(const Limits& limits, const std::function<std::string()>& new_file, Mail& mail) : limits_(limits), new_file_(new_file), mail_(mail) {}

  // "" or why the mail is not read any further.
  [[nodiscard]] const std::string& why_not() const { return why_not_; }

  Words walk(GMimeObject* object, int depth) {
    if (object == nullptr || !why_not_.empty()) return {};
    if (depth > limits_.depth) return stop("Thư có quá nhiều lớp lồng nhau.");
    if (++parts_ > limits_.parts) return stop("Thư có quá nhiều phần.");
    if (is_a(object, g_mime_multipart_get_type())) return walk_all(object, depth);
    if (is_a(object, g_mime_message_part_get_type())) {
      keep_message(as<GMimeMessagePart>(object));
      return {};
    }
    if (!is_a(object, g_mime_part_get_type())) return {};
    return leaf(object);
  }

 private:
  Words stop(std::string why) {
    why_not_ = std::move(why);
    return {};
  }

  Words walk_all(GMimeObject* object, int depth) {
    const std::string type = type_of(object);
    if (type == "multipart/report") read_report(object);
    auto* whole = as<GMimeMultipart>(object);
    Words words;
    for (int i = 0; i < g_mime_multipart_get_count(whole); ++i) {
      const Words part = walk(g_mime_multipart_get_part(whole, i), depth + 1);
      if (type == "multipart/alternative") {  // the same words several times, the plainest first
        if (!words.has_plain()) words.plain = part.plain, words.is_from_html = part.is_from_html;
        words.html += part.html;
      } else if (type == "multipart/related") {  // words, and the pictures in them
        append(words, part);
        words.html += part.html;
      } else {
        append(words, chosen(part));
      }
    }
    return words;
  }

  static void append(Words& words, const Words& more) {
    if (!words.plain.empty() && words.plain.back() != '\n' && !more.plain.empty()) words.plain += '\n';
    words.plain += more.plain;
    words.is_from_html = words.is_from_html || more.is_from_html;
  }

  Words leaf(GMimeObject* object) {
    const std::string type = type_of(object);
    if (type == "application/pgp-signature" || type == "application/pkcs7-signature" || type == "application/x-pkcs7-signature") return {};
    if (is_in_report_ && (type == "message/delivery-status" || type == "text/rfc822-headers")) return {};
    const std::string name = name_of(object);
    GMimeContentDisposition* disposition = g_mime_object_get_content_disposition(object);
    const char* how = disposition == nullptr ? nullptr : g_mime_content_disposition_get_disposition(disposition);
    const bool is_file = !name.empty() || (how != nullptr && lower(how) == "attachment");
    const bool is_html = type == "text/html" || type == "application/xhtml+xml";
    if (is_file || (type != "text/plain" && !is_html)) {
      keep_file(object, name, type);
      return {};
    }
    const char* charset = g_mime_object_get_content_type_parameter(object, "charset");
    std::string bytes = content_of(object);
    if (bytes.size() > limits_.text_bytes) {
      bytes.resize(limits_.text_bytes);
      mail_.is_cut = true;
    }
    std::string text = to_utf8(bytes, charset == nullptr ? "" : charset);
    if (is_html) return {{}, std::move(text), false};
    const auto says = [object](const char* parameter, std::string_view wanted) {
      const char* found = g_mime_object_get_content_type_parameter(object, parameter);
      return found != nullptr && lower(found) == wanted;
    };
    if (says("format", "flowed")) text = unflowed(text, says("delsp", "yes"));
    return {std::move(text), {}, false};
  }

  void keep_file(GMimeObject* object, const std::string& name, const std::string& type) {
    GMimeDataWrapper* content = g_mime_part_get_content(as<GMimePart>(object));
    if (content == nullptr) return;
    keep(name, type, [&](GMimeStream* into) { return g_mime_data_wrapper_write_to_stream(content, into); });
  }

  // A mail within the mail is a file like any other: whoever handles it opens it.
  void keep_message(GMimeMessagePart* part) {
    GMimeMessage* inner = g_mime_message_part_get_message(part);
    if (inner == nullptr || is_in_report_) return;
    const std::string subject = decoded(Headers(as<GMimeObject>(inner)).first("subject"), kMaxName - 4);
    keep((subject.empty() ? "thu" : subject) + ".eml", "message/rfc822", [&](GMimeStream* into) { return g_mime_object_write_to_stream(as<GMimeObject>(inner), nullptr, into); });
  }

  template <typename Write>
  void keep(const std::string& name, const std::string& type, const Write& write) {
    Attachment& file = mail_.attachments.emplace_back();
    file.name = name;
    file.type = type;
    file.path = new_file_();
    const int descriptor = ::open(file.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kPrivate);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), file.path);
    const Handle<GMimeStream> into(g_mime_stream_fs_new(descriptor));  // closes it
    const ssize_t written = write(into.get());
    if (written < 0 || g_mime_stream_flush(into.get()) != 0) throw std::system_error(EIO, std::generic_category(), file.path);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) throw std::system_error(errno, std::generic_category(), file.path);
    file.bytes = static_cast<std::uint64_t>(status.st_size);
  }

  // RFC 3464, 3462: what happened, to whom, and which mail it was.
  void read_report(GMimeObject* object) {
    const char* kind = g_mime_object_get_content_type_parameter(object, "report-type");
    if (kind == nullptr || lower(kind) != "delivery-status" || mail_.report) return;
    is_in_report_ = true;
    Report& report = mail_.report.emplace();
    auto* whole = as<GMimeMultipart>(object);
    for (int i = 0; i < g_mime_multipart_get_count(whole); ++i) {
      GMimeObject* part = g_mime_multipart_get_part(whole, i);
      const std::string type = type_of(part);
      if (is_a(part, g_mime_message_part_get_type())) {
        GMimeMessage* inner = g_mime_message_part_get_message(as<GMimeMessagePart>(part));
        if (inner != nullptr) take_id(report, Headers(as<GMimeObject>(inner)).first("message-id"));
      } else if (type == "message/delivery-status" && is_a(part, g_mime_part_get_type())) {
        read_status(report, content_of(part));
      } else if (type == "text/rfc822-headers" && is_a(part, g_mime_part_get_type())) {
        take_id(report, field_in(content_of(part), "message-id"));
      }
    }
  }

  static void take_id(Report& report, const std::string& value) {
    const auto ids = ids_in(value);
    if (report.message_id.empty() && !ids.empty()) report.message_id = ids.front();
  }

  // The first field of that name in lines of "Name: value".
  static std::string field_in(std::string_view lines, std::string_view name) {
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\n'), lines.size());
      const std::string_view line = lines.substr(0, end);
      lines.remove_prefix(std::min(end + 1, lines.size()));
      const std::size_t colon = line.find(':');
      if (colon == name.size() && lower(line.substr(0, colon)) == name) return std::string{line.substr(colon + 1)};
    }
    return "";
  }

  static void read_status(Report& report, const std::string& lines) {
    constexpr std::size_t kLongest = 60;
    report.action = first_word(field_in(lines, "action")).substr(0, kLongest);
    report.status = visible_line(field_in(lines, "status"), kLongest);
    const std::string recipient = field_in(lines, "final-recipient");
    report.recipient = visible_line(recipient.substr(recipient.find(';') + 1), kMaxName);
  }

  const Limits& limits_;
  const std::function<std::string()>& new_file_;
  Mail& mail_;
  std::size_t parts_ = 0;
  bool is_in_report_ = false;
  std::string why_not_;
};

// ---- the file ----
// A file that is read; throws when it cannot be.
class File {
 public:
  explicit File(const std::string& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), path_(path) {
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), path);
  }
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] std::uint64_t bytes() const {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) throw std::system_error(errno, std::generic_category(), path_);
    return static_cast<std::uint64_t>(status.st_size);
  }
  // From the beginning; "" at the end.
  [[nodiscard]] std::string block(std::uint64_t at) const {
    constexpr std::size_t kBlock = 64 * 1024;
    std::string buffer(kBlock, '\0');
    const ssize_t got = ::pread(descriptor_, buffer.data(), buffer.size(), static_cast<off_t>(at));
    if (got < 0) throw std::system_error(errno, std::generic_category(), path_);
    buffer.resize(static_cast<std::size_t>(got));
    return buffer;
  }
  // A stream over it, which closes it.
  [[nodiscard]] GMimeStream* stream() { return g_mime_stream_fs_new(std::exchange(descriptor_, -1)); }

 private:
  int descriptor_;
  std::string path_;
};

// What is asked of the bytes before anything is built of them: the headers' end, how many lines could begin a part, and how many could be a header of one.
struct Shape {
  std::size_t header_bytes = 0;  // 0: they do not end
  std::size_t boundaries = 0;
  std::size_t header_lines = 0;
};

Shape shape_of(const File& file) {
  Shape shape;
  std::uint64_t at = 0;
  bool is_line_start = true, is_empty_line = true, is_name = true;
  char before = '\n';
  for (std::string block = file.block(at); !block.empty(); block = file.block(at)) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      const char c = block[i];
      if (c == '-' && before == '-' && is_line_start) ++shape.boundaries;
      if (is_name && c == ':' && before != '\n') ++shape.header_lines;
      is_name = c == '\n' || (is_name && c > ' ' && c <= '~' && c != ':');
      if (c == '\n') {
        if (is_empty_line && shape.header_bytes == 0 && at + i > 0) shape.header_bytes = static_cast<std::size_t>(at) + i + 1;
        is_empty_line = true;
        is_line_start = true;
      } else if (c != '\r') {
        is_empty_line = false;
        if (c != '-' || before == '-') is_line_start = false;
      }
      before = c;
    }
    at += block.size();
  }
  if (shape.header_bytes == 0) shape.header_bytes = static_cast<std::size_t>(at);  // a mail may have no body
  return shape;
}

Handle<GMimeMessage> parsed(GMimeStream* stream) {
  const Handle<GMimeStream> owned(stream);
  const Handle<GMimeParser> parser(g_mime_parser_new_with_stream(owned.get()));
  return Handle<GMimeMessage>(g_mime_parser_construct_message(parser.get(), parser_options()));
}

base::Fault no_mail() { return {FaultKind::Invalid, "Không phải một bức thư đọc được.", {}}; }

}  // namespace

base::Result<Mail> parse_mail(const std::string& path, const Limits& limits, const std::function<std::string()>& new_file) {
  static_cast<void>(options());
  File file(path);
  if (file.bytes() > limits.bytes) return fail(FaultKind::TooLarge, "Thư quá lớn.");
  const Shape shape = shape_of(file);
  if (shape.header_bytes > limits.header_bytes) return fail(FaultKind::Invalid, "Phần đầu của thư quá lớn.");
  if (shape.header_lines > limits.header_lines) return fail(FaultKind::Invalid, "Thư có quá nhiều dòng đầu mục.");
  if (shape.boundaries > limits.boundaries) return fail(FaultKind::Invalid, "Thư có quá nhiều phần.");
  const auto message = parsed(file.stream());
  if (!message) return tl::unexpected<base::Fault>(no_mail());
  Mail mail;
  read_headers(as<GMimeObject>(message.get()), mail);
  Walker walker(limits, new_file, mail);
  Words words = walker.walk(g_mime_message_get_mime_part(message.get()), 1);
  if (!walker.why_not().empty()) return fail(FaultKind::Invalid, walker.why_not());
  words = chosen(words);
  mail.is_from_html = words.is_from_html;
  if (words.plain.size() > limits.text_bytes) {
    words.plain.resize(text::cut_to_bytes(words.plain, limits.text_bytes).size());
    mail.is_cut = true;
  }
  // What is invisible in Unicode is a letter in TCVN3, so the old encodings are looked for before it goes (D4.1a).
  encoding::Reading reading = encoding::read(to_utf8(words.plain, "utf-8"));
  if (reading.is_legacy()) {
    reading.text = visible(reading.text);
    mail.text = visible(reading.original);
    std::erase(reading.original, '\0');
    mail.reading = std::move(reading);
  } else {
    mail.text = visible(words.plain);
  }
  return mail;
}

base::Result<Mail> parse_headers(const std::string& path, const Limits& limits) {
  static_cast<void>(options());
  const File file(path);
  std::string head;
  for (std::string block = file.block(0); !block.empty() && head.size() < limits.header_bytes; block = file.block(head.size())) head += block;
  const std::size_t unix_end = head.find("\n\n"), mail_end = head.find("\r\n\r\n");
  head.resize(std::min({head.size(), unix_end == std::string::npos ? head.size() : unix_end + 2, mail_end == std::string::npos ? head.size() : mail_end + 4}));
  const auto message = parsed(g_mime_stream_mem_new_with_buffer(head.data(), head.size()));
  if (!message) return tl::unexpected<base::Fault>(no_mail());
  Mail mail;
  read_headers(as<GMimeObject>(message.get()), mail);
  return mail;
}

}  // namespace portal::mime
