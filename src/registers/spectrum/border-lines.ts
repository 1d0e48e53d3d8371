import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { text } from '../text.ts';

/** Border lines as configured by the operator; field strength is predicted and measured at their vertices. */
export const borderLines = defineRegister({
  id: 'border-lines',
  title: text(
    'Konfiqurasiya edilmiş sərhəd xətləri',
    'Border lines as configured',
    'خطوط الحدود كما هي مضبوطة',
    'خطوط مرزی طبق پیکربندی',
  ),
  description: text(
    'Tezlik əlaqələndirməsində istifadə olunan göstərici xətlər; razılaşdırılmış xətti operator yükləyir.',
    'Indicative lines for frequency coordination; the operator uploads the agreed line.',
    'خطوط إرشادية لتنسيق الترددات؛ يقوم المشغل بتحميل الخط المتفق عليه.',
    'خطوط راهنما برای هماهنگی فرکانس؛ خط توافق‌شده را بهره‌بردار بارگذاری می‌کند.',
  ),
  desk: 'spectrum',
  theme: 'administrative-units',
  geometry: 'MultiLineString',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'agreed' },
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
      name: 'length_km',
      type: 'number',
      unit: 'km',
      minimum: 0,
      title: text('Çəkilmiş uzunluq', 'Length as drawn', 'الطول كما رُسم', 'طول ترسیم‌شده'),
    },
    {
      name: 'vertices',
      type: 'integer',
      minimum: 2,
      title: text('Təpə nöqtələri', 'Vertices', 'عدد الرؤوس', 'شمار رأس‌ها'),
    },
    { name: 'version', type: 'string', required: true, title: text('Versiya', 'Version', 'الإصدار', 'نسخه') },
    {
      name: 'is_agreed',
      type: 'boolean',
      title: text('Tərəflər razılaşıb', 'Agreed by both sides', 'متفق عليه من الطرفين', 'مورد توافق دو طرف'),
    },
    {
      name: 'agreed',
      type: 'date',
      title: text('Razılaşma tarixi', 'Agreed on', 'تاريخ الاتفاق', 'تاریخ توافق'),
    },
    noteField,
  ],
});
