{{%AUTOESCAPE context="XML"}}<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{#PAGE}}<url><loc>{{PAGE_URL}}</loc>{{#HAS_CHANGED}}<lastmod>{{CHANGED_ISO}}</lastmod>{{/HAS_CHANGED}}</url>
{{/PAGE}}</urlset>
