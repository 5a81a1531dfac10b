{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Tài khoản của tôi</h1><p class="muted">{{NAME}} · {{USERNAME}} · {{ROLES}}</p></div>
{{#DELEGATIONS}}<section class="card" aria-labelledby="uy-quyen-cua-toi"><h2 id="uy-quyen-cua-toi">Tôi được ủy quyền</h2>
<ul class="links">
{{#DELEGATION}}<li><b>{{ACT}}</b>, {{SCOPE}}<br><span class="small muted">Số {{DOCUMENT}}, {{BY}} giao; từ {{FROM}} đến hết {{TO}}{{#IN_FORCE}} · đang có hiệu lực{{/IN_FORCE}}{{#TO_COME}} · chưa đến ngày{{/TO_COME}}</span></li>
{{/DELEGATION}}</ul>
<p class="small muted">Ủy quyền không được giao tiếp cho người khác. Mỗi việc làm theo ủy quyền đều ghi số văn bản trong lịch sử.</p></section>
{{/DELEGATIONS}}<section class="card"><h2>Đổi mật khẩu</h2>
{{>PASSWORD_FORM}}
</section>
{{#MAIL}}<section class="card"><h2>Nhận thông báo qua thư điện tử</h2>
{{#HAS_ADDRESS}}<p>Thư gửi tới <b>{{ADDRESS}}</b>. Địa chỉ sai thì Văn phòng Sở hoặc Quản trị mạng sửa trong danh bạ.</p>{{/HAS_ADDRESS}}{{#NO_ADDRESS}}<p>Danh bạ chưa có địa chỉ thư điện tử của ông, bà nên chưa gửi thư được. Văn phòng Sở hoặc Quản trị mạng nhập địa chỉ.</p>{{/NO_ADDRESS}}
<form method="post" action="/quan-tri/ca-nhan/thu" data-once><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}">
{{>MODE_FIELD}}
<p class="small muted">Mọi thông báo luôn có ở trang Thông báo. Thư từ chối hoặc trả lại tin, bài của ông, bà được gửi trong mọi trường hợp.</p>
<div class="btns"><button class="btn btn--secondary" type="submit">Lưu cách nhận thư</button></div></form></section>
{{/MAIL}}<section class="card"><h2>Xác thực hai lớp</h2>
{{#TOTP_OFF}}<p>Khi bật, mỗi lần đăng nhập cần thêm mã 6 chữ số trên điện thoại của ông, bà.</p><div class="btns"><a class="btn btn--secondary" href="/quan-tri/ca-nhan/hai-lop"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#shield-check"></use></svg>Cài mã xác thực</a></div>{{/TOTP_OFF}}
{{#TOTP_FIXED}}<p><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#shield-check"></use></svg> Đang bật. Tài khoản này bắt buộc xác thực hai lớp nên không tắt được.</p>{{/TOTP_FIXED}}
{{#TOTP_ON}}<p><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#shield-check"></use></svg> Đang bật.</p>{{>DROP_FORM}}{{/TOTP_ON}}
</section>
<section class="card"><h2>Các phiên đăng nhập</h2>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các phiên đăng nhập đang mở</caption>
<thead><tr><th scope="col">Thiết bị</th><th scope="col">Đăng nhập lúc</th><th scope="col">Dùng lần cuối</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#SESSION}}<tr>
<td class="table__title">{{AGENT}}<span class="table__sub">{{ADDRESS}}</span></td>
<td data-label="Đăng nhập lúc" class="table__keep">{{FROM}}</td>
<td data-label="Dùng lần cuối" class="table__keep">{{SEEN}}</td>
<td class="table__keep">{{#THIS_ONE}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>Phiên này</span>{{/THIS_ONE}}{{#OTHER}}<form method="post" action="/quan-tri/ca-nhan/phien" data-once><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="session" value="{{SESSION_REF}}"><button class="btn btn--small btn--danger" type="submit">Kết thúc</button></form>{{/OTHER}}</td>
</tr>
{{/SESSION}}</tbody></table></div>
<form method="post" action="/quan-tri/ca-nhan/phien" data-once><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="session" value="others"><div class="btns"><button class="btn btn--secondary" type="submit">Kết thúc mọi phiên khác</button></div></form>
</section>
