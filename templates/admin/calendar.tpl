{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{NAME}}</h1><div class="btns"><a class="btn" href="{{DAY_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Thêm ngày nghỉ, làm bù</a><a class="btn btn--secondary" href="{{HOURS_URL}}">Đổi giờ làm việc</a></div>
<p class="muted">{{#OWN}}Thời hạn của cơ quan, và của các đơn vị không có lịch riêng, tính theo lịch này; bạn đọc xem được lịch ở trang công khai.{{/OWN}}{{#OTHER}}Lịch riêng: thời hạn của các đơn vị dùng lịch này tính theo nó. Quản trị mạng chọn lịch ở trang của từng đơn vị.{{/OTHER}}</p></div>
{{#ALARM}}<div class="notice notice--warn" role="status">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg>
<div class="notice__body"><p><strong>Chưa nhập lịch năm {{ALARM_YEAR}}.</strong> Thời hạn kéo sang năm này chưa có ngày hết hạn. <a href="{{ALARM_URL}}">Nhập lịch năm {{ALARM_YEAR}}</a></p></div>
</div>
{{/ALARM}}<section aria-labelledby="nam">
<h2 id="nam">Các năm</h2>
<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Các năm của lịch và thông báo</caption>
<thead><tr><th scope="col">Năm</th><th scope="col">Thông báo</th><th scope="col">Tình trạng</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#YEAR}}<tr class="{{#YEAR_SHOWN}}is-selected{{/YEAR_SHOWN}}">
<th scope="row"><a href="{{YEAR_URL}}">{{YEAR_NUMBER}}</a></th>
<td data-label="Thông báo">{{#ENTERED}}{{ANNOUNCEMENT}}{{#HAS_WHEN}}<span class="table__sub">Nhập lúc {{WHEN}}</span>{{/HAS_WHEN}}{{/ENTERED}}{{#WAITING}}Chưa có{{/WAITING}}</td>
<td>{{#ENTERED}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>Đã nhập</span>{{/ENTERED}}{{#WAITING}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-x"></use></svg>Chưa nhập</span>{{/WAITING}}</td>
<td><a class="btn btn--small btn--secondary" href="{{ENTER_URL}}">{{#ENTERED}}Nhập lại{{/ENTERED}}{{#WAITING}}Nhập lịch{{/WAITING}}<span class="govuk-visually-hidden"> năm {{YEAR_NUMBER}}</span></a></td>
</tr>
{{/YEAR}}</tbody></table></div>
</section>
<section aria-labelledby="ngay">
<h2 id="ngay">Ngày nghỉ, ngày làm bù năm {{SHOWN_YEAR}}</h2>
{{#DAYS}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Ngày nghỉ, ngày làm bù năm {{SHOWN_YEAR}}</caption>
<thead><tr><th scope="col">Ngày</th><th scope="col">Loại</th><th scope="col">Nội dung</th><th scope="col">Căn cứ</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#DAY}}<tr>
<th scope="row" class="nowrap">{{DAY_DATE}}</th>
<td data-label="Loại" class="nowrap">{{DAY_KIND}}</td>
<td data-label="Nội dung">{{DAY_NAME}}{{#DAY_HAS_HOURS}}<span class="table__sub">Giờ làm việc {{DAY_HOURS}}</span>{{/DAY_HAS_HOURS}}</td>
<td data-label="Căn cứ" class="small">{{DAY_SOURCE}}</td>
<td><form method="post" action="{{DROP_URL}}"><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="ngay" value="{{DROP_DAY}}"><input type="hidden" name="loai" value="{{DROP_KIND}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}"><button class="btn btn--small btn--danger" type="submit">Bỏ<span class="govuk-visually-hidden"> ngày {{DAY_DATE}}</span></button></form></td>
</tr>
{{/DAY}}</tbody></table></div>
{{/DAYS}}{{#NO_DAYS}}<div class="empty"><p>Năm này chưa ghi ngày nghỉ, ngày làm bù nào.</p></div>{{/NO_DAYS}}
</section>
<section aria-labelledby="gio">
<h2 id="gio">Giờ làm việc</h2>
{{#NO_HOURS}}<div class="empty"><p>Chưa ghi giờ làm việc. Ghi giờ trước khi nhập năm.</p></div>{{/NO_HOURS}}{{#HOURS}}<div class="card">
<h3>Từ ngày {{HOURS_FROM}}{{#HOURS_ENDED}} đến hết ngày {{HOURS_TO}}{{/HOURS_ENDED}}{{#HOURS_OPEN}}, đang áp dụng{{/HOURS_OPEN}}</h3>
<ul>
{{#HOURS_LINE}}<li>{{HOURS_TEXT}}</li>
{{/HOURS_LINE}}</ul>
<p class="small muted">{{HOURS_SOURCE}}</p>
</div>
{{/HOURS}}</section>
