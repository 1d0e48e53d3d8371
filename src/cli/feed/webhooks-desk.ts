import { administrator } from '../../kernel/access/caller.ts';
import type { Config } from '../../kernel/config.ts';
import { type DeadLetter, deadLetters, dismiss, redeliver } from '../../kernel/webhooks/dead-letter.ts';
import { checkQuestion, readWish, webhookDefaults } from '../../kernel/webhooks/read-settings.ts';
import type { Webhook, WebhookSettings } from '../../kernel/webhooks/webhook.ts';
import {
  createWebhook,
  removeWebhook,
  rotateSecret,
  updateWebhook,
  webhook,
  webhooks,
} from '../../kernel/webhooks/webhook-store.ts';
import type { Store } from '../../server/open-store.ts';
import type { ServerClient } from '../server-client.ts';

/** What the verbs of `ufuq webhooks` do, through a running server or in the store itself. */
export interface WebhooksDesk {
  list(): Promise<readonly Webhook[]>;
  make(wish: object): Promise<Webhook & { readonly secret: string }>;
  change(id: string, wish: object): Promise<Webhook>;
  remove(id: string): Promise<void>;
  rotate(id: string): Promise<string>;
  letters(id: string, withSettled: boolean): Promise<readonly DeadLetter[]>;
  redeliver(id: string, position?: number): Promise<number>;
  dismiss(id: string, reason: string, position?: number): Promise<number>;
}

const most = 1000;

export function deskOfServer(server: ServerClient): WebhooksDesk {
  const send = <T>(method: string, path: string, body: object = {}) =>
    server.json<T>(`webhooks${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const at = (id: string) => `/${encodeURIComponent(id)}`;
  const letter = (id: string, position: number | undefined, act: string) =>
    `${at(id)}/dead-letters${position === undefined ? '' : `/${position}`}/${act}`;
  return {
    list: async () => (await server.json<{ webhooks: Webhook[] }>(`webhooks?limit=${most}`)).webhooks,
    make: (wish) => send('POST', '', wish),
    change: (id, wish) => send('PATCH', at(id), wish),
    remove: async (id) => {
      await server.json(`webhooks${at(id)}`); // says so where there is none
      await server.request(`webhooks${at(id)}`, { method: 'DELETE' });
    },
    rotate: async (id) => (await send<{ secret: string }>('POST', `${at(id)}/secret`)).secret,
    letters: async (id, withSettled) =>
      (
        await server.json<{ deadLetters: DeadLetter[] }>(
          `webhooks${at(id)}/dead-letters?limit=${most}&settled=${withSettled}`,
        )
      ).deadLetters,
    redeliver: async (id, position) =>
      (await send<{ queued: number }>('POST', letter(id, position, 'redelivery'))).queued,
    dismiss: async (id, reason, position) =>
      (await send<{ dismissed: number }>('POST', letter(id, position, 'dismissal'), { reason })).dismissed,
  };
}

export function deskOfStore({ services }: Store, config: Config): WebhooksDesk {
  const { database, registry, clock } = services;
  const actor = administrator.name;
  const read = (wish: object, required: readonly string[] = []) =>
    readWish(wish, registry, config.webhookTargets, required);
  return {
    list: () => webhooks(database, { limit: most, offset: 0 }),
    make: async (wish) => {
      const { settings, since, secret } = read(wish, ['title', 'target']);
      const all = { ...webhookDefaults, ...settings } as WebhookSettings;
      await checkQuestion(registry, all);
      const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
      const made = await createWebhook(database, clock, {
        settings: all,
        origin,
        actor,
        ...(since !== undefined && { since }),
        ...(secret !== undefined && { secret }),
      });
      return { ...made.webhook, secret: made.secret };
    },
    change: async (id, wish) => {
      const present = await webhook(database, id);
      const { settings, since } = read(wish);
      await checkQuestion(registry, { ...present, ...settings });
      return await updateWebhook(database, id, settings, since);
    },
    remove: (id) => removeWebhook(database, id),
    rotate: (id) => rotateSecret(database, id, { overlapHours: 24 }),
    letters: async (id, withSettled) => {
      await webhook(database, id);
      return await deadLetters(database, id, { after: 0, limit: most, withSettled });
    },
    redeliver: async (id, position) => {
      await webhook(database, id);
      return await redeliver(database, id, position);
    },
    dismiss: async (id, reason, position) => {
      await webhook(database, id);
      return await dismiss(database, id, { actor, reason, ...(position !== undefined && { position }) });
    },
  };
}
