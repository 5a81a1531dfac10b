{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Tài khoản của tôi</h1></div>
<p class="lead">{{NAME}} · {{USERNAME}}</p>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}<section class="card stack"><h2>Đổi mật khẩu</h2>
<form action="/quan-tri/ca-nhan/mat-khau" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY_PASSWORD}}">
{{>FIELD_OLD}}{{>FIELD_NEW}}<div class="btns"><button class="btn">Đổi mật khẩu</button></div></form></section>
<section class="card stack"><h2>Xác thực hai lớp</h2>
{{#HAS_TOTP}}<p><span class="chip chip--green"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#shield-check"></use></svg>Đang bật</span></p>
<form action="/quan-tri/ca-nhan/hai-lop" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY_TOTP_OFF}}"><input type="hidden" name="viec" value="bo">
<div class="govuk-form-group"><label class="govuk-label" for="off-password">Mật khẩu đang dùng</label><input class="govuk-input govuk-input--width-20" id="off-password" name="old_password" type="password" autocomplete="current-password"></div>
<div class="btns"><button class="btn btn--danger">Tắt xác thực hai lớp</button></div></form>
{{/HAS_TOTP}}{{#NO_TOTP}}<p>Quét mã bằng ứng dụng xác thực trên điện thoại, hoặc nhập khóa bằng tay, rồi nhập mã đang hiện để xác nhận.</p>
<p><svg class="qr" width="200" height="200" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-label="Mã QR của khóa xác thực"><rect width="100%" height="100%" fill="#fff"></rect><path d="{{QR_PATH}}" fill="#000"></path></svg></p>
<p class="code-box">{{SECRET}}</p>
<form action="/quan-tri/ca-nhan/hai-lop" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY_TOTP}}"><input type="hidden" name="secret" value="{{SECRET}}">
{{>FIELD_CODE}}<div class="btns"><button class="btn btn--secondary">Bật xác thực hai lớp</button></div></form>
{{/NO_TOTP}}</section>
<section class="card stack"><h2>Phiên đăng nhập</h2><ul class="links">
{{#SESSION}}<li>{{SEEN}}{{#THIS_ONE}} <b>(phiên này)</b>{{/THIS_ONE}}<br><span class="small muted">{{WHERE}}</span></li>
{{/SESSION}}</ul>
<form action="/quan-tri/ca-nhan/phien" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY_SESSIONS}}"><div class="btns"><button class="btn btn--danger">Kết thúc mọi phiên khác</button></div></form></section>
