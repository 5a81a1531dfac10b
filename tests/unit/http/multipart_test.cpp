// MultipartReader (shared/http/multipart.h): however the body is cut into pieces, the answer is the same; files go to the spool as they come.
#include "shared/http/multipart.h"

#include <boost/test/unit_test.hpp>

using namespace portal::http;

namespace {

// Keeps what came, for comparing.
class Kept final : public Spool {
 public:
  void begin(std::string field, std::string name) override {
    uploads_.push_back({std::move(field), std::move(name), "", 0, ""});
    contents.emplace_back();
  }
  void write(std::string_view bytes) override {
    contents.back() += bytes;
    largest = std::max(largest, bytes.size());
  }
  void end() override { ++ended; }
  [[nodiscard]] const std::vector<Upload>& uploads() const override { return uploads_; }

  std::vector<std::string> contents;
  std::size_t ended = 0;
  std::size_t largest = 0;

 private:
  std::vector<Upload> uploads_;
};

std::string part(const std::string& disposition, const std::string& content) {
  return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

constexpr std::size_t kText = 4096;

// The body in pieces of `size`; what came of it.
portal::base::Result<Fields> read(const std::string& body, std::size_t size, Spool* spool) {
  MultipartReader reader("B", {}, spool, kText);
  for (std::size_t at = 0; at < body.size(); at += size) reader.feed(std::string_view{body}.substr(at, size));
  return reader.finish();
}

// Bytes that look like the delimiter and are not.
const std::string kTricky = "\r\n--\r\n--A\r\n-\r\n--\r\r\n--";

}  // namespace

BOOST_AUTO_TEST_SUITE(multipart_reader)

BOOST_AUTO_TEST_CASE(pieces_of_any_size_give_the_same) {
  const std::string body = part("name=\"title\"", "Tiêu đề") + part("name=\"anh\"; filename=\"a.jpg\"", kTricky + std::string(300, 'x') + kTricky) +
                           part("name=\"tep\"; filename=\"\"", "") + part("name=\"empty\"", "") + "--B--\r\n";
  for (std::size_t size = 1; size <= body.size(); ++size) {
    Kept kept;
    const auto fields = read(body, size, &kept);
    BOOST_REQUIRE_MESSAGE(fields.has_value(), "pieces of " << size);
    BOOST_TEST(fields->get("title") == "Tiêu đề");
    BOOST_TEST(fields->has("empty"));
    BOOST_TEST(!fields->has("tep"));
    BOOST_REQUIRE(kept.contents.size() == 1U);  // a field in which nothing was chosen is no file
    BOOST_TEST(kept.contents.front() == kTricky + std::string(300, 'x') + kTricky);
    BOOST_TEST(kept.uploads().front().field == "anh");
    BOOST_TEST(kept.uploads().front().name == "a.jpg");
    BOOST_TEST(kept.ended == 1U);
  }
}

BOOST_AUTO_TEST_CASE(a_file_is_never_kept_in_memory) {
  Kept kept;
  MultipartReader reader("B", {}, &kept, kText);
  reader.feed("--B\r\nContent-Disposition: form-data; name=\"anh\"; filename=\"a\"\r\n\r\n");
  const std::string piece(65536, 'x');
  for (int i = 0; i < 64; ++i) reader.feed(piece);  // far over what text may have
  reader.feed("\r\n--B--\r\n");
  BOOST_REQUIRE(reader.finish().has_value());
  BOOST_TEST(kept.contents.front().size() == 64 * piece.size());
  BOOST_TEST(kept.largest <= piece.size() + 8);
}

BOOST_AUTO_TEST_CASE(what_is_refused) {
  const std::string file = part("name=\"anh\"; filename=\"a.jpg\"", "x");
  std::string many;
  for (int i = 0; i < 21; ++i) many += file;
  const struct {
    const char* label;
    std::string body;
    bool with_spool;
    portal::base::FaultKind want;
  } cases[] = {
      {"a file where none is taken", file + "--B--\r\n", false, portal::base::FaultKind::BadRequest},
      {"cut off in a file", file.substr(0, file.size() - 3), true, portal::base::FaultKind::BadRequest},
      {"no end", file, true, portal::base::FaultKind::BadRequest},
      {"bytes after the end", file + "--B--\r\nmore", true, portal::base::FaultKind::BadRequest},
      {"text over its limit", part("name=\"a\"", std::string(kText + 1, 'x')) + "--B--\r\n", true, portal::base::FaultKind::TooLarge},
      {"more files than a form may bring", many + "--B--\r\n", true, portal::base::FaultKind::TooLarge},
      {"a head without end", "--B\r\n" + std::string(2000, 'h'), true, portal::base::FaultKind::BadRequest},
      {"nothing", "", true, portal::base::FaultKind::BadRequest},
  };
  for (const auto& c : cases)
    for (const std::size_t size : {std::size_t{1}, std::size_t{7}, std::size_t{100'000}})
      BOOST_TEST_CONTEXT(c.label << " in pieces of " << size) {
        Kept kept;
        const auto fields = read(c.body, size, c.with_spool ? &kept : nullptr);
        BOOST_REQUIRE(!fields);
        BOOST_TEST((fields.error().kind == c.want));
      }
}

BOOST_AUTO_TEST_SUITE_END()
