{{%AUTOESCAPE context="HTML"}}<p class="muted">Chưa có tin, bài nào trong mục này.</p>
