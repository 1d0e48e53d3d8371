import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, precisionField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { statusField, statusLifecycle } from '../status.ts';
import { code, text } from '../text.ts';

/** Pieces of data corridors between two points of presence, with what they carry. */
export const corridorSegments = defineRegister({
  id: 'corridor-segments',
  title: text('Dəhliz seqmentləri', 'Corridor segments', 'مقاطع الممرات', 'قطعات دالان'),
  description: text(
    'Məlumat dəhlizlərinin seqmentləri: uzunluq, tutum, gecikmə, operator, vəziyyət. Xətlər sxematikdir.',
    'Segments of data corridors: length, capacity, latency, carrier and status. The lines are schematic.',
    'مقاطع ممرات البيانات: الطول والسعة والتأخير والمشغل والحالة. الخطوط تخطيطية.',
    'قطعات دالان‌های داده: طول، ظرفیت، تأخیر، حامل و وضعیت. خطوط شماتیک‌اند.',
  ),
  desk: 'infrastructure',
  theme: 'utility-and-governmental-services',
  geometry: 'LineString',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'in_service', to: 'out_of_service' },
  fields: [
    nameField,
    { name: 'corridor', type: 'string', indexed: true, title: text('Dəhliz', 'Corridor', 'الممر', 'دالان') },
    {
      name: 'from_pop',
      type: 'string',
      ref: 'points-of-presence',
      indexed: true,
      title: text('Haradan', 'From', 'من', 'از'),
    },
    {
      name: 'to_pop',
      type: 'string',
      ref: 'points-of-presence',
      indexed: true,
      title: text('Haraya', 'To', 'إلى', 'به'),
    },
    {
      name: 'carrier',
      type: 'string',
      ref: 'carriers',
      indexed: true,
      title: text('Operator', 'Carrier', 'المشغل', 'حامل'),
    },
    {
      name: 'medium',
      type: 'string',
      title: text('Mühit', 'Medium', 'الوسط', 'رسانه'),
      codes: [
        code('land-fibre', 'yerüstü lif', 'fibre on land', 'ألياف برية', 'فیبر زمینی'),
        code('subsea-fibre', 'sualtı lif', 'subsea fibre', 'ألياف بحرية', 'فیبر زیردریایی'),
        code('microwave', 'radiorele', 'microwave', 'ميكروويف', 'مایکروویو'),
      ],
    },
    {
      name: 'length_km',
      type: 'number',
      unit: 'km',
      minimum: 0,
      title: text('Uzunluq', 'Length', 'الطول', 'طول'),
    },
    {
      name: 'capacity_gbps',
      type: 'number',
      unit: 'Gbit/s',
      minimum: 0,
      title: text('Tutum', 'Capacity', 'السعة', 'ظرفیت'),
    },
    {
      name: 'capacity_max_gbps',
      type: 'number',
      unit: 'Gbit/s',
      minimum: 0,
      title: text('Layihə tutumu', 'Design capacity', 'السعة التصميمية', 'ظرفیت طراحی'),
    },
    {
      name: 'latency_ms',
      type: 'number',
      unit: 'ms',
      minimum: 0,
      title: text('Gecikmə', 'Latency', 'التأخير', 'تأخیر'),
    },
    statusField,
    {
      name: 'due',
      type: 'date',
      title: text('Gözlənilən tarix', 'Due', 'الموعد المتوقع', 'موعد پیش‌بینی‌شده'),
    },
    precisionField('date_precision'),
    {
      name: 'in_service',
      type: 'date',
      title: text('İstismara verilib', 'In service', 'تاريخ بدء الخدمة', 'آغاز بهره‌برداری'),
    },
    {
      name: 'out_of_service',
      type: 'date',
      title: text('İstismardan çıxarılıb', 'Out of service', 'تاريخ انتهاء الخدمة', 'پایان بهره‌برداری'),
    },
    noteField,
  ],
  lifecycle: statusLifecycle,
  rules: [notBefore('out_of_service', 'in_service')],
});
