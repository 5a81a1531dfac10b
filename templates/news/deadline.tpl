{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Tính thời hạn</h1>
<p class="lead">Chọn một việc có thời hạn trong Quy chế, hoặc tự nhập số giờ, số ngày; trang cho biết hạn đến lúc nào và vì sao, theo <a href="/lich-lam-viec">lịch làm việc của Sở</a>.</p>
</div>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}{{#ANSWER}}<section class="card" aria-labelledby="ket-qua">
<h2 id="ket-qua">{{RESULT}}</h2>
{{#HAS_DUTY}}<p><b>{{DUTY_TITLE}}</b> <span class="muted">({{DUTY_CLAUSE}} của Quy chế)</span></p>
{{/HAS_DUTY}}<p>{{RULE_WORDS}}</p>
{{#HAS_NOTE}}<p class="small">{{NOTE}}</p>
{{/HAS_NOTE}}<p class="meta">{{#TALLY}}<span>{{TALLY_LABEL}}: {{TALLY_VALUE}}</span> {{/TALLY}}</p>
<p><button type="button" class="btn btn--secondary js-only no-print" data-print><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In trang này</button></p>
</section>
{{>DAYS}}<p class="small muted">Kết quả để tham khảo, theo lịch và quy định đang công bố. Thời điểm việc bắt đầu và các lần tạm dừng, gia hạn của từng hồ sơ do người thụ lý xác định.</p>
{{/ANSWER}}<section class="no-print" aria-labelledby="nhap">
<div class="section-head"><h2 id="nhap">{{FORM_TITLE}}</h2></div>
<form action="/tinh-thoi-han/ket-qua" method="get" novalidate>
{{>FIELD_DUTY}}{{>FIELD_AMOUNT}}{{>FIELD_UNIT}}{{>FIELD_START}}<div class="btns"><button class="btn"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-clock"></use></svg>Tính thời hạn</button></div>
</form>
</section>
