import type { LocalizedText } from '../../../src/kernel/i18n/language.ts';
import type { Code, Field } from '../../../src/kernel/register/declaration.ts';
import { defineRegister } from '../../../src/kernel/register/define-register.ts';

const same = (text: string): LocalizedText => ({ az: text, en: text, ar: text, fa: text });
const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  name,
  type,
  title: same(name),
  ...more,
});
const code = (value: string): Code => ({ value, title: same(`code ${value}`) });

/** Points that hold for ever unless a writer says otherwise, with every type of field. */
export const towns = defineRegister({
  id: 'towns',
  title: { az: 'Şəhərlər', en: 'Towns', ar: 'المدن', fa: 'شهرها' },
  description: same('Towns of a test'),
  desk: 'land',
  theme: 'geographical-names',
  steward: 'state-committee',
  legalBasis: { az: 'Qanun 1', en: 'Law 1', ar: 'القانون 1', fa: 'قانون ۱' },
  geometry: 'Point',
  titleField: 'name',
  provenance: false,
  fields: [
    field('name', 'localized', { required: true }),
    field('code', 'string', { unique: true, maxLength: 10 }),
    field('population', 'integer', { minimum: 0, unit: '{person}' }),
    field('height', 'number', { unit: 'm' }),
    field('capital', 'boolean'),
    field('founded', 'date'),
    field('visited', 'timestamp'),
    field('rank', 'string', { codes: [code('city'), code('town')] }),
    field('tags', 'array', { items: 'string' }),
    field('extra', 'object'),
    field('area', 'string', { ref: 'areas' }),
    field('secret', 'string', { secrecy: 'restricted' }),
  ],
});

/** Areas with dates of their own. */
export const areas = defineRegister({
  id: 'areas',
  title: same('Areas'),
  description: same('Areas of a test'),
  geometry: 'MultiPolygon',
  titleField: 'label',
  provenance: false,
  validTime: { kind: 'interval', from: 'since', to: 'until' },
  fields: [field('label', 'string', { required: true }), field('since', 'date'), field('until', 'date')],
});

/** Events without a place. */
export const counts = defineRegister({
  id: 'counts',
  title: same('Counts'),
  description: same('Counts of a test'),
  geometry: null,
  provenance: false,
  validTime: { kind: 'event', at: 'at' },
  fields: [field('at', 'timestamp', { required: true }), field('value', 'number')],
});

/** What nobody but the administrator may know of. */
export const hidden = defineRegister({
  id: 'hidden',
  title: same('Hidden'),
  description: same('Hidden from the public'),
  geometry: null,
  provenance: false,
  access: { read: 'restricted' },
  fields: [field('word', 'string')],
});
