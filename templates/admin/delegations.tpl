{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Ủy quyền</h1><div class="btns"><a class="btn" href="/quan-tri/uy-quyen/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Ủy quyền mới</a></div></div>
{{#EMPTY}}<div class="empty"><p>Chưa có ủy quyền nào.</p></div>{{/EMPTY}}
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các ủy quyền</caption>
<thead><tr><th scope="col">Người được ủy quyền</th><th scope="col">Phạm vi</th><th scope="col">Thời hạn</th><th scope="col">Văn bản</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">{{NAME}}<span class="table__sub">{{ACT}}</span></td>
<td data-label="Phạm vi">{{SCOPE}}</td>
<td data-label="Thời hạn">{{FROM}} – {{TO}}</td>
<td data-label="Văn bản">{{DOCUMENT}}<span class="table__sub">{{BY}}</span></td>
<td><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{ICON}}"></use></svg>{{STATE}}</span>{{#REVOKE}}<form method="post" action="{{ACT_URL}}" data-once data-confirm="Thu hồi ủy quyền này?"><input type="hidden" name="_csrf" value="{{CSRF}}"><input type="hidden" name="_key" value="{{KEY}}"><button class="btn btn--small btn--danger" type="submit">Thu hồi</button></form>{{/REVOKE}}</td>
</tr>
{{/ROW}}</tbody></table></div>
