import type { formats as english } from '../en/formats.ts';

export const formats: Record<keyof typeof english, string> = {
  'problem.not-json': 'هذا ليس JSON: {reason} (البايت {byte}). المتوقع كائن JSON واحد كامل.',
  'problem.not-a-feature': 'وُجد {value} في موضع عنصر GeoJSON؛ المطلوب كائن قيمة “type” فيه “Feature”.',
  'problem.not-utf8':
    'النص ليس بترميز UTF-8 (ابتداءً من البايت {byte}). احفظ الملف بترميز UTF-8 أو اذكر ترميزه.',
  'problem.characters-lost':
    'يبدو أن حروفًا فُقدت في {field}: “{value}”. اذكر الترميز الصحيح أو صحّح النص في مصدره.',
  'problem.encoding-lacks-letters':
    'ترميز {file} هو {encoding} وليس فيه {letters}: قد تكون هذه الحروف ناقصة في الأسماء. صدّره من جديد بترميز UTF-8.',
  'problem.coordinate-not-a-number': 'إحداثية قيمتها {value}؛ يجب أن تكون عددًا.',
  'problem.coordinate-out-of-range': '‏{value} خارج الأرض: خط الطول من ‎−180 إلى 180 وخط العرض من ‎−90 إلى 90.',
  'problem.axes-swapped-suspected': 'قد يكون خط العرض قبل خط الطول في {value}؛ بعد التبديل يصبح {swapped}.',
  'problem.geometry-malformed': 'الشكل الهندسي غير سليم التركيب: وُجد {value} حيث يُتوقع {expected}.',
  'problem.geometry-type-unknown':
    '‏{value} ليس نوع شكل هندسي. استعمل Point أو LineString أو Polygon أو صيغها المتعددة Multi أو GeometryCollection.',
  'problem.geometry-type-unsupported':
    'هذا النوع من الأشكال غير مقبول ({reason}). حوّل المنحنيات إلى قطع مستقيمة.',
  'problem.geometry-invalid': 'الشكل الهندسي غير صالح: {reason} عند {place}. صحّحه أو استورد مع الإصلاح.',
  'problem.geometry-not-decoded': 'تعذرت قراءة الشكل الهندسي: {reason}. المتوقع WKT أو WKB.',
  'problem.ring-not-closed':
    'حلقة تبدأ عند {first} وتنتهي عند {last}؛ يجب أن تنتهي حيث تبدأ. الاستيراد مع الإصلاح يغلقها.',
  'problem.too-few-points': 'عدد النقاط {count}؛ المطلوب {needed} على الأقل.',
  'problem.value-not-of-type': 'الحقل {field} فيه “{value}” وهي ليست من النوع {type}.',
  'problem.columns-missing': 'في السطر {count} من الأعمدة وفي الترويسة {expected}.',
  'problem.columns-too-many':
    'في السطر {count} من الأعمدة وفي الترويسة {expected} فقط. النص الذي فيه فواصل يحتاج إلى علامات اقتباس.',
  'problem.crs-missing': '‏{file} لا يذكر نظامه المرجعي ({part}). اذكره، مثلًا EPSG:32639.',
  'problem.crs-assumed': '‏{file} لا يذكر نظامه المرجعي ({part})؛ أُخذ EPSG:{epsg}. اذكر غيره إن كان خطأ.',
  'problem.crs-unknown': 'النظام المرجعي “{value}” غير معروف. اذكر رمز EPSG.',
  'problem.attributes-missing': 'جاء {file} من دون جزئه {part}: السجلات بلا خصائص. أرسل الأجزاء كلها معًا.',
  'problem.index-missing': 'جاء {file} من دون جزئه {part}؛ أُعيد بناء الفهرس.',
  'problem.record-unreadable': 'تعذرت قراءة السجل: {reason}. اكتبه من جديد من مصدره.',
  'file.file-not-found': 'لا يوجد ملف {path}.',
  'file.file-empty': 'الملف فارغ.',
  'file.file-truncated':
    'الملف مبتور: ينتهي عند البايت {byte} بعد {records} من السجلات الكاملة. انقله من جديد.',
  'file.file-damaged': 'الملف ليس {format} سليمًا: {reason}. اكتبه من جديد من مصدره.',
  'file.format-unknown':
    'صيغة {file} غير معروفة. تُقرأ GeoJSON وGeoPackage وShapefile (zip) وFlatGeobuf وKML وGML وCSV وGeoParquet وDXF وXLSX.',
  'file.no-layers': 'لا يحوي الملف أي طبقة فيها قيود.',
  'file.layer-not-found': 'لا توجد طبقة {layer}. في الملف: {layers}.',
  'file.encoding-unknown': 'الترميز {encoding} غير معروف. استعمل مثلًا utf-8 أو windows-1256.',
  'file.not-utf8-file':
    'النص ليس بترميز UTF-8 (ابتداءً من البايت {byte}). احفظ الملف بترميز UTF-8 أو اذكر ترميزه.',
  'file.not-json-file':
    'وُجد “{value}” عند البايت {byte} وهو ليس تتمة JSON صحيحة. العناصر في مصفوفة تفصلها فواصل.',
  'file.not-geojson':
    'هذا JSON ليس GeoJSON: قيمة “type” هي {value}. المتوقع FeatureCollection أو Feature أو شكل هندسي.',
  'file.archive-too-large': 'محتوى الأرشيف بعد فكه أكبر من المسموح (الحد {limit}). أرسل البيانات على أجزاء.',
  'file.archive-without-data': 'لا بيانات مقروءة في {file}: المطلوب Shapefile بأجزائه أو ملف بصيغة أخرى.',
  'file.part-missing': 'لا يوجد {part} في {file}. أرسل أجزاء Shapefile كلها معًا.',
  'file.record-too-large': 'السجل عند البايت {byte} أكبر من {limit} بايت. اكتب سجلًا واحدًا في كل سطر.',
  'file.cancelled': 'أُوقفت القراءة.',
  'repair.ring-closed': 'أُغلقت {count} من الحلقات.',
  'repair.self-intersection-split': 'قُسمت الخطوط المتقاطعة ({from} أصبح {to}).',
  'repair.duplicate-points-removed': 'حُذفت {count} من النقاط المكررة.',
  'repair.made-valid': 'صار الشكل الهندسي صالحًا ({reason}).',
};
