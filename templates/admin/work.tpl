{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Hộp việc</h1>
{{#CAN_WRITE}}<div class="btns"><a class="btn" href="/quan-tri/tin-bai/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Viết bài mới</a></div>{{/CAN_WRITE}}
</div>
<ul class="tiles">
{{#TILE}}<li><a href="{{TILE_URL}}"{{#TILE_CURRENT}} class="tile is-current" aria-current="true"{{/TILE_CURRENT}}{{#TILE_OTHER}} class="tile"{{/TILE_OTHER}}><span class="tile__n{{#LATE}} tile__n--late{{/LATE}}{{#SOON}} tile__n--soon{{/SOON}}">{{TILE_N}}</span><span class="tile__label"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{TILE_ICON}}"></use></svg>{{TILE_LABEL}}</span>{{#TILE_OF_SOME}}<span class="tile__age">trong 1.000 việc chờ lâu nhất</span>{{/TILE_OF_SOME}}{{#TILE_AGED}}<span class="tile__age">lâu nhất {{TILE_AGE}}</span>{{/TILE_AGED}}</a></li>
{{/TILE}}</ul>
{{#REQUESTS}}<section class="card" aria-labelledby="cho-xac-nhan"><h2 id="cho-xac-nhan">Ban Biên tập cần xác nhận</h2>
<ul class="links">
{{#REQUEST}}<li><a href="{{REQUEST_URL}}">{{REQUEST_TITLE}}</a><br><span class="small muted">{{REQUEST_CODE}} · {{REQUEST_BY}} hỏi {{REQUEST_TO}} lúc {{REQUEST_AT}}, đã chờ {{REQUEST_AGE}}</span></li>
{{/REQUEST}}</ul></section>
{{/REQUESTS}}{{#MATTERS}}{{>MATTERS_CARD}}{{/MATTERS}}<h2>{{LIST_HEADING}}</h2>
{{#FILTERS}}<form class="filters filters--many" method="get" action="/quan-tri/" data-auto>
{{#HAS_TAB}}<input type="hidden" name="xem" value="{{TAB}}">{{/HAS_TAB}}<label class="filters__search"><span class="govuk-visually-hidden">Tìm theo tiêu đề hoặc mã</span><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg><input type="search" name="q" value="{{WORDS}}" placeholder="Tiêu đề hoặc mã" maxlength="200"></label>
<label class="filters__more"><input class="tick" type="checkbox"{{#IS_FILTERED}} checked{{/IS_FILTERED}}>Hiện các mục lọc, xếp thứ tự</label>
<label class="filter"><span>Chuyên mục:</span><select name="chuyen-muc"><option value="">tất cả</option>{{#SECTION_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/SECTION_OPTION}}</select></label>
<label class="filter"><span>Đơn vị:</span><select name="don-vi"><option value="">tất cả</option>{{#UNIT_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/UNIT_OPTION}}</select></label>
<label class="filter"><span>Trạng thái:</span><select name="trang-thai"><option value="">tất cả</option>{{#STATE_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/STATE_OPTION}}</select></label>
<label class="filter"><span>Người giữ:</span><select name="nguoi"><option value="">tất cả</option>{{#HOLDER_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/HOLDER_OPTION}}</select></label>
<label class="filter"><span>Hạn:</span><select name="han"><option value="">tất cả</option>{{#DUE_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/DUE_OPTION}}</select></label>
<label class="filter"><span>Đã chờ:</span><select name="cho"><option value="">tất cả</option>{{#WAITING_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/WAITING_OPTION}}</select></label>
<label class="filter"><span>Xếp:</span><select name="xep">{{#ORDER_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/ORDER_OPTION}}</select></label>
<button class="btn btn--secondary">Lọc</button>{{#IS_FILTERED}}<a class="btn btn--text" href="{{ALL_URL}}">Bỏ lọc</a>{{/IS_FILTERED}}
</form>
{{/FILTERS}}{{#HAS_ROWS}}{{#BULK}}<form id="hang-loat" method="get" action="/quan-tri/tin-bai/hang-loat"><div class="bulk"><span class="bulk__count" data-bulk-count>Đánh dấu các việc</span><div class="btns btns--row">{{#BULK_ACT}}<button class="btn btn--secondary" name="viec" value="{{BULK_KEY}}"{{#BULK_N}} data-act-key="n"{{/BULK_N}}{{#BULK_T}} data-act-key="t"{{/BULK_T}}{{#BULK_R}} data-act-key="r"{{/BULK_R}}><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{BULK_ICON}}"></use></svg>{{BULK_LABEL}}</button>{{/BULK_ACT}}{{#BULK_GIVE}}<button class="btn btn--secondary" formaction="/quan-tri/tin-bai/giao" data-act-key="g"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#user-plus"></use></svg>Giao cho…</button>{{/BULK_GIVE}}</div></div></form>
{{/BULK}}{{>TABLE}}{{/HAS_ROWS}}{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#inbox"></use></svg><div><p>{{NOTHING}}</p>
{{#NEXT_PAGE}}<p><a href="{{NEXT_PAGE_URL}}">{{NEXT_PAGE_LABEL}}</a></p>
{{/NEXT_PAGE}}</div></div>{{/EMPTY}}
{{#PAGER}}<nav class="pager" aria-label="Trang của danh sách">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về đầu danh sách</a>
{{/HAS_FIRST}}{{#HAS_NEXT}}<a href="{{NEXT_URL}}" rel="next">Xem tiếp<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_NEXT}}</nav>{{/PAGER}}
{{#QUEUES}}<section class="card"><h2>Hàng đợi của Ban Biên tập</h2>
<ul class="links">
{{#QUEUE}}<li><a href="{{QUEUE_URL}}">{{QUEUE_LABEL}}</a></li>
{{/QUEUE}}</ul></section>{{/QUEUES}}
{{#REPORTS}}{{>REPORTS_CARD}}{{/REPORTS}}
{{#UNIT_QUOTA}}{{>QUOTA}}{{/UNIT_QUOTA}}
