{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Lịch làm việc năm {{YEAR}}</h1>
<p class="lead">{{AGENCY_FULL}} làm việc và nghỉ những ngày nào. Thời hạn giải quyết được tính theo lịch này.</p>
</div>
<nav class="jumps" aria-label="Năm khác">
{{#JUMP}}<a href="{{JUMP_URL}}"{{#JUMP_CURRENT}} aria-current="page"{{/JUMP_CURRENT}}>Năm {{JUMP_YEAR}}</a>
{{/JUMP}}</nav>
<div class="cols">
<div class="cols__main">
<section>
<div class="section-head"><h2>Giờ làm việc</h2></div>
{{#WEEK}}{{#WEEK_TITLED}}<h3>{{WEEK_TITLE}}</h3>
{{/WEEK_TITLED}}<dl class="facts">
{{#HOURS_ROW}}<div><dt>{{HOURS_DAYS}}</dt><dd>{{HOURS_SPANS}}</dd></div>
{{/HOURS_ROW}}</dl>
{{/WEEK}}</section>
<section>
<div class="section-head"><h2>Ngày nghỉ, ngày làm bù</h2></div>
{{#HAS_DAYS}}<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Ngày nghỉ lễ, ngày nghỉ khác và ngày làm bù năm {{YEAR}}</caption>
<thead><tr><th scope="col">Ngày</th><th scope="col">Loại</th><th scope="col">Nội dung</th><th scope="col">Căn cứ</th></tr></thead>
<tbody>
{{#SPECIAL}}<tr><th scope="row" class="nowrap">{{SPECIAL_DATE}}</th><td data-label="Loại" class="nowrap"><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{SPECIAL_ICON}}"></use></svg>{{SPECIAL_KIND}}</span></td><td data-label="Nội dung">{{SPECIAL_NAME}}</td><td data-label="Căn cứ" class="small">{{SPECIAL_SOURCE}}</td></tr>
{{/SPECIAL}}</tbody>
</table></div>
{{/HAS_DAYS}}{{#NO_DAYS}}<p>Năm này không có ngày nghỉ, ngày làm bù nào ngoài ngày nghỉ hằng tuần.</p>
{{/NO_DAYS}}</section>
</div>
<div class="cols__side">
<section class="panel">
<h2>Căn cứ của lịch</h2>
<p>{{ANNOUNCEMENT}}</p>
{{#HAS_CHANGED}}<p class="small">Cập nhật {{CHANGED}}.</p>
{{/HAS_CHANGED}}<dl class="facts">
<div><dt>Ngày làm việc</dt><dd>{{WORKING_DAYS}}</dd></div>
<div><dt>Nghỉ lễ, tết</dt><dd>{{HOLIDAYS}}</dd></div>
</dl>
</section>
<section class="panel">
<h2>Dùng lịch này</h2>
<ul class="links">
<li><a href="/tinh-thoi-han">Tính thời hạn theo lịch này</a></li>
<li><a href="/lich-lam-viec.ics">Đưa vào lịch trên máy, điện thoại (iCalendar)</a></li>
<li><a href="{{JSON_URL}}">Dữ liệu cho phần mềm (JSON)</a></li>
</ul>
</section>
</div>
</div>
<section>
<div class="section-head"><h2>Cả năm theo tháng</h2></div>
<ul class="legend">
<li><span class="day day--holiday">1</span> Nghỉ lễ, tết</li>
<li><span class="day day--closed">1</span> Ngày nghỉ khác</li>
<li><span class="day day--makeup">1</span> Ngày làm bù</li>
<li><span class="day day--half">1</span> Làm việc một phần</li>
<li><span class="day day--off">1</span> Nghỉ hằng tuần</li>
</ul>
<div class="months">
{{#MONTH}}<table class="month">
<caption>Tháng {{MONTH_NUMBER}}</caption>
<thead><tr><th scope="col"><abbr title="Thứ Hai">T2</abbr></th><th scope="col"><abbr title="Thứ Ba">T3</abbr></th><th scope="col"><abbr title="Thứ Tư">T4</abbr></th><th scope="col"><abbr title="Thứ Năm">T5</abbr></th><th scope="col"><abbr title="Thứ Sáu">T6</abbr></th><th scope="col"><abbr title="Thứ Bảy">T7</abbr></th><th scope="col"><abbr title="Chủ nhật">CN</abbr></th></tr></thead>
<tbody>
{{#ROW}}<tr>{{#CELL}}<td>{{#DAY}}<span class="day{{#IS_HOLIDAY}} day--holiday{{/IS_HOLIDAY}}{{#IS_CLOSED}} day--closed{{/IS_CLOSED}}{{#IS_MAKEUP}} day--makeup{{/IS_MAKEUP}}{{#IS_HALF}} day--half{{/IS_HALF}}{{#IS_OFF}} day--off{{/IS_OFF}}">{{DAY_NUMBER}}{{#HAS_WORDS}}<span class="govuk-visually-hidden"> {{DAY_WORDS}}</span>{{/HAS_WORDS}}</span>{{/DAY}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody>
</table>
{{/MONTH}}</div>
</section>
