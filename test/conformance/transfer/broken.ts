import { administrator } from '../../../src/kernel/access/caller.ts';
import { languages } from '../../../src/kernel/i18n/language.ts';
import { findingSentence } from '../../../src/kernel/transfer/finding.ts';
import { importFile } from '../../../src/kernel/transfer/import-file.ts';
import type { ImportServices } from '../../../src/kernel/transfer/import-request.ts';
import type { Check } from '../geodata/good.ts';
import { limits } from './good.ts';

/** A broken file is refused with reasons, each with a sentence in every language, and leaves the log as it was. */
export async function importBroken(path: string, services: ImportServices): Promise<Check[]> {
  const before = await services.reader.position();
  const registers = services.registry.all().length;
  const { outcome, findings } = await importFile(services, { path, caller: administrator, limits });
  const refused = findings.filter(({ kind }) => kind === 'refused');
  const checks: Check[] = [
    outcome === 'refused' && refused.length > 0
      ? { what: 'refused' }
      : { what: 'refused', failure: `${outcome} with ${refused.length} reasons` },
  ];
  for (const finding of findings) {
    const what = `row ${finding.row ?? '–'} ${finding.code}`;
    const sentences = languages.map((language) => findingSentence(finding, language));
    const isSaid = sentences.every((text) => !text.includes('…') && !text.startsWith(finding.code));
    const isOwn = new Set(sentences).size === languages.length;
    checks.push(isSaid && isOwn ? { what } : { what, failure: `sentences: ${sentences.join(' | ')}` });
  }
  const isUntouched =
    (await services.reader.position()) === before && services.registry.all().length === registers;
  checks.push(
    isUntouched ? { what: 'changes nothing' } : { what: 'changes nothing', failure: 'the log grew' },
  );
  const partial = await importFile(services, {
    path,
    caller: administrator,
    limits,
    partial: true,
    dryRun: true,
  });
  const rows = partial.layers.reduce((sum, { read }) => sum + read, 0);
  const told = partial.layers.reduce((sum, { imported, refused: out }) => sum + imported + out, 0);
  const isTold = partial.outcome === 'refused' || rows === told;
  checks.push(
    isTold ? { what: 'every record' } : { what: 'every record', failure: `${told} of ${rows} answered` },
  );
  return checks;
}
