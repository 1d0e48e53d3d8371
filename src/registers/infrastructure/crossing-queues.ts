import { defineRegister } from '../../kernel/register/define-register.ts';
import { noteField } from '../fields.ts';
import { text } from '../text.ts';

/** Published counts of lorries waiting at a crossing on a day; counts only, no vehicle is followed. */
export const crossingQueues = defineRegister({
  id: 'crossing-queues',
  title: text('Keçid növbələri', 'Queues at crossings', 'الطوابير عند المعابر', 'صف‌های گذرگاه‌ها'),
  description: text(
    'Keçid məntəqələrində gözləyən yük maşınlarının dərc olunmuş sayı.',
    'Published numbers of lorries waiting at crossings.',
    'الأعداد المنشورة للشاحنات المنتظرة عند المعابر.',
    'شمار منتشرشدهٔ کامیون‌های منتظر در گذرگاه‌ها.',
  ),
  desk: 'infrastructure',
  theme: 'transport-networks',
  geometry: null,
  validTime: { kind: 'event', at: 'counted' },
  fields: [
    {
      name: 'crossing',
      type: 'string',
      ref: 'border-crossings',
      required: true,
      indexed: true,
      title: text('Keçid məntəqəsi', 'Crossing', 'المعبر', 'گذرگاه'),
    },
    {
      name: 'counted',
      type: 'date',
      required: true,
      title: text('Sayılıb', 'Counted', 'تاريخ العد', 'تاریخ شمارش'),
    },
    {
      name: 'lorries',
      type: 'integer',
      required: true,
      minimum: 0,
      title: text('Yük maşınları', 'Lorries', 'عدد الشاحنات', 'شمار کامیون‌ها'),
    },
    noteField,
  ],
  rules: [{ kind: 'unique', id: 'one-count-a-moment', fields: ['crossing', 'counted'] }],
});
