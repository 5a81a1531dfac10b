{{%AUTOESCAPE context="HTML"}}<div class="error-page">
<p class="eyebrow">Lỗi {{STATUS}}</p>
<h1>{{HEADING}}</h1>
<p>{{WHAT}}</p>
<p>{{TODO}}</p>
<div class="btns">
{{#HAS_LINK}}<a class="btn" href="{{LINK_URL}}">{{LINK_LABEL}}</a>
{{/HAS_LINK}}</div>
<p class="small muted">Mã yêu cầu: <b>{{REQUEST_ID}}</b>. Khi báo lỗi cho Sở, xin đọc mã này để cán bộ tìm đúng sự việc.</p>
</div>
