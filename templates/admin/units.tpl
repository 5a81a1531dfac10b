{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Đơn vị</h1><div class="btns"><a class="btn" href="/quan-tri/don-vi/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Thêm đơn vị</a><a class="btn btn--secondary" href="/quan-tri/nhan-su/">Người và danh bạ</a></div></div>
<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Các phòng, đơn vị</caption>
<thead><tr><th scope="col">Đơn vị</th><th scope="col">Liên hệ</th><th scope="col">Hoạt động từ</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title"><a href="{{URL}}">{{NAME}}</a><span class="table__sub">{{KIND}}</span></td>
<td data-label="Liên hệ">{{PHONE}}<span class="table__sub">{{EMAIL}}</span></td>
<td data-label="Hoạt động từ">{{FROM}}</td>
<td>{{#IN_FORCE}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>Đang hoạt động</span>{{/IN_FORCE}}{{#ENDED}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#ban"></use></svg>Đã kết thúc {{TO}}</span>{{/ENDED}}{{#WILL_CHANGE}}<span class="table__sub"><a href="{{CHANGE_URL}}">{{CHANGE_WORDS}}</a></span>{{/WILL_CHANGE}}{{#WAS_CHANGED}}<span class="table__sub"><a href="{{CHANGE_URL}}">{{CHANGE_WORDS}}</a></span>{{/WAS_CHANGED}}{{#MAY_END}}<span class="table__sub"><a href="{{END_URL}}">Sáp nhập, giải thể<span class="govuk-visually-hidden">: {{NAME}}</span></a></span>{{/MAY_END}}</td>
</tr>
{{/ROW}}</tbody></table></div>
