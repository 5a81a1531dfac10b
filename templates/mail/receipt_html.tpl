{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{SUBJECT}}</title></head>
<body>
<p>{{AGENCY}}<br>Ban Biên tập Trang thông tin điện tử</p>
<h1>Đã nhận tin, bài của ông, bà</h1>
<p>Kính gửi: <b>{{TO}}</b>.</p>
<p>Ban Biên tập đã nhận tin, bài{{#HAS_TITLE}} “{{INTAKE_TITLE}}”{{/HAS_TITLE}} lúc {{RECEIVED}}, ghi vào sổ tiếp nhận với mã <b>{{CODE}}</b>{{#HAS_FILES}}, kèm {{FILES}} tệp{{/HAS_FILES}}. Xin ghi mã này khi trao đổi về tin, bài.</p>
{{#HAS_TRACK}}<p><a href="{{TRACK_URL}}">Tra cứu</a> bằng mã tiếp nhận <b>{{TRACK_CODE}}</b>; mã bí mật ở giấy tiếp nhận, không gửi qua thư.</p>
{{/HAS_TRACK}}{{#IS_MISSING}}<h2>Cần bổ sung thông tin người gửi</h2>
<p>Tin, bài còn thiếu: {{MISSING}} (Điều 9 khoản 1 điểm b Quy chế). Ban Biên tập chỉ xem xét tin, bài khi có đủ thông tin này; thông tin chỉ người xử lý tin, bài xem được.</p>
<p><a href="{{LINK_URL}}">Bổ sung thông tin</a></p>
<p>Liên kết này dùng được một lần, đến {{LINK_UNTIL}}. Xin không chuyển thư này cho người khác.</p>
{{/IS_MISSING}}{{#IS_COMPLETE}}<p>Thư ký Ban Biên tập sẽ phân loại và chuyển người biên tập. Tin, bài được đăng hoặc không đăng, ông, bà sẽ được báo.</p>
{{/IS_COMPLETE}}<hr>
<p>Thư do Trang thông tin điện tử của {{AGENCY}} tự động gửi. Ông, bà có ý kiến xin trả lời thư này; thư trả lời tới Ban Biên tập. Không gửi tin, bài này thì xin bỏ qua thư.</p>
</body>
</html>
