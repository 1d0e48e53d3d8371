import { defineRegister } from '../../kernel/register/define-register.ts';
import { placeField } from '../fields.ts';
import { text } from '../text.ts';

/** One point for every address, so that an address resolves to exactly one place. */
export const addresses = defineRegister({
  id: 'addresses',
  title: text('Ünvanlar', 'Addresses', 'العناوين', 'نشانی‌ها'),
  description: text(
    'Küçə və ev nömrəsi ilə ünvanlar; hər biri bir torpaq sahəsinə və ya binaya bağlıdır.',
    'Addresses by street and house number, each on one parcel or building.',
    'عناوين حسب الشارع ورقم المنزل، كل منها على قطعة أرض أو مبنى واحد.',
    'نشانی‌ها بر پایهٔ خیابان و شمارهٔ خانه، هر یک بر یک قطعه زمین یا ساختمان.',
  ),
  desk: 'land',
  theme: 'addresses',
  steward: 'state-service-property',
  licence: 'EUPL-1.2',
  updateCycle: 'P1D',
  geometry: 'Point',
  geometryRequired: true,
  titleField: 'label_text',
  validTime: { kind: 'interval', from: 'assigned', to: 'withdrawn' },
  fields: [
    {
      name: 'address_code',
      type: 'string',
      required: true,
      unique: true,
      pattern: '^[A-Z]{3}-[0-9]{5}-[0-9]{3}$',
      example: 'BAK-00012-003',
      title: text('Ünvan kodu', 'Address code', 'رمز العنوان', 'کد نشانی'),
    },
    {
      name: 'label_text',
      type: 'string',
      required: true,
      title: text('Ünvan', 'Address', 'العنوان', 'نشانی'),
    },
    { name: 'street', type: 'localized', required: true, title: text('Küçə', 'Street', 'الشارع', 'خیابان') },
    {
      name: 'house_number',
      type: 'string',
      required: true,
      maxLength: 10,
      title: text('Ev nömrəsi', 'House number', 'رقم المنزل', 'شمارهٔ خانه'),
    },
    placeField,
    {
      name: 'parcel',
      type: 'string',
      ref: 'parcels',
      required: true,
      indexed: true,
      title: text('Torpaq sahəsi', 'Parcel', 'قطعة الأرض', 'قطعه زمین'),
    },
    {
      name: 'building',
      type: 'string',
      ref: 'buildings',
      indexed: true,
      title: text('Bina', 'Building', 'المبنى', 'ساختمان'),
    },
    { name: 'assigned', type: 'date', title: text('Verilib', 'Assigned', 'تاريخ التخصيص', 'تاریخ تخصیص') },
    { name: 'withdrawn', type: 'date', title: text('Ləğv edilib', 'Withdrawn', 'تاريخ السحب', 'تاریخ لغو') },
  ],
  rules: [
    { kind: 'within', id: 'address-on-its-parcel', register: 'parcels', by: 'parcel', toleranceM: 0.1 },
    { kind: 'reference', id: 'parcel-of-its-time', field: 'parcel' },
  ],
});
