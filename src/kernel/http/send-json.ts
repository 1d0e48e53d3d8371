import type { FastifyReply } from 'fastify';

/**
 * Sends a document as JSON with exactly the media type given. As bytes: to text, the framework would add a charset,
 * which JSON types do not have (RFC 8259, 11) and strict clients do not expect.
 */
export function sendJson(reply: FastifyReply, mediaType: string, document: object): FastifyReply {
  return reply.type(mediaType).send(Buffer.from(JSON.stringify(document)));
}
