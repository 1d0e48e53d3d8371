import type { Translate } from '../strings/translator.ts';

const units = {
  D: 'catalogue.cycleDays',
  W: 'catalogue.cycleWeeks',
  M: 'catalogue.cycleMonths',
  Y: 'catalogue.cycleYears',
} as const;

/** An ISO 8601 duration in words; one of another form stays as it is. */
export function cycleText(cycle: string, t: Translate): string {
  const parts = /^P(\d+)([DWMY])$/.exec(cycle);
  if (!parts) return cycle;
  return t(units[parts[2] as keyof typeof units], { count: Number(parts[1]) });
}
