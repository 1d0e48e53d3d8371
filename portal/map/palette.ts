/** Colours of the map, one set for each appearance; records stand out, everything else recedes. */
export interface Palette {
  readonly water: string;
  /** Ground where no neighbour is drawn. */
  readonly beyond: string;
  readonly land: string;
  readonly country: string;
  readonly division: string;
  readonly border: string;
  readonly borderGlow: string;
  readonly label: string;
  readonly quietLabel: string;
  readonly halo: string;
  readonly record: string;
  readonly recordEdge: string;
  readonly marked: string;
  readonly markedEdge: string;
  readonly added: string;
  readonly removed: string;
  readonly kept: string;
  /** What offends against a rule. */
  readonly fault: string;
}

const light: Palette = {
  water: '#cfe1e6',
  beyond: '#e9ebe8',
  land: '#ebe8e0',
  country: '#fcfaf5',
  division: '#d6cebd',
  border: '#7d8a8c',
  borderGlow: '#ffffff',
  label: '#33424a',
  quietLabel: '#5f6b6c',
  halo: '#fdfbf7',
  record: '#0f6c7c',
  recordEdge: '#ffffff',
  marked: '#e08a1e',
  markedEdge: '#7a3d00',
  added: '#1b7f3b',
  removed: '#b3261e',
  kept: '#7d8a8c',
  fault: '#c62828',
};

const dark: Palette = {
  water: '#0b1a23',
  beyond: '#101b21',
  land: '#15232b',
  country: '#1d2f38',
  division: '#30464f',
  border: '#7f98a1',
  borderGlow: '#0b141a',
  label: '#d5e0e3',
  quietLabel: '#8b9da4',
  halo: '#121d23',
  record: '#57c7d4',
  recordEdge: '#0b1a23',
  marked: '#ffb84d',
  markedEdge: '#fff2d9',
  added: '#7fd99a',
  removed: '#ff8a80',
  kept: '#7f98a1',
  fault: '#ff7a6b',
};

export function paletteOf(isDark: boolean): Palette {
  return isDark ? dark : light;
}
