{{%AUTOESCAPE context="HTML"}}<div class="office-head"><div><h1>Hệ thống kết nối</h1><p class="muted">Hệ thống của đơn vị, cá nhân, tổ chức được gửi tin, bài thẳng vào sổ tiếp nhận. Mỗi hệ thống một mã truy cập, chỉ hiện một lần khi cấp. <a href="{{DESCRIPTION_URL}}">Bản mô tả kết nối (OpenAPI)</a></p></div><div class="btns"><a class="btn" href="/quan-tri/ket-noi/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Cấp mã truy cập</a></div></div>
{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#key-round"></use></svg><p>Chưa có hệ thống nào được kết nối.</p></div>
{{/EMPTY}}{{#TABLE}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các hệ thống kết nối</caption>
<thead><tr><th scope="col">Hệ thống</th><th scope="col">Thời hạn</th><th scope="col">Đã dùng</th><th scope="col">Tình trạng</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">{{NAME}}<span class="table__sub">{{WHOSE}} · mã bắt đầu bằng {{HINT}}</span></td>
<td data-label="Thời hạn">{{DAYS}}<span class="table__sub">Cấp: {{MADE}}</span></td>
<td data-label="Đã dùng">{{SENT}} nội dung<span class="table__sub">Lần cuối: {{LAST_USED}} · nhiều nhất {{PER_MINUTE}} yêu cầu một phút</span></td>
<td data-label="Tình trạng">{{>STATE_CHIP}}{{#REVOKED}}<span class="table__sub">{{REVOKED_WORDS}}</span>{{/REVOKED}}</td>
<td class="table__keep">{{#REVOKE}}<a class="btn btn--small btn--danger" href="{{REVOKE_URL}}">Thu hồi<span class="govuk-visually-hidden">: {{NAME}}</span></a>{{/REVOKE}}</td>
</tr>
{{/ROW}}</tbody></table></div>
{{/TABLE}}
