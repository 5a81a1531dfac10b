{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Ai được làm gì</h1><div class="btns"><a class="btn btn--secondary" href="/quan-tri/vai-tro/">Vai trò chờ xác nhận</a></div></div>
<p class="muted">Bảng này lấy thẳng từ quy tắc mà phần mềm dùng khi cho phép hay từ chối. Quyền xét theo người, không theo tài khoản; không ai xác thực hay kiểm tra lần cuối bài mình đã viết hoặc biên tập.</p>
<h2>Từng người, lúc này</h2>
<div class="table-frame"><table class="table table--blocks"><thead><tr><th scope="col">Người</th><th scope="col">Vai trò và ủy quyền</th></tr></thead><tbody>
{{#PERSON}}<tr><td class="table__title"><b>{{NAME}}</b></td><td>{{#RIGHT}}{{RIGHT_TEXT}}<br>{{/RIGHT}}</td></tr>
{{/PERSON}}</tbody></table></div>
<h2>Việc với một bài</h2>
<div class="table-frame"><table class="table table--blocks"><thead><tr><th scope="col">Việc</th><th scope="col">Ai làm</th><th scope="col">Khi bài đang ở</th><th scope="col">Căn cứ</th></tr></thead><tbody>
{{#TRANSITION}}<tr><td class="table__title"><b>{{ACT}}</b></td><td data-label="Ai làm">{{WHO}}</td><td data-label="Khi bài đang ở">{{FROM}}</td><td data-label="Căn cứ">{{CLAUSE}}</td></tr>
{{/TRANSITION}}</tbody></table></div>
<h2>Việc quản lý</h2>
<div class="table-frame"><table class="table table--blocks"><thead><tr><th scope="col">Việc</th><th scope="col">Vai trò</th><th scope="col">Căn cứ</th></tr></thead><tbody>
{{#CAPABILITY}}<tr><td class="table__title"><b>{{WHAT}}</b></td><td data-label="Vai trò">{{WHO}}</td><td data-label="Căn cứ">{{CLAUSE}}</td></tr>
{{/CAPABILITY}}</tbody></table></div>
