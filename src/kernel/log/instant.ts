/**
 * Instants of valid time: RFC 3339 text at the doors, milliseconds inside, `null` and infinities for open ends.
 * Years 1 to 9999; finer fractions than a millisecond are cut off.
 */
export const earliest = Date.parse('0001-01-01T00:00:00Z');
export const latest = Date.parse('9999-12-31T23:59:59.999Z');

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d):(\d\d|60)(?:\.(\d+))?([Zz]|[+-]\d\d:?\d\d))?$/;

/** Milliseconds of a date (its first instant, UTC) or an RFC 3339 timestamp; undefined if it is neither. */
export function parseInstant(text: string): number | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  if (!isDay(Number(year), Number(month), Number(day)) || Number(hour) > 23 || Number(minute) > 59)
    return undefined;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const whole = second === '60' ? '59' : second;
  const instant = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${whole}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`,
  );
  if (Number.isNaN(instant) || instant < earliest || instant > latest) return undefined;
  return second === '60' ? instant + 1000 : instant;
}

/** RFC 3339 in UTC, without a fraction where it is zero; open ends are null. */
export function formatInstant(instant: number): string | null {
  if (!Number.isFinite(instant)) return null;
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** As PostgreSQL reads it in COPY and in casts. */
export function sqlInstant(instant: number): string {
  if (instant === Number.POSITIVE_INFINITY) return 'infinity';
  if (instant === Number.NEGATIVE_INFINITY) return '-infinity';
  return new Date(instant).toISOString();
}

/** True for a day of the (proleptic Gregorian) calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
