import { defineCatalogue } from '../catalogue.ts';

/** Words of the pages of releases. */
export const releasesMessages = defineCatalogue({
  en: {
    'releases.title': 'Releases',
    'releases.lead':
      'Signed copies of registers at a position of the log. The same position gives the same bytes on any machine, and each can be checked from its own files.',
    'releases.none': 'Nothing has been released yet.',
    'releases.registers': 'Registers',
    'releases.records': 'Records',
    'releases.position': 'Position in the log',
    'releases.recorded': 'Recorded',
    'releases.files': 'Files',
    'releases.size': 'Bytes',
    'releases.verify': 'To check it',
    'releases.withdrawn': 'Withdrawn on {at}: {reason}',
    'releases.one': 'Release {id}',
  },
  az: {
    'releases.title': 'Buraxılışlar',
    'releases.lead':
      'Reyestrlərin jurnalın müəyyən yerindəki imzalanmış surətləri. Eyni yer istənilən maşında eyni baytları verir və hər biri öz faylları ilə yoxlanıla bilir.',
    'releases.none': 'Hələ heç nə buraxılmayıb.',
    'releases.registers': 'Reyestrlər',
    'releases.records': 'Yazılar',
    'releases.position': 'Jurnaldakı yeri',
    'releases.recorded': 'Yazılıb',
    'releases.files': 'Fayllar',
    'releases.size': 'Bayt',
    'releases.verify': 'Yoxlamaq üçün',
    'releases.withdrawn': '{at} tarixində geri çağırılıb: {reason}',
    'releases.one': '{id} buraxılışı',
  },
  ar: {
    'releases.title': 'الإصدارات',
    'releases.lead':
      'نسخ موقّعة من السجلات عند موضع من اليومية. الموضع نفسه يعطي البايتات نفسها على أي جهاز، ويمكن التحقق من كل إصدار من ملفاته وحدها.',
    'releases.none': 'لم يصدر شيء بعد.',
    'releases.registers': 'السجلات',
    'releases.records': 'القيود',
    'releases.position': 'الموضع في اليومية',
    'releases.recorded': 'سُجّل',
    'releases.files': 'الملفات',
    'releases.size': 'بايت',
    'releases.verify': 'للتحقق منه',
    'releases.withdrawn': 'سُحب في {at}: {reason}',
    'releases.one': 'الإصدار {id}',
  },
  fa: {
    'releases.title': 'انتشارها',
    'releases.lead':
      'رونوشت‌های امضاشدهٔ دفترها در جایی از روزنامه. همان جا در هر رایانه‌ای همان بایت‌ها را می‌دهد و هر انتشار از پرونده‌های خودش بررسی‌پذیر است.',
    'releases.none': 'هنوز چیزی منتشر نشده است.',
    'releases.registers': 'دفترها',
    'releases.records': 'رکوردها',
    'releases.position': 'جای آن در روزنامه',
    'releases.recorded': 'ثبت‌شده',
    'releases.files': 'پرونده‌ها',
    'releases.size': 'بایت',
    'releases.verify': 'برای بررسی آن',
    'releases.withdrawn': 'در {at} بازپس گرفته شد: {reason}',
    'releases.one': 'انتشار {id}',
  },
});
