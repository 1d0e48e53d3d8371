import { type Names, names } from './names.ts';

/** The economic regions of the decree of 7 July 2021, with their share of the population on 1 April 2025 in percent. */
export const economicRegionNames: Readonly<Record<string, { names: Names; sharePct: number }>> = {
  baku: region('Bakı | Baku | باكو | باکو', 23.0),
  nakhchivan: region('Naxçıvan | Nakhchivan | نخجوان | نخجوان', 4.6),
  'absheron-khizi': region('Abşeron-Xızı | Absheron-Khizi | أبشرون-خيزي | آبشرون-خیزی', 8.6),
  'mountainous-shirvan': region(
    'Dağlıq Şirvan | Mountainous Shirvan | شيروان الجبلية | شیروان کوهستانی',
    3.1,
  ),
  'ganja-dashkasan': region('Gəncə-Daşkəsən | Ganja-Dashkasan | كنجة-داشكسن | گنجه-داشکسن', 5.9),
  karabakh: region('Qarabağ | Karabakh | قره باغ | قره‌باغ', 7.3),
  'gazakh-tovuz': region('Qazax-Tovuz | Gazakh-Tovuz | قازاخ-توفوز | قازاخ-تووز', 6.6),
  'guba-khachmaz': region('Quba-Xaçmaz | Guba-Khachmaz | قوبا-خاتشماز | قوبا-خاچماز', 5.4),
  'lankaran-astara': region('Lənkəran-Astara | Lankaran-Astara | لنكران-أستارا | لنکران-آستارا', 9.2),
  'central-aran': region('Mərkəzi Aran | Central Aran | أران الوسطى | اران مرکزی', 7.1),
  'mil-mughan': region('Mil-Muğan | Mil-Mughan | ميل-مغان | میل-مغان', 5.2),
  'sheki-zagatala': region('Şəki-Zaqatala | Sheki-Zagatala | شكي-زاقاتالا | شکی-زاقاتالا', 6.1),
  'east-zangezur': region('Şərqi Zəngəzur | East Zangezur | زنغزور الشرقية | زنگزور شرقی', 3.0),
  'shirvan-salyan': region('Şirvan-Salyan | Shirvan-Salyan | شيروان-ساليان | شیروان-سالیان', 4.9),
};

function region(line: string, sharePct: number): { names: Names; sharePct: number } {
  return { names: names(line), sharePct };
}
