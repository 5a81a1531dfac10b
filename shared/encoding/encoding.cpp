#include "shared/encoding/encoding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>

#include "shared/encoding/syllable.h"
#include "shared/encoding/words.h"
#include "shared/text/decode.h"
#include "shared/text/unicode.h"

namespace portal::encoding {
namespace {

constexpr std::array<Encoding, 7> kCandidates{Encoding::Tcvn3,       Encoding::VniWindows,   Encoding::Vps, Encoding::Viscii,
                                              Encoding::Windows1258, Encoding::Utf8AsLatin1, Encoding::Viqr};

struct Name {
  Encoding encoding;
  std::string_view key;
  std::string_view label;
};

constexpr std::array<Name, 10> kNames{{{Encoding::Unicode, "unicode", "Unicode"},
                                       {Encoding::Tcvn3, "tcvn3", "TCVN3 (ABC)"},
                                       {Encoding::VniWindows, "vni", "VNI-Windows"},
                                       {Encoding::Vps, "vps", "VPS"},
                                       {Encoding::Viscii, "viscii", "VISCII"},
                                       {Encoding::Windows1258, "windows-1258", "Windows-1258"},
                                       {Encoding::Viqr, "viqr", "VIQR"},
                                       {Encoding::Utf8AsLatin1, "utf8-latin1", "UTF-8 bị đọc nhầm thành Latin-1"},
                                       {Encoding::Decomposed, "decomposed", "Unicode tổ hợp"},
                                       {Encoding::Windows1252, "windows-1252", "Windows-1252"}}};

const Name& name_of(Encoding encoding) {
  return *std::find_if(kNames.begin(), kNames.end(), [encoding](const Name& name) { return name.encoding == encoding; });
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = text::decode_at(bytes, at).length;
    if (length == 0) return false;
    at += length;
  }
  return true;
}

// What a font's name says: the encoding, and whether its small letters look like capitals.
struct Font {
  Encoding encoding = Encoding::Unicode;
  bool is_capitals = false;
};

Font font_of(std::string_view name) {
  const auto starts = [&](std::string_view prefix) {
    const auto is_same = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 0x20 : b); };
    return name.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), name.begin(), is_same);
  };
  if (starts(".vn")) return {Encoding::Tcvn3, name.back() == 'H'};
  if (starts("vni-")) return {Encoding::VniWindows, false};
  if (starts("vps ")) return {Encoding::Vps, name.back() == 'H'};
  return {};
}

// A line, or the part of one that a font says the encoding of.
struct Segment {
  std::size_t first = 0;
  std::size_t last = 0;
  Encoding by_font = Encoding::Unicode;
  Encoding encoding = Encoding::Unicode;  // what was found
};

constexpr std::size_t kLongestSyllable = 7;  // nghiêng

// One text on its way from original to result.
class Reader {
 public:
  explicit Reader(std::span<const Run> runs) {
    std::string all;
    for (const Run& run : runs) all += run.text;
    reading_.original = all;
    const bool is_valid = is_utf8(all);
    for (std::size_t r = 0; r < runs.size(); ++r) {
      std::string piece{runs[r].text};
      // NFC run by run, so that every letter knows its run; a mark that begins a run stays a mark.
      if (is_valid && !text::is_nfc(piece)) piece = text::to_nfc(piece);
      const std::vector<Unit> units = units_of(piece);
      for (Unit unit : units) {
        unit.at += static_cast<std::uint32_t>(source_.size());
        units_.push_back(unit);
        run_of_.push_back(static_cast<std::uint32_t>(r));
      }
      source_ += piece;
      fonts_.push_back(font_of(runs[r].font));
    }
    pieces_.resize(runs.size());
  }

  Reading take() {
    split();
    decide();
    if (best_ == Encoding::Unicode && !has_font_) return untouched();
    look_for_lost();
    for (const Segment& segment : segments_) write(segment);
    reading_.encoding = best_;
    reading_.confidence = confidence_;
    reading_.text = std::move(out_);
    reading_.pieces = std::move(pieces_);
    if (reading_.text == source_ && best_ != Encoding::Unicode) return untouched();
    if (!reading_.is_sure()) doubt_everything();
    std::stable_sort(reading_.doubts.begin(), reading_.doubts.end(), [](const Doubt& a, const Doubt& b) { return a.offset < b.offset; });
    return std::move(reading_);
  }

 private:
  // A letter on its way out.
  struct Out {
    char32_t code = 0;
    std::size_t first = 0;  // units that it was read from
    std::size_t count = 0;
    std::optional<Reason> reason;
    std::string could_be;
    bool is_read = false;
  };

  Reading untouched() {
    reading_.encoding = source_ == reading_.original ? Encoding::Unicode : Encoding::Decomposed;
    reading_.confidence = 1.0;
    reading_.text = source_;
    reading_.doubts.clear();
    reading_.pieces.assign(fonts_.size(), {});
    for (std::size_t i = 0; i < units_.size(); ++i) reading_.pieces[run_of_[i]] += source_.substr(units_[i].at, units_[i].length);
    return std::move(reading_);
  }

  void split() {
    std::size_t first = 0;
    const auto font_at = [&](std::size_t i) { return fonts_[run_of_[i]].encoding; };
    for (std::size_t i = 0; i <= units_.size(); ++i) {
      const bool is_end = i == units_.size() || units_[i].code == U'\n' || units_[i].code == U'\r';
      if (i > first && (is_end || font_at(i) != font_at(i - 1))) {
        segments_.push_back({first, i, font_at(first), Encoding::Unicode});
        has_font_ = has_font_ || font_at(first) != Encoding::Unicode;
        first = i;
      }
      if (is_end && i < units_.size()) first = i;  // the line end goes with the next line, where it is no word
    }
  }

  void decide() {
    struct Sum {
      Score score;
      double strength = 0;
      std::unordered_set<std::u32string> seen;
    };

    std::array<Sum, kCandidates.size()> sums;
    std::vector<std::array<Score, kCandidates.size()>> scores(segments_.size());
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      if (segments_[s].by_font != Encoding::Unicode) continue;
      const bool is_clear = all_stand(units_, segments_[s].first, segments_[s].last);
      const bool is_no_viqr = has_no_viqr(units_, segments_[s].first, segments_[s].last);
      if (is_clear) unicode_ += unicode_words(segments_[s]);
      for (std::size_t c = 0; c < kCandidates.size(); ++c) {
        if (kCandidates[c] == Encoding::Viqr ? is_no_viqr : is_clear) continue;
        const auto words = words_in(kCandidates[c], units_, segments_[s].first, segments_[s].last);
        scores[s][c] = score_of(kCandidates[c], words);
        if (c == 0) unicode_ += scores[s][c].unicode;
        if (!scores[s][c].speaks()) continue;
        sums[c].score += scores[s][c];
        constexpr std::size_t kEnough = 24;
        for (const Word& word : words) {
          if (sums[c].seen.size() >= kEnough) break;
          if (speaks_for(word) && sums[c].seen.insert(word.letters).second) sums[c].strength += word.has_sign ? 1.5 : 1.0;
        }
      }
    }
    std::size_t best = kCandidates.size();
    for (std::size_t c = 0; c < kCandidates.size(); ++c)
      if (sums[c].score.gain > 0 && (best == kCandidates.size() || sums[c].score.net() > sums[best].score.net())) best = c;
    if (best < kCandidates.size()) {
      // How well another encoding explains the same lines.
      double rival = 0;
      for (std::size_t c = 0; c < kCandidates.size(); ++c) {
        if (c == best) continue;
        double net = 0;
        for (const auto& line : scores)
          if (line[best].speaks()) net += std::clamp(line[c].net(), 0.0, line[best].net());
        rival = std::max(rival, net / sums[best].score.net());
      }
      rival = std::min(rival, 1.0);
      confidence_ = sums[best].score.rate() * (1 - std::pow(2.0, -sums[best].strength)) * (1 - std::max(0.0, rival - 0.5));
      best_ = kCandidates[best];
      // Much Unicode, and a few odd words somewhere: names, misprints, what a scanner made of a stamp.
      constexpr double kMuch = 20;
      constexpr double kStrong = 4.5;
      if (unicode_ > kMuch * sums[best].score.gain && sums[best].strength < kStrong) best_ = Encoding::Unicode;
      // One odd word in a text that is Unicode otherwise is a name or a misprint, no encoding.
      if (confidence_ < kSure && unicode_ + sums[best].score.words / 4 > sums[best].score.gain) best_ = Encoding::Unicode;
    }
    for (std::size_t s = 0; s < segments_.size(); ++s) choose(segments_[s], scores[s], best);
    if (has_font_) decide_by_font();
  }

  // Words that hold a letter which no old encoding shows.
  [[nodiscard]] double unicode_words(const Segment& segment) const {
    double count = 0;
    bool is_counted = false;
    for (std::size_t i = segment.first; i < segment.last; ++i) {
      if (is_vowel(units_[i].code) && units_[i].byte < 0 && !is_counted) {
        ++count;
        is_counted = true;
      } else if (units_[i].code == U' ') {
        is_counted = false;
      }
    }
    return count;
  }

  void choose(Segment& segment, const std::array<Score, kCandidates.size()>& scores, std::size_t best) const {
    if (segment.by_font != Encoding::Unicode) {
      segment.encoding = segment.by_font;
      return;
    }
    if (best_ == Encoding::Unicode) return;
    Score score = scores[best];
    if (score.words == 0) score = score_of(best_, words_in(best_, units_, segment.first, segment.last));  // it was clear at a glance
    if (score.speaks()) segment.encoding = best_;
    // A line of another old encoding than most.
    constexpr double kClear = 3;
    for (std::size_t c = 0; c < kCandidates.size(); ++c)
      if (scores[c].speaks() && scores[c].gain >= kClear && scores[c].net() > score.net() && scores[c].rate() >= kSure) segment.encoding = kCandidates[c];
    if (segment.encoding != Encoding::Unicode || best_ == Encoding::Viqr) return;
    // A line that says nothing against it, in a text of this encoding: "H§ND", "cã".
    if (unicode_ == 0 && score.unicode == 0 && score.loss == 0 && score.gain + score.both + score.neither + score.words > 0) segment.encoding = best_;
  }

  void decide_by_font() {
    if (best_ != Encoding::Unicode && confidence_ >= kSure) return;
    for (const Segment& segment : segments_)
      if (segment.by_font != Encoding::Unicode) {
        best_ = segment.by_font;
        constexpr double kByFont = 0.99;
        confidence_ = kByFont;
        return;
      }
  }

  // TCVN3's ư is U+00AD, which programs take out as invisible. It is gone when the text has none and words lack it that cannot be without.
  void look_for_lost() {
    constexpr char32_t kSoftHyphen = 0xAD;
    if (std::any_of(units_.begin(), units_.end(), [](const Unit& unit) { return unit.code == kSoftHyphen; })) return;
    for (const Segment& segment : segments_) {
      if (segment.encoding != Encoding::Tcvn3) continue;
      for (const Word& word : words_in(Encoding::Tcvn3, units_, segment.first, segment.last))
        if (word.is_changed && !word.is_right && place_of_lost(word.letters)) {
          is_lost_ = true;
          return;
        }
    }
  }

  // Where an ư belongs that makes a syllable of the word: "trởng" is "trưởng".
  static std::optional<std::size_t> place_of_lost(std::u32string_view letters) {
    if (letters.size() > kLongestSyllable) return {};
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if (split_letter(letters[i]).base != U'ơ') continue;
      std::u32string with{letters};
      with.insert(i, 1, U'ư');
      if (is_syllable(with)) return i;
    }
    return {};
  }

  // What is written for one segment.
  void write(const Segment& segment) {
    line_end_ = segment.last;  // letters are read within it, as words_in() did
    if (segment.encoding == Encoding::Unicode) {
      for (std::size_t i = segment.first; i < segment.last; ++i) put_unit(i);
      return;
    }
    const auto words = words_in(segment.encoding, units_, segment.first, segment.last);
    const Score score = score_of(segment.encoding, words);
    const std::vector<bool> capitals = capitals_of(segment, words);
    const std::vector<bool> beside = beside_unicode(words);
    std::size_t at = segment.first;
    for (std::size_t w = 0; w < words.size(); ++w) {
      for (; at < words[w].first; ++at) put_unit(at);
      write_word(segment, words, w, {score.unicode > 0, beside[w]}, capitals);
      at = words[w].last;
    }
    for (; at < segment.last; ++at) put_unit(at);
  }

  // Whether the letters of a word that have no capital of their own are meant as capitals, from the letters beside them.
  std::vector<bool> capitals_of(const Segment& segment, const std::vector<Word>& words) const {
    enum class Case { None, Small, Capital, Either };
    std::vector<Case> cases;
    for (const Word& word : words) {
      std::size_t upper = 0;
      std::size_t lower = 0;
      std::size_t open = 0;
      for (const char32_t c : word.letters) {
        if (lacks_capital(segment.encoding, c))
          ++open;
        else if (to_lower(c) != c)
          ++upper;
        else if (to_upper(c) != c)
          ++lower;
      }
      cases.push_back(lower > 0 ? Case::Small : upper >= 2 ? Case::Capital : upper + open > 0 ? Case::Either : Case::None);
    }
    std::vector<bool> capitals(words.size());
    // What stands alone ("Bé", "ë") goes with the word before it that says so, or else the next.
    Case before = Case::None;
    for (std::size_t w = 0; w < words.size(); ++w) {
      Case own = cases[w];
      if (own == Case::Either) {
        Case after = Case::None;
        for (std::size_t next = w + 1; next < words.size() && next < w + 4 && (after == Case::None || after == Case::Either); ++next) after = cases[next];
        own = before == Case::Capital && after != Case::Small ? Case::Capital : after == Case::Capital && before != Case::Small ? Case::Capital : Case::Small;
        if (own == Case::Small && before == Case::None && after == Case::None) own = Case::None;
      }
      capitals[w] = own == Case::Capital;
      if (own == Case::Small || own == Case::Capital) before = own;
    }
    return capitals;
  }

  // Where a word stands: in a line that holds Unicode too, and nearer to that.
  struct Around {
    bool is_mixed = false;
    bool is_unicode = false;
  };

  // For each word whether the nearest one that is certain is Unicode; also when both sides are as near.
  static std::vector<bool> beside_unicode(const std::vector<Word>& words) {
    const std::size_t far = words.size() + 1;
    std::vector<bool> beside(words.size());
    std::vector<std::size_t> to_unicode(words.size(), far);
    std::vector<std::size_t> to_legacy(words.size(), far);
    const auto pass = [&](auto order) {
      std::size_t unicode = far;
      std::size_t legacy = far;
      for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t w = order(i);
        const bool is_unicode = words[w].is_unicode || (words[w].is_changed && words[w].stands && !words[w].is_right);
        unicode = is_unicode ? 0 : std::min(unicode + 1, far);
        legacy = speaks_for(words[w]) ? 0 : std::min(legacy + 1, far);
        to_unicode[w] = std::min(to_unicode[w], unicode);
        to_legacy[w] = std::min(to_legacy[w], legacy);
      }
    };
    pass([](std::size_t i) { return i; });
    pass([&](std::size_t i) { return words.size() - 1 - i; });
    for (std::size_t w = 0; w < words.size(); ++w) beside[w] = to_unicode[w] <= to_legacy[w];
    return beside;
  }

  void write_word(const Segment& segment, const std::vector<Word>& words, std::size_t w, Around around, const std::vector<bool>& capitals) {
    const Word& word = words[w];
    const bool is_mixed = around.is_mixed;
    const bool is_utf8 = segment.encoding == Encoding::Utf8AsLatin1;
    const bool is_viqr = segment.encoding == Encoding::Viqr;
    const bool by_font = segment.by_font != Encoding::Unicode;
    std::optional<Reason> reason;
    bool reads = word.is_changed;
    if (word.is_unicode && !is_utf8)
      reads = false;
    else if (word.is_changed && !word.is_right && !word.is_short) {
      reason = Reason::NoSyllable;
      if (is_viqr)
        reads = false;
      else if (word.is_plain && word.stands) {
        reads = false;
        reason.reset();
      }  // “Nam” in VPS
      else if (!is_utf8 && is_mixed && !word.has_sign)
        reads = false;
    } else if (word.is_changed && word.stands && is_mixed && !is_utf8) {
      reason = Reason::EitherWay;
      reads = !around.is_unicode;
    }
    if (is_viqr && word.is_changed && word.is_right && word.ends_as_sentence) {
      write_sentence_end(words, w);
      return;
    }
    std::vector<Out> letters = reads ? letters_of(segment.encoding, word, reason) : as_they_stand(segment.encoding, word, reason);
    if (reads || !word.is_changed) mend(segment, word, letters, words, w);
    const bool is_first = starts_sentence(word.first);
    for (Out& letter : letters) set_case(segment, word, letter, by_font, capitals[w], is_first && &letter == &letters.front(), w, words, capitals);
    for (const Out& letter : letters) put(letter);
  }

  std::vector<Out> letters_of(Encoding encoding, const Word& word, std::optional<Reason> reason) const {
    std::vector<Out> letters;
    const auto line = std::span<const Unit>(units_).subspan(0, line_end_);
    for (std::size_t i = word.first; i < word.last;) {
      Letter letter = letter_at(encoding, line, i);
      Out out{letter.code, i, letter.units, {}, {}, letter.is_read};
      const bool is_other = letter.is_read && (letter.units > 1 || letter.code != units_[i].code);
      if ((reason && is_other) || (letter.is_stray && units_[i].code >= 0x80)) {
        out.reason = reason.value_or(Reason::NoSyllable);
        out.could_be = is_other ? slice(i, letter.units) : std::string{};
      }
      if (letter.others[0] != 0 || letter.swallowed != 0) settle_lost(encoding, word, letter, i, letters, out);
      letters.push_back(std::move(out));
      i += letter.units;
    }
    return letters;
  }

  // A letter whose last byte is gone: the first of those it may be that makes a syllable.
  void settle_lost(Encoding encoding, const Word& word, const Letter& letter, std::size_t at, const std::vector<Out>& before, Out& out) const {
    out.reason = Reason::Lost;
    if (word.letters.size() > kLongestSyllable) return;
    std::u32string head;
    for (const Out& o : before) head += o.code;
    std::u32string tail;
    const bool is_small = !head.empty() && to_lower(head.back()) == head.back();
    const auto line = std::span<const Unit>(units_).subspan(0, line_end_);
    for (std::size_t i = at + letter.units; i < word.last;) {
      const Letter next = letter_at(encoding, line, i);
      tail += next.code;
      i += next.units;
    }
    std::vector<char32_t> fitting;
    for (const char32_t c : {letter.code, letter.others[0], letter.others[1], letter.others[2], letter.others[3]})
      if (c != 0 && !(is_small && to_lower(c) != c) && is_syllable(head + c + tail)) fitting.push_back(c);
    if (!fitting.empty()) out.code = fitting.front();
    out.could_be.clear();
    for (std::size_t i = 1; i < fitting.size(); ++i) text::append_utf8(out.could_be, fitting[i]);
  }

  std::vector<Out> as_they_stand(Encoding encoding, const Word& word, std::optional<Reason> reason) const {
    std::vector<Out> letters;
    const auto line = std::span<const Unit>(units_).subspan(0, line_end_);
    for (std::size_t i = word.first; i < word.last;) {
      const Letter letter = letter_at(encoding, line, i);
      const bool is_other = letter.is_read && (letter.units > 1 || letter.code != units_[i].code);
      for (std::size_t k = 0; k < letter.units; ++k) {
        Out out{units_[i + k].code, i + k, 1, {}, {}, false};
        if (reason && is_other && k == 0) {
          out.reason = reason;
          text::append_utf8(out.could_be, letter.code);
        }
        letters.push_back(std::move(out));
      }
      i += letter.units;
    }
    return letters;
  }

  // Puts back the ư that was lost; says where it may be missing.
  void mend(const Segment& segment, const Word& word, std::vector<Out>& letters, const std::vector<Word>& words, std::size_t w) const {
    if (!is_lost_ || segment.encoding != Encoding::Tcvn3) return;
    std::u32string now;
    for (const Out& letter : letters) now += to_lower(letter.code);
    const auto put_back = [&](std::size_t place) {
      for (Out& letter : letters)
        if (letter.reason == Reason::NoSyllable) {
          letter.reason.reset();
          letter.could_be.clear();
        }
      Out lost{U'ư', place < letters.size() ? letters[place].first : word.last, 0, Reason::Lost, {}, true};
      letters.insert(letters.begin() + static_cast<std::ptrdiff_t>(place), std::move(lost));
    };
    if (!word.is_right && word.is_changed) {
      if (const auto place = place_of_lost(now)) put_back(*place);
      return;
    }
    constexpr std::array<std::u32string_view, 4> kBare{U"nh", U"th", U"tr", U"ng"};
    const bool is_followed = w + 1 < words.size() && words[w + 1].first == word.last + 1 && units_[word.last].code == U' ';
    if (now == U"ngời")
      put_back(2);
    else if (is_followed && word.is_plain && units_[word.first].code >= U'a' && std::find(kBare.begin(), kBare.end(), now) != kBare.end())
      put_back(now.size());
    else if (now == U"mời" || now == U"t") {
      letters.back().reason = Reason::Lost;
      letters.back().could_be = now == U"t" ? slice(letters.back().first, 1) + "ư" : "ười";
    }
  }

  // The first word of a line or sentence: its letter may have been a capital in another font.
  [[nodiscard]] bool starts_sentence(std::size_t first) const {
    std::size_t i = first;
    while (i > 0) {
      const char32_t c = units_[i - 1].code;
      if (c == U'\n' || c == U'\r' || c == U'.' || c == U'!' || c == U'?') return true;
      if (c != U' ' && c != U'\t' && c != 0xA0 && c != U'"' && c != U'“' && c != U'-') return false;
      --i;
    }
    return true;
  }

  // Whether a letter of the word is small beyond doubt.
  static bool has_small(Encoding encoding, const Word& word) {
    return std::any_of(word.letters.begin(), word.letters.end(), [encoding](char32_t c) { return !lacks_capital(encoding, c) && to_upper(c) != c; });
  }

  void set_case(const Segment& segment, const Word& word, Out& letter, bool by_font, bool is_capital, bool is_first, std::size_t w,
                const std::vector<Word>& words, const std::vector<bool>& capitals) const {
    const std::size_t unit = std::min(letter.first, units_.size() - 1);
    if (by_font && fonts_[run_of_[unit]].is_capitals && !word.is_unicode) {
      letter.code = to_upper(letter.code);
      return;
    }
    if (by_font && fonts_[run_of_[unit]].encoding == segment.encoding) return;  // a font whose small letters are small
    if (!letter.is_read || !lacks_capital(segment.encoding, letter.code)) {
      if (is_capital && letter.reason == Reason::Lost && letter.count == 0) letter.code = to_upper(letter.code);
      return;
    }
    const char32_t small = letter.code;
    const bool beside = (w > 0 && capitals[w - 1]) || (w + 1 < words.size() && capitals[w + 1]);
    if (is_capital)
      letter.code = to_upper(small);
    else if (!is_first && !(beside && !has_small(segment.encoding, word)))
      return;
    if (letter.reason) return;
    letter.reason = Reason::Capital;
    letter.could_be.clear();
    text::append_utf8(letter.could_be, is_capital ? small : to_upper(small));
  }

  // The letters of a word of VIQR, with nothing behind `end` in sight.
  std::vector<Out> letters_until(std::size_t end, const Word& word) {
    const std::size_t line_end = std::exchange(line_end_, end);
    std::vector<Out> letters = letters_of(Encoding::Viqr, word, {});
    line_end_ = line_end;
    return letters;
  }

  // VIQR: the mark behind the last vowel is a tone, or the sentence ends.
  void write_sentence_end(const std::vector<Word>& words, std::size_t w) {
    const Word& word = words[w];
    // Only a full stop ends a sentence here: a question mark and an apostrophe are tones, as RFC 1456 has it. A name ("Bo^. Tu+ pha'p") goes on.
    std::size_t next = word.last;
    while (next < units_.size() && (units_[next].code == U' ' || units_[next].code == U'"' || units_[next].code == U')')) ++next;
    const bool has_gap = next > word.last || next == units_.size() || units_[next].code == U'\n' || units_[next].code == U'\r';
    const bool is_capital = next < units_.size() && to_lower(units_[next].code) != units_[next].code;
    const bool is_name = to_lower(units_[word.first].code) != units_[word.first].code;
    const bool is_last = next == units_.size() || units_[next].code == U'\n' || units_[next].code == U'\r';
    const bool ends = units_[word.last - 1].code == U'.' && has_gap && !is_name && (is_last || is_capital);
    Word shorter = word;
    if (ends) shorter.last = word.last - 1;
    std::vector<Out> letters = letters_until(shorter.last, shorter);
    Out& last = letters.back();
    if (ends) {
      last.reason = Reason::EitherWay;
      text::append_utf8(last.could_be, letters_until(word.last, word).back().code);
    } else if (has_gap && (is_last || is_capital)) {
      Word without = word;
      without.last = word.last - 1;
      last.reason = Reason::EitherWay;
      text::append_utf8(last.could_be, letters_until(without.last, without).back().code);
      last.could_be += slice(word.last - 1, 1);
    }
    for (const Out& letter : letters) put(letter);
    for (std::size_t i = shorter.last; i < word.last; ++i) put_unit(i);
  }

  [[nodiscard]] std::string slice(std::size_t first, std::size_t count) const {
    std::string out;
    for (std::size_t i = first; i < first + count && i < units_.size(); ++i) out += source_.substr(units_[i].at, units_[i].length);
    return out;
  }

  void put_unit(std::size_t i) { put_bytes(source_.substr(units_[i].at, units_[i].length), i); }

  void put(const Out& letter) {
    std::string bytes;
    text::append_utf8(bytes, letter.code);
    if (letter.count == 1 && !letter.is_read && letter.code == units_[letter.first].code) bytes = slice(letter.first, 1);
    if (letter.reason) {
      Doubt doubt;
      doubt.offset = out_.size();
      doubt.length = bytes.size();
      doubt.position = position_ + 1;
      doubt.was = slice(letter.first, letter.count);
      doubt.could_be = letter.could_be;
      doubt.reason = *letter.reason;
      reading_.doubts.push_back(std::move(doubt));
    } else if (letter.is_read) {
      read_.push_back({out_.size(), bytes.size(), position_ + 1, letter.first, letter.count});
    }
    put_bytes(bytes, std::min(letter.first, units_.size() - 1));
  }

  void put_bytes(const std::string& bytes, std::size_t unit) {
    out_ += bytes;
    pieces_[run_of_[unit]] += bytes;
    ++position_;
  }

  // A guess: every letter that it changed is to be looked at.
  void doubt_everything() {
    for (const ReadLetter& letter : read_) {
      const std::string was = slice(letter.first, letter.count);
      if (was == reading_.text.substr(letter.offset, letter.length)) continue;
      reading_.doubts.push_back({letter.offset, letter.length, letter.position, was, was, Reason::Little});
    }
  }

  struct ReadLetter {
    std::size_t offset, length, position, first, count;
  };

  Reading reading_;
  std::string source_;
  std::vector<Unit> units_;
  std::vector<std::uint32_t> run_of_;
  std::vector<Font> fonts_;
  std::vector<Segment> segments_;
  bool has_font_ = false;
  bool is_lost_ = false;
  Encoding best_ = Encoding::Unicode;
  double confidence_ = 1.0;
  std::string out_;
  std::vector<std::string> pieces_;
  std::vector<ReadLetter> read_;
  std::size_t position_ = 0;
  std::size_t line_end_ = 0;
  double unicode_ = 0;  // words of the whole text that have been Unicode all along
};

std::string from_1252(std::string_view bytes, bool as_latin1) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text::append_utf8(out, !as_latin1 && byte >= 0x80 && byte < 0xA0 ? shown_as(byte) : static_cast<char32_t>(byte));
  }
  return out;
}

}  // namespace

std::string_view key_of(Encoding encoding) { return name_of(encoding).key; }

std::string_view label_of(Encoding encoding) { return name_of(encoding).label; }

std::optional<Encoding> find_encoding(std::string_view key) {
  for (const Name& name : kNames)
    if (name.key == key) return name.encoding;
  return {};
}

std::string_view words_of(Reason reason) {
  switch (reason) {
    case Reason::NoSyllable:
      return "từ này không phải một tiếng Việt; có thể là tên riêng, chữ viết tắt hoặc gõ sai";
    case Reason::Capital:
      return "chữ hoa hay chữ thường là suy ra từ các chữ bên cạnh";
    case Reason::Lost:
      return "chữ này đã mất trên đường đi, được điền lại theo từ";
    case Reason::EitherWay:
      return "đọc cách nào cũng thành từ";
    case Reason::Little:
      return "đoạn quá ngắn để biết chắc bảng mã";
  }
  return {};
}

Reading read_runs(std::span<const Run> runs) {
  Reading reading = Reader(runs).take();
  // Twice through the wrong door: what comes out is UTF-8 read as Latin-1 once more.
  if (reading.encoding != Encoding::Utf8AsLatin1) return reading;
  std::vector<Run> again;
  for (const std::string& piece : reading.pieces) again.push_back({piece, {}});
  Reading second = Reader(again).take();
  if (second.encoding == Encoding::Unicode || second.encoding == Encoding::Decomposed || !second.is_sure()) return reading;
  second.original = std::move(reading.original);
  second.encoding = Encoding::Utf8AsLatin1;
  return second;
}

Reading read(std::string_view text) {
  if (!is_utf8(text)) return read_bytes(text);
  const std::array<Run, 1> one{{{text, {}}}};
  return read_runs(one);
}

Reading read_bytes(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const std::string_view text = bytes.starts_with(kByteOrderMark) ? bytes.substr(kByteOrderMark.size()) : bytes;
  if (is_utf8(text)) {
    const std::array<Run, 1> one{{{text, {}}}};
    Reading reading = read_runs(one);
    reading.original = bytes;
    return reading;
  }
  const std::string seen = from_1252(text, true);
  const std::array<Run, 1> one{{{seen, {}}}};
  Reading reading = read_runs(one);
  if (reading.encoding == Encoding::Unicode || reading.encoding == Encoding::Decomposed) {
    // Not UTF-8, and nothing Vietnamese: shown as a Western program would, every such letter to be looked at.
    Reading western;
    western.encoding = Encoding::Windows1252;
    western.confidence = 0.5;
    std::size_t position = 0;
    for (const char c : text) {
      const std::string letter = from_1252(std::string_view(&c, 1), false);
      ++position;
      if (letter.size() > 1)
        western.doubts.push_back({western.text.size(), letter.size(), position, from_1252(std::string_view(&c, 1), true), {}, Reason::Little});
      western.text += letter;
    }
    western.pieces = {western.text};
    reading = std::move(western);
  }
  reading.original = bytes;
  return reading;
}

}  // namespace portal::encoding
