{{%AUTOESCAPE context="HTML"}}<div class="empty">
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#inbox"></use></svg>
<h2>{{EMPTY_TITLE}}</h2>
<p>{{EMPTY_TEXT}}</p>
<a class="btn btn--secondary" href="{{EMPTY_URL}}">{{EMPTY_LINK}}</a>
</div>
