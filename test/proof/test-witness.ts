import type { Send } from '../../src/kernel/log/proof/ask-witness.ts';
import type { Hash } from '../../src/kernel/log/proof/merkle-hash.ts';
import { isConsistent } from '../../src/kernel/log/proof/merkle-verify.ts';
import { formatSignature, signersOf } from '../../src/kernel/log/proof/note.ts';
import { cosignText, makeSigningKey } from '../../src/kernel/log/proof/signing-key.ts';
import {
  formatVerifierKey,
  signatureTypes,
  type VerifierKey,
} from '../../src/kernel/log/proof/verifier-key.ts';
import { parseWitnessRequest, sizeType } from '../../src/kernel/log/proof/witness-request.ts';

/** A witness of C2SP tlog-witness that really verifies what it signs, in this process. */
export class TestWitness {
  readonly #key: ReturnType<typeof makeSigningKey>;
  readonly #trusted: readonly VerifierKey[];
  readonly #origin: string;
  /** What it signed last. */
  head: { readonly size: number; readonly root: Hash } | undefined;
  readonly statuses: number[] = [];
  isDown = false;

  constructor(name: string, origin: string, trusted: readonly VerifierKey[]) {
    this.#key = makeSigningKey(name, signatureTypes.cosignature);
    this.#trusted = trusted;
    this.#origin = origin;
  }

  get vkey(): string {
    return formatVerifierKey(this.#key.verifier);
  }

  readonly send: Send = async (url, init) => {
    if (this.isDown) throw new TypeError('connection refused');
    if (!url.endsWith('/add-checkpoint') || init.method !== 'POST') return this.#say(404);
    return this.#answer(String(init.body));
  };

  #say(status: number, body = '', type = 'text/plain'): Response {
    this.statuses.push(status);
    return new Response(body, { status, headers: { 'content-type': type } });
  }

  /** The checks in the order of the specification. */
  #answer(body: string): Response {
    const request = parseWitnessRequest(body);
    if (!request) return this.#say(400);
    const { oldSize, proof, signed } = request;
    const { checkpoint, note } = signed;
    if (checkpoint.origin !== this.#origin) return this.#say(404);
    if (signersOf(note, this.#trusted).length === 0) return this.#say(403);
    if (oldSize > checkpoint.size) return this.#say(400);
    const head = this.head ?? { size: 0, root: new Uint8Array(32) };
    if (oldSize !== head.size) return this.#say(409, `${head.size}\n`, sizeType);
    if (!isConsistent(head, checkpoint, proof)) return this.#say(oldSize === checkpoint.size ? 409 : 422);
    this.head = checkpoint;
    return this.#say(200, formatSignature(cosignText(this.#key, note.text, 1_750_000_000)));
  }
}
