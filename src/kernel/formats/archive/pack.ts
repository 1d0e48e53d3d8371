import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';

/** Packs files of a folder into a ZIP file there, piece by piece. */
export async function packFiles(folder: string, names: readonly string[], target: string): Promise<void> {
  const output = createWriteStream(join(folder, target));
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else output.write(chunk);
  });
  for (const name of names) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
      entry.push(new Uint8Array(chunk));
      if (output.writableNeedDrain) await once(output, 'drain');
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  await new Promise((resolve) => output.end(resolve));
  if (failure) throw failure;
}
