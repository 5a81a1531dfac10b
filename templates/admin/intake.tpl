{{%AUTOESCAPE context="HTML"}}<div class="office-head"><div><h1>Sổ tiếp nhận</h1><p class="muted">Mọi nội dung gửi tới Ban Biên tập qua thư, biểu mẫu, trực tiếp hoặc kết nối, mới nhận trước. Thư của người lạ, thư nghi giả mạo và thư rác nằm ở khu chờ kiểm tra, không ai được trả lời.</p></div><div class="btns"><a class="btn" href="/quan-tri/tiep-nhan/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Ghi vào sổ</a><a class="btn btn--secondary" href="{{CSV_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#download"></use></svg>Tải về (CSV)</a></div></div>
<form class="filters filters--many" method="get" action="/quan-tri/tiep-nhan/">
<label class="filters__search"><span class="govuk-visually-hidden">Tìm theo tiêu đề, mã hoặc người gửi</span><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg><input type="search" name="q" value="{{WORDS}}" placeholder="Tiêu đề, mã hoặc người gửi" maxlength="200"></label>
<label class="filters__more"><input class="tick" type="checkbox"{{#IS_FILTERED}} checked{{/IS_FILTERED}}>Hiện các mục lọc</label>
<label class="filter"><span>Nhận qua:</span><select name="kenh"><option value="">tất cả</option>{{#CHANNEL_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/CHANNEL_OPTION}}</select></label>
<label class="filter"><span>Trạng thái:</span><select name="trang-thai"><option value="">tất cả</option>{{#STATE_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_SELECTED}} selected{{/OPTION_SELECTED}}>{{OPTION_LABEL}}</option>{{/STATE_OPTION}}</select></label>
<label class="filter"><span>Nhận từ ngày:</span><input type="text" name="tu-ngay" value="{{FROM}}" placeholder="dd/mm/yyyy" maxlength="10" size="10"></label>
<label class="filter"><span>đến ngày:</span><input type="text" name="den-ngay" value="{{TO}}" placeholder="dd/mm/yyyy" maxlength="10" size="10"></label>
<button class="btn btn--secondary">Lọc</button>{{#IS_FILTERED}}<a class="btn btn--text" href="{{ALL_URL}}">Bỏ lọc</a>{{/IS_FILTERED}}
</form>
{{#PROBLEM}}<div class="notice notice--warn" role="status"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p>{{PROBLEM_TEXT}}</p></div></div>
{{/PROBLEM}}{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#inbox"></use></svg><p>{{NOTHING_WORDS}}</p></div>
{{/NOTHING}}{{#TABLE}}<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Nội dung đã nhận, mới nhận trước</caption>
<thead><tr><th scope="col">Tiêu đề</th><th scope="col">Trạng thái</th><th scope="col">Người gửi</th><th scope="col">Nhận lúc</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="table__title"><a href="{{THING_URL}}">{{THING_TITLE}}</a><span class="table__sub">{{THING_SUB}}</span></td>
<td data-label="Trạng thái">{{>STATE_CHIP}}{{#HAS_HOLD}}<span class="table__sub">{{HOLD}}</span>{{/HAS_HOLD}}</td>
<td data-label="Người gửi">{{SENDER}}{{#HAS_ADDRESS}}<span class="table__sub">{{ADDRESS}}</span>{{/HAS_ADDRESS}}</td>
<td data-label="Nhận lúc"><time datetime="{{RECEIVED_ISO}}">{{RECEIVED}}</time></td></tr>
{{/ROW}}</tbody></table></div>
{{/TABLE}}{{#PAGER}}<nav class="pager" aria-label="Trang của sổ tiếp nhận">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về đầu danh sách</a>
{{/HAS_FIRST}}{{#HAS_OLDER}}<a href="{{OLDER_URL}}" rel="next">Cũ hơn<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_OLDER}}</nav>
{{/PAGER}}{{#HAS_NOTED}}<p class="small muted">Bảy ngày qua, hộp thư còn nhận và không ghi vào sổ: {{NOTED}}. Thư do máy gửi không bao giờ được trả lời.</p>
{{/HAS_NOTED}}
