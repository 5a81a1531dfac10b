{{%AUTOESCAPE context="HTML"}}<div class="login card">
<h1>Mã xác thực</h1>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}
<p>Mở ứng dụng xác thực trên điện thoại và điền mã đang hiện cho Quản trị nội dung.</p>
<form method="post" action="/quan-tri/dang-nhap/ma" novalidate>
<input type="hidden" name="_csrf" value="{{CSRF}}">
<input type="hidden" name="tiep" value="{{NEXT}}">
{{#HELD}}<input type="hidden" name="held_path" value="{{HELD_PATH}}">
{{#HELD_FIELD}}<input type="hidden" name="held_{{HELD_NAME}}" value="{{HELD_VALUE:p}}">
{{/HELD_FIELD}}{{/HELD}}{{>CODE}}
<div class="btns"><button class="btn" type="submit">Tiếp tục</button><a class="btn btn--text" href="/quan-tri/dang-nhap">Đăng nhập lại từ đầu</a></div>
</form>
<p class="small muted">Mất điện thoại: liên hệ người quản trị mạng để gỡ thiết bị cũ.</p>
</div>
