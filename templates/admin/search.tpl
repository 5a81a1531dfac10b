{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Tìm kiếm</h1></div>
<form class="filters" method="get" action="/quan-tri/tim"><label class="filters__search"><span class="govuk-visually-hidden">Tìm tin, bài, người, đơn vị, chuyên mục</span><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg><input type="search" name="q" value="{{WORDS}}" placeholder="Tiêu đề, mã bài, tên người, đơn vị"></label> <button class="btn btn--secondary">Tìm</button></form>
{{#ASK}}<p class="muted">Gõ ít nhất hai chữ cái. Không cần gõ dấu: “ho tich” tìm thấy “hộ tịch”.</p>{{/ASK}}
{{#NOTHING}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg><p>Không tìm thấy gì cho “{{WORDS_AGAIN}}” trong những phần ông, bà được xem. Thử ít chữ hơn, hoặc mã bài như TB-2026-0012.</p></div>{{/NOTHING}}
{{#GROUP}}<section class="card"><h2><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{GROUP_ICON}}"></use></svg> {{GROUP_LABEL}}</h2>
<ul class="links">
{{#FOUND}}<li>{{#LINK}}<a href="{{FOUND_URL}}">{{FOUND_TITLE}}</a>{{/LINK}}{{#NO_LINK}}<b>{{FOUND_TITLE}}</b>{{/NO_LINK}}{{#HAS_NOTE}}<br><span class="small muted">{{FOUND_NOTE}}</span>{{/HAS_NOTE}}</li>
{{/FOUND}}</ul>{{#HAS_MORE}}<p class="small muted">Còn nữa; gõ thêm chữ để thu hẹp.</p>{{/HAS_MORE}}</section>
{{/GROUP}}
