import type { Contribution } from '../../kernel/http/contribution.ts';
import { message } from '../../kernel/i18n/message.ts';
import { releaseFormats } from '../../kernel/release/release-question.ts';

const problem = { description: 'Refused, as RFC 9457 problem details.' };
const object = { 'application/json': { schema: { type: 'object' } } };
const binary = { '*/*': { schema: { type: 'string', format: 'binary' } } };
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const text = { type: 'string' };

function inPath(name: string, description: string, schema: object = hash) {
  return { name, in: 'path', required: true, description, schema };
}

function inQuery(name: string, description: string, schema: object) {
  return { name, in: 'query', description, schema };
}

function get(operationId: string, summary: string, content: object, parameters: readonly object[]) {
  const answers = { 200: { description: summary, content }, 404: problem };
  return { get: { tags: ['releases'], operationId, summary, parameters, responses: answers } };
}

const release = inPath('id', 'SHA-256 of the manifest.');
const older = inPath('id', 'The older release.');
const newer = inPath('newer', 'The newer release.');
const file = inPath('file', 'Name of the file.', text);
const range = { name: 'Range', in: 'header', schema: text };

const wish = {
  type: 'object',
  required: ['registers'],
  properties: {
    registers: { type: 'array', items: text, minItems: 1, maxItems: 100 },
    position: { type: 'integer', minimum: 1, description: 'Position of the log; its head by default.' },
    datetime: { type: 'string', format: 'date-time', description: 'Instant that the records hold at.' },
    formats: { type: 'array', items: { type: 'string', enum: releaseFormats } },
    licence: text,
  },
  additionalProperties: false,
};

/** What landing page and API document say of releases. */
export const releasesContribution: Contribution = {
  landing: ({ base, language }) => [
    {
      rel: 'related',
      type: 'application/json',
      title: message(language, 'releases.title'),
      href: `${base}/releases`,
    },
  ],
  api: () => ({
    tags: [{ name: 'releases' }],
    paths: {
      '/releases': {
        ...get('getReleases', 'Signed copies of registers, the youngest first', object, [
          inQuery('limit', 'Most releases to list.', { type: 'integer', minimum: 1, maximum: 1000 }),
          inQuery('offset', 'Releases to pass over.', { type: 'integer', minimum: 0 }),
          inQuery('register', 'Only releases that hold this register.', text),
        ]),
        post: {
          tags: ['releases'],
          operationId: 'makeRelease',
          summary: 'Make a release; for the administrator',
          requestBody: { required: true, content: { 'application/json': { schema: wish } } },
          responses: {
            202: { description: 'It is being made; Location tells how far it is.', content: object },
            400: problem,
            401: problem,
            404: problem,
          },
        },
      },
      '/releases/jobs/{job}': {
        ...get('getReleaseJob', 'How far a release is; for the administrator', object, [
          inPath('job', 'Id of the job.', text),
        ]),
        delete: {
          tags: ['releases'],
          operationId: 'stopRelease',
          summary: 'Stop a release under way; it leaves nothing. For the administrator',
          parameters: [inPath('job', 'Id of the job.', text)],
          responses: { 200: { description: 'It is stopped.', content: object }, 401: problem, 404: problem },
        },
      },
      '/releases/{id}': get('getRelease', 'One release: contents, files and signatures', object, [release]),
      '/releases/{id}/{file}': {
        get: {
          tags: ['releases'],
          operationId: 'getReleaseFile',
          summary: 'A file of a release, whole or by range',
          parameters: [release, file, range],
          responses: {
            200: { description: 'All of it.', content: binary },
            206: { description: 'The span of bytes that was asked for.', content: binary },
            304: { description: 'The client has it already.' },
            404: problem,
            410: problem,
            416: problem,
          },
        },
      },
      '/releases/{id}/withdrawal': {
        post: {
          tags: ['releases'],
          operationId: 'withdrawRelease',
          summary: 'Withdraw a release with a reason; for the administrator',
          parameters: [release],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { type: 'object', required: ['reason'], properties: { reason: text } },
              },
            },
          },
          responses: {
            200: { description: 'It is withdrawn.', content: object },
            400: problem,
            401: problem,
            404: problem,
            409: problem,
          },
        },
      },
      '/releases/{id}/delta/{newer}': get('getDelta', 'What differs between two releases', object, [
        older,
        newer,
      ]),
      '/releases/{id}/delta/{newer}/{file}': get('getDeltaFile', 'A file of the difference', binary, [
        older,
        newer,
        file,
      ]),
    },
  }),
};
