// Rules of modules/workers/converter/word_file.h: what of a docx reaches the tools, and in which letters.
#include "modules/workers/converter/word_file.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "docx.h"
#include "shared/files/package.h"

using namespace portal::converter;
using portal::files::Package;

namespace {

constexpr std::uint64_t kMost = 1024 * 1024;

struct Fixture {
  std::string put(const std::map<std::string, std::string>& members) {
    const std::string path = folder.path + "/in.docx";
    pack(path, members);
    return path;
  }

  WordFile open(const std::map<std::string, std::string>& members) {
    auto file = WordFile::open(put(members), losses);
    BOOST_REQUIRE_MESSAGE(file.has_value(), (file ? std::string{} : file.error().message));
    return *std::move(file);
  }

  std::string refusal(const std::map<std::string, std::string>& members) {
    const auto file = WordFile::open(put(members), losses);
    return file ? std::string{} : file.error().message;
  }

  // The text part as the tools get it.
  std::string saved(const WordFile& file, const char* part = "word/document.xml") {
    const std::string path = folder.path + "/out.docx";
    file.save(path);
    const auto package = Package::open(path);
    BOOST_REQUIRE(package.has_value());
    return package->read(part, kMost).value_or("");
  }

  std::string prepared(const std::string& body) {
    WordFile file = open(docx_members(body));
    file.prepare(losses);
    return saved(file);
  }

  TestFolder folder;
  Losses losses;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string font(const std::string& name) { return "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\"/>"; }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(word_file, Fixture)

BOOST_AUTO_TEST_CASE(macros_embedded_files_and_what_is_fetched_from_elsewhere_reach_no_tool) {
  auto members = docx_members(paragraph("Một"));
  members["word/vbaProject.bin"] = "macro";
  members["word/embeddings/oleObject1.bin"] = "object";
  members["word/media/image1.png"] = "picture";
  members["customXml/item1.xml"] = "<a/>";
  members["word/_rels/document.xml.rels"] =
      R"(<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="http://example.invalid/a.dotm" TargetMode="External"/>)"
      R"(<Relationship Id="c" Type="x/vbaProject" Target="vbaProject.bin"/><Relationship Id="d" Type="x/image" Target="media/image1.png"/>)"
      R"(<Relationship Id="b" Type="x/hyperlink" Target="https://example.invalid/" TargetMode="External"/></Relationships>)";
  const WordFile file = open(members);
  const std::string relations = saved(file, "word/_rels/document.xml.rels");
  BOOST_TEST(!has(relations, "attachedTemplate"));
  BOOST_TEST(has(relations, "hyperlink"));
  BOOST_TEST(!has(relations, "vbaProject"), "LibreOffice opens no document that names a part which it has not");
  BOOST_TEST(has(relations, "media/image1.png"));
  const auto package = Package::open(folder.path + "/out.docx");
  for (const char* gone : {"word/vbaProject.bin", "word/embeddings/oleObject1.bin", "customXml/item1.xml"}) BOOST_TEST(!package->has(gone), gone);
  BOOST_TEST(package->has("word/media/image1.png"));
  BOOST_TEST(losses.count(Loss::Macro) == 1);
  BOOST_TEST(losses.count(Loss::OutsideLink) == 1);
}

BOOST_AUTO_TEST_CASE(an_entity_is_never_replaced) {
  auto members = docx_members(paragraph("a&bom;b"));
  members["word/document.xml"] = "<!DOCTYPE x [<!ENTITY bom SYSTEM \"file:///etc/passwd\">]>" + members["word/document.xml"];
  const std::string text = saved(open(members));
  BOOST_TEST(!has(text, "DOCTYPE"));
  BOOST_TEST(has(text, "a&amp;bom;b"));
}

BOOST_AUTO_TEST_CASE(what_is_no_document_is_refused_with_words) {
  auto broken = docx_members("");
  broken["word/document.xml"] = "<w:document><w:body>";
  auto other = docx_members("");
  other["word/document.xml"] = "<a/>";
  std::string deep;
  for (int i = 0; i < 250; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 250; ++i) deep += "</w:sdt>";
  BOOST_TEST(has(refusal(broken), "hỏng"));
  BOOST_TEST(has(refusal(other), "hỏng"));
  BOOST_TEST(has(refusal(docx_members(deep)), "lồng nhau quá sâu"));
  BOOST_TEST(has(refusal({{"a.txt", "a"}}), "hỏng"));
  std::string texts = "<w:p><w:r>";
  for (int i = 0; i < 100'001; ++i) texts += "<w:t>a</w:t>";
  BOOST_TEST(has(refusal(docx_members(texts + "</w:r></w:p>")), "quá dài"));
}

BOOST_AUTO_TEST_CASE(a_damaged_document_is_refused_or_read_and_nothing_else) {
  auto members = docx_members(paragraph("S¾c lÖnh", "<w:jc w:val=\"center\"/>", font(".VnTimeH") + "<w:b/>") + paragraph("Ẩn", {}, "<w:vanish/>") +
                              "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:pict><v:textbox><w:txbxContent>" +
                              paragraph("Hộp", "<w:ind w:left=\"720\"/>") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p><w:tbl><w:tr><w:tc>" + paragraph("ô") + "</w:tc></w:tr></w:tbl>");
  members["word/styles.xml"] = "<w:styles><w:style w:styleId=\"A\"><w:basedOn w:val=\"A\"/></w:style></w:styles>";
  members["word/numbering.xml"] = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1%2%9\"/></w:lvl></w:abstractNum>"
                                  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
  std::size_t read = 0;
  std::size_t refused = 0;
  unsigned random = 1;
  for (const char* part : {"word/document.xml", "word/styles.xml", "word/numbering.xml"})
    for (int round = 0; round < 300; ++round) {
      auto damaged = members;
      std::string& bytes = damaged[part];
      for (int i = 0; i < 3; ++i) {
        random = random * 1103515245U + 12345U;
        bytes[(random >> 8) % bytes.size()] = static_cast<char>(random >> 24);
      }
      auto file = WordFile::open(put(damaged), losses);
      if (!file) {
        ++refused;
        continue;
      }
      (void)file->read_letters();
      (void)file->title();
      file->prepare(losses);
      BOOST_TEST(!saved(*file).empty());
      ++read;
    }
  BOOST_TEST(read > 0U);
  BOOST_TEST(refused > 0U);
}

BOOST_AUTO_TEST_CASE(letters_are_read_by_the_font_of_the_run_and_capitals_by_its_name) {
  WordFile file = open(docx_members(paragraph("S¾c lÖnh cña Chñ tÞch", {}, font(".VnTimeH")) + paragraph("Bé tr<w:softHyphen/>ëng", {}, font(".VnTime")) +
                                    "<w:p><w:r><w:rPr>" + font(".VnTime") + "</w:rPr><w:t>ng</w:t><w:softHyphen/><w:t>êi d©n</w:t></w:r></w:p>"));
  const Letters letters = file.read_letters();
  BOOST_TEST((letters.encoding == portal::encoding::Encoding::Tcvn3));
  const std::string text = saved(file);
  BOOST_TEST(has(text, "SẮC LỆNH CỦA CHỦ TỊCH"), text);
  BOOST_TEST(has(text, ">ư</w:t>"), text);
  BOOST_TEST(has(text, "ời dân"), text);
  BOOST_TEST(!has(text, "softHyphen/><w:t>"), text);
}

BOOST_AUTO_TEST_CASE(a_word_without_an_end_does_not_make_the_list_of_doubts_endless) {
  std::string word;
  for (int i = 0; i < 5000; ++i) word += "ª";
  WordFile file = open(docx_members(paragraph("Céng hoµ x· héi chñ nghÜa") + paragraph(word, {}, font(".VnTime"))));
  const Letters letters = file.read_letters();
  BOOST_TEST(letters.doubtful >= 5000U);
  BOOST_REQUIRE(letters.doubts.size() == kMostDoubts);
  for (const DoubtfulLetter& doubt : letters.doubts) BOOST_REQUIRE(doubt.word.size() < 150);
}

BOOST_AUTO_TEST_CASE(a_font_comes_from_the_style_that_the_style_is_based_on) {
  auto members = docx_members(paragraph("V× t×nh thÕ nghiªm träng", "<w:pStyle w:val=\"Con\"/>"));
  members["word/styles.xml"] = "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"Cha\"><w:rPr>" + font(".VnTime") +
                               "</w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Con\"><w:basedOn w:val=\"Cha\"/></w:style></w:styles>";
  WordFile file = open(members);
  BOOST_TEST((file.read_letters().encoding == portal::encoding::Encoding::Tcvn3));
  BOOST_TEST(has(saved(file), "Vì tình thế nghiêm trọng"));
}

BOOST_AUTO_TEST_CASE(unicode_stays_byte_for_byte) {
  WordFile file = open(docx_members(paragraph("Cộng hòa xã hội chủ nghĩa, Zürich") + paragraph(" ")));
  const std::string before = saved(file);
  const Letters letters = file.read_letters();
  BOOST_TEST((letters.encoding == portal::encoding::Encoding::Unicode));
  BOOST_TEST(letters.doubts.empty());
  BOOST_TEST(saved(file) == before);
  BOOST_TEST(has(before, "> </w:t>"), "white space between words is text");
}

BOOST_AUTO_TEST_CASE(hidden_text_does_not_become_public) {
  const std::string text = prepared(paragraph("Ẩn", {}, "<w:vanish/>") + paragraph("Hiện", {}, "<w:vanish w:val=\"0\"/>"));
  BOOST_TEST(!has(text, "Ẩn"));
  BOOST_TEST(has(text, "Hiện"));
  BOOST_TEST(losses.count(Loss::HiddenText) == 1);
}

BOOST_AUTO_TEST_CASE(the_words_of_a_text_box_stand_behind_its_paragraph_once) {
  const std::string box = "<w:txbxContent>" + paragraph("Hộp") + "</w:txbxContent>";
  const std::string text = prepared("<w:p><w:r><w:t>Trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box +
                                    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>" +
                                    paragraph("Sau"));
  BOOST_TEST(losses.count(Loss::TextBox) == 1);
  const std::size_t box_at = text.find("<w:p><w:pPr/><w:r><w:rPr/><w:t xml:space=\"preserve\">Hộp", text.find("</mc:AlternateContent>"));
  BOOST_REQUIRE(box_at != std::string::npos);
  BOOST_TEST(box_at < text.find("Sau"));
  BOOST_TEST(losses.count(Loss::Drawing) == 0);
}

BOOST_AUTO_TEST_CASE(what_has_no_place_in_an_article_is_counted) {
  prepared(paragraph("Đỏ", "<w:jc w:val=\"center\"/>", "<w:color w:val=\"FF0000\"/>") + paragraph("Đen", {}, "<w:color w:val=\"auto\"/>") +
           "<w:p><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:r><w:commentReference/></w:r><w:r><w:object/></w:r></w:p>");
  const std::vector<std::string> want{"Đã bỏ 1 lời bình bên lề.", "Bản có theo dõi sửa đổi: 1 chỗ thêm, xóa đã được nhận như bản cuối.",
                                      "Đã bỏ 1 tệp nhúng bên trong (bảng tính, tệp khác).", "Màu chữ, tô nền không giữ (1 đoạn chữ).", "Căn giữa, căn phải không giữ (1 đoạn)."};
  BOOST_TEST(losses.sentences() == want, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_title_is_the_first_line_that_looks_like_one) {
  const std::string centred = "<w:jc w:val=\"center\"/>";
  const std::string bold = "<w:b/>";
  auto styled = docx_members(paragraph("Lời đầu") + paragraph("Hội nghị", "<w:pStyle w:val=\"H\"/>"));
  styled["word/styles.xml"] = "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style></w:styles>";
  const struct {
    const char* label;
    std::map<std::string, std::string> members;
    std::string want;
  } cases[] = {
      {"styled", styled, "Hội nghị"},
      {"a decision: its kind and what it is about",
       docx_members(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", centred, bold) + paragraph("Độc lập - Tự do - Hạnh phúc", centred, bold) + paragraph("Số: 12") +
                    paragraph("QUYẾT ĐỊNH", centred, bold) + paragraph("Về việc khen thưởng", centred, bold) + paragraph("GIÁM ĐỐC", centred)),
       "QUYẾT ĐỊNH Về việc khen thưởng"},
      {"centred alone is none", docx_members(paragraph("***", centred, bold) + paragraph("Kính gửi: Sở Tư pháp", centred, bold) + paragraph("Giữa", centred) + paragraph("Đậm", {}, bold)), ""}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.label) BOOST_TEST(open(c.members).title() == c.want);
}

BOOST_AUTO_TEST_SUITE_END()
