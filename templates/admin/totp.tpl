{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Cài mã xác thực</h1></div>
<ol><li>Cài một ứng dụng xác thực trên điện thoại (loại nào theo chuẩn TOTP cũng được).</li><li>Quét mã dưới đây, hoặc nhập khóa bằng tay.</li><li>Điền mã 6 chữ số mà ứng dụng đang hiện.</li></ol>
<svg class="qr" role="img" aria-label="Mã QR của khóa xác thực" width="220" height="220" viewBox="0 0 {{QR_SIZE}} {{QR_SIZE}}"><rect width="100%" height="100%" fill="#fff"></rect><path d="{{QR_PATH}}" fill="#000"></path></svg>
<p>Khóa: <b>{{SECRET}}</b></p>
{{>FORM}}
