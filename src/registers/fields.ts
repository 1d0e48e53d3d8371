import type { Field } from '../kernel/register/declaration.ts';
import { text } from './text.ts';

/** Fields that many registers share, so that one thing is called the same everywhere. */
export const nameField: Field = {
  name: 'name',
  type: 'localized',
  required: true,
  title: text('Ad', 'Name', 'الاسم', 'نام'),
};

export const noteField: Field = {
  name: 'note',
  type: 'string',
  title: text('Qeyd', 'Note', 'ملاحظة', 'یادداشت'),
};

export const districtField: Field = {
  name: 'district',
  type: 'string',
  ref: 'districts',
  indexed: true,
  title: text('Rayon və ya şəhər', 'District or city', 'المنطقة أو المدينة', 'شهرستان یا شهر'),
};

export const placeField: Field = {
  name: 'place',
  type: 'string',
  ref: 'places',
  indexed: true,
  title: text('Yaşayış məntəqəsi', 'Place', 'المكان', 'محل'),
};
