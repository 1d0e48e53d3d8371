import { type Names, names } from './names.ts';

/** Streets of the made-up quarters: trees, flowers and waters, so that nobody's street is meant. */
export const streetNames: readonly Names[] = `
Çinar küçəsi | Chinar street | شارع الدلب | خیابان چنار
Palıd küçəsi | Oak street | شارع البلوط | خیابان بلوط
Nar küçəsi | Pomegranate street | شارع الرمان | خیابان انار
Tut küçəsi | Mulberry street | شارع التوت | خیابان توت
Söyüd küçəsi | Willow street | شارع الصفصاف | خیابان بید
Lalə küçəsi | Tulip street | شارع التوليب | خیابان لاله
Nərgiz küçəsi | Narcissus street | شارع النرجس | خیابان نرگس
Bənövşə küçəsi | Violet street | شارع البنفسج | خیابان بنفشه
Qızılgül küçəsi | Rose street | شارع الورد | خیابان گل سرخ
Bulaq küçəsi | Spring street | شارع الينبوع | خیابان چشمه
Çay küçəsi | River street | شارع النهر | خیابان رود
Dağ küçəsi | Mountain street | شارع الجبل | خیابان کوه
Dərə küçəsi | Valley street | شارع الوادي | خیابان دره
Günəş küçəsi | Sun street | شارع الشمس | خیابان خورشید
Ulduz küçəsi | Star street | شارع النجمة | خیابان ستاره
Səhər küçəsi | Morning street | شارع الصباح | خیابان بامداد
Bahar küçəsi | Spring-time street | شارع الربيع | خیابان بهار
Payız küçəsi | Autumn street | شارع الخريف | خیابان پاییز
Alma küçəsi | Apple street | شارع التفاح | خیابان سیب
Heyva küçəsi | Quince street | شارع السفرجل | خیابان به
Əncir küçəsi | Fig street | شارع التين | خیابان انجیر
Zeytun küçəsi | Olive street | شارع الزيتون | خیابان زیتون
Məktəb küçəsi | School street | شارع المدرسة | خیابان مدرسه
Bağ küçəsi | Garden street | شارع الحديقة | خیابان باغ`
  .trim()
  .split('\n')
  .map(names);
