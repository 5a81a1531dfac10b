{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Vì sao hạn này?</h1>
<div class="btns"><button type="button" class="btn btn--secondary js-only no-print" data-print><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In trang này</button><a class="btn btn--secondary" href="{{BACK_URL}}">{{BACK_LABEL}}</a></div>
<p>{{SUBJECT}}</p></div>
<div class="split">
<div class="split__main stack">
<section class="card" aria-labelledby="ket-qua">
<h2 id="ket-qua">{{RESULT}}</h2>
<p><b>{{DUTY_TITLE}}</b></p>
<p>{{RULE_WORDS}}</p>
<p>{{>CLOCK_CHIP}}</p>
{{#EXTENDED}}<p>Gia hạn thành {{EXTENDED_TO}} ngày làm việc, {{EXTENDED_BY}} quyết định lúc {{EXTENDED_AT}}: {{EXTENDED_REASON}}</p>
{{/EXTENDED}}{{#OTHERWISE}}<p>Hạn đang ghi của việc này: {{STORED_DUE}}. Cách tính dưới đây theo lịch và quy định hiện nay.</p>
{{/OTHERWISE}}</section>
{{>DAYS}}{{#PAUSES}}<section aria-labelledby="tam-dung">
<h2 id="tam-dung">Các lần tạm dừng</h2>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các lần tạm dừng với lý do và căn cứ</caption>
<thead><tr><th scope="col">Từ</th><th scope="col">Đến</th><th scope="col">Lý do</th><th scope="col">Căn cứ</th></tr></thead>
<tbody>
{{#PAUSE}}<tr><td data-label="Từ" class="nowrap">{{PAUSE_FROM}}</td><td data-label="Đến">{{PAUSE_TO}}</td><td data-label="Lý do">{{PAUSE_GROUND}}</td><td data-label="Căn cứ">{{PAUSE_EVIDENCE}}</td></tr>
{{/PAUSE}}</tbody>
</table></div>
</section>
{{/PAUSES}}<section class="card" aria-labelledby="dien-bien">
<h2 id="dien-bien">Diễn biến của thời hạn</h2>
<ol class="timeline">
{{#CHANGE}}<li><b>{{WHEN}}</b> {{WHO}}: {{WHAT}}{{#DUES}}<span class="timeline__note">Hạn: {{OLD_DUE}} → {{NEW_DUE}}</span>{{/DUES}}{{#NOTED}}<span class="timeline__note">{{NOTE}}</span>{{/NOTED}}</li>
{{/CHANGE}}</ol>
</section>
<p class="print-only">In lúc {{PRINTED}}. Hạn có thể thay đổi sau khi in nếu lịch làm việc thay đổi.</p>
</div>
<div class="split__side">
{{#ACTS}}<section class="card card--act no-print" aria-labelledby="viec-voi-thoi-han">
<h2 id="viec-voi-thoi-han">Việc với thời hạn này</h2>
<div class="btns btns--stack">
{{#ACT}}<a class="btn btn--secondary" href="{{ACT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/ACT}}</div>
</section>
{{/ACTS}}<section class="card" aria-labelledby="can-cu">
<h2 id="can-cu">Căn cứ</h2>
<dl class="facts">
{{#FACT}}<div><dt>{{FACT_LABEL}}</dt><dd>{{FACT_VALUE}}</dd></div>
{{/FACT}}</dl>
</section>
<section class="card" aria-labelledby="tom-tat">
<h2 id="tom-tat">Tóm tắt</h2>
<dl class="facts">
{{#TALLY}}<div><dt>{{TALLY_LABEL}}</dt><dd>{{TALLY_VALUE}}</dd></div>
{{/TALLY}}</dl>
</section>
</div>
</div>
