import { centreLatitudeDeg, checkLink, type LinkInput } from '../input/link-input.ts';
import { checkPath, preparePath } from '../input/path-input.ts';
import { InputCheck } from '../input/propagation-input-error.ts';
import { gasRates } from './gas.ts';
import { p452 } from './p452.ts';
import { P452Result } from './result.ts';

/** One P.452 question as a person puts it. */
export interface P452Input extends LinkInput {
  /** antenna gains towards the horizon along the path, dBi; 0 where left out */
  readonly txGainDbi?: number;
  readonly rxGainDbi?: number;
  /** dry air pressure, hPa; 1013 where left out */
  readonly pressureHPa?: number;
  /** air temperature, °C; 15 where left out */
  readonly temperatureC?: number;
}

/** Throws `PropagationInputError` naming every input that P.452-18 does not allow. */
export function checkP452(input: P452Input): void {
  const check = new InputCheck();
  check.range('/frequencyGHz', input.frequencyGHz, 0.1, 50, 'GHz');
  check.range('/timePercent', input.timePercent, 0.001, 50, '%');
  check.range('/txGainDbi', input.txGainDbi ?? 0, -50, 80, 'dBi');
  check.range('/rxGainDbi', input.rxGainDbi ?? 0, -50, 80, 'dBi');
  check.range('/pressureHPa', input.pressureHPa ?? 1013, 200, 1100, 'hPa');
  check.range('/temperatureC', input.temperatureC ?? 15, -60, 60, '°C');
  checkLink(check, input);
  checkPath(check, input.path, 10_000);
  check.refuse();
}

/**
 * Answers one link with every intermediate value.
 *
 * @throws PropagationInputError
 */
export function predictP452(input: P452Input): P452Result {
  checkP452(input);
  const { arrays, zones } = preparePath(input.path, 0.05);
  const length = arrays.distanceKm[arrays.count - 1]!;
  return p452(
    arrays,
    {
      frequencyGHz: input.frequencyGHz,
      timePercent: input.timePercent,
      txHeightM: input.txHeightM,
      rxHeightM: input.rxHeightM,
      txGainDbi: input.txGainDbi ?? 0,
      rxGainDbi: input.rxGainDbi ?? 0,
      isVertical: input.polarisation === 'vertical',
      deltaN: input.deltaN,
      surfaceN: input.surfaceN,
      latitudeDeg: centreLatitudeDeg(input, length),
      dctKm: input.dctKm ?? 500,
      dcrKm: input.dcrKm ?? 500,
      ...zones,
      gas: gasRates(
        input.frequencyGHz,
        input.pressureHPa ?? 1013,
        input.temperatureC ?? 15,
        zones.seaFraction,
      ),
    },
    new P452Result(),
  );
}
