{{%AUTOESCAPE context="HTML"}}<div class="error-page">
<h1>Bài viết đã được gỡ</h1>
<p>Bài “{{GONE_TITLE}}” đã được Ban Biên tập gỡ khỏi trang lúc {{GONE_AT}}.</p>
{{#HAS_NOTICE}}<div class="notice notice--info">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg>
<div class="notice__body"><p>{{NOTICE}}</p></div>
</div>
{{/HAS_NOTICE}}<p>Cần tìm hiểu thêm, xin gọi <a href="tel:{{PHONE_HREF}}">{{PHONE}}</a> trong giờ làm việc.</p>
<div class="btns"><a class="btn" href="/">Về trang chủ</a></div>
</div>
