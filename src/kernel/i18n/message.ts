import { catalogues } from './messages/index.ts';
import { type Messenger, messenger } from './messenger.ts';

/** Key of a sentence that the server itself says. */
export type MessageKey = {
  [Area in keyof typeof catalogues]: keyof (typeof catalogues)[Area]['en'];
}[keyof typeof catalogues];

/** Every sentence of the server's doors: problems, violations, pages. */
export const message: Messenger<MessageKey> = messenger<MessageKey>(
  ...(Object.values(catalogues) as never[]),
);
