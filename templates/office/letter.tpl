{{%AUTOESCAPE context="HTML"}}<article class="reading letter">
<p class="meta">{{AGENCY}}<br>Ban Biên tập Trang thông tin điện tử</p>
<h1>{{HEADING}}</h1>
<p class="meta">{{MADE_AT}} · Mã tin, bài: {{CODE}}</p>
<p>Kính gửi: <b>{{TO}}</b>{{#HAS_TO_TITLE}}, {{TO_TITLE}}{{/HAS_TO_TITLE}}{{#HAS_TO_UNIT}}, {{TO_UNIT}}{{/HAS_TO_UNIT}}.</p>
{{#REFUSED}}<p>Ban Biên tập đã xem xét tin, bài {{CODE}}{{#HAS_TITLE}} “{{ITEM_TITLE}}”{{/HAS_TITLE}} và không đăng tin, bài này trên Trang thông tin điện tử, theo căn cứ sau:</p>
{{/REFUSED}}{{#RETURNED}}<p>Ban Biên tập đã xem xét tin, bài {{CODE}}{{#HAS_TITLE}} “{{ITEM_TITLE}}”{{/HAS_TITLE}} và trả lại để chỉnh sửa, theo căn cứ sau:</p>
{{/RETURNED}}<p><b>{{CLAUSE}}</b>: {{GROUND}}.</p>
{{#HAS_REASON}}<h2>Lý do</h2>
<p class="pre-line">{{REASON:p}}</p>
{{/HAS_REASON}}{{#IS_HIDDEN}}<p>Nội dung của tin, bài và lý do đã được ẩn theo quy định về bảo vệ bí mật nhà nước.</p>
{{/IS_HIDDEN}}{{#RETURNED}}<p>Đề nghị chỉnh sửa theo nội dung nêu trên rồi gửi lại chính tin, bài này; lịch sử của tin, bài vẫn được giữ (Điều 4 khoản 2 Quy chế).</p>
{{/RETURNED}}{{#MAY_AMEND}}<p>Nếu khắc phục được nội dung nêu trên, người gửi có thể sửa và gửi lại chính tin, bài này; tin, bài sẽ được xem xét lại từ đầu.</p>
{{/MAY_AMEND}}<p><b>{{SIGNED}}</b><br><span class="muted">{{AUTHORITY}}</span></p>
<p class="no-print"><button type="button" class="btn btn--secondary js-only" data-print><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In thông báo này</button></p>
</article>
