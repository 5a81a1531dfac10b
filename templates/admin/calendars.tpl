{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Lịch làm việc</h1><div class="btns"><a class="btn" href="/quan-tri/lich/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Thêm lịch</a></div><p class="muted">Mọi thời hạn được tính theo lịch của cơ quan. Đổi lịch thì các thời hạn đang chạy được tính lại sau khi xem trước.</p></div>
<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Các lịch làm việc</caption>
<thead><tr><th scope="col">Lịch</th><th scope="col">Năm đã nhập</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title"><a href="{{URL}}">{{NAME}}</a>{{#OWN}}<span class="table__sub">Lịch của cơ quan: thời hạn tính theo lịch này</span>{{/OWN}}</td>
<td data-label="Năm đã nhập">{{YEARS}}</td>
<td>{{#COMPLETE}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>Đủ lịch</span>{{/COMPLETE}}{{#MISSING}}<span class="chip chip--amber"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-x"></use></svg>Cần nhập năm {{MISSING_YEAR}}</span>{{/MISSING}}</td>
</tr>
{{/ROW}}</tbody></table></div>
