import { useCallback, useState } from 'react';

/** How the room is laid out; it concerns this reader only and stands in the fragment, which servers never see. */
export type RegisterView = 'both' | 'table' | 'map';

export function useRegisterView(hasMap: boolean) {
  const [chosen, setChosen] = useState<RegisterView>(() => {
    const found = /(?:^#|&)view=(table|map)/.exec(location.hash)?.[1];
    return found === 'table' || found === 'map' ? found : 'both';
  });
  const setView = useCallback((view: RegisterView) => {
    setChosen(view);
    const address = `${location.pathname}${location.search}${view === 'both' ? '' : `#view=${view}`}`;
    history.replaceState(history.state, '', address);
  }, []);
  return { view: hasMap ? chosen : ('table' as const), setView };
}
