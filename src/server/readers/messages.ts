import type { Config } from '../../kernel/config.ts';
import type { Position } from '../../kernel/log/entry.ts';

/**
 * What the server tells a process that reads beside it. `listen` carries the socket that all of them share, and only to
 * one that is prepared: whoever holds the socket takes connections off it from that moment.
 */
export type ToReader =
  | { readonly kind: 'begin'; readonly config: Config; readonly writer: string; readonly token: string }
  | { readonly kind: 'listen' }
  | { readonly kind: 'reach'; readonly id: number; readonly position: Position }
  | { readonly kind: 'packed'; readonly register: string }
  | { readonly kind: 'stop' };

/** What such a process tells the server. */
export type FromReader =
  | { readonly kind: 'prepared' }
  | { readonly kind: 'ready' }
  /** A register was asked for and has no snapshot. */
  | { readonly kind: 'missing'; readonly register: string }
  | { readonly kind: 'reached'; readonly id: number };
