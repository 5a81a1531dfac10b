{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Hộp việc</h1>
{{#CAN_WRITE}}<div class="btns"><a class="btn" href="/quan-tri/tin-bai/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Viết bài mới</a></div>{{/CAN_WRITE}}
</div>
<ul class="tiles">
{{#TILE}}<li><a href="{{TILE_URL}}"{{#TILE_CURRENT}} class="tile is-current" aria-current="true"{{/TILE_CURRENT}}{{#TILE_OTHER}} class="tile"{{/TILE_OTHER}}><span class="tile__n">{{TILE_N}}</span><span class="tile__label"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{TILE_ICON}}"></use></svg>{{TILE_LABEL}}</span></a></li>
{{/TILE}}</ul>
{{#REQUESTS}}<section class="card" aria-labelledby="cho-xac-nhan"><h2 id="cho-xac-nhan">Ban Biên tập cần xác nhận</h2>
<ul class="links">
{{#REQUEST}}<li><a href="{{REQUEST_URL}}">{{REQUEST_TITLE}}</a><br><span class="small muted">{{REQUEST_CODE}} · {{REQUEST_BY}} hỏi {{REQUEST_TO}} lúc {{REQUEST_AT}}, đã chờ {{REQUEST_AGE}}</span></li>
{{/REQUEST}}</ul></section>
{{/REQUESTS}}<h2>{{LIST_HEADING}}</h2>
{{#HAS_ROWS}}{{>TABLE}}{{/HAS_ROWS}}{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#inbox"></use></svg><p>{{NOTHING}}</p></div>{{/EMPTY}}
{{#PAGER}}<nav class="pager" aria-label="Trang của danh sách">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về đầu danh sách</a>
{{/HAS_FIRST}}{{#HAS_NEXT}}<a href="{{NEXT_URL}}" rel="next">Xem tiếp<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_NEXT}}</nav>{{/PAGER}}
{{#QUEUES}}<section class="card"><h2>Hàng đợi của Ban Biên tập</h2>
<ul class="links">
{{#QUEUE}}<li><a href="{{QUEUE_URL}}">{{QUEUE_LABEL}}</a>{{#QUEUE_COUNTED}} <b>{{QUEUE_COUNT}}</b>{{/QUEUE_COUNTED}}</li>
{{/QUEUE}}</ul></section>{{/QUEUES}}
