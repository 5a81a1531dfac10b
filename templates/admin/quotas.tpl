{{%AUTOESCAPE context="HTML"}}<div class="office-head"><div><h1>Định mức tin, bài</h1><p class="muted">Mỗi phòng, đơn vị thuộc Sở cung cấp từ 01 đến 02 tin, bài một tháng (Điều 9 khoản 4); tư pháp địa phương chỉ có định mức khi được đặt riêng.</p></div>
{{#MAY_CHANGE}}<div class="btns"><a class="btn" href="/quan-tri/dinh-muc/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Đặt định mức</a></div>{{/MAY_CHANGE}}</div>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Định mức theo đơn vị và thời gian</caption>
<thead><tr><th scope="col">Đơn vị</th><th scope="col">Tin, bài một tháng</th><th scope="col">Áp dụng</th><th scope="col">Văn bản</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="table__title">{{UNIT}}</td><td data-label="Tin, bài một tháng">{{OWED}}</td><td data-label="Áp dụng">từ {{FROM}}{{#ENDS}} đến {{TO}}{{/ENDS}}</td><td data-label="Văn bản">{{SOURCE}}</td>
<td data-label="Tình trạng">{{#IN_FORCE}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>Đang áp dụng</span>{{/IN_FORCE}}{{#TO_COME}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#clock"></use></svg>Sắp áp dụng</span>{{/TO_COME}}{{#IS_OVER}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#history"></use></svg>Đã hết</span>{{/IS_OVER}}</td></tr>
{{/ROW}}</tbody></table></div>
