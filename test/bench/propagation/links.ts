import { gasRates } from '../../../src/desks/spectrum/engine/p452/gas.ts';
import type { P452Parameters } from '../../../src/desks/spectrum/engine/p452/result.ts';
import type { P1812Parameters } from '../../../src/desks/spectrum/engine/p1812/result.ts';

/** A mobile base station near a border, as P.1812 asks for it. */
export const MOBILE: P1812Parameters = {
  frequencyGHz: 0.8,
  timePercent: 10,
  locationPercent: 50,
  txHeightM: 30,
  rxHeightM: 10,
  isVertical: true,
  deltaN: 38,
  surfaceN: 325,
  latitudeDeg: 40,
  dctKm: 500,
  dcrKm: 500,
  longestLandKm: 100,
  longestInlandKm: 100,
  seaFraction: 0,
  locationDeviationDb: 0,
};

/** A fixed link, as P.452 asks for it. */
export const FIXED: P452Parameters = {
  frequencyGHz: 6,
  timePercent: 1,
  txHeightM: 30,
  rxHeightM: 30,
  txGainDbi: 30,
  rxGainDbi: 30,
  isVertical: true,
  deltaN: 38,
  surfaceN: 325,
  latitudeDeg: 40,
  dctKm: 500,
  dcrKm: 500,
  longestLandKm: 100,
  longestInlandKm: 100,
  seaFraction: 0,
  gas: gasRates(6, 1013, 15, 0),
};
