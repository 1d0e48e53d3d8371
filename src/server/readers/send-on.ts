import { Agent, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** First segments of addresses that any process answers alike; what else there is has state in the writer alone. */
const shared: ReadonlySet<string> = new Set([
  '',
  'api',
  'api.html',
  'catalogue',
  'changes',
  'collections',
  'conformance',
  'documents',
  'functions',
  'health',
  'language',
  'portal',
  'promises',
  'search',
  'styles',
  'tileMatrixSets',
  'tiles',
]);

/** Header that says who asked; believed on the writer's own socket only, which no client can reach. */
const askedBy = 'x-ufuq-asked-by';

/** Whether a process that only reads can answer. */
export function isReading({ method, url = '/' }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return shared.has(/^\/([^/?#]*)/.exec(url)?.[1] ?? '');
}

/** Sends requests on to the writer as they are, bodies and answers as streams. */
export class Forwarder {
  private readonly socketPath: string;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(socketPath: string) {
    this.socketPath = socketPath;
  }

  send(request: IncomingMessage, response: ServerResponse): void {
    const { method, url: path, headers, socket } = request;
    const by = `${socket.remoteAddress ?? ''} ${socket.localAddress ?? ''} ${socket.localPort ?? 0}`;
    const onward = open({
      socketPath: this.socketPath,
      agent: this.agent,
      method,
      path,
      headers: { ...headers, [askedBy]: by },
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(503, { 'retry-after': '1' }).end();
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Gives a request on the writer's own socket the addresses of the connection that it came over. */
export function restoreSender(request: IncomingMessage): void {
  const said = request.headers[askedBy];
  delete request.headers[askedBy];
  if (typeof said !== 'string') return;
  const [remoteAddress, localAddress, localPort] = said.split(' ');
  set(request.socket, 'remoteAddress', remoteAddress);
  set(request.socket, 'localAddress', localAddress);
  set(request.socket, 'localPort', Number(localPort));
}

function set(socket: Socket, name: string, value: unknown): void {
  Object.defineProperty(socket, name, { value, configurable: true });
}
