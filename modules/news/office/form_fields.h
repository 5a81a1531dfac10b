// FormFields: the fields of the article form in the order people read them, for comparing and merging by fields.
#pragma once

#include <array>
#include <string_view>

namespace portal::news {

struct FormField {
  enum class Kind { Line, Paragraph, Time, Section, Body };
  std::string_view name;   // in the form
  std::string_view label;
  Kind kind;
};

inline constexpr std::array<FormField, 16> kFormFields{{{"title", "Tiêu đề", FormField::Kind::Line},
                                                        {"section", "Chuyên mục", FormField::Kind::Section},
                                                        {"summary", "Tóm tắt", FormField::Kind::Paragraph},
                                                        {"event_at", "Thời điểm diễn ra", FormField::Kind::Time},
                                                        {"starts_at", "Bắt đầu", FormField::Kind::Time},
                                                        {"ends_at", "Kết thúc", FormField::Kind::Time},
                                                        {"place", "Địa điểm", FormField::Kind::Line},
                                                        {"registration", "Cách đăng ký", FormField::Kind::Line},
                                                        {"source", "Nguồn", FormField::Kind::Line},
                                                        {"author_line", "Dòng tác giả", FormField::Kind::Line},
                                                        {"change_note", "Nội dung đính chính", FormField::Kind::Line},
                                                        {"lead", "Ảnh đại diện, số", FormField::Kind::Line},
                                                        {"lead_alt", "Mô tả ảnh đại diện", FormField::Kind::Line},
                                                        {"lead_caption", "Chú thích ảnh đại diện", FormField::Kind::Line},
                                                        {"attachments", "Tệp đính kèm", FormField::Kind::Paragraph},
                                                        {"body", "Nội dung", FormField::Kind::Body}}};

// The row of a name, or nullptr.
[[nodiscard]] constexpr const FormField* find_form_field(std::string_view name) {
  for (const FormField& field : kFormFields)
    if (field.name == name) return &field;
  return nullptr;
}

}  // namespace portal::news
