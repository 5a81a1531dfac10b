{{%AUTOESCAPE context="HTML"}}<div lang="en">
<div class="page-head">
<h1>Department of Justice: information in English</h1>
<p class="lead">This is the information site of the Department of Justice of Minh Giang Province, Socialist Republic of Viet Nam.</p>
</div>
<div class="reading">
<h2>What is in English</h2>
<p>Only this page. News, legal education, guidance, notices and the staff directory are published in Vietnamese and have not been translated. Automatic translations made by your browser are not checked by the Department and have no legal value.</p>
<h2>How to reach us</h2>
<dl class="facts">
<div><dt>Address</dt><dd lang="vi">{{ADDRESS}}</dd></div>
<div><dt>Telephone</dt><dd><a href="tel:{{PHONE_HREF}}">{{PHONE}}</a></dd></div>
<div><dt>E-mail</dt><dd><a href="mailto:{{EMAIL}}">{{EMAIL}}</a></dd></div>
<div><dt>Working hours</dt><dd>Monday to Friday, 7:30 to 11:30 and 13:30 to 17:00 (Viet Nam time, UTC+7), except public holidays</dd></div>
</dl>
<h2>If you need help in English</h2>
<p>Please write to the address above in English. Say what you need and which page of this site you were reading; staff will tell you which office can help and whether an interpreter can be arranged.</p>
</div>
</div>
