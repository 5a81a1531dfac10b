{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{USERNAME}}</h1><p class="muted">{{NAME}}, {{JOB}}, {{UNIT}}</p></div>
{{#OWN}}<div class="notice notice--info"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg><div class="notice__body"><p>{{WHY}}</p></div></div>{{/OWN}}
<section class="card"><h2>Tài khoản</h2>
<dl class="facts">
<div><dt>Tình trạng</dt><dd>{{#ACTIVE}}Đang dùng{{/ACTIVE}}{{#DISABLED}}Đã khóa{{/DISABLED}}</dd></div>
<div><dt>Mật khẩu</dt><dd>{{PASSWORD_STATE}}</dd></div>
<div><dt>Xác thực hai lớp</dt><dd>{{TOTP}}</dd></div>
<div><dt>Đăng nhập lần cuối</dt><dd>{{LAST_LOGIN}}</dd></div>
</dl>
{{#ACTS}}<div class="btns">
<a class="btn" href="{{ROLE_URL}}">Nhập vai trò</a>
{{#ACT}}<form method="post" action="{{ACT_URL}}" data-once><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">{{#PLAIN}}<button class="btn btn--secondary" type="submit">{{ACT_LABEL}}</button>{{/PLAIN}}{{#DANGER}}<button class="btn btn--danger" type="submit">{{ACT_LABEL}}</button>{{/DANGER}}</form>
{{/ACT}}</div>{{/ACTS}}
</section>
<h2>Vai trò</h2>
{{>ROLE_ROWS}}
