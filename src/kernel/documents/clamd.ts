import { connect, type Socket } from 'node:net';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Scanner, Verdict } from './scanner.ts';

export interface ClamdOptions {
  /** Milliseconds for the connection to stand. */
  readonly connectMs?: number;
  /** Milliseconds without a byte in either direction after which the scanner counts as gone. */
  readonly idleMs?: number;
}

/** Largest piece of the stream; clamd reads a piece into memory. */
const chunkBytes = 65_536;

/**
 * The daemon of ClamAV, or whatever speaks its protocol: command `zINSTREAM`, then pieces that each begin with their length
 * (four bytes, big-endian), a piece of length zero at the end, and an answer that ends with NUL (clamd(8), "INSTREAM").
 */
export class ClamdScanner implements Scanner {
  readonly place: string;
  private readonly target: ClamdTarget;
  private readonly options: Required<ClamdOptions>;

  /** @throws {TypeError} for an address that `clamdTarget` cannot read */
  constructor(address: string, { connectMs = 5_000, idleMs = 120_000 }: ClamdOptions = {}) {
    const target = clamdTarget(address);
    if (target === undefined) throw new TypeError(`not an address of clamd: ${address}`);
    this.place = address;
    this.target = target;
    this.options = { connectMs, idleMs };
  }

  async scan(bytes: Readable): Promise<Verdict> {
    let socket: Socket | undefined;
    // A document that breaks before it is read must not break the process; reading it then says so.
    bytes.on('error', () => {});
    try {
      socket = await this.open();
      const answer = answerOf(socket);
      const sent = pipeline(bytes, framed(), socket, { end: false });
      // clamd may answer and hang up before it has read everything: a stream over its limit.
      const early = await Promise.race([sent.then(() => undefined), answer]).catch(async () => await answer);
      return verdictOf(early ?? (await answer));
    } catch (error) {
      return { outcome: 'unavailable', reason: (error as Error).message };
    } finally {
      bytes.destroy();
      socket?.destroy();
    }
  }

  private async open(): Promise<Socket> {
    const { connectMs, idleMs } = this.options;
    const socket = connect(this.target);
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no connection in ${connectMs} ms`)), connectMs);
      socket.once('connect', resolve);
      socket.once('error', reject);
      socket.once('close', () => clearTimeout(timer));
      socket.once('connect', () => clearTimeout(timer));
    }).catch((error) => {
      socket.destroy();
      throw error;
    });
    socket.setTimeout(idleMs, () => socket.destroy(new Error(`no answer in ${idleMs} ms`)));
    socket.write('zINSTREAM\0');
    return socket;
  }
}

type ClamdTarget = { readonly host: string; readonly port: number } | { readonly path: string };

/** `clamd://host:port` or `clamd:///path/of/the/socket`; undefined for anything else. */
export function clamdTarget(address: string): ClamdTarget | undefined {
  const [, path] = /^clamd:\/\/(\/.+)$/.exec(address) ?? [];
  if (path !== undefined) return { path };
  const [, host, port] = /^clamd:\/\/(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(address) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return undefined;
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** Puts its length before each piece, and the piece of no length after the last. */
function framed(): Transform {
  const lengthOf = (length: number) => {
    const prefix = Buffer.alloc(4);
    prefix.writeUInt32BE(length);
    return prefix;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let offset = 0; offset < chunk.length; offset += chunkBytes) {
        const piece = chunk.subarray(offset, offset + chunkBytes);
        this.push(Buffer.concat([lengthOf(piece.length), piece]));
      }
      done();
    },
    flush(done) {
      this.push(lengthOf(0));
      done();
    },
  });
}

const longestAnswer = 4096;

/** The answer up to its NUL. Rejects where the connection ends without one. */
function answerOf(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > longestAnswer) reject(new Error('an answer that is none of clamd'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the connection ended without an answer')));
  });
  // Whoever awaits it hears of it; before that it must not count as unhandled.
  answer.catch(() => {});
  return answer;
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { outcome: 'clean' };
  const [, signature] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (signature !== undefined) return { outcome: 'infected', signature };
  return { outcome: 'unavailable', reason: answer };
}
