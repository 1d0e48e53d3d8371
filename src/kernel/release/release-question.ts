import { anonymous } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import { Problem, type Violation } from '../errors.ts';
import { formatOf } from '../formats/formats.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import type { Position } from '../log/entry.ts';
import { formatInstant, parseInstant } from '../log/instant.ts';
import type { Registry } from '../register/register.ts';
import { pmtilesType } from './tiles/pmtiles-sink.ts';

/** Formats that a release's records are rendered in, beside the records file that is always there. */
export const releaseFormats = ['gpkg', 'geoparquet', 'flatgeobuf', 'csv', 'pmtiles'] as const;
export type ReleaseFormat = (typeof releaseFormats)[number];

/** What somebody wants released. */
export interface ReleaseWish {
  readonly registers: readonly string[];
  /** Position of the log; its head by default. */
  readonly position?: Position;
  /** Instant that the records hold at; the time at which the position was recorded by default. */
  readonly datetime?: string;
  readonly formats?: readonly string[];
  /** Licence that the release is given under, as a sentence or the address of one. */
  readonly licence?: string;
}

/** A wish with everything decided that decides the bytes. */
export interface ReleaseQuestion {
  readonly registers: readonly string[];
  readonly position: Position;
  readonly datetime: string | null;
  readonly formats: readonly ReleaseFormat[];
  readonly licence: string | null;
}

const mostRegisters = 100;

/**
 * Checks a wish against the registers that everybody may see, and settles order and defaults.
 * @throws {Problem} `invalid-body` with everything that is wrong; `register-not-found` also for what is not for everybody
 */
export function settleQuestion(registry: Registry, wish: ReleaseWish, head: Position): ReleaseQuestion {
  const { registers, position = head, datetime, formats = releaseFormats, licence } = wish;
  const violations: Violation[] = [];
  if (registers.length === 0 || registers.length > mostRegisters)
    violations.push({
      pointer: '/registers',
      code: 'count',
      params: { value: registers.length, minimum: 1, maximum: mostRegisters },
    });
  if (!Number.isSafeInteger(position) || position < 1 || position > head)
    violations.push({
      pointer: '/position',
      code: 'count',
      params: { value: String(position), minimum: 1, maximum: head },
    });
  const instant = datetime === undefined ? undefined : parseInstant(datetime);
  if (datetime !== undefined && instant === undefined)
    violations.push({
      pointer: '/datetime',
      code: 'type-timestamp',
      params: { value: datetime.slice(0, 80) },
    });
  const known = releaseFormats as readonly string[];
  for (const [i, format] of formats.entries())
    if (!known.includes(format))
      violations.push({
        pointer: `/formats/${i}`,
        code: 'not-allowed',
        params: { value: format.slice(0, 80), allowed: known.join(', ') },
      });
  if (violations.length > 0) throw new Problem('invalid-body', {}, violations);
  for (const id of registers) narrow(registry.require(id), anonymous);
  return {
    registers: [...new Set(registers)].sort(),
    position,
    datetime: instant === undefined ? null : formatInstant(instant),
    formats: releaseFormats.filter((format) => formats.includes(format)),
    licence: licence ?? null,
  };
}

/** The one spelling of a question, by which a release that is there already is found. */
export function questionText(question: ReleaseQuestion): string {
  return canonicalJson(question);
}

/** Name and media type of a rendition. */
export function renditionOf(register: string, format: ReleaseFormat): { name: string; mediaType: string } {
  if (format === 'pmtiles') return { name: `${register}.pmtiles`, mediaType: pmtilesType };
  const { extensions, mediaTypes } = formatOf(format)!;
  return { name: `${register}.${extensions[0]}`, mediaType: mediaTypes[0]! };
}
