import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';

/** What a receiver does with a request: an answer, or something worse. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, attempt: number) => void;

export const accepts: Behaviour = (_request, response) => response.writeHead(204).end();
export const answers =
  (status: number, headers: Record<string, string> = {}, body = ''): Behaviour =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
export const neverAnswers: Behaviour = () => {};
export const hangsUp: Behaviour = (request) => request.socket.destroy();

export interface Received {
  readonly id: string;
  readonly event: { id: string; type: string; subject?: string; validfrom?: string; data?: object };
  readonly wasAccepted: boolean;
}

/** A receiver of webhooks that checks signatures with the reference library and misbehaves as it is told. */
export class Receiver {
  /** Every request in the order of arrival. */
  readonly requests: Received[] = [];
  behaviour: Behaviour = accepts;
  secret = '';
  badSignatures = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => receiver.#take(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    request.setEncoding('utf8');
    try {
      for await (const part of request) body += part;
    } catch {
      return; // the sender died in the middle of it
    }
    const headers = request.headers as Record<string, string>;
    try {
      new Verifier(this.secret).verify(body, headers);
    } catch {
      this.badSignatures++;
    }
    const id = headers['webhook-id']!;
    const attempt = this.requests.filter((each) => each.id === id).length + 1;
    this.behaviour(request, response, attempt);
    const wasAccepted = response.statusCode === 204;
    this.requests.push({ id, event: JSON.parse(body), wasAccepted });
  }

  /** Positions in the order in which they were first accepted. */
  accepted(): number[] {
    return [
      ...new Set(this.requests.filter(({ wasAccepted }) => wasAccepted).map(({ event }) => Number(event.id))),
    ];
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
