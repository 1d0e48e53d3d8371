import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, precisionField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { code, text } from '../text.ts';

/** What was agreed, between whom and when; commitments hang on it. */
export const agreements = defineRegister({
  id: 'agreements',
  title: text('Sazişlər', 'Agreements', 'الاتفاقيات', 'توافق‌نامه‌ها'),
  description: text(
    'Sazişlər, protokollar, memorandumlar və müqavilələr: tərəflər, tarix və vəziyyət.',
    'Agreements, protocols, memoranda and contracts: parties, date and state.',
    'الاتفاقيات والبروتوكولات والمذكرات والعقود: الأطراف والتاريخ والحالة.',
    'توافق‌نامه‌ها، پروتکل‌ها، یادداشت‌ها و قراردادها: طرف‌ها، تاریخ و وضعیت.',
  ),
  desk: 'commitments',
  geometry: null,
  titleField: 'name',
  validTime: { kind: 'interval', from: 'signed' },
  fields: [
    nameField,
    {
      name: 'kind',
      type: 'string',
      required: true,
      title: text('Növ', 'Kind', 'النوع', 'نوع'),
      codes: [
        code('agreement', 'saziş', 'agreement', 'اتفاقية', 'توافق‌نامه'),
        code('protocol', 'protokol', 'protocol', 'بروتوكول', 'پروتکل'),
        code('memorandum', 'memorandum', 'memorandum', 'مذكرة تفاهم', 'یادداشت تفاهم'),
        code('contract', 'müqavilə', 'contract', 'عقد', 'قرارداد'),
        code('loan', 'kredit', 'loan', 'قرض', 'وام'),
        code(
          'meeting',
          'görüş və birgə iş',
          'meeting or joint work',
          'اجتماع أو عمل مشترك',
          'نشست یا کار مشترک',
        ),
        code('announcement', 'elan', 'announcement', 'إعلان', 'اعلام'),
      ],
    },
    { name: 'subject', type: 'localized', title: text('Mövzu', 'Subject', 'الموضوع', 'موضوع') },
    {
      name: 'parties',
      type: 'array',
      items: 'string',
      ref: 'organisations',
      title: text('Tərəflər', 'Parties', 'الأطراف', 'طرف‌ها'),
    },
    { name: 'signed', type: 'date', title: text('İmzalanıb', 'Signed', 'تاريخ التوقيع', 'تاریخ امضا') },
    precisionField('signed_precision'),
    {
      name: 'reported',
      type: 'date',
      title: text('Xəbər verilib', 'Reported', 'تاريخ النشر', 'تاریخ گزارش'),
    },
    { name: 'ended', type: 'date', title: text('Qüvvədən düşüb', 'Ended', 'تاريخ الانتهاء', 'تاریخ پایان') },
    {
      name: 'replaces',
      type: 'string',
      ref: 'agreements',
      title: text('Əvəz etdiyi sənəd', 'Replaces', 'يحل محل', 'جایگزینِ'),
    },
    { name: 'amount', type: 'number', minimum: 0, title: text('Məbləğ', 'Amount', 'المبلغ', 'مبلغ') },
    {
      name: 'currency',
      type: 'string',
      pattern: '^[A-Z]{3}$',
      example: 'AZE',
      title: text('Valyuta (ISO 4217)', 'Currency (ISO 4217)', 'العملة (ISO 4217)', 'ارز (ISO 4217)'),
    },
    noteField,
  ],
  rules: [notBefore('ended', 'signed')],
});
