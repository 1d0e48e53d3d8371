import { useEffect } from 'react';

/** Name of the window: the room first, then the program. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? 'Ufuq' : `${title} · Ufuq`;
  }, [title]);
}
