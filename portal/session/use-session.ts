import { useSyncExternalStore } from 'react';
import { onSessionChange, type SessionState, sessionState } from './session.ts';

/** Who acts, and whether somebody is being asked to sign in; renders anew when that changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(onSessionChange, sessionState);
}
