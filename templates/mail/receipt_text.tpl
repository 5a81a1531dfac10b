{{%AUTOESCAPE context="HTML"}}{{AGENCY}}
  Ban Biên tập Trang thông tin điện tử
ĐÃ NHẬN TIN, BÀI CỦA ÔNG, BÀ
Kính gửi: {{TO}}.
Ban Biên tập đã nhận tin, bài{{#HAS_TITLE}} “{{INTAKE_TITLE}}”{{/HAS_TITLE}} lúc {{RECEIVED}}, ghi vào sổ tiếp nhận với mã {{CODE}}{{#HAS_FILES}}, kèm {{FILES}} tệp{{/HAS_FILES}}. Xin ghi mã này khi trao đổi về tin, bài.
{{#HAS_TRACK}}Tra cứu: {{TRACK_URL}}
  Mã tiếp nhận {{TRACK_CODE}}; mã bí mật ở giấy tiếp nhận, không gửi qua thư.
{{/HAS_TRACK}}{{#IS_MISSING}}CẦN BỔ SUNG THÔNG TIN NGƯỜI GỬI
Tin, bài còn thiếu: {{MISSING}} (Điều 9 khoản 1 điểm b Quy chế). Ban Biên tập chỉ xem xét tin, bài khi có đủ thông tin này; thông tin chỉ người xử lý tin, bài xem được.
Bổ sung thông tin: {{LINK_URL}}
  Liên kết này dùng được một lần, đến {{LINK_UNTIL}}. Xin không chuyển thư này cho người khác.
{{/IS_MISSING}}{{#IS_COMPLETE}}Thư ký Ban Biên tập sẽ phân loại và chuyển người biên tập. Tin, bài được đăng hoặc không đăng, ông, bà sẽ được báo.
{{/IS_COMPLETE}}----
  Thư do Trang thông tin điện tử của {{AGENCY}} tự động gửi. Ông, bà có ý kiến xin trả lời thư này; thư trả lời tới Ban Biên tập. Không gửi tin, bài này thì xin bỏ qua thư.
