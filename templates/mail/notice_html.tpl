{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{SUBJECT}}</title></head>
<body>
<p>Kính gửi: <b>{{NAME}}</b></p>
<p><b>{{KIND}}</b></p>
{{#HAS_ITEM}}<h1>{{TITLE}}</h1>
<p>Mã tin, bài: {{CODE}}</p>
{{/HAS_ITEM}}<p>{{TEXT}}</p>
<p><a href="{{URL}}">Mở trong phần quản trị</a></p>
<hr>
<p>Thông báo lúc {{WHEN}}. Thư do Trang thông tin điện tử của {{AGENCY}} tự động gửi.<br>Cách nhận thông báo qua thư: <a href="{{PREFERENCES_URL}}">Tài khoản của tôi</a>.</p>
</body>
</html>
