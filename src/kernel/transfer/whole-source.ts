import type { Source, SourceLayer } from '../formats/source.ts';
import { TypeInference } from '../formats/type-inference.ts';

/** A source whose layers without a schema are derived from all their records, where a sample was not enough. */
export function wholeSource(source: Source): Source {
  return {
    ...source,
    layers: async () => Promise.all((await source.layers()).map((layer) => wholeLayer(source, layer))),
  };
}

async function wholeLayer(source: Source, layer: SourceLayer): Promise<SourceLayer> {
  if (!layer.isSampled) return layer;
  const inference = new TypeInference();
  let featureCount = 0;
  for await (const batch of source.records(layer.name)) {
    featureCount += batch.length;
    for (const record of batch) inference.observe(record.properties, record.geometry);
  }
  const { isSampled: _, ...rest } = layer;
  return { ...rest, fields: inference.fields(), geometry: inference.geometry(), featureCount };
}
