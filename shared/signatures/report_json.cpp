#include "shared/signatures/report_json.h"

#include <nlohmann/json.hpp>

namespace portal::signatures {
namespace {

using nlohmann::json;

json time_of(const std::optional<base::UtcTime>& at) { return at ? json(base::format_iso(*at)) : json(nullptr); }

json reasons_of(const std::vector<Reason>& reasons) {
  json list = json::array();
  for (const Reason reason : reasons) list.push_back({{"code", key_of(reason)}, {"words", words_of(reason)}});
  return list;
}

json to_json(const Signature& one) {
  json signer = nullptr;
  if (one.signer)
    signer = {{"name", one.signer->name},
              {"organisation", one.signer->organisation},
              {"subject", one.signer->subject},
              {"issuer", one.signer->issuer},
              {"serial", one.signer->serial},
              {"not_before", time_of(one.signer->not_before)},
              {"not_after", time_of(one.signer->not_after)}};
  return {{"field", one.field},
          {"kind", key_of(one.kind)},
          {"sub_filter", one.sub_filter},
          {"verdict", key_of(one.verdict)},
          {"label", label_of(one.verdict)},
          {"reasons", reasons_of(one.reasons)},
          {"signer", signer},
          {"digest", one.digest},
          {"claimed_time", time_of(one.claimed_time)},
          {"proved_time", time_of(one.proved_time)},
          {"reason", one.reason},
          {"location", one.location},
          {"covered_to", one.covered_to},
          {"covers_all", one.covers_all},
          {"is_intact", one.is_intact},
          {"is_chain_trusted", one.is_chain_trusted},
          {"is_not_revoked", one.is_not_revoked}};
}

}  // namespace

json to_json(const Report& report, base::UtcTime at) {
  json list = json::array();
  for (const Signature& one : report.signatures) list.push_back(to_json(one));
  return {{"is_pdf", report.is_pdf},
          {"is_verified", report.is_verified()},
          {"at", base::format_iso(at)},
          {"anchors", report.anchors},
          {"reasons", reasons_of(report.reasons)},
          {"signatures", list}};
}

}  // namespace portal::signatures
