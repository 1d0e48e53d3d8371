import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, precisionField } from '../fields.ts';
import { code, text } from '../text.ts';

/** What was promised, by when, and the evidence; whether it is late is computed from the date, never typed in. */
export const commitments = defineRegister({
  id: 'commitments',
  title: text('Öhdəliklər', 'Commitments', 'الالتزامات', 'تعهدات'),
  description: text(
    'Verilmiş vədlər: müddət, icra və sübut. Gecikmə tarixdən hesablanır.',
    'What was promised: due date, fulfilment and evidence. Lateness is computed from the due date.',
    'ما تم التعهد به: الموعد والتنفيذ والدليل. يُحسب التأخر من الموعد.',
    'آنچه وعده داده شده: موعد، انجام و گواه. دیرکرد از موعد محاسبه می‌شود.',
  ),
  desk: 'commitments',
  geometry: null,
  titleField: 'name',
  fields: [
    nameField,
    {
      name: 'agreement',
      type: 'string',
      ref: 'agreements',
      indexed: true,
      title: text('Saziş', 'Agreement', 'الاتفاقية', 'توافق‌نامه'),
    },
    {
      name: 'obligor',
      type: 'string',
      ref: 'organisations',
      indexed: true,
      title: text('Öhdəlik daşıyan', 'Who promised', 'الملتزم', 'متعهد'),
    },
    { name: 'due', type: 'date', title: text('Müddət', 'Due', 'الموعد', 'موعد') },
    precisionField('due_precision'),
    {
      name: 'state',
      type: 'string',
      required: true,
      indexed: true,
      title: text('Vəziyyət', 'State', 'الحالة', 'وضعیت'),
      codes: [
        code('open', 'açıq', 'open', 'مفتوح', 'باز'),
        code('kept', 'yerinə yetirilib', 'kept', 'نُفذ', 'انجام‌شده'),
        code('withdrawn', 'geri götürülüb', 'withdrawn', 'سُحب', 'پس‌گرفته'),
        code('unknown', 'məlum deyil', 'unknown', 'غير معروف', 'نامعلوم'),
      ],
    },
    {
      name: 'fulfilled',
      type: 'date',
      title: text('Yerinə yetirilib', 'Fulfilled on', 'تاريخ التنفيذ', 'تاریخ انجام'),
    },
    {
      name: 'evidence_text',
      type: 'localized',
      title: text('Sübut barədə', 'What shows it', 'ما يثبته', 'چه چیزی نشان می‌دهد'),
    },
    noteField,
  ],
  lifecycle: {
    field: 'state',
    initial: ['open', 'kept', 'unknown'],
    transitions: {
      open: ['kept', 'withdrawn', 'unknown'],
      unknown: ['open', 'kept', 'withdrawn'],
      kept: ['open'],
      withdrawn: [],
    },
  },
  rules: [
    {
      id: 'kept-has-evidence',
      holds: "state <> 'kept' OR evidence IS NOT NULL OR evidence_text IS NOT NULL",
      sentence: text(
        'Yerinə yetirilmiş öhdəliyin sübutu olmalıdır.',
        'A commitment counts as kept only with evidence.',
        'لا يُعد الالتزام منفذًا إلا بدليل.',
        'تعهد تنها با گواه انجام‌شده به شمار می‌آید.',
      ),
    },
  ],
});
