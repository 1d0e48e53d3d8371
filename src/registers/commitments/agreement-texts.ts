import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField, precisionField } from '../fields.ts';
import { code, text } from '../text.ts';

/** The drafts and versions of what was agreed, each with its document. */
export const agreementTexts = defineRegister({
  id: 'agreement-texts',
  title: text('Saziş mətnləri', 'Texts of agreements', 'نصوص الاتفاقيات', 'متن‌های توافق‌نامه‌ها'),
  description: text(
    'Sazişlərin layihələri, imzalanmış mətnləri, dəyişiklikləri və tərcümələri.',
    'Drafts, signed texts, amendments and translations of agreements.',
    'مسودات الاتفاقيات ونصوصها الموقعة وتعديلاتها وترجماتها.',
    'پیش‌نویس‌ها، متن‌های امضاشده، اصلاحیه‌ها و ترجمه‌های توافق‌نامه‌ها.',
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
      required: true,
      indexed: true,
      title: text('Saziş', 'Agreement', 'الاتفاقية', 'توافق‌نامه'),
    },
    {
      name: 'stage',
      type: 'string',
      required: true,
      title: text('Mərhələ', 'Stage', 'المرحلة', 'مرحله'),
      codes: [
        code('draft', 'layihə', 'draft', 'مسودة', 'پیش‌نویس'),
        code('initialled', 'paraflanıb', 'initialled', 'مؤشر عليه', 'پاراف‌شده'),
        code('signed', 'imzalanmış mətn', 'signed text', 'نص موقع', 'متن امضاشده'),
        code('amendment', 'dəyişiklik', 'amendment', 'تعديل', 'اصلاحیه'),
        code('translation', 'tərcümə', 'translation', 'ترجمة', 'ترجمه'),
      ],
    },
    { name: 'version', type: 'string', title: text('Versiya', 'Version', 'الإصدار', 'نسخه') },
    {
      name: 'language',
      type: 'string',
      pattern: '^[a-z]{2,3}$',
      example: 'az',
      title: text('Dil (ISO 639)', 'Language (ISO 639)', 'اللغة (ISO 639)', 'زبان (ISO 639)'),
    },
    { name: 'dated', type: 'date', title: text('Tarix', 'Dated', 'التاريخ', 'تاریخ') },
    precisionField('dated_precision'),
    {
      name: 'document',
      type: 'string',
      ref: 'documents',
      title: text('Sənəd', 'Document', 'الوثيقة', 'سند'),
    },
    {
      name: 'replaces',
      type: 'string',
      ref: 'agreement-texts',
      title: text('Əvəz etdiyi mətn', 'Replaces', 'يحل محل', 'جایگزینِ'),
    },
    noteField,
  ],
});
