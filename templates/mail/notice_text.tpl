{{%AUTOESCAPE context="HTML"}}Kính gửi: {{NAME}}
{{KIND}}{{#HAS_ITEM}}: {{TITLE}}
  Mã tin, bài: {{CODE}}{{/HAS_ITEM}}
{{TEXT}}
Mở trong phần quản trị: {{URL}}
----
  Thông báo lúc {{WHEN}}. Thư do Trang thông tin điện tử của {{AGENCY}} tự động gửi.
  Cách nhận thông báo qua thư: {{PREFERENCES_URL}}
