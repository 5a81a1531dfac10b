{{%AUTOESCAPE context="HTML"}}{{#TABLE}}<div class="table-frame"><table class="table table--blocks table--tight due-days">
<caption class="govuk-visually-hidden">Từng ngày được tính và không được tính, với lý do và căn cứ</caption>
<thead><tr><th scope="col">Ngày</th><th scope="col">Tính?</th><th scope="col">Lý do</th><th scope="col">Căn cứ</th></tr></thead>
<tbody>
{{#DAY}}<tr class="{{#DAY_MUTED}}is-muted{{/DAY_MUTED}}{{#DAY_MARKED}}is-today{{/DAY_MARKED}}">
<th scope="row" class="nowrap">{{DAY_DATE}}{{#DAY_TODAY}} <span class="small">(hôm nay)</span>{{/DAY_TODAY}}</th>
<td data-label="Tính?"><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{#DAY_COUNTED}}check{{/DAY_COUNTED}}{{#DAY_SKIPPED}}minus{{/DAY_SKIPPED}}"></use></svg>{{DAY_VERDICT}}</span></td>
<td data-label="Lý do">{{DAY_REASON}}</td>
<td data-label="Căn cứ" class="small">{{DAY_SOURCE}}</td>
</tr>
{{/DAY}}</tbody>
</table></div>
{{/TABLE}}
