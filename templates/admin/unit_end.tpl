{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1>{{#PREVIEW}}<p class="muted">Chưa có gì thay đổi. Xem kỹ rồi xác nhận ở cuối trang.</p>{{/PREVIEW}}</div>
<section class="card" aria-labelledby="noi-dung"><h2 id="noi-dung">Nội dung</h2>
<dl class="facts">
{{#STATE}}<div><dt>Tình trạng</dt><dd>{{STATE_WORDS}}</dd></div>
{{/STATE}}<div><dt>Đơn vị kết thúc</dt><dd>{{UNIT}}</dd></div>
{{#HAS_INTO}}<div><dt>Đơn vị tiếp nhận</dt><dd>{{INTO}}</dd></div>
{{/HAS_INTO}}<div><dt>Từ ngày</dt><dd>{{FROM}}</dd></div>
<div><dt>Quyết định</dt><dd>{{DOCUMENT}}</dd></div>
<div><dt>Người nhập</dt><dd>{{ENTERED}}</dd></div>
</dl></section>
{{#FOLLOWERS}}<section class="stack" aria-labelledby="keo-theo"><h2 id="keo-theo">Những việc kéo theo</h2>
{{#NOTHING}}<p>Đơn vị không còn người, vai trò, tin, bài hay thời hạn nào.</p>
{{/NOTHING}}{{#HAS_PEOPLE}}<details class="fold card" open><summary>{{COUNT}} người chuyển sang {{INTO}}</summary>
<div class="reading"><ul>
{{#PERSON}}<li>{{WORDS}}</li>
{{/PERSON}}</ul></div></details>
{{/HAS_PEOPLE}}{{#HAS_ROLES}}<h3>Vai trò</h3>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Vai trò giữ ở đơn vị, chuyển hay kết thúc</caption>
<thead><tr><th scope="col">Người</th><th scope="col">Vai trò</th><th scope="col">Thời gian</th><th scope="col">Kéo theo</th></tr></thead>
<tbody>
{{#ROLE}}<tr><td class="table__title">{{NAME}}<span class="table__sub">{{USERNAME}}</span></td><td data-label="Vai trò">{{LABEL}}</td><td data-label="Thời gian">{{SPAN}}</td><td data-label="Kéo theo">{{#MOVES}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#arrow-right"></use></svg>Chuyển sang {{INTO}}</span>{{/MOVES}}{{#ENDS}}<span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#ban"></use></svg>Kết thúc</span>{{/ENDS}}</td></tr>
{{/ROLE}}</tbody></table></div>
{{/HAS_ROLES}}{{#HAS_DELEGATIONS}}<h3>Ủy quyền</h3>
<p>Ủy quyền là của người được ủy quyền nên vẫn giữ; người không còn vai trò nào về nội dung thì không dùng được.</p>
<div class="reading"><ul>
{{#DELEGATION}}<li>{{WORDS}}</li>
{{/DELEGATION}}</ul></div>
{{/HAS_DELEGATIONS}}{{#HAS_ITEMS}}<details class="fold card" open><summary>{{COUNT}} bài chưa gửi Ban Biên tập chuyển sang {{INTO}}</summary>
<div class="reading"><ul>
{{#ITEM}}<li>{{WORDS}}</li>
{{/ITEM}}</ul></div></details>
{{/HAS_ITEMS}}{{#HAS_KEPT}}<p>{{COUNT}} tin, bài đã gửi giữ tên {{UNIT}} trong lịch sử và số liệu, trong đó {{OPEN}} bài đang xử lý. Lãnh đạo {{INTO}} trả lời cho các bài này.</p>
{{/HAS_KEPT}}{{#HAS_CLOCKS}}<h3>Thời hạn của đơn vị</h3>
<div class="reading"><ul>
{{#CLOCK}}<li>{{WORDS}}</li>
{{/CLOCK}}</ul></div>
{{/HAS_CLOCKS}}{{#HAS_QUOTAS}}<p>{{COUNT}} mức định mức riêng của đơn vị kết thúc cùng đơn vị.</p>
{{/HAS_QUOTAS}}<p>Bản đang gõ chưa lưu vẫn ở với người viết. Từ ngày {{FROM}}, danh bạ và cơ cấu tổ chức công khai không còn {{UNIT}}{{#HAS_INTO}} và chỉ sang {{INTO}}{{/HAS_INTO}}.</p>
</section>
{{/FOLLOWERS}}
{{#PREVIEW}}<form method="post" action="{{ACTION}}" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="into" value="{{INTO_ID}}"><input type="hidden" name="from" value="{{FROM_DAY}}"><input type="hidden" name="document_number" value="{{DOCUMENT_NUMBER}}">
<div class="btns"><button class="btn" name="buoc" value="xac-nhan">Ghi và chờ xác nhận</button><button class="btn btn--secondary" name="buoc" value="sua">Sửa lại</button></div>
</form>{{/PREVIEW}}
{{#ACTS}}<div class="btns">
{{#CONFIRM}}<form method="post" action="{{ACT_URL}}" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn">Xác nhận</button></form>
{{/CONFIRM}}{{#CANCEL}}<form method="post" action="{{ACT_URL}}" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--danger">Bỏ việc này</button></form>
{{/CANCEL}}</div>{{/ACTS}}
