import type { Params } from '../../kernel/errors.ts';
import { proofMessages } from '../../kernel/i18n/messages/proof.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import type { Finding, LogReport } from '../../kernel/log/proof/finding.ts';
import type { ReceiptVerdict } from '../../kernel/log/proof/receipt.ts';
import { terminalLanguage } from '../say.ts';

const message = messenger(proofMessages);
type Key = keyof (typeof proofMessages)['en'];

/** Findings that are written out; the rest is counted. */
const mostShown = 20;
const mostPositions = 10;

/** A sentence of `ufuq verify` in the language of the terminal. Numbers are given as text to stay plain. */
export function sayProof(key: Key, params: Params = {}): string {
  return message(terminalLanguage(), key, params);
}

/** What is to be told of a receipt, line by line. */
export function receiptLines(verdict: ReceiptVerdict, without: unknown): readonly string[] {
  const { faults, leaf, origin = '', signedBy, witnessedBy, isKeyTrusted } = verdict;
  if (faults.length > 0 || !leaf)
    return [`✗ ${sayProof('receipt.fails')}`, ...faults.map((fault) => `  ${sayProof(`fault.${fault}`)}`)];
  const { register, record, recordedAt, actor, legalBasis, cause } = leaf;
  return [
    `✓ ${sayProof('receipt.holds', { position: String(leaf.position), origin, register, record })}`,
    `  ${sayProof('receipt.recorded', { recordedAt, actor, legalBasis: legalBasis ?? '–', cause })}`,
    ...(without === 'erased' || without === 'withheld' ? [`  ${sayProof(`receipt.${without}`)}`] : []),
    keysLine(isKeyTrusted, signedBy),
    ...(witnessedBy.length > 0 ? [`  ${sayProof('keys.witnessed', { names: witnessedBy.join(', ') })}`] : []),
  ];
}

/** What is to be told of a log, line by line. */
export function logLines(report: LogReport): readonly string[] {
  const { origin, proven, unproven, erased, checkpoints, findings, first } = report;
  const ids = report.keys.map((vkey) => vkey.split('+')[1] ?? '');
  const positions = erased.slice(0, mostPositions).join(', ') + (erased.length > mostPositions ? ', …' : '');
  const beside = [
    ...(unproven > 0 ? [`  ${sayProof('log.unproven', { count: String(unproven) })}`] : []),
    ...(erased.length > 0
      ? [`  ${sayProof('log.erased', { count: String(erased.length), positions })}`]
      : []),
    keysLine(report.areKeysTrusted, ids),
  ];
  if (findings.length === 0) {
    const params = { origin, proven: String(proven), checkpoints: String(checkpoints) };
    return [`✓ ${sayProof('log.holds', params)}`, ...beside];
  }
  const head =
    first === undefined
      ? sayProof('log.fails-beside', { origin })
      : sayProof('log.fails', { origin, first: String(first) });
  const more = findings.length - mostShown;
  return [
    `✗ ${head}`,
    ...findings.slice(0, mostShown).map((finding) => `  ${findingLine(finding)}`),
    ...(more > 0 ? [`  ${sayProof('log.more', { count: String(more) })}`] : []),
    ...beside,
  ];
}

function findingLine({
  kind,
  position,
  upTo,
  size,
  register = '–',
  record = '–',
  tile = '',
}: Finding): string {
  const text = (value: number | undefined) => (value === undefined ? '–' : String(value));
  const params = { position: text(position), upTo: text(upTo), size: text(size), register, record, tile };
  return sayProof(`finding.${kind}`, params);
}

function keysLine(areTrusted: boolean, ids: readonly string[]): string {
  return `  ${sayProof(areTrusted ? 'keys.trusted' : 'keys.untrusted', { ids: ids.join(', ') || '–' })}`;
}
