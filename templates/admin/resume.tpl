{{%AUTOESCAPE context="HTML"}}<div class="login card">
<h1>Ông, bà đã đăng nhập lại</h1>
<div class="notice notice--ok" role="status">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>
<div class="notice__body"><p><strong>Nội dung đang soạn vẫn còn.</strong> Bấm nút dưới đây để gửi tiếp, không phải viết lại.</p></div>
</div>
<form method="post" action="{{ACTION}}" data-once>
<input type="hidden" name="_csrf" value="{{CSRF}}">
{{#FIELD}}<input type="hidden" name="{{NAME}}" value="{{VALUE:p}}">
{{/FIELD}}<div class="btns"><button class="btn" type="submit">Gửi tiếp nội dung đang soạn</button><a class="btn btn--text" href="/quan-tri/">Bỏ, về Hộp việc</a></div>
</form>
</div>
