import { createServer, type Server, type Socket } from 'node:net';

/** The test signature that every scanner reports and that harms nobody (eicar.org); put together so that no scanner minds this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(
  '',
);

export interface FakeClamd {
  readonly address: string;
  /** Bytes of the last stream, put together from its pieces. */
  readonly received: () => Buffer;
  readonly close: () => Promise<void>;
}

type Manner = 'honest' | 'silent' | 'hangs-up' | 'over-limit' | 'gibberish';

/**
 * A daemon that speaks clamd's INSTREAM framing for real: it refuses a command that does not end with NUL and a stream
 * whose pieces are not as long as they say, and finds EICAR.
 */
export async function fakeClamd(manner: Manner = 'honest', path?: string): Promise<FakeClamd> {
  let received = Buffer.alloc(0);
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const pieces: Buffer[] = [];
    let buffer = Buffer.alloc(0);
    let isStreaming = false;
    socket.on('data', (chunk) => {
      buffer = Buffer.concat([buffer, chunk as Buffer]);
      if (!isStreaming) {
        const end = buffer.indexOf(0);
        if (end < 0) return;
        if (buffer.subarray(0, end).toString() !== 'zINSTREAM') return socket.end('UNKNOWN COMMAND\0');
        isStreaming = true;
        buffer = buffer.subarray(end + 1);
        if (manner === 'hangs-up') return socket.destroy();
        if (manner === 'over-limit') return socket.end('INSTREAM size limit exceeded. ERROR\0');
        if (manner === 'gibberish') return socket.end('x'.repeat(10_000));
      }
      while (buffer.length >= 4) {
        const length = buffer.readUInt32BE(0);
        if (length === 0) {
          received = Buffer.concat(pieces);
          if (manner === 'silent') return;
          socket.end(received.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
          return;
        }
        if (buffer.length < 4 + length) return;
        pieces.push(buffer.subarray(4, 4 + length));
        buffer = buffer.subarray(4 + length);
      }
    });
  });
  await new Promise<void>((resolve) =>
    path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve),
  );
  const bound = server.address();
  const address = typeof bound === 'string' ? `clamd://${bound}` : `clamd://127.0.0.1:${bound!.port}`;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address, received: () => received, close };
}
