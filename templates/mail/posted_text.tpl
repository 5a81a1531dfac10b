{{%AUTOESCAPE context="HTML"}}{{AGENCY}}
  Ban Biên tập Trang thông tin điện tử
TIN, BÀI CỦA ÔNG, BÀ ĐÃ ĐƯỢC ĐĂNG
Kính gửi: {{TO}}.
Tin, bài ông, bà gửi lúc {{RECEIVED}}, mã {{CODE}}, đã được đăng trên Trang thông tin điện tử lúc {{PUBLISHED}}, với tiêu đề “{{ITEM_TITLE}}”.
Xem tin, bài trên trang: {{URL}}
Ban Biên tập trân trọng cảm ơn ông, bà. Thấy chỗ cần đính chính, ông, bà xin trả lời thư này.
----
  Thư do Trang thông tin điện tử của {{AGENCY}} tự động gửi; thư trả lời tới Ban Biên tập.
