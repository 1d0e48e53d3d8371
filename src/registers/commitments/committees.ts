import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { text } from '../text.ts';

/** Who meets under an agreement; meetings and decisions are events that name their committee. */
export const committees = defineRegister({
  id: 'committees',
  title: text('Komissiyalar', 'Committees', 'اللجان', 'کمیته‌ها'),
  description: text(
    'Sazişlər üzrə birgə komissiyalar və işçi qruplar; görüş və qərarlar onlara bağlanır.',
    'Joint committees and working groups under agreements; meetings and decisions hang on them.',
    'اللجان المشتركة وفرق العمل بموجب الاتفاقيات؛ ترتبط بها الاجتماعات والقرارات.',
    'کمیته‌های مشترک و کارگروه‌های توافق‌نامه‌ها؛ نشست‌ها و تصمیم‌ها به آن‌ها وابسته‌اند.',
  ),
  desk: 'commitments',
  geometry: null,
  titleField: 'name',
  validTime: { kind: 'interval', from: 'founded', to: 'dissolved' },
  fields: [
    nameField,
    {
      name: 'agreement',
      type: 'string',
      ref: 'agreements',
      title: text('Saziş', 'Agreement', 'الاتفاقية', 'توافق‌نامه'),
    },
    {
      name: 'members',
      type: 'array',
      items: 'string',
      ref: 'organisations',
      title: text('Üzvlər', 'Members', 'الأعضاء', 'اعضا'),
    },
    { name: 'founded', type: 'date', title: text('Yaradılıb', 'Founded', 'تاريخ الإنشاء', 'تاریخ تأسیس') },
    {
      name: 'dissolved',
      type: 'date',
      title: text('Ləğv edilib', 'Dissolved', 'تاريخ الحل', 'تاریخ انحلال'),
    },
    noteField,
  ],
});
