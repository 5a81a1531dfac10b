{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Cài đặt</h1><p class="muted">Thông tin giao dịch hiện ở chân mọi trang (Điều 5, khoản 10).</p></div>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các cài đặt</caption>
<thead><tr><th scope="col">Cài đặt</th><th scope="col">Giá trị</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">{{LABEL}}<span class="table__sub">{{HELP}}</span></td>
<td data-label="Giá trị">{{VALUE}}</td>
<td>{{#EDIT}}<a href="{{URL}}">Sửa<span class="govuk-visually-hidden">: {{LABEL}}</span></a>{{/EDIT}}{{#FIXED}}<span class="small muted">{{WHY}}</span>{{/FIXED}}</td>
</tr>
{{/ROW}}</tbody></table></div>
