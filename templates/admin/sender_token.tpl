{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Mã truy cập mới</h1></div>
<div class="notice notice--warn"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p><strong>Chỉ hiện lần này.</strong> Chép mã và chuyển cho người quản trị của {{NAME}} qua kênh riêng, không gửi qua thư thường. Ai có mã đều gửi được bài đứng tên hệ thống này; lộ mã thì thu hồi và cấp mã mới.</p></div></div>
<div class="code-box">{{TOKEN}}</div>
<dl class="facts"><div><dt>Địa chỉ gửi</dt><dd>{{API_URL}}</dd></div><div><dt>Bản mô tả</dt><dd><a href="{{DESCRIPTION_URL}}">{{DESCRIPTION_URL}}</a></dd></div></dl>
<div class="btns"><a class="btn" href="{{LIST_URL}}">Đã chép, về danh sách</a></div>
