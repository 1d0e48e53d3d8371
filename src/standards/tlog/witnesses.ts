import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { callerOf } from '../../kernel/http/request.ts';
import { sendJson } from '../../kernel/http/send-json.ts';
import { acceptCosignatures } from '../../kernel/log/proof/cosignature.ts';
import { addWitness, witnesses } from '../../kernel/log/proof/witness-store.ts';
import type { Services } from '../../kernel/services.ts';

const json = 'application/json';

/**
 * `POST /log/cosignatures`: a checkpoint's note with the lines of witnesses (C2SP tlog-cosignature). Anyone may bring
 * them, since they verify or are passed over; only witnesses that the administrator has named count.
 */
export function cosignaturesHandler(services: Services) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (typeof request.body !== 'string')
      throw new Problem('unsupported-media-type', { value: '', allowed: 'text/plain' });
    const accepted = await acceptCosignatures(services, request.body);
    return sendJson(reply, json, { accepted });
  };
}

/** `GET /log/witnesses`: who signs with the log, and how far; how asking them goes is for the administrator. */
export function listWitnessesHandler({ database }: Services) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const isAdministrator = callerOf(request).kind === 'administrator';
    const list = (await witnesses(database)).map(
      ({ key, vkey, signed, url, failures, triedAt, complaint }) => ({
        name: key.name,
        vkey,
        signed,
        ...(isAdministrator && { url, failures, triedAt, complaint }),
      }),
    );
    reply.headers({ 'cache-control': 'no-cache', vary: 'Authorization' });
    return sendJson(reply, json, { witnesses: list });
  };
}

/**
 * `POST /log/witnesses`: names a witness, for the administrator. Its verifier key as text, or `{vkey, url}` where it is
 * to be asked at an address (C2SP tlog-witness).
 */
export function witnessesHandler(services: Services, wake: () => void = () => {}) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (callerOf(request).kind !== 'administrator') throw new Problem('not-authorised');
    const { vkey, url } = wanted(request.body);
    if (url !== undefined && !/^https?:\/\/[^/?#\s]+[^?#\s]*$/.test(url))
      throw new Problem('invalid-body', {}, [
        { pointer: '/url', code: 'not-allowed', params: { value: url.slice(0, 80), allowed: 'https://…' } },
      ]);
    if (!(await addWitness(services, vkey, url ?? null))) throw new Problem('invalid-body');
    wake();
    return reply.code(204).send();
  };
}

function wanted(body: unknown): { readonly vkey: string; readonly url?: string } {
  if (typeof body === 'string') return { vkey: body.trim() };
  const { vkey, url } = (body ?? {}) as { vkey?: unknown; url?: unknown };
  if (typeof vkey !== 'string' || (url !== undefined && typeof url !== 'string'))
    throw new Problem('unsupported-media-type', { value: '', allowed: 'text/plain, {vkey, url}' });
  return { vkey: vkey.trim(), ...(url !== undefined && { url }) };
}
