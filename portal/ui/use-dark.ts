import { useSyncExternalStore } from 'react';
import { isDark, onThemeChange } from './theme.ts';

/** Whether the page is dark, kept current. */
export function useDark(): boolean {
  return useSyncExternalStore(onThemeChange, isDark);
}
