{{%AUTOESCAPE context="HTML"}}<div class="login card">
<h1>Đã đăng nhập lại</h1>
<p>Chào {{USER_NAME}}. Nội dung ông, bà đang soạn khi phiên hết hạn vẫn còn nguyên, chưa gửi đi.</p>
{{#HELD}}<form action="{{HELD_PATH}}" method="post" data-once>
<input type="hidden" name="_csrf" value="{{CSRF}}">
{{#HELD_FIELD}}<input type="hidden" name="{{HELD_NAME}}" value="{{HELD_VALUE:p}}">
{{/HELD_FIELD}}<div class="btns"><button class="btn">Gửi nội dung đang soạn</button><a class="btn btn--text" href="/quan-tri/">Bỏ, về Hộp việc</a></div>
</form>
{{/HELD}}</div>
