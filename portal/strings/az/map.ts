import type { map as english } from '../en/map.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of maps, in Azerbaijani. */
export const map: Sentences<typeof english> = {
  'map.region': 'Xəritə',
  'map.loading': 'Xəritə yüklənir',
  'map.failed': 'Xəritə bu brauzerdə çəkilə bilmir. Eyni yazılar cədvəldədir.',
  'map.together':
    '{total, plural, one {# yazı} other {# yazı}}. Sıx yerlərdə birlikdə çəkilir: hər birini görmək üçün yaxınlaşdırın.',
  'map.all': '{total, plural, =0 {Burada yazı yoxdur} other {# yazı göstərilir}}',
  'map.legend': 'Şərti işarələr',
  'map.updating': 'Yenilənir',
  'map.open': 'Yazını aç',
  'map.close': 'Bağla',
  'map.fit': 'Hamısını göstər',
  'map.zoomIn': 'Yaxınlaşdır',
  'map.zoomOut': 'Uzaqlaşdır',
  'map.north': 'Şimal yuxarı',
  'map.wheel': 'Xəritəni yaxınlaşdırmaq üçün Ctrl basılı halda fırladın',
  'map.wheelMac': 'Xəritəni yaxınlaşdırmaq üçün ⌘ basılı halda fırladın',
  'map.touch': 'Xəritəni iki barmaqla hərəkət etdirin',
  'map.limitToView': 'Yalnız xəritədə görünənlər',
  'map.noPlace': 'Bu reyestrin yazılarının xəritədə yeri yoxdur.',
  'map.recordWithoutPlace': 'Bu yazının xəritədə yeri yoxdur.',
};
