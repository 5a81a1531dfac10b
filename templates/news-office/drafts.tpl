{{%AUTOESCAPE context="HTML"}}{{#DRAFT}}<div class="notice notice--warn" data-offer><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#file-pen"></use></svg><div class="notice__body">
<p><strong>Có bản nháp chưa lưu từ {{DRAFT_AT}}</strong>{{#TITLED}}: {{DRAFT_TITLE}}{{/TITLED}}.{{#DRAFT_OLD}} Bản nháp soạn từ phiên bản {{DRAFT_BASE}}; từ đó bài đã có bản mới hơn.{{/DRAFT_OLD}}</p>
<div class="btns btns--row">{{#MAY_USE}}<a class="btn" href="{{USE_URL}}" data-draft-use>Dùng bản nháp</a>
{{/MAY_USE}}<a class="btn btn--secondary" href="{{VIEW_URL}}">Xem khác gì</a>
<form action="{{DROP_URL}}" method="post" data-once data-confirm="Bỏ bản nháp này? Phần chưa lưu sẽ mất.">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><button class="btn btn--text">Bỏ</button>
</form></div>
</div></div>
{{/DRAFT}}
