{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Xác nhận vai trò</h1><p class="muted">Vai trò về nội dung do quản trị mạng nhập chỉ có hiệu lực sau khi được xác nhận. Không ai tự xác nhận vai trò của mình (Điều 6, khoản 3).</p></div>
<h2>Đang chờ xác nhận</h2>
{{>WAITING}}
{{#UNIT_CHANGE}}<p class="row"><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#hourglass"></use></svg>Đơn vị:</span> <a href="{{CHANGE_URL}}">{{CHANGE_WORDS}}</a></p>
{{/UNIT_CHANGE}}<h2>Đang có hiệu lực</h2>
{{>IN_FORCE}}
