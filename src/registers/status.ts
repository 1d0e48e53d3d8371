import type { Field, Lifecycle } from '../kernel/register/declaration.ts';
import { code, text } from './text.ts';

/** The states of anything that is planned, built, used and closed: a data centre, a cable, a service centre. */
export const statusField: Field = {
  name: 'status',
  type: 'string',
  required: true,
  indexed: true,
  title: text('Vəziyyət', 'Status', 'الحالة', 'وضعیت'),
  codes: [
    code('planned', 'planlaşdırılır', 'planned', 'مخطط', 'برنامه‌ریزی‌شده'),
    code('under-construction', 'tikilir', 'under construction', 'قيد الإنشاء', 'در دست ساخت'),
    code('operating', 'fəaliyyət göstərir', 'operating', 'قيد التشغيل', 'در حال کار'),
    code('closed', 'bağlanıb', 'closed', 'مغلق', 'تعطیل‌شده'),
    code('unknown', 'məlum deyil', 'unknown', 'غير معروف', 'نامعلوم'),
  ],
};

export const statusLifecycle: Lifecycle = {
  field: 'status',
  initial: ['planned', 'under-construction', 'operating', 'unknown'],
  transitions: {
    planned: ['under-construction', 'operating', 'closed'],
    'under-construction': ['operating', 'closed'],
    operating: ['closed'],
    closed: [],
    unknown: ['planned', 'under-construction', 'operating', 'closed'],
  },
};
