{{%AUTOESCAPE context="HTML"}}Kính gửi: {{NAME}}
{{SUBJECT}}
{{#NOTICE}}{{KIND}}{{#HAS_ITEM}}: {{TITLE}} ({{CODE}}){{/HAS_ITEM}}
  {{TEXT}}
  {{WHEN}}{{#HAS_ITEM}} · {{URL}}{{/HAS_ITEM}}
{{/NOTICE}}{{#HAS_MORE}}Còn những thông báo cũ hơn chưa đọc.
{{/HAS_MORE}}Trang Thông báo trong phần quản trị: {{NOTICES_URL}}
----
  Thư tổng hợp mỗi ngày làm việc một lần, do Trang thông tin điện tử của {{AGENCY}} tự động gửi.
  Cách nhận thông báo qua thư: {{PREFERENCES_URL}}
