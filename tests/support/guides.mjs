// The guides of docs/huong-dan/ as data: sections with the names that stand in bold (what is on the screen), what is quoted, and the pictures.
import fs from 'node:fs';
import path from 'node:path';

import { root } from './instance.mjs';

const folder = path.join(root, 'docs/huong-dan');
export const guideNames = () => fs.readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3)).sort();

const plain = (text) => text.replace(/\s+/g, ' ').trim();

// {title, sections: [{heading, names, quotes, pictures}]}; the first section, before any heading, has the heading ''.
export function readGuide(name) {
  const text = fs.readFileSync(path.join(folder, `${name}.md`), 'utf8');
  const [head, ...parts] = text.split(/^## /m);
  const sectionOf = (heading, body) => ({
    heading,
    names: [...new Set([...body.matchAll(/\*\*([^*]+)\*\*/g)].map(([, bold]) => plain(bold)))],
    quotes: [...new Set([...body.matchAll(/“([^”]+)”/g)].map(([, quote]) => plain(quote)))],
    pictures: [...body.matchAll(/!\[[^\]]*\]\(\.\.\/images\/huong-dan\/([\w-]+)\.webp\)/g)].map(([, picture]) => picture),
  });
  return { title: plain(/^# (.+)$/m.exec(head)[1]), sections: [sectionOf('', head), ...parts.map((part) => sectionOf(plain(part.split('\n')[0]), part))] };
}

// Every word that a program can show: templates, C++ literals, reference data. One text, in which a quotation must be found as it stands.
export function spokenText() {
  const texts = [];
  const walk = (at, endings) => {
    for (const entry of fs.readdirSync(path.join(root, at), { withFileTypes: true })) {
      const inner = `${at}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'assets' && entry.name !== 'node_modules') walk(inner, endings);
      else if (endings.some((ending) => entry.name.endsWith(ending))) texts.push(fs.readFileSync(path.join(root, inner), 'utf8'));
    }
  };
  walk('templates', ['.tpl']);
  for (const part of ['shared', 'modules']) walk(part, ['.cpp', '.h']);
  walk('sql/seeds/reference', ['.json']);
  return plain(texts.join('\n').replace(/"\s*\n\s*"/g, '')); // adjacent literals are one
}

// The names that a person can see on the page now: headings, buttons, links, labels, columns; what lies in a closed <details> too, since a click
// on its visible summary opens it. Without numbers and muted additions behind them ("Hộp việc 12" is “Hộp việc”).
export const namesOn = (page) =>
  page.evaluate(() => {
    const closed = [...document.querySelectorAll('details:not([open])')].filter((one) => one.querySelector('summary')?.checkVisibility());
    for (const one of closed) one.open = true;
    const names = new Set();
    const add = (text) => {
      const name = text.replace(/\s+/g, ' ').trim();
      if (name) names.add(name).add(name.replace(/ \d+(\/\d+|\+)?$/, ''));
    };
    for (const one of document.querySelectorAll('h1, h2, h3, legend, label, label > span, button, a, summary, th, dt, .tile__label, .table__title, [aria-label]')) {
      if (!one.checkVisibility({ visibilityProperty: true })) continue;
      if (one.hasAttribute('aria-label')) add(one.getAttribute('aria-label'));
      if (one.matches('section, nav, article, div, form, svg, ul, main')) continue;
      for (const left_out of ['svg', 'svg, .govuk-visually-hidden, kbd', 'svg, .govuk-visually-hidden, kbd, b, .muted, .table__sub']) {
        const copy = one.cloneNode(true);
        for (const part of copy.querySelectorAll(left_out)) part.remove();
        add(copy.textContent);
      }
    }
    for (const one of closed) one.open = false;
    return [...names];
  });
