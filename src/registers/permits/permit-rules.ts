import { defineRegister } from '../../kernel/register/define-register.ts';
import { endsField, nameField, noteField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { text } from '../text.ts';

/** What a permit of one purpose allowed between two dates: rules change weekly, so they are data. */
export const permitRules = defineRegister({
  id: 'permit-rules',
  title: text('İcazə qaydaları', 'Permit rules', 'قواعد التصاريح', 'قواعد مجوز'),
  description: text(
    'Məqsəd üzrə icazə qaydaları: müddət, gündəlik hədd, qüvvə tarixləri.',
    'Rules of permits by purpose: duration, daily quota and the dates between which they held.',
    'قواعد التصاريح حسب الغرض: المدة والحصة اليومية وتواريخ السريان.',
    'قواعد مجوز بر پایهٔ هدف: مدت، سهمیهٔ روزانه و تاریخ‌های اعتبار.',
  ),
  desk: 'permits',
  geometry: null,
  titleField: 'name',
  validTime: { kind: 'interval', from: 'starts', to: 'ends' },
  fields: [
    nameField,
    {
      name: 'purpose_code',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Məqsəd kodu', 'Purpose code', 'رمز الغرض', 'کد هدف'),
    },
    {
      name: 'duration_min',
      type: 'integer',
      unit: 'min',
      minimum: 0,
      title: text('Müddət', 'Duration', 'المدة', 'مدت'),
    },
    {
      name: 'per_day',
      type: 'integer',
      minimum: 0,
      title: text('Gündəlik hədd', 'Per day', 'الحصة اليومية', 'سهمیهٔ روزانه'),
    },
    { name: 'zone', type: 'string', ref: 'permit-zones', title: text('Zona', 'Zone', 'المنطقة', 'منطقه') },
    { name: 'starts', type: 'date', title: text('Qüvvəyə minir', 'Starts', 'تاريخ البدء', 'آغاز') },
    endsField,
    noteField,
  ],
  rules: [notBefore('ends', 'starts')],
});
