/**
 * Whether the names in a manifest can be names of files in one folder: what comes from elsewhere is checked before
 * anything is read or written under them.
 */
export function areNamesPlain(files: readonly string[], registers: readonly string[]): boolean {
  return (
    files.every((name) => /^[a-z0-9_-]{1,100}\.[a-z0-9]{1,20}$/.test(name)) &&
    registers.every((id) => /^[a-z0-9_-]{1,100}$/.test(id))
  );
}
