{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{{TITLE}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="preload" href="{{FONT_400}}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="{{FONT_600}}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{{OFFICE_CSS}}">
<script src="{{SITE_JS}}"></script>
<script src="{{OFFICE_JS}}" defer></script>
{{#HAS_EDITOR}}<script src="{{EDITOR_JS}}" defer></script>
{{/HAS_EDITOR}}<link rel="icon" href="{{FAVICON}}" type="image/svg+xml">
</head>
<body>
<a class="govuk-skip-link" href="#noi-dung">Tới nội dung chính</a>
<header class="topbar">
<details class="menu-phone" data-menu>
<summary aria-label="Danh mục"><svg class="icon icon--xl" aria-hidden="true"><use href="{{ICONS_URL}}#menu"></use></svg></summary>
<nav class="menu menu-phone__body" aria-label="Danh mục (thu gọn)">
{{#MENU_GROUP}}{{#GROUP_TITLE_SHOWN}}<h2>{{GROUP_TITLE}}</h2>
{{/GROUP_TITLE_SHOWN}}<ul class="menu__list">
{{#MENU_ITEM}}<li><a href="{{MENU_URL}}"{{#MENU_CURRENT}} aria-current="true"{{/MENU_CURRENT}}><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{MENU_ICON}}"></use></svg>{{MENU_LABEL}}{{#MENU_COUNT_SHOWN}} <b>{{MENU_COUNT}}</b>{{/MENU_COUNT_SHOWN}}</a></li>
{{/MENU_ITEM}}</ul>
{{/MENU_GROUP}}</nav>
</details>
<a class="topbar__brand" href="/quan-tri/"><svg class="mark" viewBox="0 0 64 64" aria-hidden="true"><circle class="mark__disc" cx="32" cy="32" r="21"></circle><circle class="mark__rim" cx="32" cy="32" r="30"></circle><circle cx="32" cy="32" r="6"></circle></svg><span>{{AGENCY_FULL}}<b>Quản trị nội dung</b></span></a>
{{#HAS_SEARCH}}<form class="topbar__search" action="{{SEARCH_URL}}" method="get" role="search">
<svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg>
<input type="search" name="q" value="{{SEARCH_QUERY}}" placeholder="Tìm bài, người, đơn vị" aria-label="Tìm trong phần quản trị" aria-keyshortcuts="Control+K" data-search-box>
<kbd class="js-only" aria-hidden="true">Ctrl K</kbd>
</form>
{{/HAS_SEARCH}}<div class="topbar__right">
{{#HAS_NOTICES}}<a class="bell" href="{{NOTICES_URL}}"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#bell"></use></svg><span>Thông báo</span> <b>{{NOTICES_COUNT}}</b></a>
{{/HAS_NOTICES}}<details class="user" data-menu>
<summary><svg class="icon icon--xl user__icon" aria-hidden="true"><use href="{{ICONS_URL}}#user"></use></svg><span class="govuk-visually-hidden">Tài khoản: </span><span class="user__text"><b>{{USER_NAME}}</b>{{USER_ROLE}}</span></summary>
<div class="user__menu">
<a href="{{ACCOUNT_URL}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#key-round"></use></svg>Tài khoản, mật khẩu</a>
<button type="button" class="js-only" data-tool="theme"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#moon"></use></svg><span>Nền tối</span></button>
<button type="button" class="js-only" data-tool="contrast" aria-pressed="false"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#contrast"></use></svg>Tương phản</button>
<div class="toolset js-only" role="group" aria-label="Cỡ chữ">
<button type="button" data-tool="text" data-value="100" aria-label="Cỡ chữ 100%">100%</button>
<button type="button" data-tool="text" data-value="125" aria-label="Cỡ chữ 125%">125%</button>
<button type="button" data-tool="text" data-value="150" aria-label="Cỡ chữ 150%">150%</button>
<button type="button" data-tool="text" data-value="200" aria-label="Cỡ chữ 200%">200%</button>
</div>
<form action="{{LOGOUT_URL}}" method="post">
<input type="hidden" name="_csrf" value="{{CSRF_TOKEN}}">
<button><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#log-out"></use></svg>Đăng xuất</button>
</form>
</div>
</details>
</div>
</header>
<div class="office">
<nav class="menu" aria-label="Danh mục">
<div class="menu__body">
{{#MENU_GROUP}}{{#GROUP_TITLE_SHOWN}}<h2>{{GROUP_TITLE}}</h2>
{{/GROUP_TITLE_SHOWN}}<ul class="menu__list">
{{#MENU_ITEM}}<li><a href="{{MENU_URL}}"{{#MENU_CURRENT}} aria-current="true"{{/MENU_CURRENT}}><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{MENU_ICON}}"></use></svg>{{MENU_LABEL}}{{#MENU_COUNT_SHOWN}} <b>{{MENU_COUNT}}</b>{{/MENU_COUNT_SHOWN}}</a></li>
{{/MENU_ITEM}}</ul>
{{/MENU_GROUP}}</div>
</nav>
<main id="noi-dung" class="office__page" tabindex="-1">
{{#CRUMBS}}<nav class="crumbs" aria-label="Vị trí của trang">
<ol>
{{#CRUMB}}<li><a href="{{CRUMB_URL}}">{{CRUMB_LABEL}}</a></li>
{{/CRUMB}}<li aria-current="page">{{CRUMB_HERE}}</li>
</ol>
</nav>
{{/CRUMBS}}{{#FLASH}}<div class="notice notice--{{FLASH_KIND}}" role="status" data-flash>
<svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#{{FLASH_ICON}}"></use></svg>
<div class="notice__body"><p>{{FLASH_TEXT}}{{#FLASH_LINK}} <a href="{{FLASH_URL}}">{{FLASH_LABEL}}</a>{{/FLASH_LINK}}</p></div>
</div>
{{/FLASH}}{{>CONTENT}}</main>
</div>
</body>
</html>
