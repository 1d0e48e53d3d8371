import type { map as english } from '../en/map.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of maps, in Arabic. */
export const map: Sentences<typeof english> = {
  'map.region': 'الخريطة',
  'map.loading': 'جارٍ تحميل الخريطة',
  'map.failed': 'لا يمكن رسم الخريطة في هذا المتصفح. الجدول يعرض القيود نفسها.',
  'map.together':
    '{total, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}. حيث تتقارب تُرسم معًا: كبّر الخريطة لترى كلًّا منها.',
  'map.all':
    '{total, plural, =0 {لا قيود هنا} one {يظهر قيد واحد} two {يظهر قيدان} few {تظهر # قيود} many {يظهر # قيدًا} other {يظهر # قيد}}',
  'map.legend': 'مفتاح الخريطة',
  'map.updating': 'جارٍ التحديث',
  'map.open': 'افتح القيد',
  'map.close': 'إغلاق',
  'map.fit': 'أظهر الكل',
  'map.zoomIn': 'تقريب',
  'map.zoomOut': 'إبعاد',
  'map.north': 'الشمال إلى أعلى',
  'map.wheel': 'اضغط Ctrl مع التمرير لتقريب الخريطة',
  'map.wheelMac': 'اضغط ⌘ مع التمرير لتقريب الخريطة',
  'map.touch': 'حرّك الخريطة بإصبعين',
  'map.limitToView': 'ما تعرضه الخريطة فقط',
  'map.noPlace': 'ليس لقيود هذا السجل موضع على الخريطة.',
  'map.recordWithoutPlace': 'ليس لهذا القيد موضع على الخريطة.',
};
