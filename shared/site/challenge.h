// Challenge: tells people from programs on a public form by a question in words, so that it works without pictures, without sound, without JavaScript and
// without anybody else's service (U5, D7.3). A blind person hears what others read.
//
//   const Challenge asked = make_challenge(key, now);        // into the form: asked.token hidden, asked.question as the label of a field
//   const auto proof = check_challenge(key, token, answer, now);
//   // proof->nonce is used up by whoever stores what came with it (a UNIQUE column): a question opens one form, once
//
// The token is a random nonce, the second in which it was given, and a digest of both under the instance's key: nobody makes one or changes its date. The
// question follows from nonce and key, so nothing has to be kept between asking and answering, and any copy of the program can check what another asked.
// Refused are: another's token, one that is older than kLongest (the text of a long article is typed in less), an answer within kQuickest, a wrong answer.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/time.h"

namespace portal::site {

inline constexpr std::chrono::seconds kQuickest{3};
inline constexpr std::chrono::hours kLongest{12};
// For a field that people do not see; what fills it in is a program, and is told nothing.
inline constexpr std::string_view kHoneypot = "website";

struct Challenge {
  std::string token;
  std::string question;
};

[[nodiscard]] Challenge make_challenge(std::string_view key, base::UtcTime now);

// A token that we gave.
struct Given {
  std::string nonce;  // 32 hexadecimal characters
  base::UtcTime at;
};
[[nodiscard]] std::optional<Given> open_challenge(std::string_view key, std::string_view token);

// The question of a token that is still good, to be asked again.
[[nodiscard]] std::string question_of(std::string_view key, std::string_view nonce);

enum class Answer {
  Right,
  Wrong,
  Quick,    // right, but sooner than somebody types
  Stale,    // asked too long ago
  Foreign   // no token of ours
};
[[nodiscard]] Answer check_challenge(std::string_view key, std::string_view token, std::string_view answer, base::UtcTime now);

// A whole number below a thousand as it is said: "ba mươi mốt".
[[nodiscard]] std::string number_in_words(unsigned number);

}  // namespace portal::site
