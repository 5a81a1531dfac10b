{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Phiên bản {{VERSION_NUMBER}}</h1>{{>STATE_CHIP}}</div>
<p class="lead">{{ITEM_TITLE}}</p>
{{>WORDS}}
<div class="btns">
{{#COMPARE}}<a class="btn btn--secondary" href="{{COMPARE_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#git-compare"></use></svg>So sánh với bản mới nhất</a>
{{/COMPARE}}{{#RESTORE}}<form action="{{RESTORE_URL}}" method="post" data-once data-confirm="Lấy lại nội dung của bản này làm bản mới nhất? Các bản khác vẫn giữ nguyên.">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#history"></use></svg>Lấy lại nội dung bản {{RESTORE_VERSION}}</button>
</form>
{{/RESTORE}}<a class="btn btn--text" href="{{ITEM_URL}}">Quay lại bài</a>
</div>
