import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, precisionField } from '../fields.ts';
import { code, text } from '../text.ts';
import { eventKindCodes } from './event-kinds.ts';

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
    {
      name: 'beneficiaries',
      type: 'array',
      items: 'string',
      ref: 'organisations',
      title: text('Kimə', 'To whom', 'لمن', 'به سود چه کسی'),
    },
    {
      name: 'clause',
      type: 'string',
      maxLength: 100,
      title: text('Bənd', 'Clause', 'البند', 'بند'),
    },
    {
      name: 'promised',
      type: 'date',
      title: text('Vəd edilib', 'Promised on', 'تاريخ التعهد', 'تاریخ تعهد'),
    },
    { name: 'due', type: 'date', title: text('Müddət', 'Due', 'الموعد', 'موعد') },
    precisionField('due_precision'),
    {
      name: 'condition',
      type: 'localized',
      title: text('Şərt', 'Condition', 'الشرط', 'شرط'),
      description: text(
        'Öhdəlik nə baş verəndə müddəti başlayır, məsələn "nazirlər görüşəndə".',
        'What makes it due, for example "when the ministers meet".',
        'ما يجعله مستحقًا، مثل «عند اجتماع الوزراء».',
        'چه چیزی آن را سررسید می‌کند، مانند «هنگامی که وزیران دیدار کنند».',
      ),
    },
    {
      name: 'condition_kind',
      type: 'string',
      title: text('Şərt olan hadisə', 'Event of the condition', 'حدث الشرط', 'رویداد شرط'),
      codes: eventKindCodes,
    },
    {
      name: 'condition_after',
      type: 'string',
      pattern: '^P\\d{1,4}[DWMY]$',
      example: 'P3M',
      title: text(
        'Hadisədən sonra (ISO 8601)',
        'After the event (ISO 8601)',
        'بعد الحدث (ISO 8601)',
        'پس از رویداد (ISO 8601)',
      ),
    },
    {
      name: 'state',
      type: 'string',
      indexed: true,
      title: text('Bildirilən vəziyyət', 'State, as stated', 'الحالة كما ذُكرت', 'وضعیت، چنان‌که گفته شده'),
      description: text(
        'Vəziyyət hadisələrdən və sübutdan hesablanır; bu, yalnız kiminsə dediyidir.',
        'The status is computed from events and evidence; this is only what somebody says.',
        'تُحسب الحالة من الأحداث والأدلة؛ وهذا ما يقوله أحدهم فقط.',
        'وضعیت از رویدادها و گواه محاسبه می‌شود؛ این تنها گفتهٔ کسی است.',
      ),
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
      id: 'condition-has-its-event',
      holds: 'condition_after IS NULL OR condition_kind IS NOT NULL',
      sentence: text(
        'Müddət hansı hadisədən sonra başladığını bildirməlidir.',
        'A period after an event names the event.',
        'تُذكر مع المدة الواقعة بعد حدث ما هو ذلك الحدث.',
        'مدتِ پس از رویداد باید آن رویداد را نام ببرد.',
      ),
    },
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
