{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Tin, bài</h1>{{#MAY_WRITE}}<div class="btns"><a class="btn" href="/quan-tri/tin-bai/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Viết bài mới</a></div>{{/MAY_WRITE}}</div>
<form class="filters" method="get" action="/quan-tri/tin-bai/">
<label class="filters__search"><span class="govuk-visually-hidden">Tìm theo tiêu đề hoặc mã bài</span><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg><input type="search" name="q" value="{{QUERY}}" placeholder="Tìm theo tiêu đề, mã bài" maxlength="100"></label>
<label class="filter"><span>Trạng thái:</span><select name="trang-thai">{{#STATE_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/STATE_OPTION}}</select></label>
<label class="filter"><span>Chuyên mục:</span><select name="chuyen-muc">{{#SECTION_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/SECTION_OPTION}}</select></label>
<label class="filter"><span>Đơn vị:</span><select name="don-vi">{{#UNIT_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/UNIT_OPTION}}</select></label>
<label class="filter"><input class="tick" type="checkbox" name="cua-toi" value="1"{{#MINE_CHECKED}} checked{{/MINE_CHECKED}}> <span>Bài tôi viết</span></label>
<button class="btn btn--secondary">Lọc</button>
</form>
{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#newspaper"></use></svg><h2>Không có bài nào</h2><p>Không có bài nào hợp với điều kiện lọc trong phần việc của ông, bà.</p><a class="btn btn--secondary" href="/quan-tri/tin-bai/">Bỏ điều kiện lọc</a></div>
{{/NOTHING}}{{#TABLE}}{{#MAY_BULK}}<form method="get" action="/quan-tri/tin-bai/giao"><div class="bulk"><span class="bulk__count" data-bulk-count>Đánh dấu các bài</span><div class="btns btns--row">{{#MAY_GIVE}}<button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#user-plus"></use></svg>Giao cho…</button>{{/MAY_GIVE}}{{#MAY_ARCHIVE}}<button class="btn btn--secondary" formaction="/quan-tri/tin-bai/hang-loat" name="viec" value="luu-tru"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#archive"></use></svg>Đưa vào lưu trữ</button>{{/MAY_ARCHIVE}}</div></div>
{{/MAY_BULK}}<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Tin, bài, mới thay đổi trước</caption>
<thead><tr><th scope="col">Bài</th><th scope="col">Chuyên mục</th><th scope="col">Trạng thái</th><th scope="col">Thời hạn</th><th scope="col">Từ lúc</th><th scope="col">Người giữ</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="table__title">{{#TICK}}<input class="tick" type="checkbox" name="bai[]" value="{{TICK_ITEM}}" aria-label="Chọn: {{ITEM_TITLE}}"> {{/TICK}}<a href="{{ITEM_URL}}">{{ITEM_TITLE}}</a><span class="table__sub">{{ITEM_SUB}}</span></td>
<td data-label="Chuyên mục">{{SECTION_TITLE}}</td>
<td data-label="Trạng thái"><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{STATE_ICON}}"></use></svg>{{STATE_LABEL}}</span>{{#IS_LIVE}}<span class="table__sub">Bản trước vẫn đang đăng</span>{{/IS_LIVE}}</td>
<td{{#CLOCK}} data-label="Thời hạn"{{/CLOCK}}>{{#CLOCK}}{{>CLOCK_CHIP}}<span class="table__sub">{{CLOCK_BASIS}}</span>{{/CLOCK}}</td>
<td data-label="Từ lúc"><time datetime="{{SINCE_ISO}}">{{SINCE}}</time></td>
<td data-label="Người giữ">{{HOLDER}}</td></tr>
{{/ROW}}</tbody></table></div>
{{#BULK_END}}</form>{{/BULK_END}}{{/TABLE}}{{#HAS_OLDER}}<nav class="pager" aria-label="Trang"><a class="btn btn--secondary" href="{{OLDER_URL}}" rel="next">Cũ hơn</a></nav>
{{/HAS_OLDER}}
