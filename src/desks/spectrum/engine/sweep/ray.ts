import type { ProfileArrays } from '../path/geometry.ts';

/** One ray from a transmitter: a profile, the latitude of its points, and zones where they are known. */
export interface Ray extends ProfileArrays {
  readonly lat: Float64Array;
  /** radio-climatic zone codes; all inland where left out */
  readonly zone?: Uint8Array | undefined;
}
