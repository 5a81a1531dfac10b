// D4.1a: text in another encoding is known and given in Unicode; everything else stays as it is.
#include "shared/encoding/encoding.h"

#include <array>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "shared/encoding/syllable.h"
#include "shared/encoding/tables.h"
#include "shared/text/decode.h"
#include "shared/text/unicode.h"

using namespace portal::encoding;

namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = portal::text::decode_at(text, at);
    out += decoded.code;
    at += decoded.length;
  }
  return out;
}

// Old bytes as a program shows them that takes them for Windows-1252.
std::string as_seen(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) portal::text::append_utf8(out, shown_as(static_cast<unsigned char>(c)));
  return out;
}

std::string latin1(std::string_view utf8) { return as_seen(utf8); }

constexpr std::array kEncodings{Encoding::Tcvn3, Encoding::VniWindows, Encoding::Vps, Encoding::Viscii, Encoding::Windows1258, Encoding::Viqr};

constexpr const char* kProse =
    "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc. Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22 tháng 6 năm 2015; xét đề nghị "
    "của "
    "Giám đốc Sở Tư pháp, hòa giải ở cơ sở, nuôi con nuôi, khuyến khích người dưới quyền, nghiêng ngả, quyết định thuế, rưỡi, thuở, kỹ lưỡng, mẫu giấy tờ";

bool is_doubted(const Reading& reading, std::string_view letter, Reason reason) {
  for (const Doubt& doubt : reading.doubts)
    if (reading.text.substr(doubt.offset, doubt.length) == letter && doubt.reason == reason) return true;
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(encoding)

BOOST_AUTO_TEST_CASE(D4_1a_a_sentence_in_each_encoding_is_known_and_read) {
  const struct {
    Encoding encoding;
    const char* seen;
    const char* text;
  } cases[] = {
      {Encoding::Tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {Encoding::Tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"},
      {Encoding::Tcvn3, "Së T\u00AD ph¸p h\u00ADíng dÉn ng\u00ADêi d©n", "Sở Tư pháp hướng dẫn người dân"},
      {Encoding::VniWindows, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {Encoding::VniWindows, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"},
      {Encoding::VniWindows, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
      {Encoding::Vps, "C¶ng hòa xã h¶i chû nghïa ViŒt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {Encoding::Viscii, "Cµng hòa xã hµi chü nghîa Vi®t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {Encoding::Viscii, "Ðµc l§p - Tñ do - HÕnh phúc", "Độc lập - Tự do - Hạnh phúc"},
      {Encoding::Windows1258, "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {Encoding::Viqr, "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {Encoding::Viqr, "DDo^.c la^.p - Tu+. do - Ha.nh phu'c", "Độc lập - Tự do - Hạnh phúc"},
  };

  for (const auto& c : cases) {
    const Reading reading = read(c.seen);
    BOOST_TEST(key_of(reading.encoding) == key_of(c.encoding), c.seen);
    BOOST_TEST(reading.is_sure(), c.seen);
    BOOST_TEST(reading.text == c.text, c.seen << " -> " << reading.text);
    BOOST_TEST(reading.doubts.size() == 0U, c.seen);
    BOOST_TEST(reading.original == c.seen);
  }
}

BOOST_AUTO_TEST_CASE(D4_1a_utf8_taken_for_latin1_is_read_once_and_twice) {
  const std::string text = "Sở Tư pháp tổ chức hội nghị: “phổ biến” Luật Đất đai";
  const Reading once = read(latin1(text));
  BOOST_TEST(key_of(once.encoding) == "utf8-latin1");
  BOOST_TEST(once.text == text);
  BOOST_TEST(read(latin1(latin1(text))).text == text);
  // What a clean-up left of it: the five bytes that Windows-1252 does not know are gone, the no-break space is a space.
  const Reading lost = read("lÃ  má»™t cÆ¡ quan Ä‘á» nghá»‹ giáº£i quyáº¿t");
  BOOST_TEST(lost.text == "là một cơ quan đề nghị giải quyết");
  BOOST_TEST(is_doubted(lost, "à", Reason::Lost));
  BOOST_TEST(is_doubted(lost, "ề", Reason::Lost));
}

BOOST_AUTO_TEST_CASE(D4_1a_decomposed_letters_are_composed_and_nothing_else_is_done) {
  const Reading reading = read("Hô\u0323i nghi\u0323 to\u0302\u0309ng kê\u0301t");
  BOOST_TEST(key_of(reading.encoding) == "decomposed");
  BOOST_TEST(reading.text == "Hội nghị tổng kết");
  BOOST_TEST(reading.doubts.empty());
  BOOST_TEST(!reading.is_legacy());
}

BOOST_AUTO_TEST_CASE(D4_1a_french_english_and_correct_vietnamese_stay_byte_for_byte) {
  for (const char* text :
       {"", " ", "The Department of Justice (Sở Tư pháp) of the province",
        "Don't worry: it's o.k. (we're here), isn't it? I'm sure he'd say no. So what? Go to. Be.",
        "Le Ministère de la Justice a été créé à Paris; où sont les élèves très âgés? Né en 1945, il aimait le thé et le café, à côté d'un hôtel.",
        "Garçon, naïve, Noël, Citroën, François, hélas, dès, là, pâté, frère, fête, forêt, île, août, cœur, œuvre",
        "Größe, Zürich, Köln, Müller, über, für, schön, Straße", "São Paulo, José, Ángel, niño, coração, informação, años",
        "Sở Tư pháp tỉnh Minh Giang tổ chức hội nghị; hoà giải, hòa giải, khoẻ, thuỷ, quý, uý, Đắk Lắk, Kon Tum, Krông Nô, Plei Ku",
        "có là và thì mà bé cá hà hè xé tô bò xã ý", "Diện tích 250 m², 35 °C, 30ºC, 25ºC, §2, «trích», “Nam”, ‘ba’ – 50 % … © 2026 ® ™",
        "x^2 + y^2, a(b), f(a)+g(u), C++, u+v, o+e, ~/.bashrc, `code`", "http://sotuphap.dongnai.gov.vn/tin-tuc.html?a=1&o+b",
        "Đoàn công tác thăm Zürich, Köln và trao đổi với ông François Müller về thi hành án dân sự",
        "Khong dau: Cong hoa xa hoi chu nghia Viet Nam. Doc lap. Tu do. Hanh phuc."}) {
    const Reading reading = read(text);
    BOOST_TEST(key_of(reading.encoding) == "unicode", text << " -> " << reading.text);
    BOOST_TEST(reading.text == text);
    BOOST_TEST(reading.doubts.empty(), text);
    BOOST_TEST(reading.confidence == 1.0);
  }
}

BOOST_AUTO_TEST_CASE(D4_1a_what_was_read_is_read_again_as_itself) {
  for (const Encoding encoding : kEncodings) {
    const Reading once = read(as_seen(encode(encoding, code_points(kProse))));
    BOOST_TEST(key_of(once.encoding) == key_of(encoding));
    BOOST_TEST(once.text == kProse, key_of(encoding) << ": " << once.text);
    const Reading twice = read(once.text);
    BOOST_TEST(key_of(twice.encoding) == "unicode");
    BOOST_TEST(twice.text == once.text);
  }
}

BOOST_AUTO_TEST_CASE(D4_1a_every_letter_of_vietnamese_is_written_and_read_back) {
  constexpr std::u32string_view kVowels = U"aăâeêioôơuưy";
  for (const Encoding encoding : kEncodings)
    for (const char32_t base : kVowels)
      for (int tone = 0; tone < 6; ++tone)
        for (const bool is_upper : {false, true}) {
          const char32_t letter = join_letter(base, static_cast<Tone>(tone), is_upper);
          if (encoding == Encoding::Viscii && letter == U'Õ') continue;  // the no-break space of every other text: below
          const auto units = units_of(as_seen(encode(encoding, std::u32string(1, letter))));
          const Letter back = letter_at(encoding, units, 0);
          const char32_t wanted = lacks_capital(encoding, to_lower(letter)) ? to_lower(letter) : letter;
          std::string shown;
          portal::text::append_utf8(shown, letter);
          BOOST_TEST(static_cast<std::uint32_t>(back.code) == static_cast<std::uint32_t>(wanted), key_of(encoding) << " " << shown);
          BOOST_TEST(std::size_t{back.units} == units.size(), key_of(encoding) << " " << shown);
        }
  BOOST_TEST(read(as_seen(encode(Encoding::Viscii, U"CÕI ĐỜI CHẬT HẸP"))).text == "CÕI ĐỜI CHẬT HẸP");
}

BOOST_AUTO_TEST_CASE(D4_1a_tcvn3_capitals_come_from_the_font_or_from_their_neighbours) {
  const Run runs[] = {{"céng hßa", ".VnTimeH"}, {" x· héi\n", ".VnTime"}, {"ñ", ".VnTimeH"}, {"y ban nh©n d©n", ".VnTime"}};
  const Reading by_font = read_runs(runs);
  BOOST_TEST(by_font.text == "CỘNG HÒA xã hội\nỦy ban nhân dân");
  BOOST_TEST(by_font.doubts.empty());
  BOOST_REQUIRE(by_font.pieces.size() == 4U);
  BOOST_TEST(by_font.pieces[0] == "CỘNG HÒA");
  BOOST_TEST(by_font.pieces[2] == "Ủ");

  const Reading by_neighbours = read("S¾C LÖNH CñA CHñ TÞCH CHÝNH PHñ Sè 1 NGµY 30 TH¸NG 8");
  BOOST_TEST(by_neighbours.text == "SẮC LỆNH CỦA CHỦ TỊCH CHÍNH PHỦ SỐ 1 NGÀY 30 THÁNG 8");
  BOOST_TEST(is_doubted(by_neighbours, "Ắ", Reason::Capital));
  BOOST_TEST(by_neighbours.doubts.front().could_be == "ắ");
  BOOST_TEST(by_neighbours.doubts.front().was == "¾");
  BOOST_TEST(by_neighbours.doubts.front().position == 2U);

  const Reading begins = read("ñy ban nh©n d©n x· quyÕt ®Þnh: QuyÕt ®Þnh sè 5/Q§-UBND");
  BOOST_TEST(begins.text == "ủy ban nhân dân xã quyết định: Quyết định số 5/QĐ-UBND");
  BOOST_REQUIRE(begins.doubts.size() == 1U);
  BOOST_TEST(begins.doubts.front().could_be == "Ủ");
}

BOOST_AUTO_TEST_CASE(D4_1a_a_lost_soft_hyphen_is_put_back_and_said) {
  const Reading reading = read("Bé tr\u00EBng Bé Néi vô ®\u00EEc l¹i trong c¸c phè, nh÷ng ngêi cã giÊy phÐp, nh sau");
  BOOST_TEST(reading.text == "Bộ trưởng Bộ Nội vụ được lại trong các phố, những người có giấy phép, như sau");
  for (const Doubt& doubt : reading.doubts) {
    BOOST_TEST(reading.text.substr(doubt.offset, doubt.length) == "ư");
    BOOST_TEST((doubt.reason == Reason::Lost));
    BOOST_TEST(doubt.was.empty());
  }
  BOOST_TEST(reading.doubts.size() == 4U);
  // Where the text has its ư, a word without one is a misprint and not mended.
  BOOST_TEST(read("Bé tr\u00ADëng c¸c bé ngêi nµo nh÷ng").text == "Bộ trưởng các bộ ngời nào những");
}

BOOST_AUTO_TEST_CASE(D4_1a_a_text_of_two_kinds_is_read_line_by_line_and_word_by_word) {
  const Reading lines = read("Sở Tư pháp hướng dẫn như sau:\nC«ng t¸c phæ biÕn gi¸o dôc ph¸p luËt\nCoâng taùc phoå bieán, giaùo duïc phaùp luaät\nHết.");
  BOOST_TEST(lines.text == "Sở Tư pháp hướng dẫn như sau:\nCông tác phổ biến giáo dục pháp luật\nCông tác phổ biến, giáo dục pháp luật\nHết.");
  BOOST_TEST(lines.is_legacy());
  const Reading words = read("Thông báo của Phòng: c«ng t¸c ph¸p luËt n¨m 2026, đề nghị thực hiện");
  BOOST_TEST(words.text == "Thông báo của Phòng: công tác pháp luật năm 2026, đề nghị thực hiện");
}

BOOST_AUTO_TEST_CASE(D4_1a_a_short_text_is_only_a_guess_and_all_of_it_doubtful) {
  for (const char* seen : {"LuËt", "Th«ng", "ph¸p"}) {
    const Reading reading = read(seen);
    BOOST_TEST(key_of(reading.encoding) == "tcvn3", seen);
    BOOST_TEST(!reading.is_sure(), seen);
    BOOST_TEST(!reading.is_legacy(), seen);
    BOOST_TEST(reading.doubts.size() == 1U, seen);
    BOOST_TEST((reading.doubts.front().reason == Reason::Little));
  }
  BOOST_TEST(read("Th«ng b¸o").is_legacy());
  const Run named[] = {{"LuËt", ".VnTime"}};
  BOOST_TEST(read_runs(named).is_legacy());
}

BOOST_AUTO_TEST_CASE(D4_1a_a_word_that_is_no_syllable_is_read_and_doubted) {
  const Reading reading = read("Thµnh phè Plªyku, tØnh Gia Lai tæ chøc héi nghÞ phæ biÕn");
  BOOST_TEST(reading.text == "Thành phố Plêyku, tỉnh Gia Lai tổ chức hội nghị phổ biến");
  BOOST_REQUIRE(reading.doubts.size() == 1U);
  BOOST_TEST(reading.doubts.front().was == "ª");
  BOOST_TEST((reading.doubts.front().reason == Reason::NoSyllable));
}

BOOST_AUTO_TEST_CASE(D4_1a_a_full_stop_in_viqr_is_no_tone) {
  const Reading reading = read("Ddo^ng la` mu`a la.nh ta. Mu`a he` no'ng, ma` ta khie^'p so+.");
  BOOST_TEST(reading.text == "Đông là mùa lạnh ta. Mùa hè nóng, mà ta khiếp sơ.");
  BOOST_TEST(is_doubted(reading, "a", Reason::EitherWay));
  BOOST_TEST(is_doubted(reading, "ơ", Reason::EitherWay));
  BOOST_TEST(read("Bo^. Tu+ pha'p, So+? Tu+ pha'p, chu? ti.ch xa~").text == "Bộ Tư pháp, Sở Tư pháp, chủ tịch xã");
}

BOOST_AUTO_TEST_CASE(D9_1_names_of_files_and_subjects_come_as_bytes) {
  BOOST_TEST(read_bytes("B\xB8o c\xB8o c\xABng t\xB8"
                        "c.doc")
                 .text == "Báo cáo công tác.doc");
  BOOST_TEST(read_bytes(encode(Encoding::Viscii, U"Báo cáo kết quả thực hiện nhiệm vụ.doc")).text == "Báo cáo kết quả thực hiện nhiệm vụ.doc");
  BOOST_TEST(read_bytes(encode(Encoding::Windows1258, U"Báo cáo kết quả thực hiện.doc")).text == "Báo cáo kết quả thực hiện.doc");
  BOOST_TEST(read_bytes("\xEF\xBB\xBF"
                        "Báo cáo")
                 .text == "Báo cáo");
  BOOST_TEST(read_bytes("Báo cáo").text == "Báo cáo");
  const Reading western = read_bytes(
      "R\xE9sum\xE9 de l'ann\xE9"
      "e.pdf");
  BOOST_TEST(key_of(western.encoding) == "windows-1252");
  BOOST_TEST(western.text == "Résumé de l'année.pdf");
  BOOST_TEST(!western.is_sure());
  BOOST_TEST(western.doubts.size() == 3U);
  BOOST_TEST(western.original ==
             "R\xE9sum\xE9 de l'ann\xE9"
             "e.pdf");
}

BOOST_AUTO_TEST_CASE(vietnamese_words_are_known_by_their_syllables) {
  for (const char32_t* word : {U"nghiêng", U"Hoà", U"hòa", U"UỶ", U"quốc", U"quyền", U"giếng", U"gì", U"khuỷu", U"thuở", U"ý", U"ươn", U"yêu", U"rưỡi",
                               U"xoong", U"ĐƯỢC", U"kỹ", U"huých"})
    BOOST_TEST(is_syllable(word));
  for (const char32_t* word : {U"trởng", U"đợc", U"cac", U"các̉", U"Sociộtộ", U"kông", U"ngiêng", U"hòá", U"bzô", U"thuat", U"ngừời", U"", U"nghiêngg"})
    BOOST_TEST(!is_syllable(word));
}

BOOST_AUTO_TEST_SUITE_END()
