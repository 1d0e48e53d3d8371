import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { formatNote, parseNote, signersOf } from './note.ts';
import { cosignText, makeSigningKey, signingKeyOf, signText } from './signing-key.ts';
import { formatVerifierKey, parseVerifierKey, signatureTypes } from './verifier-key.ts';

/** The key and the note that implementations of signed notes check themselves against. */
const peter = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  seed: 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  note: `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`,
};

/** The example of C2SP tlog-cosignature. */
const cosigned = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

/** RFC 8410: an Ed25519 private key in PKCS #8 is this prefix and its 32 bytes. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

describe('signed notes', () => {
  test('the published note is signed by the published key, and the private key makes the same bytes', () => {
    const key = parseVerifierKey(peter.vkey)!;
    expect(formatVerifierKey(key)).toBe(peter.vkey);
    const note = parseNote(peter.note)!;
    expect(signersOf(note, [key])).toEqual([key]);
    const der = Buffer.concat([pkcs8, Buffer.from(peter.seed, 'base64').subarray(1)]);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const signing = signingKeyOf('PeterNeumann', privateKey, signatureTypes.ed25519);
    expect(formatNote({ text: note.text, signatures: [signText(signing, note.text)] })).toBe(peter.note);
  });

  test('no byte of a key can be changed', () => {
    for (let at = 0; at < peter.vkey.length; at++)
      expect(
        parseVerifierKey(
          peter.vkey.slice(0, at) + (peter.vkey[at] === 'x' ? 'y' : 'x') + peter.vkey.slice(at + 1),
        ),
      ).toBeUndefined();
  });

  test('no byte of a note can be changed without its losing its signer', () => {
    const known = [parseVerifierKey(peter.vkey)!];
    for (let at = 0; at < peter.note.length; at++) {
      const changed =
        peter.note.slice(0, at) + (peter.note[at] === 'x' ? 'y' : 'x') + peter.note.slice(at + 1);
      const note = parseNote(changed);
      expect(note ? signersOf(note, known) : []).toEqual([]);
    }
  });

  test.each([
    ['no signature', 'text\n\n'],
    ['no blank line', 'text\n— name AAAAAAA=\n'],
    ['a control character', 'te\txt\n\n— name AAAAAAA=\n'],
    ['a signature that is not base64', 'text\n\n— name AAAA!\n'],
    ['a key id and nothing else', 'text\n\n— name AAAAAA==\n'],
    ['a name with a plus', 'text\n\n— na+me AAAAAAA=\n'],
    ['no last newline', 'text\n\n— name AAAAAAA='],
  ])('%s is no note', (_what, text) => expect(parseNote(text)).toBeUndefined());

  test('signatures of unknown keys are passed over; a wrong one of a known key spoils the note', () => {
    const [ours, other] = [makeSigningKey('example.org/log'), makeSigningKey('example.org/log')];
    const text = 'a text\n';
    const both = parseNote(formatNote({ text, signatures: [signText(other, text), signText(ours, text)] }))!;
    expect(signersOf(both, [ours.verifier])).toEqual([ours.verifier]);
    expect(signersOf(both, [])).toEqual([]);
    const wrong = { ...both, signatures: [...both.signatures, { ...signText(ours, 'another\n') }] };
    expect(signersOf(wrong, [ours.verifier])).toEqual([]);
  });
});

describe('checkpoints', () => {
  test('the published example reads, with its witness', () => {
    const { checkpoint, note } = parseCheckpoint(cosigned)!;
    expect(checkpoint.origin).toBe('example.com/behind-the-sofa');
    expect(checkpoint.size).toBe(20_852_163);
    expect(checkpointText(checkpoint)).toBe(note.text);
    expect(note.signatures.map(({ name, id }) => `${name} ${id}`)).toEqual([
      'example.com/behind-the-sofa 033de0ae',
      'witness.example.com/w1 8d66cf3f',
    ]);
    // The witness signed at the time that the specification's example of a signed message names.
    expect(Buffer.from(note.signatures[1]!.signature).readBigUInt64BE(0)).toBe(1_679_315_147n);
    expect(formatNote(note)).toBe(cosigned);
  });

  test.each([
    ['a size with a leading zero', 'o\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
    ['a short root', 'o\n1\nCsUYapGG\n'],
    ['two lines', 'o\n1\n'],
    ['no origin', '\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'],
  ])('%s is no checkpoint', (_what, text) =>
    expect(parseCheckpoint(`${text}\n— name AAAAAAA=\n`)).toBeUndefined(),
  );

  test('a witness signs the time with the text', () => {
    const witness = makeSigningKey('witness.example.org', signatureTypes.cosignature);
    const { text } = parseCheckpoint(cosigned)!.note;
    const line = cosignText(witness, text, 1_700_000_000);
    expect(signersOf({ text, signatures: [line] }, [witness.verifier])).toEqual([witness.verifier]);
    const later = Uint8Array.from(line.signature);
    later[7]! ^= 1;
    expect(signersOf({ text, signatures: [{ ...line, signature: later }] }, [witness.verifier])).toEqual([]);
  });
});
