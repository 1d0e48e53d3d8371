import { defineRegister } from '../../kernel/register/define-register.ts';
import { endsField } from '../fields.ts';
import { text } from '../text.ts';

/** Which centre offers which service, from when to when: what "the nearest centre that offers it" is answered from. */
export const serviceOffers = defineRegister({
  id: 'service-offers',
  title: text('Mərkəzlərdə xidmətlər', 'Services at centres', 'الخدمات في المراكز', 'خدمات در مراکز'),
  description: text(
    'Hər mərkəzin göstərdiyi xidmətlər. Dərc olunmuş siyahı tapılmadığından nümunə sintetikdir.',
    'The services that each centre offers. No published list was found, so the demonstration is synthetic.',
    'الخدمات التي يقدمها كل مركز. لم يُعثر على قائمة منشورة، فالعرض اصطناعي.',
    'خدماتی که هر مرکز ارائه می‌کند. فهرست منتشرشده یافت نشد، پس نمونه ساختگی است.',
  ),
  desk: 'services',
  theme: 'utility-and-governmental-services',
  steward: 'asan',
  licence: 'EUPL-1.2',
  updateCycle: 'P1M',
  geometry: null,
  validTime: { kind: 'interval', from: 'starts', to: 'ends' },
  fields: [
    {
      name: 'centre',
      type: 'string',
      ref: 'service-centres',
      required: true,
      indexed: true,
      title: text('Mərkəz', 'Centre', 'المركز', 'مرکز'),
    },
    {
      name: 'service',
      type: 'string',
      ref: 'public-services',
      required: true,
      indexed: true,
      title: text('Xidmət', 'Service', 'الخدمة', 'خدمت'),
    },
    {
      name: 'counters',
      type: 'integer',
      minimum: 0,
      title: text('Pəncərələr', 'Counters', 'عدد الشبابيك', 'شمار باجه‌ها'),
    },
    { name: 'starts', type: 'date', title: text('Başlanğıc', 'From', 'من', 'از') },
    endsField,
  ],
  rules: [{ kind: 'unique', id: 'one-offer-a-centre', fields: ['centre', 'service'] }],
});
