{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Cài đặt</h1><p class="muted">Mỗi cài đặt có ý nghĩa, giới hạn, căn cứ và người thay đổi gần nhất. Thông tin giao dịch hiện ở chân mọi trang (Điều 5, khoản 10).</p></div>
{{#GROUP}}<section><h2>{{GROUP_TITLE}}</h2>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">{{GROUP_TITLE}}</caption>
<thead><tr><th scope="col">Cài đặt</th><th scope="col">Giá trị</th><th scope="col">Giới hạn</th><th scope="col">Thay đổi gần nhất</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">{{LABEL}}<span class="table__sub">{{HELP}}{{#HAS_CLAUSE}} Căn cứ: {{CLAUSE}}.{{/HAS_CLAUSE}}</span></td>
<td data-label="Giá trị">{{VALUE}}{{#HAS_UNIT}} {{UNIT}}{{/HAS_UNIT}}</td>
<td data-label="Giới hạn">{{LIMITS}}</td>
<td data-label="Thay đổi gần nhất">{{#CHANGED}}{{WHO}}<span class="table__sub">{{WHEN}}</span><span class="table__sub">{{OLD_NEW}}</span><a class="small" href="{{HISTORY_URL}}">Lịch sử<span class="govuk-visually-hidden">: {{LABEL}}</span></a>{{/CHANGED}}{{#NEVER}}<span class="small muted">Chưa đổi từ khi thiết lập</span>{{/NEVER}}</td>
<td>{{#EDIT}}<a href="{{URL}}">Sửa<span class="govuk-visually-hidden">: {{LABEL}}</span></a>{{/EDIT}}{{#FIXED}}<span class="small muted">{{WHY}}</span>{{/FIXED}}</td>
</tr>
{{/ROW}}</tbody></table></div></section>
{{/GROUP}}
