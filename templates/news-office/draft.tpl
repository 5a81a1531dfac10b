{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Bản nháp chưa lưu</h1></div>
<p class="lead">{{DRAFT_TITLE}}</p>
{{#NO_STEP}}<div class="notice notice--info"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg><div class="notice__body"><p>Bài không còn ở bước ông, bà sửa được, nên bản nháp chỉ để đọc và chép lại.</p></div></div>
{{/NO_STEP}}{{>COMPARISON}}
<div class="btns no-print">{{#MAY_USE}}<a class="btn" href="{{USE_URL}}">Dùng bản nháp</a>
{{/MAY_USE}}<form action="{{DROP_URL}}" method="post" data-once data-confirm="Bỏ bản nháp này? Phần chưa lưu sẽ mất.">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><button class="btn btn--danger"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#trash-2"></use></svg>Bỏ bản nháp</button>
</form>
<a class="btn btn--text" href="{{BACK_URL}}">Quay lại</a></div>
