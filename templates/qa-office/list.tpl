{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Hỏi đáp, phản hồi</h1>{{#MAY_REGISTER}}<div class="btns"><a class="btn" href="/quan-tri/hoi-dap/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Ghi vào sổ</a></div>{{/MAY_REGISTER}}</div>
<form class="filters filters--many" method="get" action="/quan-tri/hoi-dap/">
<label class="filters__search"><span class="govuk-visually-hidden">Tìm theo nội dung về việc hoặc số</span><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg><input type="search" name="q" value="{{WORDS}}" placeholder="Về việc hoặc số" maxlength="200"></label>
<label class="filters__more"><input class="tick" type="checkbox"{{#IS_FILTERED}} checked{{/IS_FILTERED}}>Hiện các mục lọc</label>
<label class="filter"><span>Loại:</span><select name="loai"><option value="">tất cả</option>{{#KIND_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/KIND_OPTION}}</select></label>
<label class="filter"><span>Trạng thái:</span><select name="trang-thai"><option value="">tất cả</option>{{#STATE_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/STATE_OPTION}}</select></label>
<label class="filter"><span>Hạn:</span><select name="han"><option value="">tất cả</option>{{#CLOCK_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/CLOCK_OPTION}}</select></label>
<label class="filter"><span>Đơn vị:</span><select name="don-vi"><option value="">tất cả</option>{{#UNIT_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/UNIT_OPTION}}</select></label>
<label class="filter"><span>Nhận từ ngày:</span><input type="text" name="tu-ngay" value="{{FROM}}" placeholder="dd/mm/yyyy" maxlength="10" size="10"></label>
<label class="filter"><span>đến ngày:</span><input type="text" name="den-ngay" value="{{TO}}" placeholder="dd/mm/yyyy" maxlength="10" size="10"></label>
<label class="filter"><input class="tick" type="checkbox" name="cho-toi" value="1"{{#FOR_ME}} checked{{/FOR_ME}}> <span>Chờ tôi xử lý</span></label>
<button class="btn btn--secondary">Lọc</button>{{#IS_FILTERED}}<a class="btn btn--text" href="{{ALL_URL}}">Bỏ lọc</a>{{/IS_FILTERED}}
</form>
{{#PROBLEM}}<div class="notice notice--warn" role="status"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p>{{PROBLEM_TEXT}}</p></div></div>
{{/PROBLEM}}{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#message-circle-question-mark"></use></svg><p>{{NOTHING_WORDS}}</p></div>
{{/NOTHING}}{{#TABLE}}{{#MAY_FORWARD}}<form method="get" action="/quan-tri/hoi-dap/chuyen"><div class="bulk"><span class="bulk__count" data-bulk-count>Đánh dấu các việc</span><div class="btns btns--row"><button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#send"></use></svg>Chuyển đơn vị…</button></div></div>
{{/MAY_FORWARD}}<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Câu hỏi, phản hồi, mới nhận trước</caption>
<thead><tr><th scope="col">Về việc</th><th scope="col">Trạng thái</th><th scope="col">Thời hạn</th><th scope="col">Nhận lúc</th><th scope="col">Đang ở</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="table__title">{{#TICK}}<input class="tick" type="checkbox" name="viec[]" value="{{TICK_MATTER}}" aria-label="Chọn: {{MATTER_TITLE}}"> {{/TICK}}<a href="{{MATTER_URL}}">{{MATTER_TITLE}}</a><span class="table__sub">{{MATTER_SUB}}</span></td>
<td data-label="Trạng thái"><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{STATE_ICON}}"></use></svg>{{STATE_LABEL}}</span>{{#AWAITS_DIRECTION}}<span class="table__sub">Chờ ý kiến chỉ đạo</span>{{/AWAITS_DIRECTION}}</td>
<td{{#CLOCK}} data-label="Thời hạn"{{/CLOCK}}>{{#CLOCK}}{{>CLOCK_CHIP}}<span class="table__sub">{{CLOCK_BASIS}}</span>{{/CLOCK}}</td>
<td data-label="Nhận lúc"><time datetime="{{RECEIVED_ISO}}">{{RECEIVED}}</time></td>
<td data-label="Đang ở">{{HOLDER}}</td></tr>
{{/ROW}}</tbody></table></div>
{{#FORWARD_END}}</form>{{/FORWARD_END}}{{/TABLE}}{{#PAGER}}<nav class="pager" aria-label="Trang của danh sách">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về đầu danh sách</a>
{{/HAS_FIRST}}{{#HAS_OLDER}}<a href="{{OLDER_URL}}" rel="next">Cũ hơn<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_OLDER}}</nav>
{{/PAGER}}
