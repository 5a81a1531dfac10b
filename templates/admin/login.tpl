{{%AUTOESCAPE context="HTML"}}<div class="login card">
<h1>Đăng nhập</h1>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}
{{#SESSION_OVER}}<div class="notice notice--info">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg>
<div class="notice__body"><p><strong>Nội dung đang soạn vẫn còn.</strong> Phiên làm việc đã hết. Sau khi đăng nhập, nội dung sẽ được gửi tiếp đúng chỗ.</p></div>
</div>
{{/SESSION_OVER}}{{#LOGGED_OUT}}<div class="notice notice--ok" role="status">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>
<div class="notice__body"><p>Ông, bà đã đăng xuất.</p></div>
</div>
{{/LOGGED_OUT}}<form method="post" action="/quan-tri/dang-nhap" novalidate>
<input type="hidden" name="_csrf" value="{{CSRF}}">
<input type="hidden" name="tiep" value="{{NEXT}}">
{{#HELD}}<input type="hidden" name="held_path" value="{{HELD_PATH}}">
{{#HELD_FIELD}}<input type="hidden" name="held_{{HELD_NAME}}" value="{{HELD_VALUE:p}}">
{{/HELD_FIELD}}{{/HELD}}{{>USERNAME}}
{{>PASSWORD}}
<div class="btns"><button class="btn" type="submit"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#log-in"></use></svg>Đăng nhập</button></div>
</form>
<p class="small muted">Chỉ dành cho công chức, viên chức, cộng tác viên của Sở. Quên mật khẩu: liên hệ người quản trị mạng để được cấp lại.</p>
</div>
