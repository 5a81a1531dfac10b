{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{MATTER_TITLE}}</h1><span>{{>STATE_CHIP}} {{>DIRECTION_CHIP}} {{>CLOCK_CHIP}}</span>
<p>{{MATTER_CODE}} · {{MATTER_KIND}} · nhận qua: {{MATTER_CHANNEL}} · tiếp nhận lúc {{RECEIVED}}</p></div>
<div class="split">
<div class="split__first">{{#ACTS}}<section class="card card--act" aria-labelledby="viec-tiep-theo"><h2 id="viec-tiep-theo">Việc tiếp theo</h2>
<div class="btns btns--stack">
{{#ACT}}{{#PRIMARY}}<a class="btn" href="{{ACT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/PRIMARY}}{{#SECONDARY}}<a class="btn btn--secondary" href="{{ACT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/SECONDARY}}{{#DANGER}}<a class="btn btn--danger" href="{{ACT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/DANGER}}{{/ACT}}</div></section>
{{/ACTS}}{{#NO_ACTS}}<section class="card" aria-labelledby="viec-tiep-theo"><h2 id="viec-tiep-theo">Việc tiếp theo</h2><p>{{NO_ACTS_WORDS}}</p></section>
{{/NO_ACTS}}</div>
<div class="split__main stack">
<section class="card" aria-labelledby="noi-dung-gui"><h2 id="noi-dung-gui">Nội dung</h2>
<p class="pre-line">{{MATTER_TEXT:p}}</p></section>
<section class="card" aria-labelledby="nguoi-gui"><h2 id="nguoi-gui">Người gửi</h2>
{{#ASKER}}<dl class="facts">
<div><dt>Họ tên, tổ chức</dt><dd>{{ASKER_NAME}}</dd></div>
{{#HAS_EMAIL}}<div><dt>Thư điện tử</dt><dd>{{ASKER_EMAIL}}</dd></div>
{{/HAS_EMAIL}}{{#HAS_PHONE}}<div><dt>Điện thoại</dt><dd>{{ASKER_PHONE}}</dd></div>
{{/HAS_PHONE}}{{#HAS_ADDRESS}}<div><dt>Địa chỉ</dt><dd>{{ASKER_ADDRESS}}</dd></div>
{{/HAS_ADDRESS}}</dl>
<p class="small muted">Dữ liệu cá nhân: chỉ người xử lý việc này xem được.</p>
{{/ASKER}}{{#ASKER_HIDDEN}}<p class="muted"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#lock"></use></svg> Chỉ người xử lý việc này xem được.</p>
{{/ASKER_HIDDEN}}</section>
<section class="card" aria-labelledby="dien-bien"><h2 id="dien-bien">Diễn biến</h2>
<ol class="timeline">
{{#EVENT}}<li><b><time datetime="{{EVENT_AT_ISO}}">{{EVENT_AT}}</time></b> {{EVENT_WHO}} ({{EVENT_RIGHT}}): {{EVENT_WHAT}}{{#EVENT_FACT}}<span class="timeline__note">{{FACT_LINE}}</span>{{/EVENT_FACT}}{{#HAS_TEXT}}<span class="timeline__note pre-line">{{EVENT_TEXT:p}}</span>{{/HAS_TEXT}}</li>
{{/EVENT}}</ol></section>
</div>
<div class="split__side">{{>CLOCKS}}{{#FORWARD}}<section class="card" aria-labelledby="don-vi-xu-ly"><h2 id="don-vi-xu-ly">Đơn vị xử lý</h2>
<dl class="facts">
<div><dt>Chủ trì</dt><dd>{{LEAD_UNIT}}</dd></div>
{{#HAS_CO}}<div><dt>Phối hợp</dt><dd>{{CO_UNITS}}</dd></div>
{{/HAS_CO}}<div><dt>Chuyển lúc</dt><dd>{{FORWARDED}}</dd></div>
{{#HAS_LIMIT}}<div><dt>Thời hạn</dt><dd>{{LIMIT}} ngày làm việc</dd></div>
{{/HAS_LIMIT}}{{#HAS_BATCH}}<div><dt>Đợt chuyển</dt><dd>{{BATCH}}</dd></div>
{{/HAS_BATCH}}{{#HAS_ASSIGNED}}<div><dt>Người xử lý</dt><dd>{{ASSIGNED}}</dd></div>
{{/HAS_ASSIGNED}}</dl></section>
{{/FORWARD}}<section class="card" aria-labelledby="vao-so"><h2 id="vao-so">Vào sổ</h2>
<dl class="facts">
<div><dt>Số</dt><dd>{{MATTER_CODE}}</dd></div>
<div><dt>Ghi lúc</dt><dd>{{REGISTERED}}</dd></div>
<div><dt>Người ghi</dt><dd>{{REGISTERED_BY}}</dd></div>
</dl></section>
</div>
</div>
