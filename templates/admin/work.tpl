{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1>{{#MAY_WRITE}}<div class="btns"><a class="btn" href="/quan-tri/tin-bai/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Viết bài mới</a></div>{{/MAY_WRITE}}</div>
{{#UNCONFIRMED}}<div class="notice notice--error" role="status"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p><strong>Có {{UNCONFIRMED_COUNT}} lần gỡ bài chưa được mọi máy chủ xác nhận.</strong> <a href="/quan-tri/hang-doi/withdrawn">Xem các bài đã gỡ</a></p></div></div>
{{/UNCONFIRMED}}<ul class="tiles">
{{#TILE}}<li><a href="{{TILE_URL}}" class="tile{{#TILE_CURRENT}} is-current{{/TILE_CURRENT}}"{{#TILE_CURRENT}} aria-current="page"{{/TILE_CURRENT}}><span class="tile__n">{{TILE_NUMBER}}</span><span class="tile__label"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{TILE_ICON}}"></use></svg>{{TILE_LABEL}}</span></a></li>
{{/TILE}}</ul>
{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg><h2>{{EMPTY_TITLE}}</h2><p>{{EMPTY_TEXT}}</p></div>
{{/NOTHING}}{{#TABLE}}<div class="table-frame"><table class="table table--blocks">
<caption class="govuk-visually-hidden">{{CAPTION}}</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Trạng thái</th><th scope="col">Đã chờ</th>{{#TASK_HEAD}}<th scope="col">Cần làm</th>{{/TASK_HEAD}}{{#HOLDER_HEAD}}<th scope="col">Người giữ</th>{{/HOLDER_HEAD}}</tr></thead>
<tbody>
{{#ROW}}<tr><td class="table__title"><a href="{{ITEM_URL}}">{{ITEM_TITLE}}</a><span class="table__sub">{{ITEM_SUB}}</span></td>
<td data-label="Trạng thái"><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{STATE_ICON}}"></use></svg>{{STATE_LABEL}}</span></td>
<td data-label="Đã chờ">{{AGE}}<span class="table__sub">từ <time datetime="{{SINCE_ISO}}">{{SINCE}}</time></span></td>
{{#TASK_CELL}}<td data-label="Cần làm">{{TASK}}</td>{{/TASK_CELL}}{{#HOLDER_CELL}}<td data-label="Người giữ">{{HOLDER}}</td>{{/HOLDER_CELL}}</tr>
{{/ROW}}</tbody></table></div>
{{/TABLE}}{{#HAS_OLDER}}<nav class="pager" aria-label="Trang"><a class="btn btn--secondary" href="{{OLDER_URL}}" rel="next">Xem tiếp</a></nav>
{{/HAS_OLDER}}
