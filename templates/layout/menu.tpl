{{%AUTOESCAPE context="HTML"}}{{#NAV_ITEM}}<li><a href="{{NAV_URL}}"{{#NAV_CURRENT}} aria-current="true"{{/NAV_CURRENT}}>{{NAV_LABEL}}</a></li>
{{/NAV_ITEM}}
