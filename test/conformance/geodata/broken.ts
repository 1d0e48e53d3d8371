import { inspectGeometry } from '../../../src/kernel/formats/geometry-inspection.ts';
import { openSource } from '../../../src/kernel/formats/open-source.ts';
import { type ReadProblem, type Source, SourceError } from '../../../src/kernel/formats/source.ts';
import type { Check } from './good.ts';
import { message } from './sentences.ts';

/** Reads a broken file: it must be refused with a code, or some of its records with codes; each has a sentence. */
export async function readBroken(path: string): Promise<Check[]> {
  let source: Source | undefined;
  const said: string[] = [];
  try {
    source = await openSource({ path });
    for (const layer of await source.layers()) {
      for (const problem of layer.warnings ?? []) said.push(sentence(problem));
      const ids = new Set<string>();
      for await (const batch of source.records(layer.name)) {
        for (const { row, id, geometry, problems = [] } of batch) {
          const isSound = geometry !== null && !problems.some(({ severity }) => severity === 'error');
          const found = isSound ? await inspectGeometry(geometry, row, { epsg: layer.crs?.epsg ?? 0 }) : [];
          for (const problem of [...problems, ...found]) said.push(sentence(problem));
          if (id !== undefined && ids.has(id)) said.push(`record ${row}: id ${id} is there twice`);
          if (id !== undefined) ids.add(id);
        }
      }
      if (layer.geometry !== null && !layer.crs) said.push('no reference system');
    }
  } catch (error) {
    if (!(error instanceof SourceError)) return [{ what: 'refused with a reason', failure: String(error) }];
    said.push(message(`file.${error.code}`, error.params));
  } finally {
    await source?.close();
  }
  return [{ what: 'refused with a reason', ...(said.length > 0 ? {} : { failure: 'nothing was said' }) }];
}

function sentence(problem: ReadProblem): string {
  return message(`problem.${problem.code}`, problem.params ?? {});
}
