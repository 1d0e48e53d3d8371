import { gzipSync } from 'fflate';

/**
 * Compresses to the same bytes on every machine: no time and no file name in the header, and an encoder in JavaScript,
 * since those that are built into runtimes differ from processor to processor.
 */
export function stableGzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 6, mtime: 0 });
}
