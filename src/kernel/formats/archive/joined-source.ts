import { type Source, SourceError } from '../source.ts';

/** Several files as the layers of one source; a layer is found in the file that has it. */
export function joined(sources: readonly Source[], clean: () => Promise<void>): Source {
  let current = sources[0];
  return {
    format: sources[0]?.format ?? '',
    layers: async () => (await Promise.all(sources.map((source) => source.layers()))).flat(),
    async *records(layer) {
      for (const source of sources) {
        if (!(await source.layers()).some(({ name }) => name === layer)) continue;
        current = source;
        yield* source.records(layer);
        return;
      }
      throw new SourceError('layer-not-found', { layer, layers: '' });
    },
    progress: () => current?.progress() ?? 0,
    async close() {
      for (const source of sources) await source.close();
      await clean();
    },
  };
}
