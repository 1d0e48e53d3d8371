import type { home as english } from '../en/home.ts';
import type { Sentences } from '../sentences.ts';

/** Sentences of home and search, in Azerbaijani. */
export const home: Sentences<typeof english> = {
  'home.title': 'Ölkənin reyestrləri bir xəritədə',
  'home.lead':
    'Yer, yazı və ya reyestr tapın. Ona kimin cavabdeh olduğunu, nə vaxtdan qüvvədə olduğunu və necə dəyişdiyini görün.',
  'home.map': 'Ölkənin xəritəsi',
  'home.registers': 'Sahələr üzrə reyestrlər',
  'home.registerCount': '{count, plural, other {# reyestr}}',
  'home.recordCount': '{count, plural, other {# yazı}}',
  'home.noRegisters': 'Hələ heç bir reyestr elan edilməyib. Fayl idxal edin, burada görünəcək.',
  'search.label': 'Bütün reyestrlərdə axtarış',
  'search.placeholder': 'Yerin, yazının və ya reyestrin adı',
  'search.submit': 'Axtar',
  'search.results': '{count, plural, =0 {Heç nə tapılmadı} other {# nəticə}}',
  'search.nothing': '“{words}” üzrə heç nə tapılmadı. Daha az hərf və ya başqa yazılış sınayın.',
  'search.hint': 'Ox düymələri nəticələr arasında gəzdirir, Enter açır.',
  'search.registers': 'Reyestrlər',
};
