import { defineRegister } from '../../kernel/register/define-register.ts';
import { endsField, nameField, noteField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { code, text } from '../text.ts';

/** Where a permit is needed, for what and between which dates; every emergency zone names its act and its end. */
export const permitZones = defineRegister({
  id: 'permit-zones',
  title: text('İcazə zonaları', 'Permit zones', 'مناطق التصاريح', 'مناطق مجوز'),
  description: text(
    'İcazə tələb olunan zonalar: məqsəd, hüquqi akt, qüvvəyə minmə və bitmə tarixi.',
    'Zones in which a permit is needed: purpose, legal act, start and end.',
    'المناطق التي يلزم فيها تصريح: الغرض والصك القانوني والبداية والنهاية.',
    'مناطقی که مجوز می‌خواهند: هدف، سند حقوقی، آغاز و پایان.',
  ),
  desk: 'permits',
  theme: 'area-management-zones',
  geometry: 'MultiPolygon',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'starts', to: 'ends' },
  fields: [
    nameField,
    {
      name: 'kind',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Növ', 'Kind', 'النوع', 'نوع'),
      codes: [
        code('movement', 'hərəkət', 'movement', 'تنقل', 'رفت‌وآمد'),
        code('construction', 'tikinti', 'construction', 'بناء', 'ساخت‌وساز'),
        code('drone', 'pilotsuz uçuş', 'drone flight', 'طيران مسيّر', 'پرواز پهپاد'),
        code('event', 'tədbir', 'event', 'فعالية', 'رویداد'),
        code('nature', 'təbiət ərazisinə giriş', 'access to nature', 'دخول منطقة طبيعية', 'ورود به طبیعت'),
      ],
    },
    {
      name: 'is_emergency',
      type: 'boolean',
      required: true,
      title: text('Fövqəladə qayda', 'Emergency rule', 'قاعدة طارئة', 'قاعدهٔ اضطراری'),
    },
    {
      name: 'legal_act',
      type: 'localized',
      title: text('Hüquqi akt', 'Legal act', 'الصك القانوني', 'سند حقوقی'),
    },
    { name: 'starts', type: 'date', title: text('Qüvvəyə minir', 'Starts', 'تاريخ البدء', 'آغاز') },
    endsField,
    noteField,
  ],
  rules: [
    notBefore('ends', 'starts'),
    {
      id: 'emergency-has-sunset',
      holds: 'is_emergency = false OR (ends IS NOT NULL AND legal_act IS NOT NULL)',
      sentence: text(
        'Fövqəladə qaydanın hüquqi aktı və bitmə tarixi olmalıdır.',
        'An emergency rule must name its legal act and the date on which it ends.',
        'يجب أن تذكر القاعدة الطارئة صكها القانوني وتاريخ انتهائها.',
        'قاعدهٔ اضطراری باید سند حقوقی و تاریخ پایان داشته باشد.',
      ),
    },
  ],
});
