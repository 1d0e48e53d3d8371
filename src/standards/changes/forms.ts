import type { Representation } from '../../kernel/http/negotiation.ts';

/** The forms in which changes can be had; the first is what clients get who do not mind. */
export const forms: readonly Representation[] = [
  { id: 'json', mediaType: 'application/json' },
  // CloudEvents 1.0.2, JSON Event Format, 4: JSON Batch Format.
  { id: 'cloudevents', mediaType: 'application/cloudevents-batch+json' },
  { id: 'sse', mediaType: 'text/event-stream' },
  { id: 'html', mediaType: 'text/html; charset=utf-8', aliases: ['text/html', 'application/xhtml+xml'] },
];

export const formTitles: Readonly<Record<string, string>> = {
  json: 'JSON',
  cloudevents: 'CloudEvents',
  sse: 'Server-sent events',
  html: 'HTML',
};
