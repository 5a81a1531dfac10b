{{%AUTOESCAPE context="HTML"}}<div class="diff diff-lines">
{{#LINE}}<p class="diff-line diff-line--{{ROW_KIND}}">{{>RUNS}}{{#IS_LOOKS}} <span class="small muted">(chữ giữ nguyên; đổi kiểu chữ, danh sách hoặc địa chỉ liên kết)</span>{{/IS_LOOKS}}</p>
{{/LINE}}{{#NOTHING}}<p class="muted">Để trống</p>
{{/NOTHING}}</div>
