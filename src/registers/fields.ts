import type { Field } from '../kernel/register/declaration.ts';
import { code, text } from './text.ts';

/** Fields that many registers share, so that one thing is called the same everywhere. */
export const nameField: Field = {
  name: 'name',
  type: 'localized',
  required: true,
  title: text('Ad', 'Name', 'الاسم', 'نام'),
};

export const noteField: Field = {
  name: 'note',
  type: 'localized',
  title: text('Qeyd', 'Note', 'ملاحظة', 'یادداشت'),
};

export const districtField: Field = {
  name: 'district',
  type: 'string',
  ref: 'administrative-districts',
  indexed: true,
  title: text('Rayon və ya şəhər', 'District or city', 'المنطقة أو المدينة', 'شهرستان یا شهر'),
};

export const placeField: Field = {
  name: 'place',
  type: 'string',
  ref: 'settlements',
  indexed: true,
  title: text('Yaşayış məntəqəsi', 'Place', 'المكان', 'محل'),
};

export const operatorField: Field = {
  name: 'operator',
  type: 'string',
  ref: 'organisations',
  indexed: true,
  title: text('Operator', 'Operator', 'المشغّل', 'بهره‌بردار'),
};

export const openedField: Field = {
  name: 'opened',
  type: 'date',
  title: text('Açılma tarixi', 'Opened', 'تاريخ الافتتاح', 'تاریخ گشایش'),
};

export const closedField: Field = {
  name: 'closed',
  type: 'date',
  title: text('Bağlanma tarixi', 'Closed', 'تاريخ الإغلاق', 'تاریخ تعطیلی'),
};

/** The half-open end of a period, as everywhere in the system. */
export const endsField: Field = {
  name: 'ends',
  type: 'date',
  title: text('Son', 'Ends', 'تاريخ الانتهاء', 'پایان'),
  description: text(
    'Artıq qüvvədə olmadığı ilk gün.',
    'The first day on which it no longer holds.',
    'أول يوم لا يعود فيه ساريًا.',
    'نخستین روزی که دیگر معتبر نیست.',
  ),
};

/** How exactly a date is known; `2026-12-31` with `year` means "in 2026". */
export function precisionField(name: string): Field {
  return {
    name,
    type: 'string',
    title: text('Tarixin dəqiqliyi', 'Date known to the', 'دقة التاريخ', 'دقت تاریخ'),
    codes: [
      code('day', 'gün', 'day', 'يوم', 'روز'),
      code('month', 'ay', 'month', 'شهر', 'ماه'),
      code('quarter', 'rüb', 'quarter', 'ربع سنة', 'سه‌ماهه'),
      code('year', 'il', 'year', 'سنة', 'سال'),
    ],
  };
}
