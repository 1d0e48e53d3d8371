import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { code, text } from '../text.ts';

/** The catalogue of public services, in the terms of CPSV-AP. */
export const publicServices = defineRegister({
  id: 'public-services',
  title: text('Dövlət xidmətləri', 'Public services', 'الخدمات العامة', 'خدمات عمومی'),
  description: text(
    'Dövlət xidmətlərinin kataloqu: səlahiyyətli qurum, həyat hadisəsi, kanal və müddət.',
    'Catalogue of public services: competent authority, life event, channels and processing time.',
    'دليل الخدمات العامة: الجهة المختصة والحدث الحياتي والقنوات ومدة الإنجاز.',
    'فهرست خدمات عمومی: مرجع صلاحیت‌دار، رویداد زندگی، کانال‌ها و مدت رسیدگی.',
  ),
  desk: 'services',
  theme: 'utility-and-governmental-services',
  steward: 'asan',
  geometry: null,
  titleField: 'name',
  fields: [
    nameField,
    {
      name: 'competent_authority',
      type: 'string',
      ref: 'organisations',
      title: text('Səlahiyyətli qurum', 'Competent authority', 'الجهة المختصة', 'مرجع صلاحیت‌دار'),
    },
    {
      name: 'life_event',
      type: 'string',
      required: true,
      title: text('Həyat hadisəsi', 'Life event', 'الحدث الحياتي', 'رویداد زندگی'),
      codes: [
        code('family', 'ailə', 'family', 'الأسرة', 'خانواده'),
        code('identity', 'şəxsiyyət', 'identity', 'الهوية', 'هویت'),
        code('property', 'əmlak', 'property', 'الممتلكات', 'املاک'),
        code('business', 'biznes', 'business', 'الأعمال', 'کسب‌وکار'),
        code('work', 'iş və təqaüd', 'work and pension', 'العمل والتقاعد', 'کار و بازنشستگی'),
        code('transport', 'nəqliyyat', 'transport', 'النقل', 'حمل‌ونقل'),
        code('migration', 'miqrasiya', 'migration', 'الهجرة', 'مهاجرت'),
      ],
    },
    {
      name: 'channels',
      type: 'array',
      items: 'string',
      title: text('Kanallar', 'Channels', 'القنوات', 'کانال‌ها'),
      codes: [
        code('centre', 'mərkəz', 'centre', 'مركز', 'مرکز'),
        code('online', 'onlayn', 'online', 'عبر الإنترنت', 'برخط'),
        code('mobile', 'səyyar xidmət', 'mobile unit', 'وحدة متنقلة', 'واحد سیار'),
        code('sms', 'SMS', 'SMS', 'رسالة نصية', 'پیامک'),
      ],
    },
    {
      name: 'processing_days',
      type: 'integer',
      unit: 'd',
      minimum: 0,
      title: text(
        'İcra müddəti (iş günü)',
        'Processing time (working days)',
        'مدة الإنجاز (أيام عمل)',
        'مدت رسیدگی (روز کاری)',
      ),
    },
    noteField,
  ],
});
