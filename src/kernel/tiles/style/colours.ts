/** Colours of generated maps, one set for each appearance; they stay apart for eyes that see no red or no green. */
export type Appearance = 'light' | 'dark';

export const appearances: readonly Appearance[] = ['light', 'dark'];

export interface Colours {
  /** What has no code, and registers without codes. */
  readonly plain: string;
  readonly background: string;
  readonly text: string;
  readonly halo: string;
  /** Rim of points. */
  readonly edge: string;
  /** Values of a code list, in its order; a longer list begins anew. */
  readonly codes: readonly string[];
}

const sets: Readonly<Record<Appearance, Colours>> = {
  light: {
    plain: '#0f6c7c',
    background: '#fcfaf5',
    text: '#33424a',
    halo: '#fdfbf7',
    edge: '#ffffff',
    codes: [
      '#0f6c7c',
      '#d5761b',
      '#7b4fa6',
      '#3f8f3a',
      '#b8325e',
      '#2f63b8',
      '#8a6d1c',
      '#5b6770',
      '#c2570c',
      '#0b8a6b',
    ],
  },
  dark: {
    plain: '#57c7d4',
    background: '#1d2f38',
    text: '#d5e0e3',
    halo: '#121d23',
    edge: '#0b1a23',
    codes: [
      '#57c7d4',
      '#ffb066',
      '#c9a5ef',
      '#8fd488',
      '#f58fb2',
      '#8db8ff',
      '#dcc26a',
      '#b4c0c7',
      '#ff9b6a',
      '#6fe0bd',
    ],
  },
};

export function coloursOf(appearance: Appearance): Colours {
  return sets[appearance];
}
