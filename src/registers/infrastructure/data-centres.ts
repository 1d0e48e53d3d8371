import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, placeField } from '../fields.ts';
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
  geometry: 'Point',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'opened', to: 'closed' },
  fields: [
    nameField,
    {
      name: 'operator',
      type: 'string',
      ref: 'organisations',
      indexed: true,
      title: text('Operator', 'Operator', 'المشغّل', 'بهره‌بردار'),
    },
    placeField,
    {
      name: 'status',
      type: 'string',
      required: true,
      title: text('Vəziyyət', 'Status', 'الحالة', 'وضعیت'),
      codes: [
        code('planned', 'planlaşdırılır', 'planned', 'مخطط', 'برنامه‌ریزی‌شده'),
        code('under-construction', 'tikilir', 'under construction', 'قيد الإنشاء', 'در دست ساخت'),
        code('operating', 'fəaliyyət göstərir', 'operating', 'قيد التشغيل', 'در حال کار'),
        code('closed', 'bağlanıb', 'closed', 'مغلق', 'تعطیل‌شده'),
        code('unknown', 'məlum deyil', 'unknown', 'غير معروف', 'نامعلوم'),
      ],
    },
    {
      name: 'tier',
      type: 'string',
      title: text('Etibarlılıq səviyyəsi', 'Tier', 'مستوى الموثوقية (Tier)', 'سطح تاب‌آوری (Tier)'),
      codes: [
        code('I', 'Tier I', 'Tier I', 'Tier I', 'Tier I'),
        code('II', 'Tier II', 'Tier II', 'Tier II', 'Tier II'),
        code('III', 'Tier III', 'Tier III', 'Tier III', 'Tier III'),
        code('IV', 'Tier IV', 'Tier IV', 'Tier IV', 'Tier IV'),
      ],
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
    { name: 'opened', type: 'date', title: text('Açılıb', 'Opened', 'تاريخ الافتتاح', 'تاریخ گشایش') },
    { name: 'closed', type: 'date', title: text('Bağlanıb', 'Closed', 'تاريخ الإغلاق', 'تاریخ تعطیلی') },
    { name: 'due', type: 'date', title: text('Gözlənilən tarix', 'Due', 'الموعد المتوقع', 'موعد پیش‌بینی') },
    noteField,
  ],
  lifecycle: {
    field: 'status',
    initial: ['planned', 'under-construction', 'operating', 'unknown'],
    transitions: {
      planned: ['under-construction', 'operating', 'closed'],
      'under-construction': ['operating', 'closed'],
      operating: ['closed'],
      unknown: ['planned', 'under-construction', 'operating', 'closed'],
    },
  },
  rules: [
    {
      id: 'closed-after-opened',
      holds: 'opened IS NULL OR closed IS NULL OR closed >= opened',
      sentence: text(
        'Bağlanma tarixi açılma tarixindən əvvəl ola bilməz.',
        'A data centre cannot close before it opened.',
        'لا يمكن أن يُغلق مركز البيانات قبل افتتاحه.',
        'مرکز داده نمی‌تواند پیش از گشایش تعطیل شود.',
      ),
    },
  ],
});
