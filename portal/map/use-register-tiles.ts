import { useMemo } from 'react';
import type { ItemsQuery } from '../api/items.ts';
import { useStyle } from '../api/queries.ts';
import { type Legend, tilesAddress } from '../api/tiles.ts';
import { useSession } from '../session/use-session.ts';
import { useDark } from '../ui/use-dark.ts';
import type { TileContent } from './tile-layers.ts';

/** A register's tiles under a question, and the legend of their colours; undefined until its style has come. */
export function useRegisterTiles(
  register: string,
  question: Pick<ItemsQuery, 'filter' | 'datetime' | 'asOf'>,
  titleField: string | undefined,
): { readonly tiles: TileContent | undefined; readonly legend: Legend | undefined } {
  const style = useStyle(register, useDark()).data;
  const { session } = useSession();
  const { filter, datetime, asOf } = question;
  const address = useMemo(() => {
    const names = [titleField, style?.legend?.field].filter((name) => name !== undefined);
    const own = tilesAddress(register, { filter, datetime, asOf }, [...new Set(names)]);
    // Who acts decides what is seen: another address makes the map ask anew.
    return session === undefined ? own : `${own}#${session.name}`;
  }, [register, filter, datetime, asOf, titleField, style, session]);
  const tiles = useMemo(() => style && { register, address, style }, [register, address, style]);
  return { tiles, legend: style?.legend };
}
