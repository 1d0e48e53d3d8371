import type { formats as english } from '../en/formats.ts';

export const formats: Record<keyof typeof english, string> = {
  'problem.not-json': 'این JSON نیست: {reason} (بایت {byte}). یک شیء کامل JSON انتظار می‌رود.',
  'problem.not-a-feature':
    'به جای GeoJSON Feature مقدار {value} یافت شد؛ شیئی لازم است که “type” آن “Feature” باشد.',
  'problem.not-utf8':
    'متن UTF-8 نیست (از بایت {byte}). فایل را با UTF-8 ذخیره کنید یا کدگذاری آن را بنویسید.',
  'problem.characters-lost':
    'به نظر می‌رسد حروفی در {field} از دست رفته است: «{value}». کدگذاری درست را بنویسید یا متن را در منبع اصلاح کنید.',
  'problem.encoding-lacks-letters':
    'کدگذاری {file} برابر {encoding} است که {letters} ندارد: شاید این حرف‌ها در نام‌ها نباشند. آن را دوباره با UTF-8 صادر کنید.',
  'problem.coordinate-not-a-number': 'مقدار یک مختصه {value} است؛ باید عدد باشد.',
  'problem.coordinate-out-of-range':
    '{value} روی زمین نیست: طول جغرافیایی از ‎−180 تا 180 و عرض از ‎−90 تا 90 است.',
  'problem.axes-swapped-suspected': 'شاید در {value} عرض پیش از طول آمده است؛ با جابه‌جایی {swapped} می‌شود.',
  'problem.geometry-malformed': 'ساختار هندسه درست نیست: به جای {expected} مقدار {value} یافت شد.',
  'problem.geometry-type-unknown':
    '{value} نوع هندسه نیست. از Point، LineString، Polygon، شکل‌های Multi آن‌ها یا GeometryCollection استفاده کنید.',
  'problem.geometry-type-unsupported':
    'این نوع هندسه پذیرفته نیست ({reason}). منحنی‌ها را به پاره‌خط تبدیل کنید.',
  'problem.geometry-invalid':
    'هندسه معتبر نیست: {reason} در {place}. آن را اصلاح کنید یا با ترمیم وارد کنید.',
  'problem.geometry-not-decoded': 'هندسه خوانده نمی‌شود: {reason}. ‏WKT یا WKB انتظار می‌رود.',
  'problem.ring-not-closed':
    'حلقه‌ای در {first} آغاز و در {last} پایان می‌یابد؛ باید در نقطهٔ آغاز پایان یابد. ورود با ترمیم آن را می‌بندد.',
  'problem.too-few-points': '{count} نقطه وجود دارد؛ دست‌کم {needed} نقطه لازم است.',
  'problem.value-not-of-type': 'مقدار «{value}» در {field} از نوع {type} نیست.',
  'problem.columns-missing': 'این ردیف {count} ستون دارد، ولی سرستون {expected} ستون دارد.',
  'problem.columns-too-many':
    'این ردیف {count} ستون دارد، ولی سرستون فقط {expected} ستون دارد. متن دارای جداکننده باید در گیومه باشد.',
  'problem.crs-missing': '{file} سامانهٔ مختصات خود را نمی‌گوید ({part}). آن را بنویسید، مثلاً EPSG:32639.',
  'problem.crs-assumed':
    '{file} سامانهٔ مختصات خود را نمی‌گوید ({part})؛ EPSG:{epsg} در نظر گرفته شد. اگر نادرست است دیگری را بنویسید.',
  'problem.crs-unknown': 'سامانهٔ مختصات «{value}» شناخته نیست. کد EPSG را بنویسید.',
  'problem.attributes-missing':
    '{file} بدون بخش {part} آمده است: رکوردها ویژگی ندارند. همهٔ بخش‌ها را با هم بفرستید.',
  'problem.index-missing': '{file} بدون بخش {part} آمده است؛ نمایه دوباره ساخته شد.',
  'problem.record-unreadable': 'رکورد خوانده نمی‌شود: {reason}. آن را دوباره از منبع بنویسید.',
  'file.file-not-found': 'فایل {path} وجود ندارد.',
  'file.file-empty': 'فایل خالی است.',
  'file.file-truncated':
    'فایل بریده شده است: پس از {records} رکورد کامل در بایت {byte} پایان می‌یابد. آن را دوباره منتقل کنید.',
  'file.file-damaged': 'فایل {format} سالم نیست: {reason}. آن را دوباره از منبع بسازید.',
  'file.format-unknown':
    'قالب {file} شناخته نیست. GeoJSON، GeoPackage، Shapefile (zip)، FlatGeobuf، KML، GML، CSV، GeoParquet، DXF و XLSX خوانده می‌شوند.',
  'file.no-layers': 'در پرونده هیچ لایه‌ای با رکورد نیست.',
  'file.layer-not-found': 'لایهٔ {layer} وجود ندارد. لایه‌های فایل: {layers}.',
  'file.encoding-unknown': 'کدگذاری {encoding} شناخته نیست. مثلاً utf-8 یا windows-1256 را به کار ببرید.',
  'file.not-utf8-file':
    'متن UTF-8 نیست (از بایت {byte}). فایل را با UTF-8 ذخیره کنید یا کدگذاری آن را بنویسید.',
  'file.not-json-file':
    'در بایت {byte} «{value}» یافت شد که ادامهٔ درست JSON نیست. عوارض در یک آرایه با ویرگول جدا می‌شوند.',
  'file.not-geojson':
    'این JSON، GeoJSON نیست: “type” برابر {value} است. FeatureCollection، Feature یا هندسه انتظار می‌رود.',
  'file.archive-too-large':
    'محتوای بایگانی پس از باز شدن بیش از حد مجاز است (حد {limit}). داده‌ها را بخش‌بخش بفرستید.',
  'file.archive-without-data':
    'در {file} دادهٔ خواندنی نیست: یک Shapefile با بخش‌هایش یا فایلی با قالب دیگر لازم است.',
  'file.part-missing': '{file} بخش {part} را ندارد. همهٔ بخش‌های Shapefile را با هم بفرستید.',
  'file.record-too-large': 'رکورد در بایت {byte} از {limit} بایت بزرگ‌تر است. در هر سطر یک رکورد بنویسید.',
  'file.cancelled': 'خواندن متوقف شد.',
  'repair.ring-closed': '{count} حلقه بسته شد.',
  'repair.self-intersection-split': 'خط‌های متقاطع جدا شدند ({from} به {to} تبدیل شد).',
  'repair.duplicate-points-removed': '{count} نقطهٔ تکراری حذف شد.',
  'repair.made-valid': 'هندسه معتبر شد ({reason}).',
};
