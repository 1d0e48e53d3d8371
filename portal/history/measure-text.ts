import type { Formats } from '../ui/formats.ts';
import { unitSign } from '../ui/value-text.ts';

/** An area or a length (square metres, metres) in the unit that it is best read in. */
export function measureText(value: number, unit: 'm2' | 'm' | '1', formats: Formats): string {
  if (unit === '1') return formats.number(value);
  const [factor, name] =
    unit === 'm2'
      ? value >= 1e6
        ? [1e6, 'km2']
        : value >= 1e5
          ? [1e4, 'ha']
          : [1, 'm2']
      : value >= 1e4
        ? [1e3, 'km']
        : [1, 'm'];
  return `${formats.number(rounded(value / (factor as number)))} ${unitSign(name as string)}`;
}

/** Three digits that count; more would claim more than lines on a map can hold. */
function rounded(value: number): number {
  if (value === 0) return 0;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return Number(value.toFixed(Math.min(3, digits)));
}
