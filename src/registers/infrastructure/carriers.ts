import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** Who carries the traffic; dependence on one of them is computed from here. */
export const carriers = defineRegister({
  id: 'carriers',
  title: text('Operatorlar', 'Carriers', 'مشغلو الاتصالات', 'حامل‌های ترافیک'),
  description: text(
    'Magistral şəbəkə operatorları. Nümunə operatorları sintetikdir.',
    'Operators of backbone networks. The carriers of the demonstration backbone are synthetic.',
    'مشغلو الشبكات الرئيسية. مشغلو شبكة العرض اصطناعيون.',
    'بهره‌برداران شبکهٔ ستون‌فقرات. حامل‌های شبکهٔ نمونه ساختگی‌اند.',
  ),
  desk: 'infrastructure',
  theme: 'utility-and-governmental-services',
  geometry: null,
  titleField: 'name',
  fields: [
    nameField,
    {
      name: 'organisation',
      type: 'string',
      ref: 'organisations',
      title: text('Qurum', 'Organisation', 'المؤسسة', 'سازمان'),
    },
    { name: 'country', type: 'string', ref: 'countries', title: text('Ölkə', 'Country', 'البلد', 'کشور') },
    {
      name: 'scope',
      type: 'string',
      title: text('Əhatə', 'Scope', 'النطاق', 'دامنه'),
      codes: [
        code('national', 'ölkədaxili', 'national', 'وطني', 'ملی'),
        code('international', 'beynəlxalq', 'international', 'دولي', 'بین‌المللی'),
      ],
    },
    noteField,
  ],
});
