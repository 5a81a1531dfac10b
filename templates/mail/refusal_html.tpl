{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{SUBJECT}}</title></head>
<body>
<p>{{AGENCY}}<br>Ban Biên tập Trang thông tin điện tử</p>
<h1>Thông báo về việc không tiếp nhận tin, bài</h1>
<p>Kính gửi: <b>{{TO}}</b>.</p>
<p>Ban Biên tập đã nhận tin, bài mã {{CODE}}{{#HAS_TITLE}} “{{INTAKE_TITLE}}”{{/HAS_TITLE}} lúc {{RECEIVED}} và không tiếp nhận{{#HAS_GROUND}}, theo căn cứ sau:{{/HAS_GROUND}}{{#NO_GROUND}}.{{/NO_GROUND}}</p>
{{#HAS_GROUND}}<p><b>{{CLAUSE}}</b>: {{GROUND}}.</p>
{{/HAS_GROUND}}{{#HAS_REASON}}<h2>Lý do</h2>
{{#LINE}}<p>{{WORDS}}</p>
{{/LINE}}{{/HAS_REASON}}<p>Ông, bà chỉnh sửa theo nội dung nêu trên rồi gửi lại (Điều 4 khoản 2 Quy chế).</p>
<hr>
<p>Ông, bà có ý kiến xin trả lời thư này; thư trả lời tới Ban Biên tập.</p>
</body>
</html>
