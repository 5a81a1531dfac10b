{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{TITLE}}</h1>
<div class="btns"><a class="btn btn--secondary" href="{{URL}}">Mở trang của bài</a></div>
<p><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{STATE_ICON}}"></use></svg>{{STATE}}</span> · {{CODE}}</p></div>
<h2>Lịch sử xử lý</h2>
<ol class="timeline">
{{#ENTRY}}<li><b>{{WHEN}}</b> {{WHO}} {{WHAT}}{{#HAS_VERSION}} (phiên bản {{VERSION}}){{/HAS_VERSION}}{{#HAS_AUTHORITY}}<span class="timeline__note">Tư cách: {{AUTHORITY}}</span>{{/HAS_AUTHORITY}}{{#HAS_GROUND}}<span class="timeline__note">Căn cứ: {{GROUND}}</span>{{/HAS_GROUND}}{{#HAS_NOTE}}<span class="timeline__note">{{NOTE}}</span>{{/HAS_NOTE}}</li>
{{/ENTRY}}</ol>
