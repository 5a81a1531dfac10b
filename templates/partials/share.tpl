{{%AUTOESCAPE context="HTML"}}<div class="share">
<button type="button" class="js-only" data-read-aloud hidden><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#volume-2"></use></svg><span>Nghe đọc</span></button>
<a href="{{PRINT_URL}}" rel="nofollow"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#printer"></use></svg>In</a>
<button type="button" class="js-only" data-copy><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#link"></use></svg>Chép liên kết</button>
<span role="status"></span>
</div>
