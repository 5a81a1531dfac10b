// MultipartReader: RFC 7578, the strict subset that browsers send, read piece by piece.
//
//   MultipartReader reader(boundary, limits, spool.get());
//   while (more) reader.feed(piece);
//   base::Result<Fields> fields = reader.finish();
//
//   --B CRLF  headers CRLF CRLF  content CRLF  --B CRLF … --B-- CRLF
//
// The content of a part is everything up to the next CRLF "--" boundary, so content is never searched for anything else. However the pieces are cut, the
// answer is the same. Fields are kept in memory within the limits; files go to the spool as they come.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/http/fields.h"
#include "shared/http/upload.h"

namespace portal::http {

class MultipartReader {
 public:
  // Without a spool a part that carries a file is refused. The fields together may hold `max_text` bytes.
  MultipartReader(std::string_view boundary, const FieldLimits& limits, Spool* spool, std::size_t max_text);

  // After a fault the rest is let pass unread.
  void feed(std::string_view bytes);

  // The fields, when the body was whole. Faults: BadRequest (malformed, cut off, bad text, duplicate), TooLarge.
  [[nodiscard]] base::Result<Fields> finish();

 private:
  enum class At { Preamble, Delimiter, Head, Content, End };

  void step();
  [[nodiscard]] bool begin_part(std::string_view head);
  void take_content(std::string_view bytes);
  void end_part();
  void refuse(base::Fault fault);
  void refuse_malformed();

  FieldLimits limits_;
  Spool* spool_;
  std::size_t text_left_;
  std::string delimiter_;   // CRLF "--" boundary
  std::string pending_;     // bytes that could not be decided yet
  At at_ = At::Preamble;
  bool is_waiting_ = false; // more bytes are needed
  bool is_file_ = false;
  bool is_chosen_ = false;  // a file was chosen in the field
  std::size_t files_ = 0;
  std::string name_;
  std::string value_;
  Fields fields_;
  std::optional<base::Fault> fault_;
};

}  // namespace portal::http
