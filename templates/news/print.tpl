{{%AUTOESCAPE context="HTML"}}<div class="btns no-print">
<button type="button" class="btn js-only" data-print><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In trang này</button>
<a class="btn btn--secondary" href="{{ARTICLE_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#arrow-left"></use></svg>Về trang bài viết</a>
</div>
<article class="stack">
<header class="page-head">
<h1>{{ARTICLE_TITLE}}</h1>
<p class="meta">{{#HAS_PUBLISHED}}<span>Đăng <time datetime="{{PUBLISHED_ISO}}">{{PUBLISHED}}</time></span>{{/HAS_PUBLISHED}}{{#HAS_CHANGED}}<span>Sửa lần cuối <time datetime="{{CHANGED_ISO}}">{{CHANGED}}</time></span>{{/HAS_CHANGED}}</p>
<p class="meta">{{#HAS_AUTHOR}}<span>{{AUTHOR}}</span>{{/HAS_AUTHOR}}<span>{{UNIT}}</span></p>
</header>
{{#HAS_FACTS}}<dl class="facts">
{{#FACT}}<div><dt>{{FACT_LABEL}}</dt><dd>{{FACT_TEXT}}</dd></div>
{{/FACT}}</dl>
{{/HAS_FACTS}}<div class="reading">
{{#HAS_SUMMARY}}<p class="sapo">{{SUMMARY}}</p>
{{/HAS_SUMMARY}}{{BODY_HTML:none}}</div>
{{#HAS_CORRECTION}}<div class="notice notice--info">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#history"></use></svg>
<div class="notice__body"><p><strong>Đính chính ngày {{CORRECTED}}.</strong> {{CORRECTION}}</p></div>
</div>
{{/HAS_CORRECTION}}<footer class="row">
<svg width="132" height="132" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}" role="img" aria-label="Mã QR mở địa chỉ của bài"><rect width="100%" height="100%" fill="#fff"></rect><path fill="#000" d="{{QR_PATH}}"></path></svg>
<div>
{{#HAS_SOURCE}}<p class="small">Nguồn: {{SOURCE}}. Đơn vị chịu trách nhiệm nội dung: {{RESPONSIBLE_UNIT}}.</p>
{{/HAS_SOURCE}}<p class="small">Địa chỉ của bài: <a href="{{ARTICLE_URL}}">{{ARTICLE_ADDRESS}}</a></p>
<p class="small muted">Bản in lúc {{PRINTED}}. Bài có thể được sửa sau khi in; quét mã để xem bản mới nhất.</p>
</div>
</footer>
</article>
