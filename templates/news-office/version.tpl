{{%AUTOESCAPE context="HTML"}}<div class="office-head"><h1>Phiên bản {{VERSION_NUMBER}}</h1>{{>STATE_CHIP}}</div>
<p class="lead">{{ITEM_TITLE}}</p>
{{>WORDS}}
<p><a class="btn btn--secondary" href="{{ITEM_URL}}">Quay lại bài</a></p>
