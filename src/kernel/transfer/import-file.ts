import { basename } from 'node:path';
import { Problem } from '../errors.ts';
import { SourceError } from '../formats/source.ts';
import type { Finding } from './finding.ts';
import type { ImportRequest, ImportServices } from './import-request.ts';
import { ImportRun } from './import-run.ts';
import { RefusedTogether } from './layer-load.ts';
import { dropLeftovers } from './leftovers.ts';
import { SampleTooSmallError } from './prepare-input.ts';
import type { ImportReport, LayerReport } from './report.ts';
import { makeWorkFolder, removeWorkFolder } from './work-folder.ts';

/** How often records that do not stand beside the others are left out before the import is given up. */
const mostAttempts = 5;

/**
 * Imports a file: the one operation behind the command line and HTTP. Reads and checks without holding the log, then
 * writes everything in one transaction; whatever goes wrong, at any time, nothing of it stays. What is wrong with the
 * file or its records is in the report and not thrown.
 * @throws {Problem} `not-authorised`, `register-not-found`
 */
export async function importFile(services: ImportServices, request: ImportRequest): Promise<ImportReport> {
  if (request.caller.kind !== 'administrator') throw new Problem('not-authorised');
  if (request.register !== undefined) services.registry.require(request.register);
  const begun = performance.now();
  await dropLeftovers(services.database, request.workFolder);
  const folder = makeWorkFolder(request.workFolder);
  const excluded = new Map<string, Finding[]>();
  let isSampleEnough = true;
  try {
    for (let attempt = 1; ; attempt++) {
      const run = new ImportRun(services, request, folder, { excluded, isSampleEnough, attempt });
      const report = (outcome: ImportReport['outcome'], more: readonly Finding[] = []): ImportReport => {
        run.findings.add(more);
        return reportOf(run, request, outcome, begun);
      };
      try {
        const outcome = await run.execute();
        return report(outcome);
      } catch (error) {
        if (request.signal?.aborted) return report('cancelled');
        if (error instanceof SampleTooSmallError) isSampleEnough = false;
        else if (error instanceof SourceError) return report('refused', [ofFile(error)]);
        else if (!(error instanceof RefusedTogether)) throw error;
        else if (!request.partial || attempt >= mostAttempts || !exclude(excluded, error.findings))
          return report('refused', error.findings);
      } finally {
        await run.end();
      }
    }
  } finally {
    removeWorkFolder(folder);
  }
}

function exclude(excluded: Map<string, Finding[]>, findings: readonly Finding[]): boolean {
  for (const finding of findings) {
    if (finding.record === undefined) return false;
    excluded.set(finding.record, [...(excluded.get(finding.record) ?? []), finding]);
  }
  return true;
}

function ofFile({ code, params }: SourceError): Finding {
  return { kind: 'refused', code, params };
}

function reportOf(
  run: ImportRun,
  request: ImportRequest,
  outcome: ImportReport['outcome'],
  begun: number,
): ImportReport {
  const layers = run.layers.map((layer): LayerReport => {
    const isIn = outcome === 'imported' || outcome === 'rehearsed';
    return { ...layer, imported: isIn ? layer.imported : 0 };
  });
  return {
    file: basename(request.name ?? request.path),
    format: run.format ?? null,
    outcome,
    ...(outcome === 'imported' && run.position !== undefined ? { position: run.position } : {}),
    seconds: Math.round(performance.now() - begun) / 1000,
    layers,
    findings: run.findings.list,
    unlisted: run.findings.unlisted,
  };
}
