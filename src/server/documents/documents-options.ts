import type { HttpSettings } from '../../kernel/http/settings.ts';
import type { StoreServices } from '../create-services.ts';

/** What the doors of documents are given. */
export interface DocumentsOptions {
  readonly services: StoreServices;
  readonly settings: Pick<HttpSettings, 'limits' | 'publicUrl' | 'language'>;
}
