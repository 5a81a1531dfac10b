{{%AUTOESCAPE context="HTML"}}<div class="office-head"><div><h1>Thư gửi đi</h1><p class="muted">Mỗi thư được ghi cùng lúc với việc sinh ra nó và gửi sau đó vài giây. Máy chủ thư từ chối hẳn, hoặc sau 72 giờ vẫn không gửi được, thì thư nằm ở mục Không gửi được kèm lý do.</p></div></div>
<nav class="tabs" aria-label="Tình trạng thư"><ul>
{{#TAB}}<li><a href="{{TAB_URL}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{TAB_LABEL}}{{#TAB_COUNT_SHOWN}} <b>{{TAB_COUNT}}</b>{{/TAB_COUNT_SHOWN}}</a></li>
{{/TAB}}</ul></nav>
{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#mail"></use></svg><p>{{NOTHING}}</p></div>{{/EMPTY}}
{{#HAS_ROWS}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Thư gửi đi, mới nhất ở trên</caption>
<thead><tr><th scope="col">Người nhận</th><th scope="col">Về việc</th><th scope="col">Tình trạng</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#ROW}}<tr>
<td class="table__title">{{TO}}<span class="table__sub">{{ADDRESS}}</span></td>
<td data-label="Về việc">{{ABOUT}}<span class="table__sub">{{#HAS_CODE}}{{CODE}} · {{/HAS_CODE}}{{WHEN}}</span></td>
<td data-label="Tình trạng">{{>CHIP}}{{#SENT}}<span class="table__sub">lúc {{SENT_AT}}</span>{{/SENT}}{{#TRIED}}<span class="table__sub">đã thử {{ATTEMPTS}} lần</span>{{/TRIED}}{{#NEXT}}<span class="table__sub">thử lại lúc {{NEXT_AT}}</span>{{/NEXT}}{{#HAS_REASON}}<span class="table__sub">{{REASON}}</span>{{/HAS_REASON}}</td>
<td class="table__keep">{{#ACT}}<form method="post" action="{{ACT_URL}}" data-once><input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="_key" value="{{KEY}}"><input type="hidden" name="trang-thai" value="{{FILTER}}"><button class="btn btn--small btn--secondary" type="submit">{{ACT_LABEL}}<span class="govuk-visually-hidden">: thư tới {{ACT_TO}}</span></button></form>{{/ACT}}</td>
</tr>
{{/ROW}}</tbody></table></div>{{/HAS_ROWS}}
{{#PAGER}}<nav class="pager" aria-label="Trang của danh sách thư">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về mới nhất</a>
{{/HAS_FIRST}}{{#HAS_NEXT}}<a href="{{NEXT_URL}}" rel="next">Cũ hơn<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_NEXT}}</nav>{{/PAGER}}
