import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';

/** Entity tags are log positions, followed by what else the bytes depend on: `"123"`, `"123.jsonfg.full"`. */
export interface TagParts {
  readonly position: Position;
  /** Anything but the position that makes two representations differ. */
  readonly variant?: readonly (string | number | undefined)[];
  readonly isWeak?: boolean;
}

export function entityTag({ position, variant = [], isWeak = false }: TagParts): string {
  const parts = [position, ...variant.filter((part) => part !== undefined)];
  return `${isWeak ? 'W/' : ''}"${parts.join('.')}"`;
}

/** Whether `If-None-Match` covers the tag: weak comparison (RFC 9110, 13.1.2). */
export function noneMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const strip = (text: string) => text.trim().replace(/^W\//, '');
  return header.split(',').some((each) => strip(each) === strip(tag));
}

/**
 * Positions that `If-Match` names; a tag that is weak or not ours matches nothing and stands as -1 (RFC 9110, 13.1.1:
 * strong comparison).
 * @throws {Problem} `bad-request` for a header that is not a list of entity tags.
 */
export function matchPositions(header: string | undefined): readonly Position[] | '*' | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return '*';
  const tags = header.match(/^\s*(?:W\/)?"[^"]*"\s*(?:,\s*(?:W\/)?"[^"]*"\s*)*$/)
    ? [...header.matchAll(/(W\/)?"([^"]*)"/g)]
    : undefined;
  if (!tags) throw new Problem('bad-request', { reason: 'ifMatch' });
  return tags.map(([, weak, text]) => {
    const match = /^(\d{1,15})(?:\.[a-z0-9.-]*)?$/.exec(text!);
    return weak || !match ? -1 : Number(match[1]);
  });
}
