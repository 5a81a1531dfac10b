{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1></div>
{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#list"></use></svg><p>Không có việc nào trong danh sách này.</p></div>{{/EMPTY}}
{{#HAS_ROWS}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">{{CAPTION}}</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Trạng thái</th><th scope="col">Đơn vị</th><th scope="col">{{TIME_HEAD}}</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="table__title">{{#LINK}}<a href="{{URL}}">{{TITLE}}</a>{{/LINK}}{{#NO_LINK}}{{TITLE}}{{/NO_LINK}}<span class="table__sub">{{CODE}}{{#HAS_DUTY}} {{CLAUSE}} · {{PARTY}}{{/HAS_DUTY}}</span></td>
<td data-label="Trạng thái">{{STATE}}{{#HAS_HOLDER}}<span class="table__sub">{{HOLDER}}</span>{{/HAS_HOLDER}}{{#REMIND}}<a class="btn btn--secondary btn--small no-print" href="{{REMIND_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#megaphone"></use></svg>Nhắc<span class="govuk-visually-hidden">: {{REMIND_OF}}</span></a>{{/REMIND}}{{#REMINDED}}<span class="table__sub">{{REMINDED_BY}} đã nhắc lúc {{REMINDED_AT}}</span>{{/REMINDED}}</td>
<td data-label="Đơn vị">{{UNIT}}</td>
<td>{{#OPEN_CLOCK}}{{>CHIP}} {{/OPEN_CLOCK}}<span class="table__sub">{{AT}}{{#CLOSED_CLOCK}}, hạn {{DUE}}{{/CLOSED_CLOCK}}</span>{{#WHY}}<span class="table__sub"><a href="{{WHY_URL}}">Vì sao hạn này?<span class="govuk-visually-hidden"> {{TITLE_AGAIN}}</span></a></span>{{/WHY}}</td></tr>
{{/ROW}}</tbody></table></div>
<p class="row small no-print">Tải cả danh sách: <a href="{{CSV_URL}}" download>CSV</a> <a href="{{ODS_URL}}" download>ODS</a></p>{{/HAS_ROWS}}
{{#PAGER}}<nav class="pager" aria-label="Trang của danh sách">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về đầu danh sách</a>
{{/HAS_FIRST}}{{#HAS_NEXT}}<a href="{{NEXT_URL}}" rel="next">Xem tiếp<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_NEXT}}</nav>{{/PAGER}}
