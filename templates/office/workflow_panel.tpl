{{%AUTOESCAPE context="HTML"}}<section class="card card--act" aria-labelledby="viec-tiep-theo">
<h2 id="viec-tiep-theo">Việc tiếp theo</h2>
{{#TAKEDOWN_WAITING}}<div class="notice notice--error" role="status">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg>
<div class="notice__body"><p><strong>Chưa xác nhận gỡ trên tất cả máy chủ.</strong> Đã xác nhận {{TAKEDOWN_CONFIRMED}}/{{TAKEDOWN_NODES}} máy chủ. Hệ thống đang hỏi lại từng máy; tải lại trang để xem.{{#TAKEDOWN_ERROR_SHOWN}} Lỗi gần nhất: {{TAKEDOWN_ERROR}}{{/TAKEDOWN_ERROR_SHOWN}}</p></div>
</div>
{{/TAKEDOWN_WAITING}}{{#TAKEDOWN_OLD}}<div class="notice notice--error" role="status">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg>
<div class="notice__body"><p><strong>Bản đã gỡ lần trước chưa được xác nhận là đã mất.</strong> Bài đã đăng lại với bản mới, nhưng {{TAKEDOWN_NODES}} máy chủ chưa xác nhận đã xóa bản cũ khỏi bộ nhớ đệm. Hệ thống đang hỏi lại từng máy; tải lại trang để xem.{{#TAKEDOWN_ERROR_SHOWN}} Lỗi gần nhất: {{TAKEDOWN_ERROR}}{{/TAKEDOWN_ERROR_SHOWN}}</p></div>
</div>
{{/TAKEDOWN_OLD}}{{#TAKEDOWN_DONE}}<div class="notice notice--ok" role="status">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>
<div class="notice__body"><p><strong>Đã gỡ trên tất cả máy chủ.</strong> {{TAKEDOWN_NODES}} máy chủ xác nhận, lần cuối lúc {{TAKEDOWN_AT}}.</p></div>
</div>
{{/TAKEDOWN_DONE}}{{#SECRET}}<div class="notice notice--error">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#lock"></use></svg>
<div class="notice__body">{{#SECRET_HIDDEN}}<p><strong>Nội dung đã ẩn theo căn cứ bí mật nhà nước (D12.3b) từ {{SECRET_AT}}.</strong> Không trang nào hiện nội dung này với bất kỳ ai.</p>{{/SECRET_HIDDEN}}{{#SECRET_PURGED}}<p><strong>Nội dung đã tiêu hủy theo căn cứ bí mật nhà nước (D12.3b).</strong> Nhật ký chỉ còn mã băm, tên người và thời gian.</p>{{/SECRET_PURGED}}{{#SECRET_ASKED}}<p>{{SECRET_ASKER}} đã đề nghị tiêu hủy; cần một người khác duyệt.</p>{{/SECRET_ASKED}}
{{#COPIES}}<details class="more"><summary>Nơi có thể còn bản sao</summary><ul>
{{#COPY}}<li>{{COPY_WHERE}}</li>
{{/COPY}}</ul></details>
{{/COPIES}}</div>
</div>
{{/SECRET}}{{#HAS_WORKING_COPY}}<div class="notice notice--info">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg>
<div class="notice__body"><p>Đây là bản đang sửa. Bạn đọc vẫn xem bản đã đăng cho đến khi bản này được đăng.</p></div>
</div>
{{/HAS_WORKING_COPY}}{{#AWAITED}}<div class="notice notice--warn">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg>
<div class="notice__body"><p>{{AWAITED_TEXT}}</p></div>
</div>
{{/AWAITED}}{{#STEPS}}<ol class="steps">
{{#STEP}}<li{{#STEP_DONE}} class="is-done"{{/STEP_DONE}}{{#STEP_HERE}} class="is-here" aria-current="step"{{/STEP_HERE}}><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{STEP_ICON}}"></use></svg><span>{{STEP_LABEL}}{{#STEP_HERE}}, đang ở đây{{/STEP_HERE}}{{#STEP_DONE}}<span class="govuk-visually-hidden">, đã xong</span>{{/STEP_DONE}}</span></li>
{{/STEP}}</ol>
{{/STEPS}}{{#MISSING}}<div class="notice notice--warn">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg>
<div class="notice__body"><p><strong>Còn thiếu để đi tiếp:</strong></p><ul>
{{#MISSING_ITEM}}<li>{{MISSING_TEXT}}</li>
{{/MISSING_ITEM}}</ul></div>
</div>
{{/MISSING}}{{#SCHEDULE}}<div class="notice notice--info">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-clock"></use></svg>
<div class="notice__body"><p><strong>{{SCHEDULE_TEXT}}.</strong> Người hẹn: {{SCHEDULE_BY}}.</p>{{#MAY_CHANGE}}
<div class="btns btns--row"><a class="btn btn--text btn--small" href="{{CHANGE_URL}}">Đổi</a>
<form action="{{DROP_URL}}" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--text btn--small">Bỏ lịch hẹn</button></form></div>{{/MAY_CHANGE}}</div>
</div>
{{/SCHEDULE}}{{#SCHEDULE_FAILED}}<div class="notice notice--error" role="status">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#calendar-x"></use></svg>
<div class="notice__body"><p><strong>Chưa đăng được theo giờ hẹn {{FAILED_AT}}.</strong> Lý do: {{FAILED_WHY}}</p></div>
</div>
{{/SCHEDULE_FAILED}}{{#ACTS}}<div class="btns btns--stack">
{{#ACT}}{{#ACT_LINK}}<a href="{{ACT_URL}}"{{#KEY_C}} data-act-key="c"{{/KEY_C}}{{#KEY_N}} data-act-key="n"{{/KEY_N}}{{#KEY_G}} data-act-key="g"{{/KEY_G}}{{#KEY_S}} data-act-key="s"{{/KEY_S}}{{#KEY_T}} data-act-key="t"{{/KEY_T}} class="btn{{#SECONDARY}} btn--secondary{{/SECONDARY}}{{#DANGER}} btn--danger{{/DANGER}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/ACT_LINK}}{{#ACT_FORM}}<form action="{{ACT_URL}}" method="post" data-once{{#ASK_DROP}} data-confirm="Bỏ bản đang sửa? Bản đã đăng vẫn giữ nguyên."{{/ASK_DROP}}>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="row_version" value="{{ROW_VERSION}}">
<button{{#KEY_C}} data-act-key="c"{{/KEY_C}}{{#KEY_N}} data-act-key="n"{{/KEY_N}}{{#KEY_G}} data-act-key="g"{{/KEY_G}}{{#KEY_S}} data-act-key="s"{{/KEY_S}}{{#KEY_T}} data-act-key="t"{{/KEY_T}} class="btn{{#SECONDARY}} btn--secondary{{/SECONDARY}}{{#DANGER}} btn--danger{{/DANGER}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</button>
</form>
{{/ACT_FORM}}{{/ACT}}</div>
{{/ACTS}}{{#OFFER_POSTING}}<p><a href="{{OFFER_POSTING_URL}}">Hẹn giờ đăng</a></p>
{{/OFFER_POSTING}}{{#OFFER_EXPIRY}}<p><a href="{{OFFER_EXPIRY_URL}}">Đặt ngày hết hạn</a></p>
{{/OFFER_EXPIRY}}{{#NO_ACTS}}<p>Lúc này không có việc nào cần ông, bà làm với bài này. <a href="/quan-tri/">Về Hộp việc</a></p>
{{/NO_ACTS}}{{#ASIDE}}<details class="more"><summary>Rà soát, báo cũ, lưu trữ</summary><div class="btns btns--stack">
{{#ACT}}{{#ACT_LINK}}<a href="{{ACT_URL}}"{{#KEY_C}} data-act-key="c"{{/KEY_C}}{{#KEY_N}} data-act-key="n"{{/KEY_N}}{{#KEY_G}} data-act-key="g"{{/KEY_G}}{{#KEY_S}} data-act-key="s"{{/KEY_S}}{{#KEY_T}} data-act-key="t"{{/KEY_T}} class="btn{{#SECONDARY}} btn--secondary{{/SECONDARY}}{{#DANGER}} btn--danger{{/DANGER}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ACT_ICON}}"></use></svg>{{ACT_LABEL}}</a>
{{/ACT_LINK}}{{/ACT}}</div></details>
{{/ASIDE}}{{#WHY_NOT}}<p class="small"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg> {{WHY_NOT_TEXT}}</p>
{{/WHY_NOT}}<p class="small muted">{{TURN}}</p>
</section>
