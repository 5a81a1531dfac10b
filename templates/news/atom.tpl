{{%AUTOESCAPE context="XML"}}<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>{{FEED_ID}}</id>
<title>{{FEED_TITLE}}</title>
<subtitle>{{FEED_DESCRIPTION}}</subtitle>
<updated>{{UPDATED_ISO}}</updated>
<author><name>{{AGENCY_FULL}}</name></author>
<link rel="alternate" type="text/html" href="{{LIST_URL}}"/>
<link rel="self" type="application/atom+xml" href="{{SELF_URL}}"/>
{{#ITEM}}<entry>
<id>{{ITEM_ID}}</id>
<title>{{ITEM_TITLE}}</title>
<link rel="alternate" type="text/html" href="{{ITEM_URL}}"/>
<published>{{PUBLISHED_ISO}}</published>
<updated>{{CHANGED_ISO}}</updated>
<author><name>{{ITEM_UNIT}}</name></author>
<summary>{{ITEM_SUMMARY}}</summary>
</entry>
{{/ITEM}}</feed>
