import { defineRegister } from '../../kernel/register/define-register.ts';
import { endsField, noteField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { code, text } from '../text.ts';

/** Which system runs in which data centre, from when to when: single points of failure are read off here. */
export const systemHosting = defineRegister({
  id: 'system-hosting',
  title: text('Sistemlərin yerləşdirilməsi', 'Hosting of systems', 'استضافة الأنظمة', 'میزبانی سامانه‌ها'),
  description: text(
    'Hansı sistem hansı məlumat mərkəzində, nə vaxtdan nə vaxtadək və hansı rolda işləyir.',
    'Which system runs in which data centre, in which role, from when to when.',
    'أي نظام يعمل في أي مركز بيانات وبأي دور ومن متى إلى متى.',
    'کدام سامانه در کدام مرکز داده، با چه نقشی و از کی تا کی کار می‌کند.',
  ),
  desk: 'infrastructure',
  steward: 'ministry-digital-development',
  licence: 'EUPL-1.2',
  updateCycle: 'P1M',
  geometry: null,
  validTime: { kind: 'interval', from: 'starts', to: 'ends' },
  fields: [
    {
      name: 'system',
      type: 'string',
      ref: 'government-systems',
      required: true,
      indexed: true,
      title: text('Sistem', 'System', 'النظام', 'سامانه'),
    },
    {
      name: 'data_centre',
      type: 'string',
      ref: 'data-centres',
      required: true,
      indexed: true,
      title: text('Məlumat mərkəzi', 'Data centre', 'مركز البيانات', 'مرکز داده'),
    },
    {
      name: 'role',
      type: 'string',
      required: true,
      title: text('Rol', 'Role', 'الدور', 'نقش'),
      codes: [
        code('primary', 'əsas', 'primary', 'أساسي', 'اصلی'),
        code('backup', 'ehtiyat', 'backup', 'احتياطي', 'پشتیبان'),
        code('archive', 'arxiv', 'archive', 'أرشيف', 'بایگانی'),
      ],
    },
    {
      name: 'power_kw',
      type: 'number',
      unit: 'kW',
      minimum: 0,
      title: text('İstehlak gücü', 'Power drawn', 'القدرة المستهلكة', 'توان مصرفی'),
    },
    { name: 'starts', type: 'date', title: text('Başlanğıc', 'From', 'من', 'از') },
    endsField,
    noteField,
  ],
  rules: [
    notBefore('ends', 'starts'),
    { kind: 'unique', id: 'one-role-a-centre', fields: ['system', 'data_centre', 'role'] },
  ],
});
