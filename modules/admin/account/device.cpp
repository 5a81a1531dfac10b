#include "modules/admin/account/device.h"

#include <array>

namespace portal::admin {
namespace {

struct Known {
  std::string_view mark, words;
};

// The first mark that is there decides: Edge and Opera call themselves Chrome as well, Chrome calls itself Safari, Android calls itself Linux.
constexpr std::array kBrowsers{Known{"Edg", "Edge"},         Known{"OPR/", "Opera"},       Known{"coc_coc", "Cốc Cốc"}, Known{"SamsungBrowser", "Samsung Internet"},
                               Known{"Firefox/", "Firefox"}, Known{"FxiOS/", "Firefox"},   Known{"CriOS/", "Chrome"},   Known{"Chrome/", "Chrome"},
                               Known{"Safari/", "Safari"}};
constexpr std::array kSystems{Known{"iPhone", "iPhone"},  Known{"iPad", "iPad"},      Known{"Android", "Android"},
                              Known{"Windows", "Windows"}, Known{"Mac OS X", "máy Mac"}, Known{"CrOS", "ChromeOS"}, Known{"Linux", "Linux"}};

template <std::size_t N>
std::string_view find(const std::array<Known, N>& table, std::string_view agent) {
  for (const Known& known : table)
    if (agent.find(known.mark) != std::string_view::npos) return known.words;
  return {};
}

}  // namespace

std::string words_of_device(std::string_view agent) {
  if (agent.empty()) return "không rõ thiết bị";
  const std::string_view browser = find(kBrowsers, agent);
  const std::string_view system = find(kSystems, agent);
  if (!browser.empty() && !system.empty()) return std::string{browser} + " trên " + std::string{system};
  if (!browser.empty() || !system.empty()) return std::string{browser.empty() ? system : browser};
  constexpr std::size_t kShown = 60;
  std::size_t end = agent.size() <= kShown ? agent.size() : kShown;
  while (end < agent.size() && (static_cast<unsigned char>(agent[end]) & 0xC0U) == 0x80U) --end;  // never half a letter
  return std::string{agent.substr(0, end)};
}

}  // namespace portal::admin
