import { type Names, names } from './names.ts';

/** A district or city: where its outline stands in the package, its ISO code, its region and its official names. */
export interface DistrictName {
  readonly id: string;
  /** `adm1_code` of Natural Earth; empty where it has no outline. */
  readonly outline: string;
  readonly iso: string | undefined;
  readonly kind: 'district' | 'city';
  readonly region: string;
  readonly names: Names;
}

/** id, outline, ISO code after "AZ-", kind, economic region, names in az, en, ar, fa. Checked against ISO in a test. */
const table = `
aghstafa          1676 AGA d gazakh-tovuz        Ağstafa | Aghstafa | أغستافا | آغستافا
dashkasan         1677 DAS d ganja-dashkasan     Daşkəsən | Dashkasan | داشكسن | داشکسن
gadabay           1678 GAD d gazakh-tovuz        Gədəbəy | Gadabay | كدبي | گدبی
ganja             1679 GA  c ganja-dashkasan     Gəncə | Ganja | كنجة | گنجه
goygol            1680 GYG d ganja-dashkasan     Göygöl | Goygol | غويغول | گوی‌گول
goranboy          1681 GOR d ganja-dashkasan     Goranboy | Goranboy | غورانبوي | گورانبوی
kalbajar          1682 KAL d east-zangezur       Kəlbəcər | Kalbajar | كلبجر | کلبجر
mingachevir       1683 MI  c central-aran        Mingəçevir | Mingachevir | مينغاتشفير | مینگه‌چویر
gazakh            1684 QAZ d gazakh-tovuz        Qazax | Gazakh | قازاخ | قازاخ
shamkir           1685 SKR d gazakh-tovuz        Şəmkir | Shamkir | شمكير | شمکیر
samukh            1686 SMX d ganja-dashkasan     Samux | Samukh | ساموخ | ساموخ
tovuz             1687 TOV d gazakh-tovuz        Tovuz | Tovuz | توفوز | تووز
yevlakh-district           1688 YEV d central-aran        Yevlax | Yevlakh | يفلاخ | یولاخ
baku              1689 BA  c baku                Bakı | Baku | باكو | باکو
absheron          1690 ABS d absheron-khizi      Abşeron | Absheron | أبشرون | آبشرون
aghdam            1691 AGM d karabakh            Ağdam | Aghdam | أغدام | آقدام
aghdash           1692 AGS d central-aran        Ağdaş | Aghdash | أغداش | آغداش
aghsu             1693 AGU d mountainous-shirvan Ağsu | Aghsu | أغسو | آغسو
hajigabul         1694 HAC d shirvan-salyan      Hacıqabul | Hajigabul | حاجي قابول | حاجی‌قابول
astara            1695 AST d lankaran-astara     Astara | Astara | أستارا | آستارا
barda             1696 BAR d karabakh            Bərdə | Barda | بردعة | بردع
beylagan          1697 BEY d mil-mughan          Beyləqan | Beylagan | بيلقان | بیلقان
bilasuvar         1698 BIL d shirvan-salyan      Biləsuvar | Bilasuvar | بيله سوار | بیله‌سوار
jabrayil          1699 CAB d east-zangezur       Cəbrayıl | Jabrayil | جبرائيل | جبرائیل
jalilabad         1700 CAL d lankaran-astara     Cəlilabad | Jalilabad | جليل آباد | جلیل‌آباد
shabran           1701 SBN d guba-khachmaz       Şabran | Shabran | شابران | شابران
fuzuli            1702 FUZ d karabakh            Füzuli | Fuzuli | فضولي | فضولی
goychay           1703 GOY d central-aran        Göyçay | Goychay | غويتشاي | گوی‌چای
imishli           1704 IMI d mil-mughan          İmişli | Imishli | إيميشلي | ایمیشلی
ismayilli         1705 ISM d mountainous-shirvan İsmayıllı | Ismayilli | إسماعيلي | اسماعیللی
kurdamir          1706 KUR d central-aran        Kürdəmir | Kurdamir | كوردمير | کردمیر
lankaran-district 1707 LAN d lankaran-astara     Lənkəran | Lankaran | لنكران | لنکران
masalli           1708 MAS d lankaran-astara     Masallı | Masalli | ماسالي | ماسالی
lerik             1709 LER d lankaran-astara     Lerik | Lerik | ليريك | لریک
neftchala         1710 NEF d shirvan-salyan      Neftçala | Neftchala | نفتشالا | نفت‌چاله
gobustan          1711 QOB d mountainous-shirvan Qobustan | Gobustan | قوبستان | قبوستان
siyazan           1712 SIY d guba-khachmaz       Siyəzən | Siyazan | سيازان | سیازن
saatli            1713 SAT d mil-mughan          Saatlı | Saatli | ساعتلي | ساعتلی
sabirabad         1714 SAB d mil-mughan          Sabirabad | Sabirabad | صابر آباد | صابرآباد
salyan            1715 SAL d shirvan-salyan      Salyan | Salyan | ساليان | سالیان
shamakhi          1716 SMI d mountainous-shirvan Şamaxı | Shamakhi | شماخي | شماخی
sumgayit          1717 SM  c absheron-khizi      Sumqayıt | Sumgayit | سومقاييت | سومقاییت
ujar              1718 UCA d central-aran        Ucar | Ujar | أوجار | اوجار
khizi             1719 XIZ d absheron-khizi      Xızı | Khizi | خيزي | خیزی
yardimli          1720 YAR d lankaran-astara     Yardımlı | Yardimli | يارديملي | یاردیملی
zardab            1721 ZAR d central-aran        Zərdab | Zardab | زرداب | زرداب
aghjabadi         1722 AGC d karabakh            Ağcabədi | Aghjabadi | أغجابدي | آغجابدی
balakan           1723 BAL d sheki-zagatala      Balakən | Balakan | بالاكن | بالاکن
gabala            1724 QAB d sheki-zagatala      Qəbələ | Gabala | قبالا | قبله
oghuz             1725 OGU d sheki-zagatala      Oğuz | Oghuz | أوغوز | اوغوز
gakh              1726 QAX d sheki-zagatala      Qax | Gakh | قاخ | قاخ
sheki-district    1727 SAK d sheki-zagatala      Şəki | Sheki | شكي | شکی
guba              1728 QBA d guba-khachmaz       Quba | Guba | قوبا | قوبا
gusar             1729 QUS d guba-khachmaz       Qusar | Gusar | قوصار | قوسار
khachmaz          1730 XAC d guba-khachmaz       Xaçmaz | Khachmaz | خاتشماز | خاچماز
zagatala          1731 ZAQ d sheki-zagatala      Zaqatala | Zagatala | زاقاتالا | زاقاتالا
khojavand         1734 XVD d karabakh            Xocavənd | Khojavand | خوجاوند | خواجه‌وند
lachin            1735 LAC d east-zangezur       Laçın | Lachin | لاتشين | لاچین
gubadli           1736 QBI d east-zangezur       Qubadlı | Gubadli | قوبادلي | قبادلی
shusha            1737 SUS d karabakh            Şuşa | Shusha | شوشا | شوشا
tartar            1738 TAR d karabakh            Tərtər | Tartar | ترتر | ترتر
khojali           1739 XCI d karabakh            Xocalı | Khojali | خوجالي | خوجالی
zangilan          1740 ZAN d east-zangezur       Zəngilan | Zangilan | زنغيلان | زنگیلان
sadarak           2415 SAD d nakhchivan          Sədərək | Sadarak | صدرك | صدرک
ordubad           2418 ORD d nakhchivan          Ordubad | Ordubad | أردوباد | اردوباد
sharur            2419 SAR d nakhchivan          Şərur | Sharur | شرور | شرور
babek             2420 BAB d nakhchivan          Babək | Babek | بابك | بابک
julfa             2421 CUL d nakhchivan          Culfa | Julfa | جلفا | جلفا
nakhchivan        2422 NV  c nakhchivan          Naxçıvan | Nakhchivan | نخجوان | نخجوان
shahbuz           2423 SAH d nakhchivan          Şahbuz | Shahbuz | شاهبوز | شاهبوز
khankendi         4838 XA  c karabakh            Xankəndi | Khankendi | خانكندي | خانکندی
naftalan          5561 NA  c ganja-dashkasan     Naftalan | Naftalan | نفتالان | نفتالان
lankaran          5562 LA  c lankaran-astara     Lənkəran | Lankaran | لنكران | لنکران
shirvan           5563 SR  c shirvan-salyan      Şirvan | Shirvan | شيروان | شیروان
sheki             5564 SA  c sheki-zagatala      Şəki | Sheki | شكي | شکی
yevlakh           5566 YE  c central-aran        Yevlax | Yevlakh | يفلاخ | یولاخ
kangarli          5567 KAN d nakhchivan          Kəngərli | Kangarli | كنغرلي | کنگرلی
aghdara           -    -   d karabakh            Ağdərə | Aghdara | أغدره | آق‌دره
`;

export const districtNames: readonly DistrictName[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [, id, outline, iso, kind, region, rest] = /^(\S+)\s+(\S+)\s+(\S+)\s+(\S)\s+(\S+)\s+(.+)$/.exec(
      line,
    )!;
    return {
      id: id!,
      outline: outline === '-' ? '' : `AZE-${outline}`,
      iso: iso === '-' ? undefined : `AZ-${iso}`,
      kind: kind === 'c' ? 'city' : 'district',
      region: region!,
      names: names(rest!),
    };
  });

/** Outlines of the package that are parts of a unit above: the town of Shusha belongs to its district. */
export const outlineParts: Readonly<Record<string, readonly string[]>> = { 'AZE-1737': ['AZE-5565'] };
