import type { FastifyReply } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { negotiate } from '../../kernel/http/negotiation.ts';
import type { RecordView } from '../../kernel/query/question.ts';
import type { Collection, RequestContext } from './context.ts';
import { contentCrs } from './crs.ts';
import { inCrs } from './database-refusal.ts';
import { exportFormats } from './item-formats.ts';
import { readItemsQuery } from './items-query.ts';
import { settled } from './question-query.ts';
import { sendRecords } from './send-records.ts';
import { recordHeaders } from './validators.ts';

/** GET `/collections/{id}/export`: all records that a question finds, as one file, at one log position. */
export async function answerExport(context: RequestContext, collection: Collection, reply: FastifyReply) {
  const { services, request } = context;
  const query = readItemsQuery(context, collection);
  const paged = ['limit', 'token'].filter((name) => Object.hasOwn(request.query as object, name));
  if (paged.length > 0)
    throw new Problem(
      'invalid-parameter',
      {},
      paged.map((name) => ({
        pointer: `parameter:${name}`,
        code: 'parameter-unknown',
        params: { name, allowed: 'bbox, datetime, asOf, filter, sortby, properties, crs, f' },
      })),
    );
  const format = negotiate({ f: query.f, accept: request.headers.accept }, exportFormats);
  reply.headers({ ...recordHeaders, 'content-crs': contentCrs(query.crs) });
  const question = await settled(context, query.question);
  const batches = services.reader.stream({ ...question, ...query.shape })[Symbol.asyncIterator]();
  // The first batch is read before anything is sent, so that what cannot be answered is refused in form.
  const first = await inCrs(query.crs, () => batches.next());
  return sendRecords(context, collection, reply, { format, query, batches: rest(first, batches) });
}

async function* rest(
  first: IteratorResult<readonly RecordView[]>,
  batches: AsyncIterator<readonly RecordView[]>,
): AsyncGenerator<readonly RecordView[]> {
  try {
    for (let next = first; !next.done; next = await batches.next()) yield next.value;
  } finally {
    await batches.return?.();
  }
}
