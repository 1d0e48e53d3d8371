import { type Ask, apiPath, requestJson, sendJson } from './request.ts';

/** A webhook as its administrator sees it. */
export interface PortalWebhook {
  readonly id: string;
  readonly title: string;
  readonly target: string;
  readonly registers: readonly string[] | null;
  readonly filter: string | null;
  readonly audience: 'public' | 'administrator';
  readonly onDeadLetter: 'skip' | 'pause';
  readonly state: 'active' | 'paused' | 'gone';
  readonly reason: string | null;
  readonly lag: number;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly lastSuccessAt: string | null;
  readonly lastFailure: string | null;
  readonly lastStatus: number | null;
  readonly deadLetters: number;
}

export interface PortalDeadLetter {
  readonly position: number;
  readonly attempts: number;
  readonly failure: string;
  readonly status: number | null;
  readonly excerpt: string | null;
  readonly diedAt: string;
  readonly state: 'waiting' | 'queued' | 'delivered' | 'dismissed';
}

export interface WebhookWish {
  readonly title?: string;
  readonly target?: string;
  readonly registers?: readonly string[] | null;
  readonly filter?: string | null;
  readonly audience?: PortalWebhook['audience'];
  readonly onDeadLetter?: PortalWebhook['onDeadLetter'];
  readonly state?: 'active' | 'paused';
}

const most = 1000;

export async function fetchWebhooks(ask: Ask): Promise<readonly PortalWebhook[]> {
  const page = await requestJson<{ webhooks: readonly PortalWebhook[] }>(
    apiPath(['webhooks'], { limit: most }),
    ask,
  );
  return page.webhooks;
}

export async function fetchDeadLetters(id: string, ask: Ask): Promise<readonly PortalDeadLetter[]> {
  const path = apiPath(['webhooks', id, 'dead-letters'], { limit: most });
  return (await requestJson<{ deadLetters: readonly PortalDeadLetter[] }>(path, ask)).deadLetters;
}

/** Makes a webhook; the answer is the only one that has its secret. */
export function makeWebhook(
  wish: WebhookWish,
  ask: Ask,
): Promise<PortalWebhook & { readonly secret: string }> {
  return sendJson(apiPath(['webhooks']), { ...ask, method: 'POST', body: wish });
}

export function changeWebhook(id: string, wish: WebhookWish, ask: Ask): Promise<PortalWebhook> {
  return sendJson(apiPath(['webhooks', id]), { ...ask, method: 'PATCH', body: wish });
}

export function removeWebhook(id: string, ask: Ask): Promise<void> {
  return sendJson(apiPath(['webhooks', id]), { ...ask, method: 'DELETE' });
}

export function rotateSecret(id: string, ask: Ask): Promise<{ readonly secret: string }> {
  return sendJson(apiPath(['webhooks', id, 'secret']), { ...ask, method: 'POST', body: {} });
}

/** Sends dead letters once more: one, or all that wait. */
export function redeliver(id: string, position: number | undefined, ask: Ask): Promise<void> {
  return sendJson(letterPath(id, position, 'redelivery'), { ...ask, method: 'POST', body: {} });
}

export function dismiss(id: string, position: number | undefined, reason: string, ask: Ask): Promise<void> {
  return sendJson(letterPath(id, position, 'dismissal'), { ...ask, method: 'POST', body: { reason } });
}

function letterPath(id: string, position: number | undefined, act: string): string {
  const one = position === undefined ? [] : [String(position)];
  return apiPath(['webhooks', id, 'dead-letters', ...one, act]);
}
