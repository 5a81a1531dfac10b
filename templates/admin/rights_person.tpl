{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Người này được làm gì, vì sao</h1><p class="muted">Câu trả lời do chính hàm quyết định quyền của chương trình đưa ra lúc này; câu trong ngoặc kép là câu người đó sẽ được trả lời.</p></div>
{{#HAS_ERRORS}}{{>ERROR_SUMMARY}}{{/HAS_ERRORS}}
<form class="card stack no-print" method="get" action="/quan-tri/quyen/nguoi">
{{>FIELD_PERSON}}
{{>FIELD_ITEM}}
{{>FIELD_SECTION}}
<div class="btns"><button class="btn">Xem</button></div>
</form>
{{#ANSWER}}<h2>{{NAME}}</h2>
<p class="meta"><span>{{JOB}}</span> <span>Lúc {{AS_OF}}</span></p>
<section aria-labelledby="dang-giu"><h3 id="dang-giu">Vai trò, ủy quyền</h3>
{{#HOLDS_NOTHING}}<p>Người này không có vai trò, ủy quyền nào.</p>{{/HOLDS_NOTHING}}
<div class="reading"><ul>
{{#HELD}}<li>{{WHAT}}, {{SPAN}}: <strong>{{STATE}}</strong></li>
{{/HELD}}</ul></div></section>
<section aria-labelledby="voi-bai"><h3 id="voi-bai">Việc với tin, bài</h3>
<p>{{ABOUT}}</p>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Việc với tin, bài mà người này được làm, và vì sao</caption>
<thead><tr><th scope="col">Được làm</th><th scope="col">Vì sao</th></tr></thead>
<tbody>
{{#ACT_MAY}}<tr id="viec-{{ACT_KEY}}"><td class="table__title"><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>{{WORDS}}</span></td><td data-label="Vì sao">{{#REASON}}<div>{{TEXT}}</div>{{/REASON}}</td></tr>
{{/ACT_MAY}}</tbody></table></div>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Việc với tin, bài mà người này không được làm, theo lý do</caption>
<thead><tr><th scope="col">Không được làm, vì</th><th scope="col">Việc</th></tr></thead>
<tbody>
{{#ACT_MAY_NOT}}<tr><td class="table__title"><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#ban"></use></svg>{{TEXT}}</span></td><td data-label="Việc">{{#ACT}}<div>{{WORDS}}</div>{{/ACT}}</td></tr>
{{/ACT_MAY_NOT}}</tbody></table></div></section>
<section aria-labelledby="viec-khac"><h3 id="viec-khac">Việc khác trong phần quản trị</h3>
<div class="table-frame"><table class="table table--blocks table--tight">
<caption class="govuk-visually-hidden">Việc khác, được hay không và vì sao</caption>
<thead><tr><th scope="col">Việc</th><th scope="col">Được</th><th scope="col">Vì sao</th></tr></thead>
<tbody>
{{#MAY}}<tr><td class="table__title">{{WORDS}}</td><td><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#circle-check"></use></svg>Được</span></td><td data-label="Vì sao">{{#REASON}}<div>{{TEXT}}</div>{{/REASON}}</td></tr>
{{/MAY}}{{#MAY_NOT}}<tr><td class="table__title">{{WORDS}}</td><td><span class="state"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#ban"></use></svg>Không</span></td><td data-label="Vì sao">{{#REASON}}<div>{{TEXT}}</div>{{/REASON}}</td></tr>
{{/MAY_NOT}}</tbody></table></div></section>
{{/ANSWER}}
