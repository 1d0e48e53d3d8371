import type { SourceLayer, SourceRecord } from './source.ts';
import { TypeInference } from './type-inference.ts';

/** Called with the text of each record before it is parsed; `index` counts from 0. */
export type TextListener = (text: string | undefined, index: number) => void;

const sampleSize = 50_000;
const textSampleSize = 1_000;

/** Layer of a file that carries no schema, derived from its first records. */
export async function sampledLayer(
  name: string,
  records: (onText?: TextListener) => AsyncIterable<readonly SourceRecord[]>,
): Promise<SourceLayer> {
  const inference = new TypeInference();
  let count = 0;
  let isSampled = false;
  const onText: TextListener = (text, index) => {
    if (text !== undefined && index < textSampleSize) inference.observeText(text);
  };
  for await (const batch of records(onText)) {
    for (const record of batch) inference.observe(record.properties, record.geometry);
    count += batch.length;
    if (count >= sampleSize) {
      isSampled = true;
      break;
    }
  }
  return {
    name,
    fields: inference.fields(),
    geometry: inference.geometry(),
    crs: { epsg: 4326 },
    ...(isSampled ? { isSampled } : { featureCount: count }),
  };
}
