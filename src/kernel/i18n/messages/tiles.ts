import { defineCatalogue } from '../catalogue.ts';
import { tiles as ar } from './ar/tiles.ts';
import { tiles as az } from './az/tiles.ts';
import { tiles as en } from './en/tiles.ts';
import { tiles as fa } from './fa/tiles.ts';

/** Words about tiles, their grids and styles. */
export const tilesMessages = defineCatalogue({ en, az, ar, fa });
