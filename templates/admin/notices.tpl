{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Thông báo</h1>
{{#READ_ALL}}<form class="btns" action="/quan-tri/thong-bao/da-doc" method="post" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="last" value="{{LAST}}">
<button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#check"></use></svg>Đánh dấu tất cả đã đọc</button>
</form>{{/READ_ALL}}
</div>
<nav class="tabs" aria-label="Loại thông báo"><ul>
<li><a href="/quan-tri/thong-bao/"{{#UNREAD_SHOWN}} aria-current="page"{{/UNREAD_SHOWN}}>Chưa đọc</a></li>
<li><a href="/quan-tri/thong-bao/?xem=tat-ca"{{#ALL_SHOWN}} aria-current="page"{{/ALL_SHOWN}}>Tất cả</a></li>
</ul></nav>
{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#bell"></use></svg><p>{{NOTHING}}</p></div>{{/EMPTY}}
{{#HAS_ROWS}}<ul class="list">
{{#ROW}}<li class="list__item">
<p>{{>KIND_CHIP}}{{#UNREAD}} <b class="small">Chưa đọc</b>{{/UNREAD}}</p>
{{#LINK}}<h2 class="list__title"><a href="{{URL}}">{{TITLE}}</a></h2>{{/LINK}}
<p class="list__text">{{TEXT}}{{#WHY}} <a href="{{WHY_URL}}">Vì sao hạn này?</a>{{/WHY}}</p>
<div class="row row--between"><p class="meta"><time datetime="{{WHEN_ISO}}">{{WHEN}}</time> <span>{{AGE}}</span>{{#LINK}} <span>{{CODE}}</span>{{/LINK}}</p>
<form action="{{ACT_URL}}" method="post" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="xem" value="{{VIEW}}"><button class="btn btn--text btn--small">{{ACT_LABEL}}{{#LINK}}<span class="govuk-visually-hidden">: {{TITLE}}</span>{{/LINK}}</button></form></div>
</li>
{{/ROW}}</ul>{{/HAS_ROWS}}
{{#PAGER}}<nav class="pager" aria-label="Trang của danh sách">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về mới nhất</a>
{{/HAS_FIRST}}{{#HAS_NEXT}}<a href="{{NEXT_URL}}" rel="next">Cũ hơn<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_NEXT}}</nav>{{/PAGER}}
