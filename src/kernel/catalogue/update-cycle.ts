/** Whether a register changed within the cycle that its steward states; null where no cycle is stated. */
export function isFresh(
  cycle: string | undefined,
  changedAt: string | null,
  instant: number,
): boolean | null {
  const parts = /^P(\d{1,4})([DWMY])$/.exec(cycle ?? '');
  if (!parts) return null;
  if (changedAt === null) return false;
  const count = Number(parts[1]);
  const oldest = new Date(instant);
  if (parts[2] === 'Y') oldest.setUTCFullYear(oldest.getUTCFullYear() - count);
  else if (parts[2] === 'M') oldest.setUTCMonth(oldest.getUTCMonth() - count);
  else oldest.setUTCDate(oldest.getUTCDate() - count * (parts[2] === 'W' ? 7 : 1));
  return Date.parse(changedAt) >= oldest.getTime();
}
