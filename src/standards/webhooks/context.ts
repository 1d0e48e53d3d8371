import type { FastifyRequest } from 'fastify';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import type { Services } from '../../kernel/services.ts';
import type { TargetPolicy } from '../../kernel/webhooks/target-guard.ts';

export interface WebhooksOptions {
  readonly services: Services;
  readonly settings: HttpSettings;
  readonly policy: TargetPolicy;
}

/** One request of the administrator about webhooks. */
export interface WebhooksContext extends WebhooksOptions {
  readonly request: FastifyRequest;
  readonly actor: string;
  /** Absolute URL of the server, without a slash at the end. */
  readonly base: string;
}
