// Upload: a file that came with a form. Its bytes never stand in memory: they go piece by piece into a Spool, which the program's file store gives
// (shared/files/spool.h), and a handler sees where they are, how many, and their digest.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::http {

// What a route's POST may carry: a form of bounded size in memory, or files as well.
// Api: files or none, and what is sent as application/json is taken as the one field kJsonField of the form.
enum class Body { Form, Files, Api };

inline constexpr std::string_view kJsonField = "document";

// Decides 400, 405, 413, 414, 415, 431, 507 in one place; `message` is the Vietnamese sentence for the page.
struct ParseFault {
  int status;
  std::string message;
};

struct Upload {
  std::string field;      // of the form
  std::string name;       // as the sender called it: not checked, never part of a path
  std::string path;       // where the bytes are until the request has been answered
  std::uint64_t bytes = 0;
  std::string sha256;     // 64 hexadecimal characters
};

// Where one request's files go. The destructor removes what nobody took over.
class Spool {
 public:
  Spool() = default;
  virtual ~Spool() = default;
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // begin(), any number of write(), end(). Throw std::system_error when the disk refuses.
  virtual void begin(std::string field, std::string name) = 0;
  virtual void write(std::string_view bytes) = 0;
  virtual void end() = 0;

  [[nodiscard]] virtual const std::vector<Upload>& uploads() const = 0;
};

// What a program with file routes brings along; lives as long as the program, asked by all request threads.
class UploadRoom {
 public:
  UploadRoom() = default;
  virtual ~UploadRoom() = default;
  UploadRoom(const UploadRoom&) = delete;
  UploadRoom& operator=(const UploadRoom&) = delete;

  // Why a body of that many bytes is not even read, or nothing.
  [[nodiscard]] virtual std::optional<ParseFault> refuse(std::uint64_t bytes) = 0;
  [[nodiscard]] virtual std::unique_ptr<Spool> open() = 0;
};

}  // namespace portal::http
