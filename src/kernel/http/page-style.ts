import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { noneMatch } from './entity-tag.ts';

/** Where pages find their stylesheet, below the server's path. */
export const stylePath = '/assets/page.css';

const sheets = ['@digdir/designsystemet-css', '@digdir/designsystemet-css/theme.css'];

/** What designsystemet leaves to the page: measure, header, lists of facts. Logical properties serve both directions. */
const own = `
@layer ufuq {
  body { margin: 0; background: var(--ds-color-neutral-background-default); color: var(--ds-color-neutral-text-default);
    font-family: system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; line-height: 1.5; }
  .page-header, .page-footer, main { box-sizing: border-box; inline-size: 100%; max-inline-size: 75rem; margin-inline: auto; padding-inline: 1rem; }
  .page-header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; justify-content: space-between;
    padding-block: 1rem; border-block-end: 1px solid var(--ds-color-neutral-border-subtle); }
  .page-header ul, .links { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0; padding: 0; }
  .page-footer { padding-block: 1.5rem; border-block-start: 1px solid var(--ds-color-neutral-border-subtle); }
  .page-name { font-weight: 600; text-decoration: none; color: inherit; font-size: 1.25rem; }
  main { padding-block: 1.5rem; }
  .table-scroll { overflow-x: auto; }
  .facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.5rem; margin: 0; }
  .facts dt { font-weight: 600; } .facts dd { margin: 0; overflow-wrap: anywhere; }
  pre { overflow-x: auto; } [dir="rtl"] code, [dir="rtl"] pre { direction: ltr; unicode-bidi: isolate; }
  section { margin-block: 1.5rem; }
  @media (width < 40rem) { .facts { grid-template-columns: 1fr; } .facts dd { margin-block-end: .5rem; } }
}`;

/** Serves the stylesheet of server-rendered pages: designsystemet, its theme, and a little of our own. */
export async function addPageStyle(app: FastifyInstance): Promise<void> {
  const parts = await Promise.all(
    sheets.map((name) => readFile(fileURLToPath(import.meta.resolve(name)), 'utf8')),
  );
  const css = [...parts, own].join('\n');
  const tag = `"${createHash('sha256').update(css).digest('base64url').slice(0, 16)}"`;
  app.get(stylePath, async (request, reply) => {
    reply.headers({ etag: tag, 'cache-control': 'no-cache' });
    if (noneMatch(request.headers['if-none-match'], tag)) return reply.code(304).send();
    return reply.type('text/css; charset=utf-8').send(css);
  });
}
