import type { check as english } from '../en/check.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of the room in which a change is tried out, in Azerbaijani. */
export const check: Sentences<typeof english> = {
  'check.title': 'Dəyişikliyi yoxla',
  'check.lead':
    'Dəyişdirmək istədiyinizi bura qoyun. Server heç nə yazmadan bütün qaydaları yoxlayır, nəyin səhv olduğunu birdən deyir və çəkir.',
  'check.needsToken':
    'Dəyişikliyi sınamaq üçün serverə inzibatçı kimi müraciət olunur. Daxil olmadan onu hazırlaya və nümunəyə baxa bilərsiniz.',
  'check.change': 'Dəyişiklik',
  'check.changeHelp':
    'GeoJSON obyektlərini və ya əməliyyatların JSON massivini (create, replace, update, retire, split, merge) yapışdırın və ya bura atın.',
  'check.file': 'Fayl seç',
  'check.example': 'Nümunə göstər',
  'check.tooLarge': 'Fayl {limit} MB-dan böyükdür. Onu sınaq rejimində idxal edin.',
  'check.wrong.json': 'Bu JSON deyil. {detail}',
  'check.wrong.form':
    'Bu nə GeoJSON obyektləri, nə də hər biri “op” və “register” olan əməliyyatlar massividir.{detail}',
  'check.isBatch': '{count, plural, one {# əməliyyat} other {# əməliyyat}}',
  'check.isFeatures': '{count, plural, one {# obyekt} other {# obyekt}}',
  'check.register': 'Reyestr',
  'check.choose': 'Seçin',
  'check.meaning': 'Mənası',
  'check.meaning.create': 'Yeni yazılar',
  'check.meaning.replace': 'Eyni identifikatorlu yazıları əvəz et',
  'check.try': 'Yoxla',
  'check.trying': 'Yoxlanılır',
  'check.sound': 'Heç bir səhv yoxdur',
  'check.would':
    '{created, plural, one {# yazı} other {# yazı}} yaradılar, {changed, plural, one {# yazı} other {# yazı}} dəyişər. Hələ heç nə yazılmayıb.',
  'check.write': 'Yaz',
  'check.writing': 'Yazılır',
  'check.confirm': '{count, plural, one {# əməliyyat} other {# əməliyyat}} yazılsın?',
  'check.confirmText':
    'Hamısı birdən qüvvəyə minir. Jurnala düşən orada qalır; sonrakı dəyişiklik onu düzəldə bilər.',
  'check.legalBasis': 'Hüquqi əsas (istəyə görə)',
  'check.written': 'Yazıldı',
  'check.position': 'Jurnaldakı mövqe: {position}.',
  'check.refused': '{count, plural, =0 {Qəbul edilmədi} one {# səhv var} other {# səhv var}}',
  'check.code': 'Növ',
  'check.allCodes': 'Hamısı ({count, number})',
  'check.report': 'Hesabatı endir',
  'check.whole': 'Bütün dəyişiklik',
  'check.place': '{named, select, no {№ {number}} other {№ {number} · {name}}}',
  'check.other': '{record} yazısına bax',
  'check.showAll': 'Hamısını göstər: {count, number}',
  'check.map': 'Dəyişikliyin xəritəsi',
  'check.legend.change': 'Gətirdiyiniz',
  'check.legend.fault': 'Pozan hissə',
};
