{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1></div>
{{#QUEUES}}<nav class="tabs" aria-label="Hàng đợi"><ul>
{{#QUEUE}}<li><a href="{{QUEUE_URL}}"{{#QUEUE_CURRENT}} aria-current="page"{{/QUEUE_CURRENT}}>{{QUEUE_LABEL}}</a></li>
{{/QUEUE}}</ul></nav>{{/QUEUES}}
<form class="filters" method="get" action="{{ACTION}}">
<label class="filters__search"><span class="govuk-visually-hidden">Tìm theo tiêu đề hoặc mã</span><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg><input type="search" name="q" value="{{WORDS}}" placeholder="Tiêu đề hoặc mã"></label>
<label class="filter"><span>Đơn vị:</span><select name="don-vi"><option value="">tất cả</option>{{#UNIT_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/UNIT_OPTION}}</select></label>
<label class="filter"><span>Loại:</span><select name="loai"><option value="">tất cả</option>{{#KIND_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/KIND_OPTION}}</select></label>
<button class="btn btn--secondary" type="submit">Lọc</button>
</form>
{{#HAS_ROWS}}{{>TABLE}}{{/HAS_ROWS}}{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#inbox"></use></svg><p>{{NOTHING}}</p></div>{{/EMPTY}}
{{#PAGER}}<nav class="pager" aria-label="Trang của danh sách">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về đầu danh sách</a>
{{/HAS_FIRST}}{{#HAS_NEXT}}<a href="{{NEXT_URL}}" rel="next">Xem tiếp<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_NEXT}}</nav>{{/PAGER}}
