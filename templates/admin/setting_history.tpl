{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>{{LABEL}}</h1><p class="muted">Đang là: {{VALUE}}</p></div>
{{#NEVER}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#history"></use></svg><p>Chưa ai thay đổi cài đặt này từ khi thiết lập.</p></div>{{/NEVER}}
{{#HAS_ROWS}}<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Các lần thay đổi, mới nhất ở trên</caption>
<thead><tr><th scope="col">Lúc</th><th scope="col">Người thay đổi</th><th scope="col">Cũ → mới</th></tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{WHEN}}</th><td data-label="Người thay đổi">{{WHO}}<span class="table__sub">{{AUTHORITY}}</span></td><td data-label="Cũ → mới">{{OLD_NEW}}</td></tr>
{{/ROW}}</tbody></table></div>{{/HAS_ROWS}}
