import type { Antenna } from '../antenna/antenna.ts';
import type { Polarisation } from '../input/link-input.ts';
import { InputCheck } from '../input/propagation-input-error.ts';

/** A transmitter to be screened. */
export interface Station {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  /** height of the antenna above ground, m */
  readonly heightM: number;
  readonly frequencyMHz: number;
  /** greatest effective radiated power, dBW relative to a half-wave dipole */
  readonly erpDbW: number;
  readonly polarisation: Polarisation;
  readonly antenna?: Antenna;
  /** permissible field strength, dB(µV/m); the screening's own limit where left out */
  readonly limitDbuV?: number;
}

/** Refuses stations that P.1812 cannot answer, all faults at once, by their place in the list. */
export function checkStations(stations: readonly Station[]): void {
  const check = new InputCheck();
  const seen = new Set<string>();
  for (const [i, s] of stations.entries()) {
    const at = `/stations/${i}`;
    check.range(`${at}/lon`, s.lon, -180, 180, '° longitude');
    check.range(`${at}/lat`, s.lat, -90, 90, '° latitude');
    check.range(`${at}/heightM`, s.heightM, 1, 3000, 'm');
    check.range(`${at}/frequencyMHz`, s.frequencyMHz, 30, 6000, 'MHz');
    check.range(`${at}/erpDbW`, s.erpDbW, -100, 100, 'dBW');
    check.oneOf(`${at}/polarisation`, s.polarisation, ['horizontal', 'vertical']);
    if (s.limitDbuV !== undefined) check.range(`${at}/limitDbuV`, s.limitDbuV, -50, 200, 'dBµV/m');
    if (seen.has(s.id)) {
      check.add(`${at}/id`, 'unknown-value', `repeats ${JSON.stringify(s.id)}; ids must differ.`, {
        value: s.id,
      });
    }
    seen.add(s.id);
  }
  check.refuse();
}
