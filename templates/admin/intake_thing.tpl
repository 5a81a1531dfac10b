{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{THING_TITLE}}</h1><span>{{>STATE_CHIP}}</span></div>
<p class="muted">{{THING_CODE}} · nhận qua: {{CHANNEL}} · nhận lúc {{RECEIVED}}{{#ITEM}} · đã thành tin, bài <a href="{{ITEM_URL}}">{{ITEM_CODE}}</a>{{/ITEM}}{{#ABOUT}} · trả lời thư về tin, bài <a href="{{ABOUT_URL}}">{{ABOUT_CODE}}</a>{{/ABOUT}}</p>
{{#HAS_HOLD}}<div class="notice notice--warn"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#shield-alert"></use></svg><div class="notice__body"><p>{{HOLD_REASON}}</p></div></div>
{{/HAS_HOLD}}<div class="split">
<div class="split__first">{{#ACTS}}<section class="card card--act" aria-labelledby="viec-tiep-theo"><h2 id="viec-tiep-theo">Việc tiếp theo</h2>
{{#NO_ACTS}}<p>{{NO_ACTS_WORDS}}</p>{{/NO_ACTS}}<div class="btns btns--stack">
{{#ACT}}{{#PRIMARY}}<a class="btn" href="{{ACT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/PRIMARY}}{{#SECONDARY}}<a class="btn btn--secondary" href="{{ACT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/SECONDARY}}{{#DANGER}}<a class="btn btn--danger" href="{{ACT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/DANGER}}{{/ACT}}</div></section>
{{/ACTS}}</div>
<div class="split__main stack">
<section class="card" aria-labelledby="noi-dung-gui"><h2 id="noi-dung-gui">Nội dung</h2>
{{#WORDS}}{{#HAS_REMARK}}<p class="small muted">{{REMARK}}</p>
{{/HAS_REMARK}}<p class="pre-line">{{TEXT:p}}</p>
{{#HAS_ORIGINAL}}<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Nguyên văn như đã gửi</span></summary><div class="govuk-details__text pre-line">{{ORIGINAL:p}}</div></details>
{{/HAS_ORIGINAL}}{{/WORDS}}{{#NO_WORDS}}<p class="muted"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#lock"></use></svg> Nội dung đã ẩn theo căn cứ bí mật nhà nước (D12.3b).</p>
{{/NO_WORDS}}{{#PURGED}}<p>Nội dung, tệp và thư gốc đã tiêu hủy lúc {{PURGED_AT}}.</p>
{{/PURGED}}{{#PURGE_ASKED}}<p>{{PURGE_BY}} đề nghị tiêu hủy lúc {{PURGE_AT}}, chờ người khác duyệt (D12.3b).</p>
{{/PURGE_ASKED}}{{#PURGE_STEP}}<p><a class="btn btn--danger btn--small" href="{{PURGE_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#trash-2"></use></svg>{{PURGE_LABEL}}</a></p>
{{/PURGE_STEP}}</section>
{{#FILES}}<section class="card" aria-labelledby="tep-kem"><h2 id="tep-kem">Tệp gửi kèm</h2>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Tệp gửi kèm và tình trạng của từng tệp</caption>
<thead><tr><th scope="col">Tệp</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#FILE}}<tr><td class="table__title">{{#FILE_LINK}}<a href="{{FILE_URL}}">{{FILE_NAME}}</a>{{/FILE_LINK}}{{#FILE_PLAIN}}{{FILE_NAME}}{{/FILE_PLAIN}}<span class="table__sub">{{FILE_SUB}}</span></td><td data-label="Tình trạng">{{FILE_STATE}}</td></tr>
{{/FILE}}</tbody></table></div></section>
{{/FILES}}{{#CONVERSATION}}<section class="card" aria-labelledby="trao-doi"><h2 id="trao-doi">Cùng luồng trao đổi</h2>
<ul class="links">
{{#OTHER}}<li><a href="{{OTHER_URL}}">{{OTHER_TITLE}}</a><span class="table__sub">{{OTHER_SUB}}</span></li>
{{/OTHER}}</ul></section>
{{/CONVERSATION}}<section class="card" aria-labelledby="dien-bien"><h2 id="dien-bien">Diễn biến</h2>
<ol class="timeline">
{{#DEED}}<li><b><time datetime="{{DEED_AT_ISO}}">{{DEED_AT}}</time></b> {{DEED_WHO}}{{#HAS_RIGHT}} ({{DEED_RIGHT}}){{/HAS_RIGHT}}: {{DEED_WHAT}}{{#HAS_NOTE}}<span class="timeline__note pre-line">{{DEED_NOTE:p}}</span>{{/HAS_NOTE}}</li>
{{/DEED}}</ol></section>
</div>
<div class="split__side"><section class="card" aria-labelledby="nguoi-gui"><h2 id="nguoi-gui">Người gửi</h2>
<p>{{>TRUST_CHIP}}</p>
<dl class="facts">
<div><dt>Họ tên</dt><dd>{{SENDER_NAME}}</dd></div>
{{#HAS_SENDER_ADDRESS}}<div><dt>Thư điện tử</dt><dd>{{SENDER_ADDRESS}}</dd></div>
{{/HAS_SENDER_ADDRESS}}{{#HAS_SENDER_PHONE}}<div><dt>Điện thoại</dt><dd>{{SENDER_PHONE}}</dd></div>
{{/HAS_SENDER_PHONE}}{{#HAS_SENDER_PLACE}}<div><dt>Địa chỉ</dt><dd>{{SENDER_PLACE}}</dd></div>
{{/HAS_SENDER_PLACE}}{{#HAS_SENDER_ORGANISATION}}<div><dt>Cơ quan, đơn vị</dt><dd>{{SENDER_ORGANISATION}}</dd></div>
{{/HAS_SENDER_ORGANISATION}}{{#HAS_SENDER_POSITION}}<div><dt>Chức danh</dt><dd>{{SENDER_POSITION}}</dd></div>
{{/HAS_SENDER_POSITION}}{{#HAS_MATCH}}<div><dt>Trong danh bạ</dt><dd>{{MATCH}}</dd></div>
{{/HAS_MATCH}}</dl>
{{#HAS_MISSING}}<p><b>Còn thiếu:</b> {{MISSING}} (D9.1b).</p>
{{/HAS_MISSING}}<p class="small muted">Dữ liệu cá nhân: chỉ người làm việc với sổ tiếp nhận xem được.</p></section>
<section class="card" aria-labelledby="vao-so"><h2 id="vao-so">Vào sổ</h2>
<dl class="facts">
<div><dt>Mã</dt><dd>{{THING_CODE}}</dd></div>
<div><dt>Ghi lúc</dt><dd>{{REGISTERED}}</dd></div>
{{#HAS_REGISTERED_BY}}<div><dt>Người ghi</dt><dd>{{REGISTERED_BY}}</dd></div>
{{/HAS_REGISTERED_BY}}{{#HAS_BROUGHT_BY}}<div><dt>Người mang đến</dt><dd>{{BROUGHT_BY}}</dd></div>
{{/HAS_BROUGHT_BY}}{{#HAS_EVENT}}<div><dt>Diễn ra lúc</dt><dd>{{EVENT_AT}}</dd></div>
{{/HAS_EVENT}}{{#HAS_DECLARED}}<div><dt>Cam đoan lúc</dt><dd>{{DECLARED_AT}}</dd></div>
{{/HAS_DECLARED}}{{#HAS_RECEIPT}}<div><dt>Mã tra cứu</dt><dd>{{RECEIPT_CODE}}</dd></div>
{{/HAS_RECEIPT}}</dl>
{{#HAS_SLIP}}<div class="btns"><a class="btn btn--secondary" href="{{SLIP_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>Giấy tiếp nhận</a></div>
{{/HAS_SLIP}}</section>
</div>
</div>
