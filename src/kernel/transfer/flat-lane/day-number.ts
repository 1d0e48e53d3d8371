const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const before = lengths.map((_, month) => lengths.slice(0, month).reduce((sum, days) => sum + days, 0));
const hyphen = 0x2d;

/** Days since 1970 of the ten bytes `YYYY-MM-DD`, for years from 1900 to 2099; undefined for anything else and 29 February. */
export function dayNumber(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at + 4] !== hyphen || bytes[at + 7] !== hyphen) return undefined;
  const year = 100 * two(bytes, at) + two(bytes, at + 2);
  const month = two(bytes, at + 5) - 1;
  const day = two(bytes, at + 8);
  // Digits that are none make NaN, which no comparison lets through.
  if (!(year >= 1900 && year <= 2099 && month >= 0 && month <= 11 && day >= 1 && day <= lengths[month]!))
    return undefined;
  const isLeap = year % 4 === 0 && year !== 1900;
  const leapDays = Math.floor((year - 1 - 1968) / 4) + (year <= 1900 ? 1 : 0);
  return (year - 1970) * 365 + leapDays + before[month]! + (isLeap && month > 1 ? 1 : 0) + day - 1;
}

function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}
