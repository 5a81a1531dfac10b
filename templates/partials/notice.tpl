{{%AUTOESCAPE context="HTML"}}<div class="notice notice--{{NOTICE_KIND}}">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#{{NOTICE_ICON}}"></use></svg>
<div class="notice__body"><p><strong>{{NOTICE_TITLE}}</strong> {{NOTICE_TEXT}}</p></div>
</div>
