{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1></div>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}{{#HAS_ITEMS}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các việc được chọn và trả lời cho từng việc</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Trạng thái</th><th scope="col">Người giữ</th><th scope="col">Trả lời</th></tr></thead>
<tbody>
{{#ITEM}}<tr><td class="table__title"><a href="{{ITEM_URL}}">{{ITEM_TITLE}}</a><span class="table__sub">{{ITEM_CODE}}</span></td><td data-label="Trạng thái">{{ITEM_STATE}}</td><td data-label="Người giữ">{{ITEM_HOLDER}}</td>
<td data-label="Trả lời">{{#FINE}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg> {{/FINE}}{{#NOT_FINE}}<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-x"></use></svg> {{/NOT_FINE}}{{ANSWER}}</td></tr>
{{/ITEM}}</tbody></table></div>
{{/HAS_ITEMS}}{{#LEFT_OUT}}<p class="muted">{{LEFT_COUNT}} việc đã chọn không thuộc phần việc của ông, bà, hoặc quá 20 việc một lần, nên để lại.</p>
{{/LEFT_OUT}}{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#list-checks"></use></svg><p>Không có việc nào làm được. Trong Hộp việc hoặc danh sách Tin, bài, đánh dấu các việc rồi chọn việc cần làm.</p><a class="btn btn--secondary" href="/quan-tri/">Về Hộp việc</a></div>
{{/NOTHING}}{{#PREVIEW}}<form class="card stack" action="/quan-tri/tin-bai/hang-loat" method="post" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="viec" value="{{ACT}}">
{{#CHOSEN}}<input type="hidden" name="bai[]" value="{{CHOSEN_ITEM}}">
{{/CHOSEN}}<p>{{HINT}}</p>
{{#ASK_CLASSIFICATION}}{{>FIELD_ORIGIN}}{{>FIELD_PURPOSE}}{{/ASK_CLASSIFICATION}}{{#ASK_ASSIGNEE}}{{>FIELD_ASSIGNEE}}{{/ASK_ASSIGNEE}}{{#ASK_REASON}}{{>FIELD_REASON}}{{/ASK_REASON}}<div class="btns"><button class="btn">{{BUTTON}}</button> <a class="btn btn--text" href="/quan-tri/">Thôi, về Hộp việc</a></div>
</form>
{{/PREVIEW}}{{#DONE}}<div class="btns">{{#UNDO}}<form action="/quan-tri/tin-bai/hang-loat" method="post" data-once>
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="viec" value="{{ACT}}"><input type="hidden" name="lui" value="{{STEPS}}">
<button class="btn btn--secondary"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#undo-2"></use></svg>Hoàn tác {{UNDO_COUNT}} việc</button>
</form>{{/UNDO}}<a class="btn btn--text" href="/quan-tri/">Về Hộp việc</a></div>
{{/DONE}}
