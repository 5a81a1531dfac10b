{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1>{{>STATE_CHIP}}</div>
<p class="lead">{{ITEM_TITLE}}</p>
{{#CHOOSE}}<form class="filters" method="get" action="{{COMPARE_URL}}">
<label class="filter"><span>Bản cũ</span><select name="cu">{{#OLD_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/OLD_OPTION}}</select></label>
<label class="filter"><span>Bản mới</span><select name="moi">{{#NEW_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/NEW_OPTION}}</select></label>
<label class="filter"><span>Cách xem</span><select name="kieu"><option value="hai-cot">hai cột</option><option value="mot-cot"{{#ONE_SELECTED}} selected{{/ONE_SELECTED}}>một cột</option></select></label>
<button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#git-compare"></use></svg>So sánh</button>
</form>
{{>COMPARISON}}
{{/CHOOSE}}{{#ONLY_ONE}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#git-compare"></use></svg><h2>Chưa có gì để so sánh</h2><p>Bài mới có một phiên bản. Từ lần lưu thứ hai, ông, bà so sánh được hai bản bất kỳ.</p></div>
{{/ONLY_ONE}}<div class="btns no-print">
{{#RESTORE}}<form action="{{RESTORE_URL}}" method="post" data-once data-confirm="Lấy lại nội dung của bản này làm bản mới nhất? Các bản khác vẫn giữ nguyên.">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#history"></use></svg>Lấy lại nội dung bản {{RESTORE_VERSION}}</button>
</form>
{{/RESTORE}}<button class="btn btn--text js-only" type="button" data-print><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In bảng so sánh</button>
<a class="btn btn--text" href="{{ITEM_URL}}">Quay lại bài</a>
</div>
