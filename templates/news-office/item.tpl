{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{ITEM_TITLE}}</h1><span>{{>STATE_CHIP}} {{>CLOCK_CHIP}}</span></div>
{{>PRESENCE}}{{>DRAFTS}}<div class="split">
<div class="split__first">{{>WORKFLOW_PANEL}}</div>
<div class="split__main">
{{#HIDDEN}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#lock"></use></svg><p>Nội dung của bài không hiện với bất kỳ ai (D12.3b).</p></div>
{{/HIDDEN}}<p class="btns btns--row">{{#PREVIEW}}<a class="btn btn--secondary" href="{{PREVIEW_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#eye"></use></svg>Xem trước như bạn đọc thấy</a>{{/PREVIEW}}{{#IS_PUBLIC}}<a class="btn btn--text" href="{{PUBLIC_URL}}">Mở trang đang đăng</a>{{/IS_PUBLIC}}</p>
{{#CONTENT_NOTES}}<section class="card" aria-labelledby="kiem-tra-noi-dung"><h2 id="kiem-tra-noi-dung">Kiểm tra nội dung</h2>
<ul class="links">
{{#CONTENT_NOTE}}<li><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{NOTE_ICON}}"></use></svg> {{#NOTE_BLOCKS}}<b>Phải sửa trước khi gửi:</b> {{/NOTE_BLOCKS}}{{NOTE_TEXT}} <span class="muted">({{NOTE_CLAUSE}})</span></li>
{{/CONTENT_NOTE}}</ul></section>
{{/CONTENT_NOTES}}{{>WORDS}}
</div>
<div class="split__side">{{>WORKFLOW_SIDE}}</div>
</div>
