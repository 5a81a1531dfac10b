{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{{TITLE}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="preload" href="{{FONT_400}}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="{{FONT_600}}" as="font" type="font/woff2" crossorigin>
{{#PUBLIC}}<link rel="stylesheet" href="{{SITE_CSS}}">
{{/PUBLIC}}{{#OFFICE}}<link rel="stylesheet" href="{{OFFICE_CSS}}">
{{/OFFICE}}<script src="{{SITE_JS}}"></script>
{{#HAS_CANONICAL}}<link rel="canonical" href="{{CANONICAL_URL}}">
{{/HAS_CANONICAL}}<link rel="icon" href="{{FAVICON}}" type="image/svg+xml">
</head>
<body>
<header class="bare-head">
<div class="wrap"><a class="brand" href="{{HOME_URL}}"><svg class="mark" viewBox="0 0 64 64" aria-hidden="true"><circle class="mark__disc" cx="32" cy="32" r="21"></circle><circle class="mark__rim" cx="32" cy="32" r="30"></circle><circle cx="32" cy="32" r="6"></circle></svg><span>{{UBND_LINE}}<b>{{AGENCY_NAME}}</b></span></a></div>
</header>
<main id="noi-dung" class="wrap" tabindex="-1">
{{>CONTENT}}</main>
</body>
</html>
