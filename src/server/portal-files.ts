import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the build puts the browser's files: `dist/portal`, seen from `dist/server` and from `src/server` alike. */
export const portalFolder = fileURLToPath(new URL('../../dist/portal/', import.meta.url));

/** Whether the portal was built. */
export function hasPortal(): boolean {
  return existsSync(`${portalFolder}assets/portal.js`);
}

const isHashed = (path: string) => /-[\w-]{8,}\.\w+(\.br|\.gz)?$/.test(path);

const isPdfWorker = (path: string) => /[\\/]pdf\.worker[\w.-]*\.mjs(\.br|\.gz)?$/.test(path);

/** A worker has the policy that its script comes with. This one may compile the decoders of scanned pages (JBIG2, JPEG 2000). */
const pdfWorkerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Serves the portal's scripts and styles under /portal/; names that carry a hash may be kept for ever. */
export async function addPortalFiles(app: FastifyInstance): Promise<void> {
  if (!hasPortal()) return;
  await app.register(fastifyStatic, {
    root: portalFolder,
    prefix: '/portal/',
    index: false,
    decorateReply: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      if (isPdfWorker(path)) reply.header('content-security-policy', pdfWorkerPolicy);
      reply.header('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
