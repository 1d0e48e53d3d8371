import type { RouteObject } from 'react-router';
import { HomePage } from './pages/home-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { RegistersPage } from './pages/registers-page.tsx';
import { Failure } from './ui/failure.tsx';
import { Frame } from './ui/frame.tsx';
import { RoomLoading } from './ui/room-loading.tsx';

/** The addresses of the API that are also rooms; register and record load when somebody goes there. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <Failure />,
    HydrateFallback: RoomLoading,
    children: [
      { path: '/', element: <HomePage /> },
      { path: '/search', element: <HomePage /> },
      { path: '/collections', element: <RegistersPage /> },
      { path: '/catalogue', lazy: catalogueRoute },
      { path: '/catalogue/themes', lazy: themesRoute },
      { path: '/collections/catalogue', lazy: catalogueRoute },
      { path: '/collections/catalogue/items', lazy: catalogueRoute },
      { path: '/collections/catalogue/items/:record', lazy: datasetRoute },
      { path: '/collections/:register', lazy: registerRoute },
      { path: '/collections/:register/items', lazy: registerRoute },
      { path: '/collections/:register/items/:record', lazy: recordRoute },
      { path: '/collections/:register/changes', lazy: changesRoute },
      { path: '/changes', lazy: changesRoute },
      { path: '/webhooks', lazy: webhooksRoute },
      { path: '/promises', lazy: promisesRoute },
      { path: '/releases', lazy: releasesRoute },
      { path: '/releases/:id', lazy: releaseRoute },
      { path: '/check', lazy: checkRoute },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

async function registerRoute() {
  return { Component: (await import('./pages/register-page.tsx')).RegisterPage };
}

async function recordRoute() {
  return { Component: (await import('./pages/record-page.tsx')).RecordPage };
}

async function promisesRoute() {
  return { Component: (await import('./promises/promises-page.tsx')).PromisesPage };
}

async function releasesRoute() {
  return { Component: (await import('./releases/releases-page.tsx')).ReleasesPage };
}

async function releaseRoute() {
  return { Component: (await import('./releases/release-page.tsx')).ReleasePage };
}

async function catalogueRoute() {
  return { Component: (await import('./catalogue/catalogue-page.tsx')).CataloguePage };
}

async function themesRoute() {
  return { Component: (await import('./catalogue/themes-page.tsx')).ThemesPage };
}

async function datasetRoute() {
  return { Component: (await import('./catalogue/dataset-page.tsx')).DatasetPage };
}

async function checkRoute() {
  return { Component: (await import('./check/check-page.tsx')).CheckPage };
}

async function changesRoute() {
  return { Component: (await import('./changes/changes-page.tsx')).ChangesPage };
}

async function webhooksRoute() {
  return { Component: (await import('./webhooks/webhooks-page.tsx')).WebhooksPage };
}
