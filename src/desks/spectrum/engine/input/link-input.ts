import { pointOnGreatCircle } from '../../../../kernel/geo/geodesic-sphere.ts';
import type { PathInput } from './path-input.ts';
import type { InputCheck } from './propagation-input-error.ts';

export type Polarisation = 'horizontal' | 'vertical';

/** Where a link stands: both ends, or the latitude of its middle. */
export interface LinkPlace {
  /** [longitude, latitude] of the transmitter, degrees */
  readonly tx?: readonly [number, number];
  /** [longitude, latitude] of the receiver, degrees */
  readonly rx?: readonly [number, number];
  /** φ, latitude of the path centre; taken from tx and rx where left out */
  readonly latitudeDeg?: number;
}

/** What P.1812 and P.452 both ask of a link. */
export interface LinkInput extends LinkPlace {
  readonly path: PathInput;
  readonly frequencyGHz: number;
  readonly timePercent: number;
  /** height of the antenna above ground, m */
  readonly txHeightM: number;
  readonly rxHeightM: number;
  readonly polarisation: Polarisation;
  /** ΔN, N-units/km, positive */
  readonly deltaN: number;
  /** N0, N-units */
  readonly surfaceN: number;
  /** distance over land to the coast from either end along the path; 500 km where left out */
  readonly dctKm?: number;
  readonly dcrKm?: number;
}

function checkPosition(check: InputCheck, pointer: string, at: readonly [number, number] | undefined): void {
  if (at === undefined) return;
  check.range(`${pointer}/0`, at[0], -180, 180, '° longitude');
  check.range(`${pointer}/1`, at[1], -90, 90, '° latitude');
}

/** Checks the fields that the two methods share. */
export function checkLink(check: InputCheck, link: LinkInput): void {
  check.range('/txHeightM', link.txHeightM, 0.1, 9000, 'm');
  check.range('/rxHeightM', link.rxHeightM, 0.1, 9000, 'm');
  check.oneOf('/polarisation', link.polarisation, ['horizontal', 'vertical']);
  check.range('/deltaN', link.deltaN, 0, 156, 'N-units/km');
  check.range('/surfaceN', link.surfaceN, 200, 450, 'N-units');
  if (link.dctKm !== undefined) check.range('/dctKm', link.dctKm, 0, 20_000, 'km');
  if (link.dcrKm !== undefined) check.range('/dcrKm', link.dcrKm, 0, 20_000, 'km');
  checkPosition(check, '/tx', link.tx);
  checkPosition(check, '/rx', link.rx);
  if (link.latitudeDeg !== undefined) {
    check.range('/latitudeDeg', link.latitudeDeg, -90, 90, '°');
  } else if (link.tx === undefined || link.rx === undefined) {
    check.add('/latitudeDeg', 'missing', 'is missing; give it, or both tx and rx as [longitude, latitude].');
  }
}

/** φ of P.1812-8 eq. (4): the latitude half-way along the path, on the great circle. */
export function centreLatitudeDeg(place: LinkPlace, lengthKm: number): number {
  if (place.latitudeDeg !== undefined) return place.latitudeDeg;
  const [lon1, lat1] = place.tx!;
  const [lon2, lat2] = place.rx!;
  return pointOnGreatCircle(lon1, lat1, lon2, lat2, lengthKm / 2)[1];
}
