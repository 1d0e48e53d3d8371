import { open } from 'node:fs/promises';

/** File change counter, version-valid-for and the library's version number (SQLite file format, 1.3). */
const changeCounterAt = 24;
const versionValidForAt = 92;
const libraryVersionAt = 96;

/** A version that any reader takes; it is a note of who wrote last and changes nothing in how the file is read. */
const neutralVersion = 3_040_000;

/** Puts fixed values where SQLite counts changes and names its own version, so that equal contents are equal files. */
export async function settleHeader(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const number = Buffer.alloc(4);
    for (const [at, value] of [
      [changeCounterAt, 1],
      [versionValidForAt, 1],
      [libraryVersionAt, neutralVersion],
    ] as const) {
      number.writeUInt32BE(value);
      await handle.write(number, 0, 4, at);
    }
  } finally {
    await handle.close();
  }
}
