#include "shared/intake/identity.h"

#include <algorithm>

#include "shared/intake/queries.h"
#include "shared/mail/outbox.h"
#include "shared/text/clean.h"

namespace portal::intake {

std::string lower_ascii(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

Sender united(db::Connection& db, const Sender& before, Sender typed, base::UtcTime now) {
  const Sender known = identify(db, typed.address, typed.name, false, now);
  const bool is_same_address = known.address == before.address;
  typed.address = known.address;
  typed.person = known.person;
  if (!typed.unit.is_set()) typed.unit = known.unit;
  if (typed.unit.is_set() || typed.person.is_set()) typed.trust = is_same_address && before.trust != Trust::None ? before.trust : Trust::Typed;
  return typed;
}

bool is_own_domain(db::Connection& db, std::string_view domain) {
  if (domain.empty()) return false;
  const std::string lower = lower_ascii(domain);
  return db.query(sql::kIsOwnDomain, lower, lower).next();
}

Sender identify(db::Connection& db, std::string_view address, std::string_view display_name, bool is_signed, base::UtcTime now) {
  Sender sender;
  if (!mail::is_address(address)) return sender;
  sender.address = lower_ascii(address);
  // A name that is nothing but the address tells nobody's name.
  if (display_name.find('@') == std::string_view::npos) sender.name = text::trim(display_name);
  const Trust trust = is_signed ? Trust::Signed : Trust::Address;
  {
    auto rows = db.query(sql::kPersonsByAddress, sender.address);
    if (rows.next()) {
      Sender known = sender;
      known.person = rows.id<base::PersonId>(0);
      known.name = rows.text(1);
      known.position = rows.text(2);
      known.unit = rows.id<base::UnitId>(4);
      known.organisation = rows.text(5);
      known.phone = rows.text(3).empty() ? rows.text(6) : rows.text(3);
      known.trust = trust;
      return rows.next() ? sender : known;
    }
  }
  const std::string today = base::format_iso(now).substr(0, 10);
  auto rows = db.query(sql::kUnitsByAddress, sender.address, today, today);
  if (!rows.next()) return sender;
  Sender known = sender;
  known.unit = rows.id<base::UnitId>(0);
  known.organisation = rows.text(1);
  known.phone = rows.text(2);
  known.name.clear();  // mailboxes of units carry the unit's name, and several people write from them
  known.trust = trust;
  return rows.next() ? sender : known;
}

}  // namespace portal::intake
