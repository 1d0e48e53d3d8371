import { defineRegister } from '../../kernel/register/define-register.ts';
import {
  closedField,
  nameField,
  noteField,
  openedField,
  operatorField,
  placeField,
  precisionField,
} from '../fields.ts';
import { notBefore } from '../rules.ts';
import { statusField, statusLifecycle } from '../status.ts';
import { code, text } from '../text.ts';

/** The answer to "how many data centres were there on a given day", with proof or an honest "unknown". */
export const dataCentres = defineRegister({
  id: 'data-centres',
  title: text('Məlumat mərkəzləri', 'Data centres', 'مراكز البيانات', 'مراکز داده'),
  description: text(
    'Dövlət və özəl məlumat mərkəzləri. Mövqe yalnız şəhər dəqiqliyi ilə göstərilir.',
    'Public and private data centres. Positions are given at city level only.',
    'مراكز البيانات الحكومية والخاصة. المواقع بدقة المدينة فقط.',
    'مراکز دادهٔ دولتی و خصوصی. موقعیت تنها در سطح شهر است.',
  ),
  desk: 'infrastructure',
  theme: 'utility-and-governmental-services',
  steward: 'ministry-digital-development',
  keywords: [text('bulud', 'cloud', 'سحابة', 'ابر')],
  geometry: 'Point',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'opened', to: 'closed' },
  fields: [
    nameField,
    operatorField,
    placeField,
    statusField,
    {
      name: 'tier',
      type: 'string',
      title: text('Etibarlılıq səviyyəsi', 'Tier', 'مستوى الموثوقية (Tier)', 'سطح تاب‌آوری (Tier)'),
      codes: ['I', 'II', 'III', 'IV'].map((tier) => code(tier, ...fourTimes(`Tier ${tier}`))),
    },
    {
      name: 'it_power_mw',
      type: 'number',
      unit: 'MW',
      minimum: 0,
      title: text('İT yükünün gücü', 'IT power', 'قدرة تقنية المعلومات', 'توان فناوری اطلاعات'),
    },
    {
      name: 'racks',
      type: 'integer',
      minimum: 0,
      title: text('Rəflər', 'Racks', 'عدد الخزائن', 'شمار رک‌ها'),
    },
    {
      name: 'pue',
      type: 'number',
      unit: '1',
      minimum: 1,
      title: text(
        'Enerji səmərəliliyi (PUE)',
        'Power usage effectiveness (PUE)',
        'فعالية استخدام الطاقة (PUE)',
        'بهره‌وری مصرف توان (PUE)',
      ),
    },
    openedField,
    closedField,
    {
      name: 'due',
      type: 'date',
      title: text('Gözlənilən tarix', 'Due', 'الموعد المتوقع', 'موعد پیش‌بینی‌شده'),
    },
    precisionField('due_precision'),
    {
      name: 'site_details',
      type: 'string',
      secrecy: 'restricted',
      title: text('Sahə haqqında təfərrüatlar', 'Site details', 'تفاصيل الموقع', 'جزئیات محل'),
    },
    noteField,
  ],
  lifecycle: statusLifecycle,
  rules: [notBefore('closed', 'opened')],
});

function fourTimes(name: string): [string, string, string, string] {
  return [name, name, name, name];
}
