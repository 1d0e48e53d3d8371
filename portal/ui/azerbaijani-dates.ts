/** Dates in Azerbaijani, because browsers carry no data for it and would print `2020 M07 23`. */
const months = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avqust',
  'sentyabr',
  'oktyabr',
  'noyabr',
  'dekabr',
];

const two = (value: number) => String(value).padStart(2, '0');

/** A calendar day, read in UTC: `23 iyul 2020`. */
export function azerbaijaniDay(instant: Date): string {
  return `${instant.getUTCDate()} ${months[instant.getUTCMonth()]} ${instant.getUTCFullYear()}`;
}

/** An instant at the reader's clock: `23 iyul 2020, 07:01`. */
export function azerbaijaniTime(instant: Date): string {
  const day = `${instant.getDate()} ${months[instant.getMonth()]} ${instant.getFullYear()}`;
  return `${day}, ${two(instant.getHours())}:${two(instant.getMinutes())}`;
}
