import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, precisionField } from '../fields.ts';
import { text } from '../text.ts';
import { eventKindCodes } from './event-kinds.ts';

/** What happened to promises and agreements; the status of a promise is computed from these. */
export const promiseEvents = defineRegister({
  id: 'promise-events',
  title: text('Öhdəlik hadisələri', 'Events of promises', 'أحداث الالتزامات', 'رویدادهای تعهدات'),
  description: text(
    'Görüşlər, qərarlar, icra, uzadılma, geri götürülmə. Öhdəliyin vəziyyəti bunlardan və sübutlarından hesablanır.',
    'Meetings, decisions, delivery, extension, withdrawal. The status of a promise is computed from these and their evidence.',
    'الاجتماعات والقرارات والتنفيذ والتمديد والسحب. تُحسب حالة الالتزام منها ومن أدلتها.',
    'نشست‌ها، تصمیم‌ها، انجام، تمدید و پس‌گرفتن. وضعیت تعهد از این‌ها و گواهشان محاسبه می‌شود.',
  ),
  desk: 'commitments',
  geometry: null,
  titleField: 'name',
  validTime: { kind: 'event', at: 'happened' },
  fields: [
    nameField,
    {
      name: 'kind',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Nə baş verib', 'What happened', 'ما حدث', 'چه روی داد'),
      codes: eventKindCodes,
    },
    { name: 'happened', type: 'date', required: true, title: text('Tarix', 'Date', 'التاريخ', 'تاریخ') },
    precisionField('happened_precision'),
    {
      name: 'commitment',
      type: 'string',
      ref: 'commitments',
      indexed: true,
      title: text('Öhdəlik', 'Commitment', 'الالتزام', 'تعهد'),
    },
    {
      name: 'agreement',
      type: 'string',
      ref: 'agreements',
      indexed: true,
      title: text('Saziş', 'Agreement', 'الاتفاقية', 'توافق‌نامه'),
    },
    {
      name: 'committee',
      type: 'string',
      ref: 'committees',
      indexed: true,
      title: text('Komissiya', 'Committee', 'اللجنة', 'کمیته'),
    },
    {
      name: 'follows',
      type: 'string',
      ref: 'promise-events',
      title: text('Hansı görüşdən', 'Follows from', 'ناتج عن', 'برآمده از'),
    },
    {
      name: 'new_due',
      type: 'date',
      title: text('Yeni müddət', 'New due date', 'الموعد الجديد', 'موعد تازه'),
    },
    precisionField('new_due_precision'),
    noteField,
  ],
  rules: [
    {
      id: 'extension-has-new-due',
      holds: "kind <> 'extended' OR new_due IS NOT NULL",
      sentence: text(
        'Uzadılmanın yeni müddəti olmalıdır.',
        'An extension names the new due date.',
        'يذكر التمديد الموعد الجديد.',
        'تمدید موعد تازه را نام می‌برد.',
      ),
    },
  ],
});
