{{%AUTOESCAPE context="HTML"}}<nav class="pager" aria-label="Trang của danh sách">
{{#HAS_NEWER}}<a href="{{NEWER_URL}}" rel="prev"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-left"></use></svg>Mới hơn</a>
{{/HAS_NEWER}}{{#HAS_OLDER}}<a href="{{OLDER_URL}}" rel="next">Cũ hơn<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#chevron-right"></use></svg></a>
{{/HAS_OLDER}}</nav>
{{#HAS_JUMPS}}<nav class="jumps" aria-label="Theo năm, tháng">
{{#JUMP}}<a href="{{JUMP_URL}}"{{#JUMP_CURRENT}} aria-current="true"{{/JUMP_CURRENT}}>{{JUMP_LABEL}}</a>
{{/JUMP}}</nav>
{{/HAS_JUMPS}}
