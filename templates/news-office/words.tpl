{{%AUTOESCAPE context="HTML"}}<article class="card reading" aria-label="Nội dung">
<h2>{{TITLE}}</h2>
{{#HAS_SUMMARY}}<p class="sapo">{{SUMMARY}}</p>
{{/HAS_SUMMARY}}{{#LEAD}}<figure class="figure"><img src="{{LEAD_SRC}}" alt="{{LEAD_ALT}}" width="{{LEAD_WIDTH}}" height="{{LEAD_HEIGHT}}"><figcaption>{{LEAD_CAPTION}}</figcaption></figure>
{{/LEAD}}{{BODY_HTML:none}}
</article>
<section class="card" aria-label="Các mục khác của bản này"><dl class="facts">
{{#WORD_FACT}}<div><dt>{{WORD_LABEL}}</dt><dd>{{WORD_VALUE}}</dd></div>
{{/WORD_FACT}}{{#ATTACHED}}<div class="facts__wide"><dt>Tệp đính kèm</dt><dd class="files__one">{{#HAS_THUMB}}<img class="files__page" src="{{ATTACHED_THUMB}}" alt="" loading="lazy">{{/HAS_THUMB}}<div><a href="{{ATTACHED_URL}}">{{ATTACHED_TITLE}}</a> ({{ATTACHED_FACTS}}){{#IS_INTERNAL}} · <b>Chỉ dùng nội bộ, bạn đọc không thấy</b>{{/IS_INTERNAL}}
<p class="small{{#IS_REFUSED}} files__refused{{/IS_REFUSED}}">{{ATTACHED_STATE}}</p>{{#USED}}<p class="small muted">{{ATTACHED_USE}}</p>{{/USED}}<code class="digest">SHA-256 {{ATTACHED_DIGEST}}</code>
{{#JUDGED}}<p class="small">{{>SIGNED_CHIP}} {{SIGNED_SUMMARY}} <span class="muted">Kiểm tra {{JUDGED_AT}}, theo {{ANCHOR_COUNT}} chứng thư gốc được tin cậy.</span></p>
{{#SIGNATURE}}<details class="fold"><summary>Chữ ký {{SIGNATURE_NUMBER}}: {{SIGNATURE_SIGNER}}: {{SIGNATURE_VERDICT}}</summary>
<dl class="facts"><div><dt>Người ký</dt><dd>{{SIGNATURE_SIGNER}}</dd></div>
<div><dt>Nơi cấp chứng thư</dt><dd>{{SIGNATURE_ISSUER}}</dd></div>
<div><dt>Thời điểm ký</dt><dd>{{SIGNATURE_TIME}}</dd></div>
<div><dt>Phạm vi</dt><dd>{{SIGNATURE_COVERAGE}}</dd></div>
<div><dt>Sau khi ký</dt><dd>{{SIGNATURE_AFTERWARDS}}</dd></div>
<div><dt>Chuỗi chứng thư</dt><dd>{{SIGNATURE_CHAIN}}</dd></div>
<div><dt>Thu hồi</dt><dd>{{SIGNATURE_REVOCATION}}</dd></div>
<div><dt>Kết luận</dt><dd>{{SIGNATURE_VERDICT}}{{#WHY}}<ul>
{{#WHY_ONE}}<li>{{WHY_TEXT}}</li>
{{/WHY_ONE}}</ul>{{/WHY}}</dd></div></dl></details>
{{/SIGNATURE}}{{/JUDGED}}</div></dd></div>
{{/ATTACHED}}</dl></section>
