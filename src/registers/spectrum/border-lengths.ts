import { defineRegister } from '../../kernel/register/define-register.ts';
import { noteField } from '../fields.ts';
import { text } from '../text.ts';

/** What each publication says a border measures: they disagree, so the source and the method are kept. */
export const borderLengths = defineRegister({
  id: 'border-lengths',
  title: text('Sərhəd uzunluqları', 'Border lengths', 'أطوال الحدود', 'طول مرزها'),
  description: text(
    'Mənbələr fərqli uzunluqlar verir; hər dəyər mənbəsi və üsulu ilə saxlanılır.',
    'Publications give different lengths; each value is kept with its source and method.',
    'تعطي المصادر أطوالًا مختلفة؛ تُحفظ كل قيمة مع مصدرها وطريقتها.',
    'منابع طول‌های متفاوتی می‌دهند؛ هر مقدار با منبع و روش آن نگه داشته می‌شود.',
  ),
  desk: 'spectrum',
  theme: 'administrative-units',
  geometry: null,
  fields: [
    {
      name: 'neighbour',
      type: 'string',
      ref: 'countries',
      required: true,
      indexed: true,
      title: text('Qonşu administrasiya', 'Neighbouring administration', 'الإدارة المجاورة', 'ادارهٔ همسایه'),
    },
    {
      name: 'length_km',
      type: 'number',
      unit: 'km',
      minimum: 0,
      required: true,
      title: text('Uzunluq', 'Length', 'الطول', 'طول'),
    },
    {
      name: 'length_max_km',
      type: 'number',
      unit: 'km',
      minimum: 0,
      title: text('Yuxarı hədd', 'Upper value', 'القيمة العليا', 'مقدار بالا'),
    },
    { name: 'method', type: 'localized', required: true, title: text('Üsul', 'Method', 'الطريقة', 'روش') },
    noteField,
  ],
});
