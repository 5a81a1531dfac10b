{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Nhật ký</h1><p class="muted">Mọi việc làm với tin, bài và với quyền, chuyên mục, đơn vị, cài đặt: ai, khi nào, với tư cách gì. Nhật ký chỉ ghi thêm; mọi sửa, xóa đều bị phát hiện.</p></div>
<form class="filters" method="get" action="/quan-tri/nhat-ky/">
<label class="filters__search"><span class="govuk-visually-hidden">Mã bài hoặc mục</span><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg><input type="search" name="muc" value="{{THING}}" placeholder="Mã bài hoặc mục"></label>
<label class="filter"><span>Người làm:</span><select name="nguoi"><option value="">tất cả</option>{{#PERSON_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/PERSON_OPTION}}</select></label>
<label class="filter"><span>Đến ngày:</span><input type="text" name="den-ngay" value="{{DAY}}" placeholder="25/11/2026" inputmode="numeric" size="10"></label>
<button class="btn btn--secondary" type="submit">Tìm</button>
</form>
{{#PROBLEM}}<div class="notice notice--error" role="alert"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#circle-alert"></use></svg><div class="notice__body"><p>{{PROBLEM_TEXT}}</p></div></div>{{/PROBLEM}}
{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#history"></use></svg><p>{{NOTHING}}</p></div>{{/EMPTY}}
{{#HAS_ROWS}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các việc đã làm, mới nhất ở trên</caption>
<thead><tr><th scope="col">Lúc</th><th scope="col">Người làm</th><th scope="col">Việc</th><th scope="col">Chi tiết</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td data-label="Lúc" class="nowrap">{{WHEN}}</td>
<td data-label="Người làm">{{WHO}}{{#HAS_AUTHORITY}}<span class="table__sub">{{AUTHORITY}}</span>{{/HAS_AUTHORITY}}</td>
<td data-label="Việc">{{WHAT}}<span class="table__sub">{{#LINK}}<a href="{{URL}}">{{THING_WORDS}}</a>{{/LINK}}{{#NO_LINK}}{{THING_WORDS}}{{/NO_LINK}}</span></td>
<td data-label="Chi tiết" class="pre-line">{{#HAS_NOTE}}{{NOTE:p}}{{/HAS_NOTE}}</td>
</tr>
{{/ROW}}</tbody></table></div>{{/HAS_ROWS}}
{{#PAGER}}<nav class="pager" aria-label="Trang của nhật ký">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về mới nhất</a>
{{/HAS_FIRST}}{{#HAS_NEXT}}<a href="{{NEXT_URL}}" rel="next">Cũ hơn<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_NEXT}}</nav>{{/PAGER}}
