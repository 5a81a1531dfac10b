{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1><p class="muted">{{LEAD}}</p></div>
{{>FORM}}
<section aria-labelledby="luat">
<h2 id="luat">Đề xuất theo luật</h2>
{{#LAW}}<p>Ngày nghỉ lễ trùng ngày nghỉ hằng tuần thì nghỉ bù vào ngày làm việc kế tiếp (Bộ luật Lao động, Điều 111, khoản 3). Ngày hoán đổi do cơ quan thông báo thì ghi riêng bằng “Thêm ngày nghỉ, làm bù”.</p>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Ngày nghỉ lễ theo luật</caption>
<thead><tr><th scope="col">Ngày</th><th scope="col">Ngày lễ</th><th scope="col">Căn cứ</th><th scope="col">Ghi chú</th></tr></thead>
<tbody>
{{#HOLIDAY}}<tr>
<th scope="row" class="nowrap">{{HOLIDAY_DATE}}</th>
<td data-label="Ngày lễ">{{HOLIDAY_NAME}}</td>
<td data-label="Căn cứ" class="small">{{HOLIDAY_SOURCE}}</td>
<td>{{#COMPENSATION}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#rotate-ccw"></use></svg>Nghỉ bù</span> {{/COMPENSATION}}{{#TO_CONFIRM}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-question-mark"></use></svg>Đối chiếu thông báo</span>{{/TO_CONFIRM}}</td>
</tr>
{{/HOLIDAY}}</tbody></table></div>
{{/LAW}}{{#NO_LAW}}<p>{{NO_LAW_TEXT}}</p>{{/NO_LAW}}
</section>
