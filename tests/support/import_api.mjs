// The import API as another system uses it; every request that ought to pass and every answer is held against the description that the site serves (OpenAPI 3.1).
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';

import SwaggerParser from '@apidevtools/swagger-parser';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export const kImport = '/api/v1/tiep-nhan';
const kOrigin = 'https://openapi.invalid/description'; // a name, asked of nobody

// {validate(schema, value), answer(method, path, response), document(value)} of the description as it is served.
export async function readDescription(site) {
  const served = await site.reader().get(`${kImport}/openapi.json`);
  assert.equal(served.status, 200);
  assert.match(served.headers['content-type'], /^application\/json\b/);
  const text = JSON.parse(served.body);
  await SwaggerParser.validate(structuredClone(text)); // also that every $ref leads somewhere
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(text, kOrigin);
  const pointer = (...parts) => `${kOrigin}#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
  const check = (reference, value, what) => {
    const is = ajv.getSchema(reference);
    assert.ok(is, `${what}: no schema at ${reference}`);
    assert.ok(is(value), `${what}: ${ajv.errorsText(is.errors)} in ${JSON.stringify(value)}`);
  };
  const used = new Set();
  return {
    text,
    // Every "method path status" that an answer was held against.
    used,
    // What the description says a document is.
    accepts: (value) => ajv.getSchema(pointer('components', 'schemas', 'Document'))(value),
    answer(method, path, response) {
      const described = text.paths[path]?.[method];
      assert.ok(described, `${method} ${path} is not described`);
      let found = described.responses[response.status];
      assert.ok(found, `${method} ${path} answered ${response.status}, which is not described: ${response.body}`);
      used.add(`${method} ${path} ${response.status}`);
      let at = ['paths', path, method, 'responses', String(response.status)];
      if (found.$ref) {
        at = found.$ref.slice(2).split('/');
        found = at.reduce((value, part) => value[part], text);
      }
      const [type] = response.headers['content-type'].split(';');
      assert.ok(found.content[type], `${method} ${path} ${response.status} is ${type}`);
      check(pointer(...at, 'content', type, 'schema'), JSON.parse(response.body), `${method} ${path} ${response.status}`);
      for (const [name, header] of Object.entries(found.headers ?? {})) {
        const value = response.headers[name.toLowerCase()];
        if (value === undefined) assert.equal(name, 'Idempotency-Replayed', `${method} ${path} ${response.status} has no ${name}`);
        else if (header.schema.enum) assert.ok(header.schema.enum.includes(value), `${name}: ${value}`);
      }
    },
  };
}

// A sender whose token the test knows, without the office; `columns` over the usual ones, as SQL. Gives {id, token}.
export function plantSender(site, columns = {}) {
  const token = `tn_${randomBytes(32).toString('hex')}`;
  const all = {
    name: "'Hệ thống thử'",
    unit_id: "(SELECT id FROM core_unit WHERE code = 'pbgdpl')",
    token_digest: `'${createHash('sha256').update(token).digest('hex')}'`,
    token_hint: `'${token.slice(0, 8)}'`,
    per_minute: 600,
    valid_from: "'2026-01-01'",
    made_by: '(SELECT MIN(id) FROM core_person)',
    made_at: 'UTC_TIMESTAMP(6)',
    ...columns,
  };
  const id = site.sql(`INSERT INTO core_import_sender (${Object.keys(all)}) VALUES (${Object.values(all)}); SELECT LAST_INSERT_ID()`)[0][0];
  return { id, token };
}

// A body of one JSON part and files, and its type. `asFile`: the JSON part has a file's name, as curl -F document=@… sends it.
export function multipartOf(document, files, { boundary = randomBytes(12).toString('hex'), asFile = false } = {}) {
  const name = (text) => text.replaceAll('"', '%22');
  const parts = [Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="document"${asFile ? '; filename="bai.json"' : ''}\r\nContent-Type: application/json\r\n\r\n${document}\r\n`)];
  for (const file of files) {
    parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="files[]"; filename="${name(file.name)}"\r\nContent-Type: application/octet-stream\r\n\r\n`), file.bytes, Buffer.from('\r\n'));
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` };
}

// Sends one document. Without files it is plain JSON. `key` null leaves the header out, `token` null likewise; `document` may be text.
export function send(site, { token, key = randomUUID(), document, files = [], headers = {}, type, asFile, boundary }) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const whole = files.length > 0 || asFile ? multipartOf(text, files, { asFile, boundary }) : { body: Buffer.from(text), type: 'application/json' };
  return site.reader().request('POST', kImport, {
    body: whole.body,
    headers: {
      'Content-Type': type ?? whole.type,
      'Content-Length': String(whole.body.length),
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...(key === null ? {} : { 'Idempotency-Key': key }),
      ...headers,
    },
  });
}

export const ask = (site, token, code) => site.reader().get(`${kImport}/${code}`, { headers: token === null ? {} : { Authorization: `Bearer ${token}` } });
