{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{SUBJECT}}</title></head>
<body>
<p>Kính gửi: <b>{{NAME}}</b></p>
<h1>{{SUBJECT}}</h1>
<ul>
{{#NOTICE}}<li><p><b>{{KIND}}</b>{{#HAS_ITEM}}: <a href="{{URL}}">{{TITLE}}</a> ({{CODE}}){{/HAS_ITEM}}<br>{{TEXT}}<br>{{WHEN}}</p></li>
{{/NOTICE}}</ul>
{{#HAS_MORE}}<p>Còn những thông báo cũ hơn chưa đọc.</p>
{{/HAS_MORE}}<p><a href="{{NOTICES_URL}}">Mở trang Thông báo trong phần quản trị</a></p>
<hr>
<p>Thư tổng hợp mỗi ngày làm việc một lần, do Trang thông tin điện tử của {{AGENCY}} tự động gửi.<br>Cách nhận thông báo qua thư: <a href="{{PREFERENCES_URL}}">Tài khoản của tôi</a>.</p>
</body>
</html>
