{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{HEADING}}</h1></div>
<p><b>Hôm nay:</b> {{NOW_STEPS}}. {{NOW_RETENTION}}. {{NOW_ORIGINAL}} <span class="muted">({{NOW_SOURCE}})</span>.</p>
{{#EMPTY}}<div class="empty"><p>Chưa có quyết định nào có ngày hiệu lực. Các bước đang như khi lập chuyên mục.</p></div>{{/EMPTY}}
{{#TABLE}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các quyết định về chuyên mục, mới nhất trước</caption>
<thead><tr><th scope="col">Thời gian</th><th scope="col">Quy định</th><th scope="col">Quyết định</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">Từ {{FROM}}{{#HAS_TO}} đến hết {{TO}}{{/HAS_TO}}</td>
<td data-label="Quy định">{{STEPS}}<span class="table__sub">{{RETENTION}}</span><span class="table__sub">{{ORIGINAL}}</span></td>
<td data-label="Quyết định">{{DOCUMENT}}<span class="table__sub">{{BY}}</span></td>
<td><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ICON}}"></use></svg>{{STATE}}</span>{{#DROP}}<form method="post" action="{{ACT_URL}}" data-once data-confirm="Bỏ quyết định này?"><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--small btn--danger" type="submit">Bỏ</button></form>{{/DROP}}</td>
</tr>
{{/ROW}}</tbody></table></div>
{{/TABLE}}<h2>Quyết định mới</h2>
{{>FORM}}
