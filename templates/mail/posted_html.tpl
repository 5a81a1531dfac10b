{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{SUBJECT}}</title></head>
<body>
<p>{{AGENCY}}<br>Ban Biên tập Trang thông tin điện tử</p>
<h1>Tin, bài của ông, bà đã được đăng</h1>
<p>Kính gửi: <b>{{TO}}</b>.</p>
<p>Tin, bài ông, bà gửi lúc {{RECEIVED}}, mã <b>{{CODE}}</b>, đã được đăng trên Trang thông tin điện tử lúc {{PUBLISHED}}, với tiêu đề “{{ITEM_TITLE}}”.</p>
<p><a href="{{URL}}">Xem tin, bài trên trang</a></p>
<p>Ban Biên tập trân trọng cảm ơn ông, bà. Thấy chỗ cần đính chính, ông, bà xin trả lời thư này.</p>
<hr>
<p>Thư do Trang thông tin điện tử của {{AGENCY}} tự động gửi; thư trả lời tới Ban Biên tập.</p>
</body>
</html>
