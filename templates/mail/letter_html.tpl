{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{SUBJECT}}</title></head>
<body>
<p>{{AGENCY}}<br>Ban Biên tập Trang thông tin điện tử</p>
<h1>{{#REFUSED}}Thông báo về việc từ chối đăng tin, bài{{/REFUSED}}{{#RETURNED}}Thông báo về việc trả lại tin, bài{{/RETURNED}}</h1>
<p>{{MADE_AT}} · Mã tin, bài: {{CODE}}</p>
<p>Kính gửi: <b>{{TO}}</b>{{#HAS_TO_TITLE}}, {{TO_TITLE}}{{/HAS_TO_TITLE}}{{#HAS_TO_UNIT}}, {{TO_UNIT}}{{/HAS_TO_UNIT}}.</p>
<p>Ban Biên tập đã xem xét tin, bài {{CODE}}{{#HAS_TITLE}} “{{ITEM_TITLE}}”{{/HAS_TITLE}} và {{#REFUSED}}không đăng tin, bài này trên Trang thông tin điện tử{{/REFUSED}}{{#RETURNED}}trả lại để chỉnh sửa{{/RETURNED}}, theo căn cứ sau:</p>
<p><b>{{CLAUSE}}</b>: {{GROUND}}.</p>
{{#HAS_REASON}}<h2>Lý do</h2>
{{#LINE}}<p>{{WORDS}}</p>
{{/LINE}}{{/HAS_REASON}}{{#IS_HIDDEN}}<p>Nội dung của tin, bài và lý do đã được ẩn theo quy định về bảo vệ bí mật nhà nước.</p>
{{/IS_HIDDEN}}{{#RETURNED}}<p>Đề nghị chỉnh sửa theo nội dung nêu trên rồi gửi lại chính tin, bài này; lịch sử của tin, bài vẫn được giữ (Điều 4 khoản 2 Quy chế).</p>
{{/RETURNED}}<p><b>{{SIGNED}}</b><br>{{AUTHORITY}}</p>
{{#HAS_URL}}<p><a href="{{URL}}">Mở thông báo này trong phần quản trị</a></p>
{{/HAS_URL}}<hr>
<p>Ông, bà có ý kiến xin trả lời thư này; thư trả lời tới Ban Biên tập.</p>
</body>
</html>
