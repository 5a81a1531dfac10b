{{%AUTOESCAPE context="HTML"}}<div class="page-head">
<h1>Bảo vệ dữ liệu cá nhân</h1>
<p class="lead">Trang này cho biết {{AGENCY_FULL}} giữ những thông tin gì khi ông, bà đọc trang và dùng vào việc gì.</p>
</div>
<div class="reading">
<h2>Khi ông, bà chỉ đọc trang</h2>
<ul>
<li>Không phải đăng ký, không phải đăng nhập; trang không đặt cookie cho bạn đọc.</li>
<li>Không dùng công cụ theo dõi, quảng cáo hay mạng xã hội; mọi phông chữ, hình ảnh, chương trình đều nằm trên máy chủ của Sở.</li>
<li>Lựa chọn cỡ chữ, nền tối, tương phản được lưu trong chính trình duyệt của ông, bà và không gửi về máy chủ.</li>
</ul>
<h2>Nhật ký máy chủ</h2>
<p>Như mọi máy chủ, hệ thống ghi thời điểm, địa chỉ trang được mở, địa chỉ mạng của máy truy cập, loại trình duyệt và mã yêu cầu. Nhật ký dùng để bảo đảm an toàn, tìm và sửa lỗi, không dùng để nhận biết từng người đọc.</p>
<h2>Thông tin của người cung cấp tin, bài</h2>
<p>Họ và tên, đơn vị, thư điện tử và điện thoại của người gửi tin, bài được giữ để xác nhận nguồn gốc thông tin, chỉ người xử lý bài được xem. Trang công khai chỉ hiện tên tác giả và đơn vị chịu trách nhiệm nội dung.</p>
<h2>Danh bạ công chức, viên chức</h2>
<p>Danh bạ công khai chức vụ, điện thoại và thư điện tử công vụ để tổ chức, cá nhân liên hệ công việc.</p>
<h2>Quyền của ông, bà</h2>
<p>Ông, bà có quyền hỏi Sở đang giữ thông tin gì về mình, yêu cầu sửa hoặc xóa thông tin sai. Xin gửi yêu cầu đến <a href="mailto:{{EMAIL}}">{{EMAIL}}</a>, gọi <a href="tel:{{PHONE_HREF}}">{{PHONE}}</a> hoặc đến trụ sở: {{ADDRESS}}.</p>
</div>
