{{%AUTOESCAPE context="HTML"}}<div class="cols">
<article class="cols__main">
<header class="page-head">
<h1>{{ARTICLE_TITLE}}</h1>
<p class="meta">{{#HAS_PUBLISHED}}<span>Đăng <time datetime="{{PUBLISHED_ISO}}">{{PUBLISHED}}</time></span>{{/HAS_PUBLISHED}}{{#HAS_CHANGED}}<span>Sửa lần cuối <time datetime="{{CHANGED_ISO}}">{{CHANGED}}</time></span>{{/HAS_CHANGED}}</p>
<p class="meta">{{#HAS_AUTHOR}}<span>{{AUTHOR}}</span>{{/HAS_AUTHOR}}<span>{{UNIT}}</span></p>
</header>
{{#ARCHIVED}}<div class="notice notice--warn">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#archive"></use></svg>
<div class="notice__body"><p><strong>Bài đã lưu trữ từ ngày {{ARCHIVED_AT}}.</strong> Bài được giữ ở địa chỉ này để tra cứu; thông tin có thể không còn đúng.</p></div>
</div>
{{/ARCHIVED}}{{#IS_OVER}}<div class="notice notice--info">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg>
<div class="notice__body"><p>Bài này hết thời hạn đăng từ ngày {{OVER_SINCE}}; nội dung được giữ để tra cứu.</p></div>
</div>
{{/IS_OVER}}{{>SHARE}}<div class="stack">
{{#HAS_FACTS}}<dl class="facts">
{{#FACT}}<div><dt>{{FACT_LABEL}}</dt><dd>{{FACT_TEXT}}</dd></div>
{{/FACT}}</dl>
{{/HAS_FACTS}}<div class="reading">
{{#HAS_SUMMARY}}<p class="sapo">{{SUMMARY}}</p>
{{/HAS_SUMMARY}}{{BODY_HTML:none}}</div>
{{#HAS_ATTACHMENTS}}<section class="downloads" aria-labelledby="tep-dinh-kem">
<h2 id="tep-dinh-kem">Tệp đính kèm</h2>
<ul class="downloads__list">
{{#ATTACHMENT}}<li class="downloads__one">{{#FIRST_PAGE}}<img class="downloads__page" src="{{PAGE_SRC}}" width="{{PAGE_WIDTH}}" height="{{PAGE_HEIGHT}}" alt="" loading="lazy">{{/FIRST_PAGE}}<div><a href="{{ATTACHMENT_URL}}" download>{{ATTACHMENT_TITLE}}</a> <span class="muted">({{ATTACHMENT_FORMAT}}, {{ATTACHMENT_SIZE}}{{#HAS_PAGES}}, {{ATTACHMENT_PAGES}} trang{{/HAS_PAGES}})</span>
{{#SIGNED}}<p class="downloads__signed small"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{SIGNATURE_ICON}}"></use></svg> {{SIGNATURE_WORDS}}</p>
{{/SIGNED}}<details class="small"><summary>Mã SHA-256 để kiểm tra tệp</summary><code class="digest">{{ATTACHMENT_DIGEST}}</code></details></div></li>
{{/ATTACHMENT}}</ul>
</section>
{{/HAS_ATTACHMENTS}}{{#HAS_CORRECTION}}<div class="notice notice--info">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#history"></use></svg>
<div class="notice__body"><p><strong>Đính chính ngày {{CORRECTED}}.</strong> {{CORRECTION}}</p></div>
</div>
{{/HAS_CORRECTION}}{{#HAS_CHANGES}}<details class="govuk-details">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Lịch sử thay đổi</span></summary>
<div class="govuk-details__text"><ul class="links">
{{#CHANGE}}<li><time datetime="{{CHANGE_ISO}}">{{CHANGE_AT}}</time>: {{CHANGE_TEXT}}</li>
{{/CHANGE}}</ul></div>
</details>
{{/HAS_CHANGES}}</div>
</article>
<aside class="cols__side" aria-label="Thông tin thêm về bài">
{{#HAS_RELATED}}<section>
<div class="section-head"><h2>Cùng chuyên mục</h2><a href="{{SECTION_URL}}">Xem tất cả</a></div>
<ul class="list">
{{#RELATED}}<li class="list__item"><h3 class="list__title"><a href="{{RELATED_URL}}">{{RELATED_TITLE}}</a></h3>
<p class="meta"><time datetime="{{RELATED_ISO}}">{{RELATED_DATE}}</time></p></li>
{{/RELATED}}</ul>
</section>
{{/HAS_RELATED}}<section>
<div class="section-head"><h2>Nguồn và trách nhiệm</h2></div>
{{#HAS_SOURCE}}<p>Nguồn: {{SOURCE}}.</p>
{{/HAS_SOURCE}}<p class="muted">Đơn vị chịu trách nhiệm nội dung: {{RESPONSIBLE_UNIT}}.{{#HAS_REPORT}} <a href="{{REPORT_URL}}" rel="nofollow">Báo nội dung sai hoặc đã cũ</a>{{/HAS_REPORT}}</p>
</section>
</aside>
</div>
