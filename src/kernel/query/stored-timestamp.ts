import { formatInstant, parseInstant } from '../log/instant.ts';

/** A timestamp as records keep it in JSON: RFC 3339 in UTC. */
export function storedTimestamp(timestamp: string): string | null {
  return formatInstant(parseInstant(timestamp)!);
}
