{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{ITEM_TITLE}}</h1><span>{{>STATE_CHIP}} {{>CLOCK_CHIP}}</span></div>
{{>PRESENCE}}{{>DRAFTS}}<div class="split">
<div class="split__first">{{>WORKFLOW_PANEL}}</div>
<div class="split__main">
<p class="btns btns--row"><a class="btn btn--secondary" href="{{PREVIEW_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#eye"></use></svg>Xem trước như bạn đọc thấy</a>{{#IS_PUBLIC}}<a class="btn btn--text" href="{{PUBLIC_URL}}">Mở trang đang đăng</a>{{/IS_PUBLIC}}</p>
{{>WORDS}}
</div>
<div class="split__side">{{>WORKFLOW_SIDE}}</div>
</div>
