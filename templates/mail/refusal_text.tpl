{{%AUTOESCAPE context="HTML"}}{{AGENCY}}
  Ban Biên tập Trang thông tin điện tử
THÔNG BÁO VỀ VIỆC KHÔNG TIẾP NHẬN TIN, BÀI
Kính gửi: {{TO}}.
Ban Biên tập đã nhận tin, bài mã {{CODE}}{{#HAS_TITLE}} “{{INTAKE_TITLE}}”{{/HAS_TITLE}} lúc {{RECEIVED}} và không tiếp nhận{{#HAS_GROUND}}, theo căn cứ sau:{{/HAS_GROUND}}{{#NO_GROUND}}.{{/NO_GROUND}}
{{#HAS_GROUND}}{{CLAUSE}}: {{GROUND}}.
{{/HAS_GROUND}}{{#HAS_REASON}}Lý do:
{{#LINE}}  {{WORDS}}
{{/LINE}}{{/HAS_REASON}}Ông, bà chỉnh sửa theo nội dung nêu trên rồi gửi lại (Điều 4 khoản 2 Quy chế).
----
  Ông, bà có ý kiến xin trả lời thư này; thư trả lời tới Ban Biên tập.
