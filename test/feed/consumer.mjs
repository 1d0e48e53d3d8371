import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';

/**
 * A consumer of the feed as somebody else would write it; it shares no code with the product. Its store is a file: each line
 * is one transaction that holds what was told and the cursor after it. A torn last line is rolled back at the start.
 * Arguments: form (json or sse), store, path of the feed, URLs of servers that have the same log.
 */
const [form, store, path, ...servers] = process.argv.slice(2);
const server = servers[Math.floor(Math.random() * servers.length)];
const headers = process.env.CONSUMER_TOKEN ? { authorization: `Bearer ${process.env.CONSUMER_TOKEN}` } : {};

function recover() {
  if (!existsSync(store)) return 0;
  const bytes = readFileSync(store);
  const end = bytes.lastIndexOf(10) + 1;
  truncateSync(store, end);
  const lines = bytes.subarray(0, end).toString().trimEnd();
  return lines === '' ? 0 : JSON.parse(lines.slice(lines.lastIndexOf('\n') + 1)).cursor;
}

const commit = (cursor, events) => appendFileSync(store, `${JSON.stringify({ cursor, events })}\n`);

async function poll(cursor) {
  const separator = path.includes('?') ? '&' : '?';
  for (let next = cursor; ; ) {
    const url = `${server}${path}${separator}since=${next}&limit=${1 + Math.floor(Math.random() * 500)}&wait=2`;
    const answer = await fetch(url, { headers: { ...headers, accept: 'application/json' } });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const page = await answer.json();
    commit(
      page.next,
      page.changes.map(({ position, register, record, kind, valid, feature }) => [
        position,
        register,
        record,
        kind,
        valid.from,
        valid.to,
        feature,
      ]),
    );
    next = page.next;
  }
}

async function listen(cursor) {
  const answer = await fetch(server + path, {
    headers: { ...headers, accept: 'text/event-stream', 'last-event-id': String(cursor) },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of answer.body) {
    rest += decoder.decode(bytes, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      if (field('id') === undefined) continue;
      const event =
        field('event') === 'latest' || field('data') === undefined
          ? []
          : [ofCloudEvent(JSON.parse(field('data')))];
      commit(Number(field('id')), event);
    }
  }
}

function ofCloudEvent({ id, register, subject, type, validfrom = null, validto = null, data = null }) {
  return [Number(id), register, subject, type.split('.')[2], validfrom, validto, data];
}

const cursor = recover();
process.stdout.write('ready\n');
await (form === 'sse' ? listen : poll)(cursor);
