{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Mật khẩu dùng một lần</h1></div>
<div class="card stack"><p>Trao tận tay <b>{{NAME}}</b>. Mật khẩu chỉ hiện lúc này; lần đăng nhập đầu tiên phải đổi.</p>
<dl class="facts"><div><dt>Tên đăng nhập</dt><dd>{{USERNAME}}</dd></div></dl>
<p class="code-box">{{PASSWORD}}</p>
<p><a class="btn btn--secondary" href="{{ACCOUNT_PAGE}}">Về trang tài khoản</a></p></div>
