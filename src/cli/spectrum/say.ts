import { PropagationInputError } from '../../desks/spectrum/engine/input/propagation-input-error.ts';
import type { Params } from '../../kernel/errors.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { Refusal } from '../refusal.ts';
import { terminalLanguage } from '../say.ts';
import { spectrumMessages } from './messages/index.ts';

const message = messenger(spectrumMessages);

export type SpectrumMessageKey = keyof (typeof spectrumMessages)['en'];

/** A sentence of `ufuq spectrum` in the language of the terminal. */
export function say(key: SpectrumMessageKey, params: Params = {}): string {
  return message(terminalLanguage(), key, params);
}

/** Runs a verb; what the engine refuses is said in the language of the terminal, every fault on its own line. */
export async function refusing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof PropagationInputError) {
      const lines = error.violations.map(({ pointer, code, params }) => {
        const text = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]));
        return say(`input.${code}`, { where: pointer, ...text });
      });
      throw new Refusal(lines.join('\n'));
    }
    if (error instanceof RangeError) throw new Refusal(error.message);
    throw error;
  }
}
