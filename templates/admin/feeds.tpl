{{%AUTOESCAPE context="HTML"}}<div class="office-head"><div><h1>Nguồn tin</h1><p class="muted">Kênh tin RSS, Atom của cổng bộ, cổng tỉnh được đọc tự động vào sổ tiếp nhận, mỗi mục một lần, ghi rõ nguồn. Không mục nào tự đăng.</p></div><div class="btns"><a class="btn" href="/quan-tri/nguon-tin/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Thêm nguồn tin</a></div></div>
{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#rss"></use></svg><p>Chưa đọc nguồn tin nào.</p></div>
{{/EMPTY}}{{#TABLE}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các nguồn tin</caption>
<thead><tr><th scope="col">Nguồn</th><th scope="col">Đã nhận</th><th scope="col">Tình trạng</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title"><a href="{{SOURCE_URL}}">{{NAME}}</a><span class="table__sub digest">{{ADDRESS}}</span></td>
<td data-label="Đã nhận">{{REGISTERED}} nội dung<span class="table__sub">Mỗi {{EVERY}} phút{{#HAS_SECTION}} · gợi ý: {{SECTION}}{{/HAS_SECTION}}</span></td>
<td data-label="Tình trạng">{{>STATE_CHIP}}{{#HAS_ERROR}}<span class="table__sub">{{ERROR}}</span><span class="table__sub">Lỗi {{FAILURES}} lần liền, lần cuối {{TRIED}}</span>{{/HAS_ERROR}}<span class="table__sub">Đọc được lần cuối: {{READ}}</span>{{#NEXT}}<span class="table__sub">Đọc tiếp: {{NEXT_AT}}</span>{{/NEXT}}</td>
<td class="table__keep">{{#READ_NOW}}<form method="post" action="{{READ_URL}}" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--small btn--secondary" type="submit">Đọc ngay<span class="govuk-visually-hidden">: {{READ_NAME}}</span></button></form>{{/READ_NOW}}</td>
</tr>
{{/ROW}}</tbody></table></div>
{{/TABLE}}
