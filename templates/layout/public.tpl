{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{{TITLE}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{DESCRIPTION}}">
<meta name="theme-color" content="#86190f">
{{#NOINDEX}}<meta name="robots" content="noindex">
{{/NOINDEX}}{{#HAS_CANONICAL}}<link rel="canonical" href="{{CANONICAL_URL}}">
{{/HAS_CANONICAL}}{{#HAS_OG}}<meta property="og:title" content="{{OG_TITLE}}">
<meta property="og:type" content="{{OG_TYPE}}">
<meta property="og:url" content="{{CANONICAL_URL}}">
<meta property="og:description" content="{{DESCRIPTION}}">
<meta property="og:site_name" content="{{OG_SITE}}">
<meta property="og:locale" content="vi_VN">
{{/HAS_OG}}{{#FEED}}<link rel="alternate" href="{{FEED_URL}}" type="{{FEED_TYPE}}" title="{{FEED_TITLE}}">
{{/FEED}}<link rel="preload" href="{{FONT_400}}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="{{FONT_600}}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{{SITE_CSS}}">
<script src="{{SITE_JS}}"></script>
<link rel="icon" href="{{FAVICON}}" type="image/svg+xml">
</head>
<body>
<a class="govuk-skip-link" href="#noi-dung">Tới nội dung chính</a>
<header>
<div class="tools">
<div class="wrap">
<p>{{DATE_LINE}}</p>
<div class="toolset">
<details class="js-only" data-menu>
<summary><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#a-large-small"></use></svg>Cỡ chữ</summary>
<div class="tool-menu" role="group" aria-label="Cỡ chữ">
<button type="button" data-tool="text" data-value="100">100%</button>
<button type="button" data-tool="text" data-value="125">125%</button>
<button type="button" data-tool="text" data-value="150">150%</button>
<button type="button" data-tool="text" data-value="200">200%</button>
</div>
</details>
<button type="button" class="js-only" data-tool="contrast" aria-pressed="false"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#contrast"></use></svg>Tương phản</button>
<button type="button" class="js-only" data-tool="theme"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#moon"></use></svg><span>Nền tối</span></button>
{{#HAS_ENGLISH}}<a href="{{ENGLISH_URL}}" lang="en" hreflang="en"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#globe"></use></svg>English</a>
{{/HAS_ENGLISH}}</div>
</div>
</div>
<div class="masthead">
<div class="wrap">
<a class="brand" href="/"><svg class="mark" viewBox="0 0 64 64" aria-hidden="true"><circle class="mark__disc" cx="32" cy="32" r="21"></circle><circle class="mark__rim" cx="32" cy="32" r="30"></circle><circle cx="32" cy="32" r="6"></circle></svg><span>{{UBND_LINE}}<b>{{AGENCY_NAME}}</b></span></a>
{{#HAS_SEARCH}}<form class="search" action="/tim-kiem" method="get" role="search">
<input type="search" name="q" value="{{SEARCH_QUERY}}" placeholder="Tìm văn bản, thủ tục, hỏi đáp" aria-label="Tìm trên trang">
<button><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg>Tìm</button>
</form>
{{/HAS_SEARCH}}</div>
</div>
<nav class="nav" aria-label="Danh mục chính">
<div class="wrap">
<ul class="nav__bar">
{{MENU_HTML:none}}</ul>
</div>
<div class="nav__phone">
<details data-menu name="nav">
<summary><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#menu"></use></svg>Danh mục</summary>
<div class="nav__panel">
<ul class="nav__list">
{{MENU_HTML:none}}</ul>
<div class="toolset">
<span class="toolset js-only" role="group" aria-label="Cỡ chữ">
<button type="button" data-tool="text" data-value="100" aria-label="Cỡ chữ 100%">100%</button>
<button type="button" data-tool="text" data-value="125" aria-label="Cỡ chữ 125%">125%</button>
<button type="button" data-tool="text" data-value="150" aria-label="Cỡ chữ 150%">150%</button>
<button type="button" data-tool="text" data-value="200" aria-label="Cỡ chữ 200%">200%</button>
</span>
<button type="button" class="js-only" data-tool="contrast" aria-pressed="false"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#contrast"></use></svg>Tương phản</button>
<button type="button" class="js-only" data-tool="theme"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#moon"></use></svg><span>Nền tối</span></button>
{{#HAS_ENGLISH}}<a href="{{ENGLISH_URL}}" lang="en" hreflang="en"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#globe"></use></svg>English</a>
{{/HAS_ENGLISH}}</div>
</div>
</details>
{{#HAS_SEARCH}}<details data-menu data-search name="nav">
<summary><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg>Tìm kiếm</summary>
<div class="nav__panel">
<form class="search" action="/tim-kiem" method="get">
<input type="search" name="q" value="{{SEARCH_QUERY}}" placeholder="Ví dụ: khai sinh, chung thuc" aria-label="Tìm trên trang">
<button aria-label="Tìm"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#search"></use></svg></button>
</form>
</div>
</details>
{{/HAS_SEARCH}}</div>
</nav>
<div class="band"></div>
</header>
{{#SITE_NOTICE}}<div class="site-notice" role="region" aria-label="Thông báo của trang">
<div class="wrap"><svg class="icon icon--lg" aria-hidden="true"><use href="{{ICONS_URL}}#info"></use></svg><p>{{NOTICE_TEXT}}{{#NOTICE_LINK}} <a href="{{NOTICE_URL}}">{{NOTICE_LABEL}}</a>{{/NOTICE_LINK}}</p></div>
{{#NOTICE_CHECK}}<div class="wrap" role="status" data-check hidden></div>
<script src="{{CHECK_JS}}" defer></script>
{{/NOTICE_CHECK}}</div>
{{/SITE_NOTICE}}{{#BREADCRUMBS}}<nav class="crumbs wrap" aria-label="Vị trí của trang">
<ol>
{{#CRUMB}}<li><a href="{{CRUMB_URL}}">{{CRUMB_LABEL}}</a></li>
{{/CRUMB}}</ol>
</nav>
{{/BREADCRUMBS}}{{#WIDE}}<main id="noi-dung" tabindex="-1">
{{/WIDE}}{{#NOT_WIDE}}<main id="noi-dung" class="wrap" tabindex="-1">
{{/NOT_WIDE}}{{>CONTENT}}</main>
<footer class="footer">
<div class="wrap">
<div class="footer__cols">
{{FOOT_HTML:none}}</div>
<div class="footer__base"><p>Chịu trách nhiệm chính: {{RESPONSIBLE}}</p><p>Cập nhật {{UPDATED}}</p></div>
</div>
</footer>
</body>
</html>
