{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Mật khẩu một lần</h1></div>
<div class="notice notice--warn"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p><strong>Chỉ hiện lần này.</strong> Đọc hoặc chép mật khẩu cho {{NAME}}. Vai trò chỉ có tác dụng sau khi người dùng đăng nhập và đổi mật khẩu; vai trò về nội dung còn phải được xác nhận (lại) ở trang Vai trò chờ xác nhận.</p></div></div>
<dl class="facts"><div><dt>Tên đăng nhập</dt><dd>{{USERNAME}}</dd></div></dl>
<div class="code-box">{{PASSWORD}}</div>
<div class="btns"><a class="btn" href="{{URL}}">Đã ghi lại, mở tài khoản</a></div>
