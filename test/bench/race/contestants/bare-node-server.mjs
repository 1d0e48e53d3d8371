import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, file] = process.argv.slice(2);
const answers = new Map(
  Object.entries(JSON.parse(readFileSync(file, 'utf8'))).map(([path, { headers, body }]) => [
    path,
    { headers, body: Buffer.from(body, 'latin1') },
  ]),
);

createServer((request, response) => {
  const answer = answers.get(request.url);
  response.writeHead(200, answer?.headers);
  response.end(answer?.body);
}).listen(Number(port), '127.0.0.1');
