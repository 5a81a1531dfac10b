{{%AUTOESCAPE context="HTML"}}<div class="office-head"><div><h1>Điều hành</h1><p class="muted">Số liệu đến {{AS_OF}}. Bấm một số để xem danh sách đứng sau nó.</p></div>
<form class="filters no-print" method="get" action="/quan-tri/dieu-hanh/" data-auto><label class="filter"><span>Tháng:</span><select name="thang">{{#MONTH_OPTION}}<option value="{{VALUE}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/MONTH_OPTION}}</select></label> <button class="btn btn--secondary">Xem</button></form>
<button type="button" class="btn btn--secondary js-only no-print" data-print><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In</button></div>
<ul class="tiles">
{{#TILE}}<li><a class="tile" href="{{TILE_URL}}"><span class="tile__n{{#LATE}} tile__n--late{{/LATE}}{{#SOON}} tile__n--soon{{/SOON}}">{{TILE_N}}</span><span class="tile__label"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{TILE_ICON}}"></use></svg>{{TILE_LABEL}}</span></a></li>
{{/TILE}}</ul>
{{#NO_CALENDAR}}<div class="notice notice--warn"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p>Lịch làm việc của năm này chưa nhập nên chưa đếm được ngày làm việc có tin mới.</p></div></div>{{/NO_CALENDAR}}
<div class="cols">
<div class="cols__main stack">
<section class="card" aria-labelledby="dang-tre"><h2 id="dang-tre">Đang trễ, chờ ai</h2>
{{#NOTHING_LATE}}<p>Không có việc nào quá hạn.</p>{{/NOTHING_LATE}}{{#HAS_LATE}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Việc đang quá hạn, trễ lâu nhất ở trên</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Trễ</th><th scope="col">Đang chờ</th></tr></thead>
<tbody>
{{#ROW}}<tr><td class="table__title">{{#LINK}}<a href="{{URL}}">{{TITLE}}</a>{{/LINK}}{{#NO_LINK}}{{TITLE}}{{/NO_LINK}}<span class="table__sub">{{#HAS_DUTY}}{{CLAUSE}} · {{PARTY}} · {{/HAS_DUTY}}{{UNIT}}</span></td>
<td data-label="Trễ">{{#OPEN_CLOCK}}{{>CHIP}}{{/OPEN_CLOCK}}<span class="table__sub">hạn {{AT}}</span>{{#WHY}}<span class="table__sub"><a href="{{WHY_URL}}">Vì sao hạn này?<span class="govuk-visually-hidden"> {{TITLE_AGAIN}}</span></a></span>{{/WHY}}</td>
<td data-label="Đang chờ">{{#HAS_HOLDER}}{{HOLDER}}<span class="table__sub">{{STATE}}</span>{{/HAS_HOLDER}}{{#REMIND}}<a class="btn btn--secondary btn--small no-print" href="{{REMIND_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#megaphone"></use></svg>Nhắc<span class="govuk-visually-hidden">: {{REMIND_OF}}</span></a>{{/REMIND}}{{#REMINDED}}<span class="table__sub">{{REMINDED_BY}} đã nhắc lúc {{REMINDED_AT}}</span>{{/REMINDED}}</td></tr>
{{/ROW}}</tbody></table></div>{{#MORE_LATE}}<p><a href="{{MORE_URL}}">Xem tất cả việc quá hạn</a></p>{{/MORE_LATE}}
<p class="row small no-print">Tải về: <a href="{{LATE_CSV}}" download>CSV<span class="govuk-visually-hidden"> việc quá hạn</span></a> <a href="{{LATE_ODS}}" download>ODS<span class="govuk-visually-hidden"> việc quá hạn</span></a></p>{{/HAS_LATE}}</section>
<section class="card" aria-labelledby="dinh-muc"><h2 id="dinh-muc">Định mức tin, bài tháng {{MONTH}} (D9.4)</h2>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Tin, bài mỗi phòng, đơn vị thuộc Sở đã cung cấp</caption>
<thead><tr><th scope="col">Đơn vị</th><th scope="col" class="num">Đã cung cấp</th><th scope="col">Định mức</th><th scope="col">Kết quả</th></tr></thead>
<tbody>
{{#QUOTA}}<tr><td class="table__title">{{UNIT}}</td><td class="num" data-label="Đã cung cấp"><a href="{{SUPPLIED_URL}}">{{SUPPLIED}}<span class="govuk-visually-hidden"> tin, bài của {{UNIT}}</span></a></td>
<td data-label="Định mức">{{#OWES}}{{OWED}}{{/OWES}}{{#OWES_NOTHING}}không có{{/OWES_NOTHING}}{{#BAR}}<svg class="quota-bar" viewBox="0 0 120 12" aria-hidden="true"><rect class="quota-bar__all" width="120" height="12"></rect><rect class="quota-bar__done" width="{{FILLED}}" height="12"></rect><path class="quota-bar__mark" d="M{{MIN_X}} 0v12M{{MAX_X}} 0v12"></path></svg>{{/BAR}}</td>
<td>{{>RESULT}} {{#REMIND}}<a class="btn btn--secondary btn--small no-print" href="{{REMIND_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#megaphone"></use></svg>Nhắc<span class="govuk-visually-hidden">: {{REMIND_OF}}</span></a>{{/REMIND}}{{#REMINDED}}<span class="table__sub">{{REMINDED_BY}} đã nhắc lúc {{REMINDED_AT}}</span>{{/REMINDED}}</td></tr>
{{/QUOTA}}</tbody></table></div>
<p><a href="/quan-tri/dinh-muc/">Định mức của từng đơn vị</a></p>
{{#HAS_LOCAL}}<h3>Tư pháp địa phương (D7.2, tính riêng)</h3>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Tin, bài tư pháp địa phương đã cung cấp</caption>
<thead><tr><th scope="col">Đơn vị</th><th scope="col" class="num">Đã cung cấp</th><th scope="col">Định mức</th><th scope="col">Kết quả</th></tr></thead>
<tbody>
{{#LOCAL}}<tr><td class="table__title">{{UNIT}}</td><td class="num" data-label="Đã cung cấp"><a href="{{SUPPLIED_URL}}">{{SUPPLIED}}<span class="govuk-visually-hidden"> tin, bài của {{UNIT}}</span></a></td><td data-label="Định mức">{{#OWES}}{{OWED}}{{/OWES}}{{#OWES_NOTHING}}không có{{/OWES_NOTHING}}</td><td>{{>RESULT}}{{#REMIND}}<a class="btn btn--secondary btn--small no-print" href="{{REMIND_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#megaphone"></use></svg>Nhắc<span class="govuk-visually-hidden">: {{REMIND_OF}}</span></a>{{/REMIND}}{{#REMINDED}}<span class="table__sub">{{REMINDED_BY}} đã nhắc lúc {{REMINDED_AT}}</span>{{/REMINDED}}</td></tr>
{{/LOCAL}}</tbody></table></div>{{/HAS_LOCAL}}
<p class="row small no-print">Tải về: <a href="{{QUOTA_CSV}}" download>CSV<span class="govuk-visually-hidden"> định mức của mọi đơn vị</span></a> <a href="{{QUOTA_ODS}}" download>ODS<span class="govuk-visually-hidden"> định mức của mọi đơn vị</span></a></p></section>
<section class="card" aria-labelledby="theo-dieu"><h2 id="theo-dieu">Đúng hạn theo từng quy định, tháng {{MONTH}}</h2>
{{#NO_RATES}}<p>Chưa có thời hạn nào kết thúc trong tháng này.</p>{{/NO_RATES}}{{#HAS_RATES}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Số thời hạn kết thúc trong tháng, đúng hạn và trễ</caption>
<thead><tr><th scope="col">Quy định</th><th scope="col" class="num">Đúng hạn</th><th scope="col" class="num">Trễ</th><th scope="col" class="num">Tỷ lệ</th></tr></thead>
<tbody>
{{#RATE}}<tr><td class="table__title">{{CLAUSE}} <span class="table__sub">{{DUTY}}</span></td><td class="num" data-label="Đúng hạn"><a href="{{IN_TIME_URL}}">{{IN_TIME}}<span class="govuk-visually-hidden"> việc đúng hạn, {{CLAUSE}}</span></a></td><td class="num" data-label="Trễ"><a href="{{LATE_URL}}">{{LATE}}<span class="govuk-visually-hidden"> việc trễ, {{CLAUSE}}</span></a></td><td class="num" data-label="Tỷ lệ"><a href="{{ALL_URL}}">{{PERCENT}} %<span class="govuk-visually-hidden"> đúng hạn, {{CLAUSE}}</span></a></td></tr>
{{/RATE}}</tbody></table></div>
<p class="row small no-print">Tải về: <a href="{{RATES_CSV}}" download>CSV<span class="govuk-visually-hidden"> đúng hạn theo quy định</span></a> <a href="{{RATES_ODS}}" download>ODS<span class="govuk-visually-hidden"> đúng hạn theo quy định</span></a></p>{{/HAS_RATES}}</section>
</div>
<div class="cols__side stack">
<section class="card" aria-labelledby="sau-thang"><h2 id="sau-thang">Tỷ lệ đúng hạn, 6 tháng</h2>
<svg class="trend" viewBox="0 0 336 150" role="img" aria-label="Biểu đồ cột tỷ lệ đúng hạn sáu tháng; số liệu ở bảng bên dưới">
<path class="trend__grid" d="M0 24h336M0 74h336M0 124h336"></path>
{{#TREND_BAR}}<rect class="trend__bar" x="{{BAR_X}}" y="{{BAR_Y}}" width="36" height="{{BAR_HEIGHT}}"></rect><text class="trend__text" x="{{TEXT_X}}" y="{{TEXT_Y}}">{{BAR_WORDS}}</text><text class="trend__text" x="{{TEXT_X}}" y="142">{{BAR_MONTH}}</text>
{{/TREND_BAR}}</svg>
<div class="table-frame"><table class="table table--tight">
<caption class="govuk-visually-hidden">Thời hạn kết thúc mỗi tháng</caption>
<thead><tr><th scope="col">Tháng</th><th scope="col" class="num">Đúng</th><th scope="col" class="num">Trễ</th><th scope="col" class="num">%</th></tr></thead>
<tbody>
{{#TREND_ROW}}<tr><th scope="row">{{MONTH}}</th><td class="num"><a href="{{IN_TIME_URL}}">{{IN_TIME}}<span class="govuk-visually-hidden"> việc đúng hạn, tháng {{MONTH}}</span></a></td><td class="num"><a href="{{LATE_URL}}">{{LATE}}<span class="govuk-visually-hidden"> việc trễ, tháng {{MONTH}}</span></a></td><td class="num">{{#HAS_PERCENT}}<a href="{{ALL_URL}}">{{PERCENT}} %<span class="govuk-visually-hidden"> đúng hạn, tháng {{MONTH}}</span></a>{{/HAS_PERCENT}}{{#NO_PERCENT}}chưa có{{/NO_PERCENT}}</td></tr>
{{/TREND_ROW}}</tbody></table></div>
<p class="row small no-print">Tải về: <a href="{{TREND_CSV}}" download>CSV<span class="govuk-visually-hidden"> tỷ lệ đúng hạn</span></a> <a href="{{TREND_ODS}}" download>ODS<span class="govuk-visually-hidden"> tỷ lệ đúng hạn</span></a></p></section>
<section class="card" aria-labelledby="nguoi-giu"><h2 id="nguoi-giu">Việc đang chờ, theo người giữ</h2>
{{#NOTHING_WAITS}}<p>Không có tin, bài nào đang chờ.</p>{{/NOTHING_WAITS}}{{#HAS_HOLDERS}}<div class="table-frame"><table class="table table--tight">
<caption class="govuk-visually-hidden">Tin, bài đang chờ, lâu nhất ở trên</caption>
<thead><tr><th scope="col">Người giữ</th><th scope="col" class="num">Việc</th><th scope="col">Lâu nhất</th></tr></thead>
<tbody>
{{#HOLDER}}<tr><td>{{NAME}}<span class="table__sub">{{STEP}}</span></td><td class="num"><a href="{{URL}}">{{ITEMS}}<span class="govuk-visually-hidden"> việc, {{STEP}}: {{NAME}}</span></a></td><td>{{OLDEST}}</td></tr>
{{/HOLDER}}</tbody></table></div>
<p class="row small no-print">Tải về: <a href="{{HOLDERS_CSV}}" download>CSV<span class="govuk-visually-hidden"> việc đang chờ</span></a> <a href="{{HOLDERS_ODS}}" download>ODS<span class="govuk-visually-hidden"> việc đang chờ</span></a></p>{{/HAS_HOLDERS}}</section>
</div>
</div>
