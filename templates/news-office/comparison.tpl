{{%AUTOESCAPE context="HTML"}}<p>Cách đọc: <span class="diff"><ins>gạch chân</ins></span> là thêm, <span class="diff"><del>gạch ngang</del></span> là bỏ. Thêm {{WORDS_ADDED}} chữ, bỏ {{WORDS_REMOVED}} chữ, đổi {{FIELDS_CHANGED}} trường.{{#HAS_FIRST}} <a href="#khac-1">Tới chỗ khác đầu tiên</a>{{/HAS_FIRST}}</p>
{{#IS_SAME}}<div class="notice notice--info"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg><div class="notice__body"><p>Hai bản giống nhau.</p></div></div>
{{/IS_SAME}}{{#IS_CUT}}<div class="notice notice--warn"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#triangle-alert"></use></svg><div class="notice__body"><p><strong>Có đoạn khác nhau quá nhiều để so từng chữ.</strong> Đoạn đó hiện nguyên cả bản cũ và bản mới.</p></div></div>
{{/IS_CUT}}{{#FIELDS}}<div class="table-frame diff"><table class="table table--blocks">
<caption class="govuk-visually-hidden">Các trường khác nhau</caption>
<thead><tr><th scope="col">Trường</th><th scope="col">{{BEFORE_LABEL}}</th><th scope="col">{{AFTER_LABEL}}</th></tr></thead>
<tbody>
{{#FIELD}}<tr><th scope="row">{{FIELD_LABEL}}</th><td data-label="Trước">{{#BEFORE}}{{>RUNS}}{{/BEFORE}}{{#NOT_BEFORE}}<span class="muted">Để trống</span>{{/NOT_BEFORE}}</td><td data-label="Sau">{{#AFTER}}{{>RUNS}}{{/AFTER}}{{#NOT_AFTER}}<span class="muted">Để trống</span>{{/NOT_AFTER}}</td></tr>
{{/FIELD}}</tbody></table></div>
{{/FIELDS}}{{#TWO_COLUMNS}}<div class="diff diff-rows" role="table" aria-label="So từng đoạn">
<div class="diff-row diff-row--head" role="row"><div role="columnheader"><b>{{BEFORE_LABEL}}</b><br>{{BEFORE_NOTE}}</div><div role="columnheader"><b>{{AFTER_LABEL}}</b><br>{{AFTER_NOTE}}</div></div>
{{#ROW}}<div class="diff-row diff-row--{{ROW_KIND}}{{#IS_SAME}} is-same{{/IS_SAME}}" role="row"{{#MARK}} id="khac-{{MARK_NUMBER}}"{{/MARK}}>
<div role="cell" data-label="Trước">{{#BEFORE}}{{>RUNS}}{{/BEFORE}}{{#NOT_BEFORE}}<span class="muted">Không có đoạn này</span>{{/NOT_BEFORE}}</div>
<div role="cell" data-label="Sau">{{#AFTER}}{{>RUNS}}{{/AFTER}}{{#NOT_AFTER}}<span class="muted">Đã bỏ đoạn này</span>{{/NOT_AFTER}}{{#IS_LOOKS}}<span class="small muted diff-note">Chữ giữ nguyên; đổi kiểu chữ, danh sách hoặc địa chỉ liên kết.</span>{{/IS_LOOKS}}{{#IS_CUT}}<span class="small muted diff-note">Đoạn khác nhau quá nhiều, không so từng chữ.</span>{{/IS_CUT}}</div>
</div>
{{/ROW}}</div>
{{/TWO_COLUMNS}}{{#ONE_COLUMN}}<p class="muted">{{BEFORE_LABEL}}: {{BEFORE_NOTE}}<br>{{AFTER_LABEL}}: {{AFTER_NOTE}}</p>
<div class="diff diff-lines card">
{{#LINE}}<p class="diff-line diff-line--{{ROW_KIND}}"{{#MARK}} id="khac-{{MARK_NUMBER}}"{{/MARK}}>{{>RUNS}}{{#IS_LOOKS}} <span class="small muted">(chữ giữ nguyên; đổi kiểu chữ, danh sách hoặc địa chỉ liên kết)</span>{{/IS_LOOKS}}{{#IS_CUT}} <span class="small muted">(khác nhau quá nhiều, không so từng chữ)</span>{{/IS_CUT}}</p>
{{/LINE}}</div>
{{/ONE_COLUMN}}
