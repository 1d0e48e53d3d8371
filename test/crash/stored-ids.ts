import type { ServerProcess } from './server-process.ts';
import { register } from './writers.ts';

interface ItemsPage {
  readonly features: readonly { readonly id: string }[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

/** Ids of all the records that the server shows. */
export async function storedIds(server: ServerProcess): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let next: string | undefined = `/collections/${register}/items?limit=10000&f=json`;
  while (next !== undefined) {
    const page = (await (await server.ask(next)).json()) as ItemsPage;
    for (const { id } of page.features) ids.add(id);
    next = page.links.find(({ rel }) => rel === 'next')?.href;
  }
  return ids;
}

/** What `ufuq doctor` would call a problem in the store of a running server. */
export async function problemsOf(server: ServerProcess): Promise<readonly unknown[]> {
  const { checks } = (await (await server.ask('/operation/checks')).json()) as {
    checks: { status: string }[];
  };
  return checks.filter(({ status }) => status !== 'ok');
}
