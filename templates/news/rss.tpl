{{%AUTOESCAPE context="XML"}}<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>{{FEED_TITLE}}</title>
<link>{{LIST_URL}}</link>
<description>{{FEED_DESCRIPTION}}</description>
<language>vi</language>
<atom:link href="{{SELF_URL}}" rel="self" type="application/rss+xml"/>
{{#HAS_UPDATED}}<lastBuildDate>{{UPDATED_RFC}}</lastBuildDate>
{{/HAS_UPDATED}}{{#ITEM}}<item>
<title>{{ITEM_TITLE}}</title>
<link>{{ITEM_URL}}</link>
<guid isPermaLink="false">{{ITEM_ID}}</guid>
<pubDate>{{ITEM_RFC}}</pubDate>
<dc:creator>{{ITEM_UNIT}}</dc:creator>
<description>{{ITEM_SUMMARY}}</description>
</item>
{{/ITEM}}</channel>
</rss>
