#include "shared/mail/preference.h"

#include <algorithm>
#include <array>

#include "shared/mail/queries.h"

namespace portal::mail {
namespace {

struct Words {
  std::string_view key, label;
};

constexpr std::array<Words, 3> kModes{
    {{"at_once", "Gửi ngay từng thông báo"}, {"digest", "Một thư tổng hợp mỗi ngày làm việc"}, {"none", "Không gửi thư"}}};

}  // namespace

std::string_view key_of(Mode mode) { return kModes.at(static_cast<std::size_t>(mode)).key; }

std::optional<Mode> parse_mode(std::string_view key) {
  const auto found = std::find_if(kModes.begin(), kModes.end(), [key](const Words& words) { return words.key == key; });
  if (found == kModes.end()) return {};
  return static_cast<Mode>(found - kModes.begin());
}

std::string_view label_of(Mode mode) { return kModes.at(static_cast<std::size_t>(mode)).label; }

Preference preference_of(db::Connection& db, base::PersonId person) {
  auto rows = db.query(kMode, person);
  if (!rows.next()) return {};
  return {parse_mode(rows.text(0)).value_or(Mode::AtOnce), std::string{rows.text(1)}};
}

void set_mode(db::Connection& db, base::PersonId person, Mode mode, base::UtcTime now) { db.execute(kSetMode, person, key_of(mode), now); }

}  // namespace portal::mail
