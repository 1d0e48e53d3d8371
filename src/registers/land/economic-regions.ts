import { defineRegister } from '../../kernel/register/define-register.ts';
import { nameField, noteField } from '../fields.ts';
import { text } from '../text.ts';

/** The economic regions, by which balance between the capital and the rest is judged. */
export const economicRegions = defineRegister({
  id: 'economic-regions',
  title: text('İqtisadi rayonlar', 'Economic regions', 'الأقاليم الاقتصادية', 'مناطق اقتصادی'),
  description: text(
    'İqtisadi rayon bölgüsü: tərkibindəki rayon və şəhərlərdən qurulmuş kontur və əhali payı.',
    'The division into economic regions: outline dissolved from its districts and cities, and its share of the population.',
    'تقسيم الأقاليم الاقتصادية: الحدود مدمجة من مناطقها ومدنها، وحصتها من السكان.',
    'تقسیم به مناطق اقتصادی: پیرامون از ادغام شهرستان‌ها و شهرها، و سهم جمعیت.',
  ),
  desk: 'land',
  theme: 'administrative-units',
  legalBasis: text(
    'İqtisadi rayon bölgüsü haqqında 7 iyul 2021-ci il tarixli Fərman',
    'Decree of 7 July 2021 on the division into economic regions',
    'مرسوم 7 يوليو 2021 بشأن تقسيم الأقاليم الاقتصادية',
    'فرمان ۷ ژوئیهٔ ۲۰۲۱ دربارهٔ تقسیم مناطق اقتصادی',
  ),
  geometry: 'MultiPolygon',
  titleField: 'name',
  validTime: { kind: 'interval', from: 'established' },
  fields: [
    nameField,
    {
      name: 'units',
      type: 'integer',
      minimum: 1,
      title: text(
        'Rayon və şəhərlərin sayı',
        'Districts and cities',
        'عدد المناطق والمدن',
        'شمار شهرستان‌ها و شهرها',
      ),
    },
    {
      name: 'population_share_pct',
      type: 'number',
      unit: '%',
      minimum: 0,
      maximum: 100,
      title: text('Əhalinin payı', 'Share of the population', 'الحصة من السكان', 'سهم از جمعیت'),
    },
    {
      name: 'population',
      type: 'integer',
      minimum: 0,
      title: text('Əhali (hesablanmış)', 'Population (computed)', 'عدد السكان (محسوب)', 'جمعیت (محاسبه‌شده)'),
    },
    {
      name: 'population_date',
      type: 'date',
      title: text('Əhali tarixi', 'Population as of', 'تاريخ عدد السكان', 'تاریخ جمعیت'),
    },
    {
      name: 'area_km2',
      type: 'number',
      unit: 'km2',
      minimum: 0,
      title: text('Çəkilmiş sahə', 'Area as drawn', 'المساحة كما رُسمت', 'مساحت ترسیم‌شده'),
    },
    {
      name: 'established',
      type: 'date',
      title: text('Yaradılıb', 'Established', 'تاريخ الإنشاء', 'تاریخ تأسیس'),
    },
    noteField,
  ],
});
