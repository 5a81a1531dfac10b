{{%AUTOESCAPE context="HTML"}}<div class="office-head"><div><h1>Chứng thư tin cậy</h1><p class="muted">Chữ ký số của văn bản chỉ được coi là hợp lệ khi chứng thư của người ký dẫn tới một chứng thư ở đây (D9.1c). Không có chứng thư nào thì không chữ ký nào được xác thực.</p></div><a class="btn" href="{{NEW_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Thêm chứng thư</a></div>
{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#badge-check"></use></svg><p>Chưa có chứng thư nào được tin cậy.</p></div>{{/EMPTY}}
{{#TABLE}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các chứng thư, đang tin cậy trước</caption>
<thead><tr><th scope="col">Chứng thư</th><th scope="col">Nguồn</th><th scope="col">Thời gian</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">{{NAME}}<span class="table__sub">{{SUBJECT}}</span><span class="table__sub">Cấp bởi: {{ISSUER}}</span><code class="digest">SHA-256 {{FINGERPRINT}}</code></td>
<td data-label="Nguồn">{{SOURCE}}<span class="table__sub">{{ADDED}}</span></td>
<td data-label="Thời gian">Từ {{FROM}}{{#HAS_TO}} đến hết {{TO}}{{/HAS_TO}}{{#ENDS}}<span class="table__sub">chứng thư có hạn đến {{NOT_AFTER}}</span>{{/ENDS}}</td>
<td>{{>CHIP}}{{#REMOVED}}<span class="table__sub">{{REMOVED_TEXT}}</span>{{/REMOVED}}{{#DROP}}<a class="btn btn--small btn--danger" href="{{DROP_URL}}">Bỏ<span class="govuk-visually-hidden"> {{DROP_NAME}}</span></a>{{/DROP}}</td>
</tr>
{{/ROW}}</tbody></table></div>
{{/TABLE}}
