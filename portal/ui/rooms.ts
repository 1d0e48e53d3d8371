import type { MessageKey } from '../strings/en.ts';

/** A room that the header leads to. */
export interface Room {
  readonly path: string;
  readonly title: MessageKey;
}

/** Rooms in the order in which the header names them; one that is added here needs a route and a title. */
export const rooms: readonly Room[] = [
  { path: '/collections', title: 'app.registers' },
  { path: '/catalogue', title: 'catalogue.room' },
  { path: '/promises', title: 'promises.title' },
  { path: '/releases', title: 'app.releases' },
  { path: '/check', title: 'check.title' },
  { path: '/changes', title: 'changes.title' },
];
