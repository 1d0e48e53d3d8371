import type { frame as english } from '../en/frame.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of the frame around every room, in Azerbaijani. */
export const frame: Sentences<typeof english> = {
  'app.tagline': 'Milli məkan məlumatları sistemi',
  'app.skip': 'Məzmuna keç',
  'app.registers': 'Reyestrlər',
  'app.rooms': 'Sistemin bölmələri',
  'app.api': 'Açıq API',
  'app.language': 'Dil',
  'app.theme': 'Görünüş',
  'theme.auto': 'Cihazda olduğu kimi',
  'theme.light': 'Açıq',
  'theme.dark': 'Tünd',
  'footer.sources': 'Mənbələr',
  'footer.map':
    'Xəritə bu sistemin reyestrlərindən çəkilib. Sərhəd xətləri tənzimləndiyi kimidir və göstərici xarakterlidir.',
  'footer.labels':
    'Hər yazı real, törəmə, təxmini və ya sintetik olduğunu və haradan götürüldüyünü bildirir.',
  'footer.machines': 'Hər səhifənin ünvanı insan və proqram üçün eynidir.',
  'desk.land': 'Torpaq və ünvanlar',
  'desk.permits': 'İcazələr',
  'desk.observation': 'Yerin müşahidəsi',
  'desk.infrastructure': 'İnfrastruktur',
  'desk.spectrum': 'Radiotezlik spektri',
  'desk.commitments': 'Öhdəliklər',
  'desk.services': 'Xidmətlər',
  'desk.other': 'Digər reyestrlər',
  'state.loading': 'Yüklənir',
  'state.retry': 'Yenidən sına',
  'state.home': 'Ana səhifəyə',
  'state.notFound': 'Bu ünvanda heç nə yoxdur',
  'state.notFoundText':
    'Yazının və ya reyestrin adı başqa ola bilər, yaxud soruşduğunuz vaxtda mövcud olmayıb.',
  'state.unreachable': 'Server cavab vermir',
  'state.unreachableText': 'Bağlantını yoxlayın. Gördükləriniz olduğu kimi qalır, heç nə itməyib.',
  'state.refused': 'Server bu sorğunu qəbul etmədi',
  'state.failed': 'Nəsə alınmadı',
  'state.failedText': 'Səhifə göstərilə bilmədi. Yenidən yükləmək kömək edə bilər.',
};
