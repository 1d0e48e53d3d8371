import './styles/portal.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import iconUrl from './icon.svg?url';
import { loadCatalogue } from './strings/load-catalogue.ts';
import { initialLanguage, rememberLanguage } from './ui/language-choice.ts';
import { applyTheme, storedTheme } from './ui/theme.ts';

/** The portal takes the place of the server-rendered page once it can say its first sentence. */
async function start(): Promise<void> {
  const mount = document.getElementById('portal');
  if (mount === null) return;
  document.head.append(Object.assign(document.createElement('link'), { rel: 'icon', href: iconUrl }));
  applyTheme(storedTheme());
  const language = initialLanguage();
  rememberLanguage(language, false);
  const catalogue = await loadCatalogue(language);
  document.documentElement.classList.add('has-portal');
  createRoot(mount).render(
    <StrictMode>
      <App initial={{ language, catalogue }} />
    </StrictMode>,
  );
}

void start();
