import { defineRegister } from '../../kernel/register/define-register.ts';
import { districtField, nameField, noteField } from '../fields.ts';
import { statusField } from '../status.ts';
import { code, text } from '../text.ts';

/** Where people and goods cross to a neighbouring administration. */
export const borderCrossings = defineRegister({
  id: 'border-crossings',
  title: text('Sərhəd-keçid məntəqələri', 'Border crossings', 'المعابر الحدودية', 'گذرگاه‌های مرزی'),
  description: text(
    'Keçid məntəqələri: qonşu administrasiya və nəqliyyat növü. Mövqelər təxminidir (±5 km).',
    'Crossing points: neighbouring administration and mode of transport. Positions are approximate (±5 km).',
    'نقاط العبور: الإدارة المجاورة ووسيلة النقل. المواقع تقريبية (±5 كم).',
    'نقاط گذر: ادارهٔ همسایه و نوع حمل‌ونقل. موقعیت‌ها تقریبی است (±۵ کیلومتر).',
  ),
  desk: 'infrastructure',
  theme: 'transport-networks',
  geometry: 'Point',
  titleField: 'name',
  fields: [
    nameField,
    {
      name: 'neighbour',
      type: 'string',
      ref: 'countries',
      required: true,
      indexed: true,
      title: text('Qonşu administrasiya', 'Neighbouring administration', 'الإدارة المجاورة', 'ادارهٔ همسایه'),
    },
    {
      name: 'mode',
      type: 'string',
      required: true,
      title: text('Nəqliyyat növü', 'Mode', 'وسيلة النقل', 'نوع حمل‌ونقل'),
      codes: [
        code('road', 'avtomobil', 'road', 'بري', 'جاده'),
        code('rail', 'dəmir yolu', 'rail', 'سكك حديدية', 'ریل'),
        code('road-bridge', 'avtomobil körpüsü', 'road bridge', 'جسر بري', 'پل جاده‌ای'),
      ],
    },
    districtField,
    statusField,
    {
      name: 'position_error_km',
      type: 'number',
      unit: 'km',
      minimum: 0,
      title: text('Mövqe xətası', 'Position error', 'خطأ الموقع', 'خطای موقعیت'),
    },
    noteField,
  ],
});
