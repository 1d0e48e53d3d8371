import type { FastifyInstance } from 'fastify';
import sql from 'sql-template-tag';
import type { Database } from '../kernel/db/database.ts';
import { Problem } from '../kernel/errors.ts';

/** What the server is doing; only `ready` answers questions. */
export interface ServerState {
  readonly instance: string;
  phase: 'starting' | 'ready' | 'stopping';
}

const patienceMilliseconds = 2_000;

async function answersInTime(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceMilliseconds, false);
  });
  const answer = database.query(sql`select position from ufuq.head`).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** `/health/live`: the process runs. `/health/ready`: 200 only while it can answer questions. */
export function addHealth(app: FastifyInstance, state: ServerState, database: Database): void {
  app.get('/health/live', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'live', instance: state.instance };
  });
  app.get('/health/ready', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    if (state.phase !== 'ready' || !(await answersInTime(database))) throw new Problem('not-ready');
    return { status: 'ready' };
  });
}
