/** Dates and timestamps in the one spelling that registers keep, from the several that formats write. */

/** `2024-03-01` of `2024/03/01`, `20240301` or a timestamp; other text is returned as it is. */
export function normalDate(text: string): string {
  const match = /^(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?:[T ].*)?$/.exec(text.trim());
  return match ? `${match[1]}-${match[2]}-${match[3]}` : text;
}

const form =
  /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** RFC 3339 timestamp; one that names no zone is read as UTC. Other text is returned as it is. */
export function normalTimestamp(text: string): string {
  const match = form.exec(text.trim());
  if (!match) return text;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${trimmed(second)}${normalZone(zone)}`;
}

function trimmed(second: string): string {
  return second.includes('.') ? second.replace(/\.?0+$/, '') : second;
}

function normalZone(zone: string): string {
  if (/^z$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return digits === '0000' ? 'Z' : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
