// A docx of a test: its parts written down, packed into a folder that is gone with the test.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include <zip.h>

namespace portal::converter {

struct TestFolder {
  TestFolder() : path((std::filesystem::temp_directory_path() / "portal-docx-XXXXXX").string()) {
    if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder");
  }
  ~TestFolder() { std::filesystem::remove_all(path); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::string path;
};

// A zip file of these members.
inline void pack(const std::string& path, const std::map<std::string, std::string>& members) {
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) throw std::runtime_error("no package");
  for (const auto& [name, bytes] : members) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error("no member");
  }
  if (zip_close(archive) != 0) throw std::runtime_error("no package");
}

// The members of a docx whose body is `body`; more, or other ones, may be put in.
inline std::map<std::string, std::string> docx_members(const std::string& body) {
  const std::string space =
      R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" )"
      R"(xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml")";
  return {{"[Content_Types].xml",
           R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>)"
           R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
          {"_rels/.rels",
           R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" )"
           R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
          {"word/document.xml", "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"}};
}

inline std::string paragraph(const std::string& text, const std::string& look = {}, const std::string& run = {}) {
  return "<w:p><w:pPr>" + look + "</w:pPr><w:r><w:rPr>" + run + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

}  // namespace portal::converter
