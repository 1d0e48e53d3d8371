import type { formats as english } from '../en/formats.ts';

export const formats: Record<keyof typeof english, string> = {
  'problem.not-json': 'Bu, JSON deyil: {reason} (bayt {byte}). Bir bütöv JSON obyekti gözlənilir.',
  'problem.not-a-feature':
    'GeoJSON Feature əvəzinə {value} tapıldı; “type” üzvü “Feature” olan obyekt lazımdır.',
  'problem.not-utf8':
    'Mətn UTF-8 deyil ({byte}-ci baytdan). Faylı UTF-8 kimi saxlayın və ya kodlaşdırmasını göstərin.',
  'problem.characters-lost':
    '{field} sahəsində hərflər itmiş görünür: “{value}”. Düzgün kodlaşdırmanı göstərin və ya mətni mənbəyində düzəldin.',
  'problem.encoding-lacks-letters':
    '{file} {encoding} kodlaşdırmasındadır, orada {letters} yoxdur: adlarda bu hərflər itmiş ola bilər. Faylı UTF-8 ilə yenidən ixrac edin.',
  'problem.coordinate-not-a-number': 'Koordinat {value} yazılıb; o, ədəd olmalıdır.',
  'problem.coordinate-out-of-range':
    '{value} Yer üzündə deyil: uzunluq −180 ilə 180, enlik −90 ilə 90 arasındadır.',
  'problem.axes-swapped-suspected':
    '{value} koordinatında enlik uzunluqdan əvvəl yazılmış ola bilər; yerləri dəyişsə, {swapped} olar.',
  'problem.geometry-malformed': 'Həndəsə düzgün qurulmayıb: {expected} gözlənilən yerdə {value} tapıldı.',
  'problem.geometry-type-unknown':
    '{value} həndəsə növü deyil. Point, LineString, Polygon, onların Multi formaları və ya GeometryCollection işlədin.',
  'problem.geometry-type-unsupported':
    'Bu növ həndəsə qəbul edilmir ({reason}). Əyriləri düz parçalara çevirin.',
  'problem.geometry-invalid':
    'Həndəsə etibarsızdır: {reason}, yeri {place}. Onu düzəldin və ya təmirlə idxal edin.',
  'problem.geometry-not-decoded': 'Həndəsə oxunmur: {reason}. WKT və ya WKB gözlənilir.',
  'problem.ring-not-closed':
    'Halqa {first} nöqtəsində başlayır, {last} nöqtəsində bitir; başladığı yerdə bitməlidir. Təmirlə idxal onu bağlayır.',
  'problem.too-few-points': '{count} nöqtə var; ən azı {needed} nöqtə lazımdır.',
  'problem.value-not-of-type': '{field} sahəsindəki “{value}” dəyəri {type} növündə deyil.',
  'problem.columns-missing': 'Sətirdə {count} sütun var, başlıqda isə {expected}.',
  'problem.columns-too-many':
    'Sətirdə {count} sütun var, başlıqda isə yalnız {expected}. İçində ayırıcı olan mətn dırnaq içində yazılmalıdır.',
  'problem.crs-missing':
    '{file} öz koordinat sistemini bildirmir ({part}). Onu göstərin, məsələn EPSG:32639.',
  'problem.crs-assumed':
    '{file} öz koordinat sistemini bildirmir ({part}); EPSG:{epsg} götürüldü. Yanlışdırsa, başqasını göstərin.',
  'problem.crs-unknown': '“{value}” koordinat sistemi tanınmır. EPSG kodunu göstərin.',
  'problem.attributes-missing':
    '{file} öz {part} hissəsi olmadan gəlib: yazıların atributları yoxdur. Bütün hissələri birlikdə göndərin.',
  'problem.index-missing': '{file} öz {part} hissəsi olmadan gəlib; indeks yenidən quruldu.',
  'problem.record-unreadable': 'Yazı oxunmur: {reason}. Onu mənbədən yenidən yazın.',
  'file.file-not-found': '{path} faylı yoxdur.',
  'file.file-empty': 'Fayl boşdur.',
  'file.file-truncated':
    'Fayl kəsilib: {records} bütöv yazıdan sonra {byte}-ci baytda bitir. Onu yenidən ötürün.',
  'file.file-damaged': 'Fayl düzgün {format} deyil: {reason}. Onu mənbədən yenidən yazın.',
  'file.format-unknown':
    '{file} faylının formatı tanınmır. GeoJSON, GeoPackage, Shapefile (zip), FlatGeobuf, KML, GML, CSV, GeoParquet, DXF və XLSX oxunur.',
  'file.no-layers': 'Faylda yazıları olan təbəqə yoxdur.',
  'file.layer-not-found': '{layer} təbəqəsi yoxdur. Faylda olanlar: {layers}.',
  'file.encoding-unknown':
    '{encoding} kodlaşdırması tanınmır. Məsələn, utf-8, windows-1254 və ya iso-8859-9 işlədin.',
  'file.not-utf8-file':
    'Mətn UTF-8 deyil ({byte}-ci baytdan). Faylı UTF-8 kimi saxlayın və ya kodlaşdırmasını göstərin.',
  'file.not-json-file':
    '{byte}-ci baytda “{value}” tapıldı; JSON burada başqa cür davam etməlidir. Obyektlər massivdə vergüllə ayrılır.',
  'file.not-geojson':
    'Bu JSON GeoJSON deyil: “type” {value}. FeatureCollection, Feature və ya həndəsə gözlənilir.',
  'file.archive-too-large':
    'Arxiv açılanda icazə veriləndən çox olur (hədd {limit}). Verilənləri hissə-hissə göndərin.',
  'file.archive-without-data':
    '{file} içində oxunan verilən yoxdur: hissələri ilə Shapefile və ya başqa formatda fayl lazımdır.',
  'file.part-missing': '{file} içində {part} yoxdur. Shapefile-ın bütün hissələrini birlikdə göndərin.',
  'file.record-too-large': '{byte}-ci baytdakı yazı {limit} baytdan böyükdür. Hər sətirdə bir yazı yazın.',
  'file.cancelled': 'Oxuma dayandırıldı.',
  'repair.ring-closed': '{count} halqa bağlandı.',
  'repair.self-intersection-split': 'Kəsişən xətlər bölündü ({from} → {to}).',
  'repair.duplicate-points-removed': '{count} təkrar nöqtə silindi.',
  'repair.made-valid': 'Həndəsə etibarlı edildi ({reason}).',
};
