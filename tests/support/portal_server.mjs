// Another portal, as far as its channels go: an HTTP server of the test on 127.0.0.1 that answers what the test says and remembers what it was asked.
import http from 'node:http';

// {url(path), put(path, answer), asked(path), stop()}. An answer is a text, a Buffer, or (request, response) => …; `headers` ride along.
export async function portalServer() {
  const answers = new Map();
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push({ path: request.url, headers: request.headers });
    const answer = answers.get(request.url);
    if (!answer) return response.writeHead(404).end();
    if (typeof answer.body === 'function') return answer.body(request, response);
    response.writeHead(200, { 'Content-Type': 'application/rss+xml', ...answer.headers });
    return response.end(answer.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    url: (path) => `http://127.0.0.1:${port}${path}`,
    put: (path, body, headers = {}) => answers.set(path, { body, headers }),
    asked: (path) => asked.filter((one) => one.path === path),
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

// An RSS 2.0 channel of these entries: {title, guid, link, html, date}; what is undefined is left out.
export function rss(entries, { title = 'Cổng thông tin điện tử Bộ Tư pháp', encoding = 'utf-8' } = {}) {
  const part = (name, text, attributes = '') => (text === undefined ? '' : `<${name}${attributes}>${escape(text)}</${name}>`);
  return `<?xml version="1.0" encoding="${encoding}"?>\n<rss version="2.0"><channel><title>${escape(title)}</title><link>https://moj.example.vn/</link>${entries
    .map((one) => `<item>${part('title', one.title)}${part('link', one.link)}${part('guid', one.guid, ' isPermaLink="false"')}${part('description', one.html)}${part('pubDate', one.date)}</item>`)
    .join('')}</channel></rss>`;
}
