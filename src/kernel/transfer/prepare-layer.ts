import { isFlatGeobuf } from '../formats/flatgeobuf/reader.ts';
import { openSource } from '../formats/open-source.ts';
import type { Source, SourceRecord } from '../formats/source.ts';
import { BulkEncoder } from '../log/bulk-encoder.ts';
import type { Finding } from './finding.ts';
import { FlatLane } from './flat-lane/flat-lane.ts';
import type { PreparedPiece, PrepareInput } from './prepare-input.ts';
import { RecordPreparer } from './record-preparer.ts';
import type { PreparedBody } from './staged-bodies.ts';

/**
 * Reads one layer and gives tuples ready to be loaded, piece by piece. Once a record is refused that the import cannot
 * do without, reading goes on only to find what else is wrong.
 */
export async function* prepareLayer(
  input: PrepareInput,
  signal?: AbortSignal,
): AsyncGenerator<PreparedPiece> {
  const source = await openSource({ ...input.source, ...(signal ? { signal } : {}) });
  try {
    const preparer = new RecordPreparer(input);
    const encoder = new BulkEncoder(input.register, input.registerNumber, input.firstPosition);
    let isWanted = true;
    for await (const batch of quickestWay(source, input, encoder, preparer)) {
      signal?.throwIfAborted();
      const findings: Finding[] = [];
      const bodies: PreparedBody[] = [];
      const counts = { read: batch.length, prepared: 0, refused: 0, repaired: 0, warned: 0 };
      for (let i = 0; i < batch.length; i++) {
        const each = batch.recordAt(i);
        if (each === undefined) {
          counts.prepared++;
          continue;
        }
        const prepared = preparer.prepareQuickly(each) ?? (await preparer.prepare(each));
        const { body, record, stretch } = prepared;
        if (prepared.findings && prepared.findings.length > 0) {
          findings.push(...prepared.findings);
          if (prepared.findings.some(({ kind }) => kind === 'repaired')) counts.repaired++;
          if (prepared.findings.some(({ kind }) => kind === 'warning')) counts.warned++;
        }
        if (body) {
          counts.prepared++;
          if (!isWanted) continue;
          if (input.asBodies) bodies.push({ record, row: each.row, body });
          else encoder.add(record, stretch, body);
        } else {
          counts.refused++;
          isWanted = input.partial;
        }
      }
      yield {
        ...counts,
        findings,
        share: source.progress(),
        ...(input.asBodies ? { bodies } : { entries: encoder.entries.take(), rows: encoder.rows.take() }),
      };
    }
  } finally {
    await source.close();
  }
}

interface Batch {
  readonly length: number;
  /** A record that is still to be prepared; undefined for one that went straight to the encoder. Asked for in order. */
  recordAt(index: number): SourceRecord | undefined;
}

async function* quickestWay(
  source: Source,
  input: PrepareInput,
  encoder: BulkEncoder,
  { seen }: RecordPreparer,
): AsyncGenerator<Batch> {
  if (isFlatGeobuf(source)) {
    const { header, batches, decode } = await source.features();
    const lane = FlatLane.of(header, input, encoder, seen);
    for await (const { buffer, starts, firstRow } of batches)
      yield {
        length: starts.length,
        recordAt: (i) =>
          lane?.add(buffer, starts[i]!, firstRow + i) ? undefined : decode(buffer, starts[i]!, firstRow + i),
      };
    return;
  }
  for await (const records of source.records(input.layer))
    yield { length: records.length, recordAt: (i) => records[i] };
}
