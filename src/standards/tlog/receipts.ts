import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { anyText, type RawQuery, requireParameters } from '../../kernel/http/parameters.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { makeReceipt } from '../../kernel/log/proof/make-receipt.ts';
import { parseVerifierKey, type VerifierKey } from '../../kernel/log/proof/verifier-key.ts';
import { verifyLog } from '../../kernel/log/proof/verify-log.ts';
import type { Services } from '../../kernel/services.ts';
import { treeSize } from './tree-size.ts';

const json = 'application/json';

/** `/log/receipt?register=…&record=…[&position=…]`: what proves an entry of a record, its last one by default. */
export function receiptHandler({ database, registry }: Services) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const query = requireParameters(request.query as RawQuery, {
      register: anyText,
      record: anyText,
      position: treeSize,
    });
    const { register, record, position } = query;
    if (register === undefined || record === undefined) {
      const missing = Object.entries({ register, record }).flatMap(([name, value]) =>
        value === undefined ? [name] : [],
      );
      const violations = missing.map((field) => ({
        pointer: `parameter:${field}`,
        code: 'required',
        params: { field },
      }));
      throw new Problem('invalid-parameter', {}, violations);
    }
    const receipt = await makeReceipt(database, registry, {
      register,
      record,
      caller: callerOf(request),
      ...(position !== undefined && { position }),
    });
    reply.headers({ 'cache-control': 'no-cache', vary: 'Authorization, Cookie' });
    return sendJson(reply, json, receipt);
  };
}

/**
 * `POST /log/verification`: checks the whole log where it lies, for the administrator. The body may name keys and kept
 * checkpoints as JSON: `{keys, checkpoints}`.
 */
export function verificationHandler({ database }: Services) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (callerOf(request).kind !== 'administrator') throw new Problem('not-authorised');
    const { keys, checkpoints } = (request.body ?? {}) as { keys?: unknown; checkpoints?: unknown };
    const known = keys === undefined ? undefined : texts(keys).map(parseVerifierKey);
    if (known?.includes(undefined)) throw new Problem('invalid-body');
    const kept = checkpoints === undefined ? [] : texts(checkpoints);
    reply.header('cache-control', 'no-store');
    const report = await verifyLog(database, { kept, ...(known && { keys: known as VerifierKey[] }) });
    return sendJson(reply, json, report);
  };
}

function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string'))
    throw new Problem('invalid-body');
  return value;
}
