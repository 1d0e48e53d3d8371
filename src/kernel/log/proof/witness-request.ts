import { parseCheckpoint, type SignedCheckpoint } from './checkpoint.ts';
import { type Hash, hashLength } from './merkle-hash.ts';

/** Body of `add-checkpoint` (C2SP tlog-witness): the size that the witness signed last, the proof from there, the note. */
export interface WitnessRequest {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
}

/** Content type of the size in a 409 (C2SP tlog-witness, "add-checkpoint"). */
export const sizeType = 'text/x.tlog.size';
/** A client must not send more proof lines than this. */
const mostProofLines = 63;

export function formatWitnessRequest({ oldSize, proof, checkpoint }: WitnessRequest): string {
  const lines = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `old ${oldSize}\n${lines.join('')}\n${checkpoint}`;
}

/** Reads what `formatWitnessRequest` writes, as a witness does; undefined where it is anything else. */
export function parseWitnessRequest(
  body: string,
): (Omit<WitnessRequest, 'checkpoint'> & { readonly signed: SignedCheckpoint }) | undefined {
  const end = body.indexOf('\n\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = body.slice(0, end).split('\n');
  const size = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  const signed = parseCheckpoint(body.slice(end + 2));
  if (size === undefined || !signed || lines.length > mostProofLines) return undefined;
  const proof = lines.map((line) => Uint8Array.from(Buffer.from(line, 'base64')));
  const isSpelledRight = proof.every(
    (hash, i) => hash.length === hashLength && Buffer.from(hash).toString('base64') === lines[i],
  );
  return isSpelledRight ? { oldSize: Number(size), proof, signed } : undefined;
}
