{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Ngày làm việc có tin mới, tháng {{MONTH}}</h1><p class="muted">Thông tin mới ít nhất một lần mỗi ngày làm việc (Điều 13 khoản 1).</p></div>
{{#NO_CALENDAR}}<div class="notice notice--warn"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p>Lịch làm việc của năm này chưa nhập nên chưa đếm được ngày làm việc.</p></div></div>{{/NO_CALENDAR}}
{{#HAS_DAYS}}<div class="table-frame"><table class="table table--tight">
<caption class="govuk-visually-hidden">Từng ngày làm việc của tháng</caption>
<thead><tr><th scope="col">Ngày</th><th scope="col">Tin mới</th></tr></thead>
<tbody>
{{#DAY}}<tr><th scope="row">{{DATE}}</th><td>{{>CHIP}}</td></tr>
{{/DAY}}</tbody></table></div>
<p class="row small no-print">Tải cả danh sách: <a href="{{CSV_URL}}" download>CSV</a> <a href="{{ODS_URL}}" download>ODS</a></p>{{/HAS_DAYS}}
