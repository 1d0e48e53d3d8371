/** Light, dark, or as the device says; kept on this device only. */
export const themeChoices = ['auto', 'light', 'dark'] as const;

export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = 'ufuq-theme';

export function storedTheme(): ThemeChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return themeChoices.find((choice) => choice === stored) ?? 'auto';
  } catch {
    return 'auto';
  }
}

export function applyTheme(choice: ThemeChoice): void {
  document.documentElement.dataset.colorScheme = choice;
  try {
    if (choice === 'auto') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be switched off; the choice then lasts as long as the page.
  }
  window.dispatchEvent(new Event(themeEvent));
}

const themeEvent = 'ufuq-theme';
const darkMedia = '(prefers-color-scheme: dark)';

/** Whether the page is dark now. */
export function isDark(): boolean {
  const choice = document.documentElement.dataset.colorScheme;
  return choice === 'dark' || (choice !== 'light' && matchMedia(darkMedia).matches);
}

/** Calls back whenever the page turns light or dark. Returns the function that stops it. */
export function onThemeChange(listener: () => void): () => void {
  const media = matchMedia(darkMedia);
  media.addEventListener('change', listener);
  window.addEventListener(themeEvent, listener);
  return () => {
    media.removeEventListener('change', listener);
    window.removeEventListener(themeEvent, listener);
  };
}
