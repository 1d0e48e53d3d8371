import { districtNames } from './districts.ts';
import { type Names, names } from './names.ts';

export type PlaceKind = 'capital' | 'city' | 'town' | 'village';

/** A place of the pack: its number at GeoNames, from which only the position is taken, and its official names. */
export interface PlaceName {
  readonly id: string;
  readonly geonamesId: number;
  readonly kind: PlaceKind;
  /** Id of its district where the indicative outline would say otherwise; by default the outline it lies in. */
  readonly district: string | undefined;
  readonly names: Names;
}

/** Centres of districts and cities by GeoNames number; they carry the names of their unit. */
const centres = `
587084 baku 586523 ganja 584923 sumgayit 147622 lankaran 584649 yevlakh 585514 mingachevir 147288 saatli
148565 shirvan 147429 nakhchivan 585170 sheki 146970 khankendi 148619 aghdam 587057 barda 584717 khachmaz
147271 salyan 148290 jalilabad 585152 shamkir 586427 goychay 587384 aghjabadi 147982 imishli 585156 shamakhi
585187 sabirabad 148106 fuzuli 587378 aghdash 586763 shabran 585225 hajigabul 585221 guba 585763 kurdamir
585226 gazakh 147105 shusha 147425 neftchala 584596 zagatala 584871 tartar 148340 bilasuvar 584716 goygol
587361 aghsu 585220 gusar 584791 ujar 148354 beylagan 148445 astara 586318 ismayilli 584821 tovuz
587362 aghstafa 585227 gakh 585231 gabala 148251 julfa 584586 zardab 586765 dashkasan 147368 ordubad
147552 masalli 587070 balakan 586573 gadabay 586268 kalbajar 148141 jabrayil 146901 zangilan 586430 goranboy
146858 sharur 147611 lerik 585400 naftalan 147305 gubadli 585333 oghuz 585177 samukh 147774 khojali
146969 khojavand 146961 yardimli 585570 gobustan 147278 shahbuz 147625 lachin 587379 aghdara`;

/** Other towns and villages: GeoNames number, id, kind, names in az, en, ar, fa. */
const others = `
585915 khirdalan      city    Xırdalan | Khirdalan | خيردالان | خیردالان
585103 garachukhur    town    Qaraçuxur | Garachukhur | قره تشوخور | قره‌چوخور
824003 bakikhanov     town    Bakıxanov | Bakikhanov | باكيخانوف | باکیخانوف
587078 bilajari       town    Biləcəri | Bilajari | بيلاجاري | بیلاجری
585557 mashtagha      town    Maştağa | Mashtagha | ماشتاغا | ماشتاغا
586429 hovsan         town    Hövsan | Hovsan | هوفسان | هوسان
585630 lokbatan       town    Lökbatan | Lokbatan | لوكباتان | لوک‌باتان
587261 amirjan        town    Əmircan | Amirjan | أميرجان | امیرجان
586925 buzovna        town    Buzovna | Buzovna | بوزوفنا | بوزوونا
586968 bina           town    Binə | Bina | بينه | بینه
584614 zabrat         town    Zabrat | Zabrat | زابرات | زابرات
585184 sabunchu       town    Sabunçu | Sabunchu | صابونتشو | صابونچو
585379 haji-zeynalabdin town  Hacı Zeynalabdin | Haji Zeynalabdin | حاجي زين العابدين | حاجی زین‌العابدین
586340 yeni-surakhani town    Yeni Suraxanı | Yeni Surakhani | يني سوراخاني | ینی سوراخانی
585568 mardakan       town    Mərdəkan | Mardakan | مردكان | مردکان
586967 binagadi       town    Binəqədi | Binagadi | بينه غدي | بینه‌قدی
584715 khudat         city    Xudat | Khudat | خودات | خودات
587207 pirallahi      town    Pirallahı | Pirallahi | بير الله | پیراللهی
585223 gobustan-baku  town    Qobustan | Gobustan | قوبستان | قبوستان
146862 goytapa        city    Göytəpə | Goytapa | غوي تبه | گوی‌تپه
863761 badamdar       town    Badamdar | Badamdar | بادامدار | بادامدار
587071 balakhani      town    Balaxanı | Balakhani | بالاخاني | بالاخانی
585145 saray          town    Saray | Saray | سراي | سرای
584562 zira           town    Zirə | Zira | زيره | زیره
584792 turkan         town    Türkan | Turkan | توركان | تورکان
587319 aliabad        town    Əliabad | Aliabad | علي آباد | علی‌آباد
586971 bilgah         town    Bilgəh | Bilgah | بيلغه | بیلگه
863732 ramana         town    Ramana | Ramana | رامانا | رامانا
586631 jorat          town    Corat | Jorat | جورات | جورات
585388 nardaran       town    Nardaran | Nardaran | نارداران | نارداران
586692 zayam          town    Zəyəm | Zayam | زيم | زیم
585838 gobu           town    Qobu | Gobu | قوبو | قوبو
148375 banka          town    Banka | Banka | بانكا | بانکا
824050 aran           town    Aran | Aran | أران | اران
147504 minjivan       town    Mincivan | Minjivan | مينجيفان | مینجیوان
148323 boradigah      town    Boradigah | Boradigah | بوراديغاه | بوره‌دیگاه
586652 jeyranbatan    town    Ceyranbatan | Jeyranbatan | جيرانباتان | جیران‌باتان
585940 khojasan       town    Xocəsən | Khojasan | خوجه سن | خوجه‌سن
807231 mughan         town    Muğan | Mughan | مغان | مغان
147307 garachala      town    Qaraçala | Garachala | قره تشالا | قره‌چاله
585146 sangachal      town    Sanqaçal | Sangachal | سنغتشال | سنگ‌چال
147784 khilli         town    Xıllı | Khilli | خيلي | خیللی
585892 gilazi         town    Giləzi | Gilazi | غيلازي | گیلازی
586736 digah          village Digah | Digah | ديغاه | دیگاه
148003 horadiz        city    Horadiz | Horadiz | هوراديز | هورادیز
586289 gala           town    Qala | Gala | قالا | قالا
148105 hadrut         town    Hadrut | Hadrut | هادروت | هادروت
586368 guzdek         town    Güzdək | Guzdek | غوزدك | گوزدک
584991 shuraabad      village Şuraabad | Shuraabad | شورى آباد | شورآباد
586717 dondar-gushchu village Dondar Quşçu | Dondar Gushchu | دوندار قوشتشو | دوندار قوشچو
586294 gakh-ingiloy   village Qax İngiloy | Gakh Ingiloy | قاخ إنغيلوي | قاخ اینگیلوی
147727 kizhaba        village Kijəbə | Kizhaba | كيجبه | کیژبه`;

/** Towns near a line of the small-scale outlines that would fall on its wrong side. */
const belongsTo: Readonly<Record<string, string>> = {
  khirdalan: 'absheron',
  digah: 'absheron',
  guzdek: 'absheron',
  gobu: 'absheron',
  jorat: 'sumgayit',
  garachala: 'salyan',
  pirallahi: 'baku',
};

export const placeNames: readonly PlaceName[] = [...centrePlaces(), ...otherPlaces()];

function* centrePlaces(): Iterable<PlaceName> {
  for (const [, number, id] of centres.matchAll(/(\d+) ([a-z-]+)/g)) {
    const unit = districtNames.find((district) => district.id === id);
    if (!unit) throw new Error(`no district ${id}`);
    const kind = id === 'baku' ? 'capital' : 'city';
    yield { id: id!, geonamesId: Number(number), kind, district: id, names: unit.names };
  }
}

function* otherPlaces(): Iterable<PlaceName> {
  for (const line of others.trim().split('\n')) {
    const [, number, id, kind, rest] = /^(\d+) (\S+)\s+(\S+)\s+(.+)$/.exec(line)!;
    yield {
      id: id!,
      geonamesId: Number(number),
      kind: kind as PlaceKind,
      district: belongsTo[id!],
      names: names(rest!),
    };
  }
}
