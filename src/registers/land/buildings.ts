import { defineRegister } from '../../kernel/register/define-register.ts';
import { placeField } from '../fields.ts';
import { code, text } from '../text.ts';

/** What stands on a parcel. */
export const buildings = defineRegister({
  id: 'buildings',
  title: text('Binalar', 'Buildings', 'المباني', 'ساختمان‌ها'),
  description: text(
    'Binaların konturları: təyinat, mərtəbə sayı, tikinti ili və yerləşdiyi torpaq sahəsi.',
    'Footprints of buildings: use, storeys, year of construction and the parcel they stand on.',
    'مساقط المباني: الاستعمال وعدد الطوابق وسنة البناء والقطعة التي تقوم عليها.',
    'نقشهٔ پای ساختمان‌ها: کاربری، شمار طبقات، سال ساخت و قطعه زمین.',
  ),
  desk: 'land',
  theme: 'buildings',
  steward: 'state-service-property',
  licence: 'EUPL-1.2',
  updateCycle: 'P1M',
  geometry: 'Polygon',
  geometryRequired: true,
  titleField: 'building_code',
  validTime: { kind: 'interval', from: 'completed', to: 'demolished' },
  fields: [
    {
      name: 'building_code',
      type: 'string',
      required: true,
      unique: true,
      pattern: '^[A-Z]{3}-[0-9]{5}-[0-9]{3}-[0-9]$',
      example: 'BAK-00012-003-1',
      title: text('Bina kodu', 'Building code', 'رمز المبنى', 'کد ساختمان'),
    },
    {
      name: 'parcel',
      type: 'string',
      ref: 'parcels',
      required: true,
      indexed: true,
      title: text('Torpaq sahəsi', 'Parcel', 'قطعة الأرض', 'قطعه زمین'),
    },
    placeField,
    {
      name: 'use',
      type: 'string',
      required: true,
      title: text('Təyinat', 'Use', 'الاستعمال', 'کاربری'),
      codes: [
        code('house', 'fərdi ev', 'house', 'منزل', 'خانه'),
        code('apartments', 'çoxmənzilli ev', 'apartment building', 'عمارة سكنية', 'ساختمان آپارتمانی'),
        code('shop', 'ticarət', 'shop', 'متجر', 'فروشگاه'),
        code('public', 'ictimai bina', 'public building', 'مبنى عام', 'ساختمان عمومی'),
        code('outbuilding', 'köməkçi tikili', 'outbuilding', 'مبنى ملحق', 'بنای فرعی'),
      ],
    },
    {
      name: 'storeys',
      type: 'integer',
      minimum: 1,
      maximum: 60,
      title: text('Mərtəbə', 'Storeys', 'عدد الطوابق', 'شمار طبقات'),
    },
    {
      name: 'footprint_m2',
      type: 'number',
      unit: 'm2',
      minimum: 0,
      title: text('Oturacaq sahəsi', 'Footprint', 'مساحة المسقط', 'سطح اشغال'),
    },
    { name: 'completed', type: 'date', title: text('Tikilib', 'Completed', 'تاريخ الإنجاز', 'تاریخ ساخت') },
    { name: 'demolished', type: 'date', title: text('Sökülüb', 'Demolished', 'تاريخ الهدم', 'تاریخ تخریب') },
  ],
  rules: [
    { kind: 'within', id: 'building-on-its-parcel', register: 'parcels', by: 'parcel', toleranceM: 0.1 },
  ],
});
