import { defineRegister } from '../../kernel/register/define-register.ts';
import { districtField, placeField } from '../fields.ts';
import { notBefore } from '../rules.ts';
import { code, text } from '../text.ts';

/** Land by parcel: the ground under every permit, building and right. */
export const parcels = defineRegister({
  id: 'parcels',
  title: text('Torpaq sahələri', 'Parcels', 'قطع الأراضي', 'قطعات زمین'),
  description: text(
    'Kadastr sahələri: nömrə, istifadə, hüquq növü və sahə. Nümunə sahələri sintetikdir.',
    'Cadastral parcels: number, use, kind of right and area. The parcels of the demonstration are synthetic.',
    'القطع المساحية: الرقم والاستعمال ونوع الحق والمساحة. قطع العرض التوضيحي اصطناعية.',
    'قطعات کاداستر: شماره، کاربری، نوع حق و مساحت. قطعات نمونه ساختگی‌اند.',
  ),
  desk: 'land',
  theme: 'cadastral-parcels',
  steward: 'state-service-property',
  legalBasis: text(
    'Elektron torpaq kadastrı haqqında 7 mart 2016-cı il tarixli fərman (auksion.gov.az 5231).',
    'Decree of 7 March 2016 on the electronic land cadastre (auksion.gov.az 5231).',
    'مرسوم 7 مارس 2016 بشأن السجل المساحي الإلكتروني للأراضي (auksion.gov.az 5231).',
    'فرمان ۷ مارس ۲۰۱۶ دربارهٔ کاداستر الکترونیکی زمین (auksion.gov.az 5231).',
  ),
  licence: 'EUPL-1.2',
  updateCycle: 'P1D',
  keywords: [text('kadastr', 'cadastre', 'مساحة الأراضي', 'کاداستر'), text('torpaq', 'land', 'أرض', 'زمین')],
  geometry: 'Polygon',
  geometryRequired: true,
  titleField: 'cadastral_number',
  validTime: { kind: 'interval', from: 'registered', to: 'cancelled' },
  fields: [
    {
      name: 'cadastral_number',
      type: 'string',
      required: true,
      unique: true,
      pattern: '^[A-Z]{3}-[0-9]{5}-[0-9]{3}$',
      example: 'BAK-00012-003',
      title: text('Kadastr nömrəsi', 'Cadastral number', 'الرقم المساحي', 'شمارهٔ کاداستر'),
    },
    placeField,
    districtField,
    {
      name: 'land_use',
      type: 'string',
      required: true,
      indexed: true,
      title: text('İstifadə', 'Land use', 'استعمال الأرض', 'کاربری زمین'),
      codes: [
        code('residential', 'yaşayış', 'residential', 'سكني', 'مسکونی'),
        code('apartment', 'çoxmənzilli', 'apartments', 'شقق سكنية', 'آپارتمانی'),
        code('commercial', 'kommersiya', 'commercial', 'تجاري', 'تجاری'),
        code('public', 'ictimai', 'public', 'عام', 'عمومی'),
        code('green', 'yaşıllıq', 'green space', 'مساحة خضراء', 'فضای سبز'),
        code('farm', 'həyətyanı təsərrüfat', 'smallholding', 'حيازة زراعية', 'خرده‌زراعی'),
      ],
    },
    {
      name: 'right',
      type: 'string',
      title: text('Hüquq növü', 'Kind of right', 'نوع الحق', 'نوع حق'),
      codes: [
        code('private', 'xüsusi mülkiyyət', 'private ownership', 'ملكية خاصة', 'مالکیت خصوصی'),
        code('municipal', 'bələdiyyə mülkiyyəti', 'municipal ownership', 'ملكية بلدية', 'مالکیت شهرداری'),
        code('state', 'dövlət mülkiyyəti', 'state ownership', 'ملكية الدولة', 'مالکیت دولتی'),
        code('lease', 'icarə', 'lease', 'إيجار', 'اجاره'),
      ],
    },
    {
      name: 'area_m2',
      type: 'number',
      unit: 'm2',
      minimum: 0,
      required: true,
      title: text('Sahə', 'Area', 'المساحة', 'مساحت'),
    },
    {
      name: 'holder',
      type: 'string',
      secrecy: 'restricted',
      title: text('Hüquq sahibi', 'Holder of the right', 'صاحب الحق', 'دارندهٔ حق'),
    },
    {
      name: 'registered',
      type: 'date',
      title: text('Qeydiyyat tarixi', 'Registered', 'تاريخ التسجيل', 'تاریخ ثبت'),
    },
    {
      name: 'cancelled',
      type: 'date',
      title: text('Ləğv tarixi', 'Cancelled', 'تاريخ الإلغاء', 'تاریخ ابطال'),
    },
  ],
  rules: [
    notBefore('cancelled', 'registered'),
    { kind: 'no-overlap', id: 'parcels-do-not-overlap' },
    // The lines of districts are drawn for the scale of the country; the lines of parcels are not.
    {
      kind: 'within',
      id: 'parcel-in-its-district',
      register: 'administrative-districts',
      by: 'district',
      toleranceM: 200,
    },
    { kind: 'reference', id: 'district-of-its-time', field: 'district' },
  ],
  lineage: { toleranceM2: 1 },
});
