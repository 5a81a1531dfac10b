{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Tài khoản, vai trò</h1><div class="btns"><a class="btn" href="/quan-tri/tai-khoan/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#user-plus"></use></svg>Lập tài khoản</a></div></div>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các tài khoản của phần quản trị</caption>
<thead><tr><th scope="col">Tài khoản</th><th scope="col">Vai trò đang có hiệu lực</th><th scope="col">Đăng nhập lần cuối</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title"><a href="{{URL}}">{{USERNAME}}</a><span class="table__sub">{{NAME}}, {{UNIT}}</span></td>
<td data-label="Vai trò">{{ROLES}}</td>
<td data-label="Đăng nhập lần cuối" class="table__keep">{{LAST_LOGIN}}</td>
<td class="table__keep">{{#ACTIVE}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>Đang dùng</span>{{/ACTIVE}}{{#DISABLED}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#lock"></use></svg>Đã khóa</span>{{/DISABLED}}{{#TOTP}}<span class="table__sub">Xác thực hai lớp</span>{{/TOTP}}</td>
</tr>
{{/ROW}}</tbody></table></div>
