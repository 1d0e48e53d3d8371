import { Problem, type Violation } from '../../kernel/errors.ts';
import type { ReleaseWish } from '../../kernel/release/release-question.ts';

const members = ['registers', 'position', 'datetime', 'formats', 'licence'] as const;

/** Reads the body of `POST /releases`. @throws {Problem} `invalid-body` with everything that is wrong */
export function readWish(body: unknown): ReleaseWish {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem('invalid-body');
  const wish = body as Record<string, unknown>;
  const violations: Violation[] = [];
  for (const name of Object.keys(wish))
    if (!(members as readonly string[]).includes(name))
      violations.push({ pointer: `/${name.slice(0, 80)}`, code: 'member-not-known' });
  const refuse = (name: string, allowed: string) =>
    violations.push({
      pointer: `/${name}`,
      code: wish[name] === undefined ? 'required' : 'not-allowed',
      params: { field: name, value: JSON.stringify(wish[name])?.slice(0, 80) ?? '', allowed },
    });
  if (!isTexts(wish.registers)) refuse('registers', '["data-centres", …]');
  if (wish.formats !== undefined && !isTexts(wish.formats)) refuse('formats', '["gpkg", …]');
  if (wish.position !== undefined && !Number.isSafeInteger(wish.position)) refuse('position', '1, 2, …');
  for (const name of ['datetime', 'licence'])
    if (wish[name] !== undefined && !isText(wish[name])) refuse(name, '"…"');
  if (violations.length > 0) throw new Problem('invalid-body', {}, violations);
  return wish as unknown as ReleaseWish;
}

const isText = (value: unknown) =>
  typeof value === 'string' && value.length <= 2000 && value.isWellFormed() && !value.includes('\0');
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
