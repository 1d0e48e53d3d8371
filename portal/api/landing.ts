import type { BasemapPlan } from './basemap.ts';
import { type Ask, requestJson } from './request.ts';

/** What the installation says of itself, as far as the portal needs it; everything but the title may be missing. */
export interface Landing {
  readonly title: string;
  readonly basemap?: BasemapPlan;
  readonly attribution?: readonly Attribution[];
}

/** Whom the data on the map are owed to. */
export interface Attribution {
  readonly text: string;
  readonly url?: string;
  readonly licence?: string;
}

export function fetchLanding(ask: Ask): Promise<Landing> {
  return requestJson<Landing>('/', ask);
}
