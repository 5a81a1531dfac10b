{{%AUTOESCAPE context="HTML"}}<div class="office-head"><div><h1>Bài của tôi</h1><p class="muted">Mỗi bài đang ở bước nào, ai làm tiếp và hạn đến khi nào.</p></div>
{{#CAN_WRITE}}<div class="btns"><a class="btn" href="/quan-tri/tin-bai/moi"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#plus"></use></svg>Viết bài mới</a></div>{{/CAN_WRITE}}</div>
{{#HAS_ROWS}}{{>TABLE}}{{/HAS_ROWS}}{{#EMPTY}}<div class="empty"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#pencil"></use></svg><p>Ông, bà chưa có bài nào. Bài viết mới sẽ hiện ở đây từ lúc bắt đầu soạn.</p></div>{{/EMPTY}}
{{#PAGER}}<nav class="pager" aria-label="Trang của danh sách">
{{#HAS_FIRST}}<a href="{{FIRST_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Về mới nhất</a>
{{/HAS_FIRST}}{{#HAS_NEXT}}<a href="{{NEXT_URL}}" rel="next">Cũ hơn<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_NEXT}}</nav>{{/PAGER}}
