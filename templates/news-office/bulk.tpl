{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1></div>
{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#list-checks"></use></svg><p>Chưa chọn bài nào giao được. Trong danh sách Tin, bài, đánh dấu những bài đang ở bước biên tập rồi bấm “Giao cho…”.</p><a class="btn btn--secondary" href="/quan-tri/tin-bai/?trang-thai=editing">Tới danh sách bài đang biên tập</a></div>{{/NOTHING}}
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}{{#HAS_ITEMS}}<div class="table-frame"><table class="table table--tight">
<caption class="govuk-visually-hidden">Các bài được chọn và người đang giữ</caption>
<thead><tr><th scope="col">Bài</th><th scope="col">Người giữ hiện nay</th></tr></thead>
<tbody>
{{#ITEM}}<tr><td class="table__title"><a href="{{ITEM_URL}}">{{ITEM_TITLE}}</a><span class="table__sub">{{ITEM_CODE}}</span></td><td>{{ITEM_HOLDER}}</td></tr>
{{/ITEM}}</tbody></table></div>{{/HAS_ITEMS}}
{{#PREVIEW}}{{#LEFT_OUT}}<p class="muted">{{LEFT_COUNT}} bài đã chọn không giao được lúc này (không ở bước biên tập, hoặc không thuộc việc của ông, bà, hoặc quá 15 bài một lần) nên để lại.</p>{{/LEFT_OUT}}
<form class="card stack" action="/quan-tri/tin-bai/giao" method="post" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}">
{{#CHOSEN}}<input type="hidden" name="bai[]" value="{{CHOSEN_ITEM}}">
{{/CHOSEN}}{{>FIELD_ASSIGNEE}}<div class="btns"><button class="btn">Giao {{COUNT}} bài</button> <a class="btn btn--text" href="/quan-tri/tin-bai/?trang-thai=editing">Thôi, quay lại danh sách</a></div>
</form>{{/PREVIEW}}
{{#UNDO}}<form class="btns" action="/quan-tri/tin-bai/giao" method="post" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="lui" value="{{STEPS}}">
<button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#undo-2"></use></svg>Hoàn tác: trả về người giữ trước</button>
<a class="btn btn--text" href="/quan-tri/tin-bai/?trang-thai=editing">Về danh sách</a>
</form>{{/UNDO}}
