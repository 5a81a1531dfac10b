{{%AUTOESCAPE context="HTML"}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các thời hạn đang chạy với hạn hiện nay và hạn sau thay đổi</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Hạn hiện nay</th><th scope="col">Hạn sau thay đổi</th><th scope="col">Kết quả</th></tr></thead>
<tbody>
{{#ROW}}<tr class="{{#CHANGED}}is-today{{/CHANGED}}">
<td class="table__title">{{#LINK}}<a href="{{URL}}">{{TITLE}}</a>{{/LINK}}{{#NO_LINK}}{{TITLE}}{{/NO_LINK}}<span class="table__sub">{{SUB}}</span></td>
<td data-label="Hạn hiện nay">{{OLD_DUE}}</td>
<td data-label="Hạn sau">{{NEW_DUE}}</td>
<td><span class="state">{{#CHANGED}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-clock"></use></svg>Đổi hạn{{/CHANGED}}{{#SAME}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#minus"></use></svg>Giữ nguyên{{/SAME}}</span></td>
</tr>
{{/ROW}}</tbody>
</table></div>
