{{%AUTOESCAPE context="HTML"}}{{AGENCY}}
  Ban Biên tập Trang thông tin điện tử
{{#REFUSED}}THÔNG BÁO VỀ VIỆC TỪ CHỐI ĐĂNG TIN, BÀI{{/REFUSED}}{{#RETURNED}}THÔNG BÁO VỀ VIỆC TRẢ LẠI TIN, BÀI{{/RETURNED}}
{{MADE_AT}} · Mã tin, bài: {{CODE}}
Kính gửi: {{TO}}{{#HAS_TO_TITLE}}, {{TO_TITLE}}{{/HAS_TO_TITLE}}{{#HAS_TO_UNIT}}, {{TO_UNIT}}{{/HAS_TO_UNIT}}.
Ban Biên tập đã xem xét tin, bài {{CODE}}{{#HAS_TITLE}} “{{ITEM_TITLE}}”{{/HAS_TITLE}} và {{#REFUSED}}không đăng tin, bài này trên Trang thông tin điện tử{{/REFUSED}}{{#RETURNED}}trả lại để chỉnh sửa{{/RETURNED}}, theo căn cứ sau:
{{CLAUSE}}: {{GROUND}}.
{{#HAS_REASON}}Lý do:
{{#LINE}}  {{WORDS}}
{{/LINE}}{{/HAS_REASON}}{{#IS_HIDDEN}}Nội dung của tin, bài và lý do đã được ẩn theo quy định về bảo vệ bí mật nhà nước.
{{/IS_HIDDEN}}{{#RETURNED}}Đề nghị chỉnh sửa theo nội dung nêu trên rồi gửi lại chính tin, bài này; lịch sử của tin, bài vẫn được giữ (Điều 4 khoản 2 Quy chế).
{{/RETURNED}}{{SIGNED}}
  {{AUTHORITY}}
{{#HAS_URL}}Mở thông báo này trong phần quản trị: {{URL}}
{{/HAS_URL}}----
  Ông, bà có ý kiến xin trả lời thư này; thư trả lời tới Ban Biên tập.
