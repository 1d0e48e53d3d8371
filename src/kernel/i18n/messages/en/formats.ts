/** What can be wrong with a file or a record in it, and what would be right. */
export const formats = {
  'problem.not-json': 'This is not JSON: {reason} (byte {byte}). One complete JSON object is expected.',
  'problem.not-a-feature':
    'Found {value} where a GeoJSON Feature is due: an object whose “type” is “Feature”.',
  'problem.not-utf8':
    'The text is not UTF-8 (from byte {byte}). Save the file as UTF-8 or name its encoding.',
  'problem.characters-lost':
    'Letters seem to be lost in {field}: “{value}”. Name the right encoding, or correct the text at its source.',
  'problem.encoding-lacks-letters':
    '{file} is in {encoding}, which has no {letters}: such letters may be missing from names. Export it again in UTF-8.',
  'problem.coordinate-not-a-number': 'A coordinate is {value}; it must be a number.',
  'problem.coordinate-out-of-range':
    '{value} is not on the earth: longitude goes from −180 to 180, latitude from −90 to 90.',
  'problem.axes-swapped-suspected':
    '{value} may have latitude before longitude; exchanged it would be {swapped}.',
  'problem.geometry-malformed':
    'The geometry is not well formed: found {value} where {expected} is expected.',
  'problem.geometry-type-unknown':
    '{value} is not a geometry type. Use Point, LineString, Polygon, their Multi forms or GeometryCollection.',
  'problem.geometry-type-unsupported':
    'The geometry is of a kind that is not taken ({reason}). Turn curves into straight segments.',
  'problem.geometry-invalid':
    'The geometry is not valid: {reason} at {place}. Correct it, or import with repair.',
  'problem.geometry-not-decoded':
    'The geometry cannot be read: {reason}. Well-known text or binary is expected.',
  'problem.ring-not-closed':
    'A ring begins at {first} and ends at {last}; it must end where it begins. Import with repair closes it.',
  'problem.too-few-points':
    'There are {count, plural, one {# position} other {# positions}}; at least {needed} are needed.',
  'problem.value-not-of-type': '{field} holds “{value}”, which is no {type}.',
  'problem.columns-missing':
    'The row has {count, plural, one {# column} other {# columns}}; the header has {expected}.',
  'problem.columns-too-many':
    'The row has {count, plural, one {# column} other {# columns}}; the header has only {expected}. Text with separators needs quotes.',
  'problem.crs-missing':
    '{file} does not say its reference system ({part}). Name it, for example EPSG:32639.',
  'problem.crs-assumed':
    '{file} does not say its reference system ({part}); EPSG:{epsg} was taken. Name another if that is wrong.',
  'problem.crs-unknown': 'The reference system “{value}” is not known. Name an EPSG code.',
  'problem.attributes-missing':
    '{file} came without its {part}: records have no attributes. Send all parts together.',
  'problem.index-missing': '{file} came without its {part}; the index was made again.',
  'problem.record-unreadable': 'The record cannot be read: {reason}. Write it again from its source.',
  'file.file-not-found': 'There is no file {path}.',
  'file.file-empty': 'The file is empty.',
  'file.file-truncated':
    'The file is cut off: it ends at byte {byte} after {records, plural, one {# whole record} other {# whole records}}. Transfer it again.',
  'file.file-damaged': 'The file is not sound {format}: {reason}. Write it again from its source.',
  'file.format-unknown':
    'The format of {file} is not known. GeoJSON, GeoPackage, Shapefile (zip), FlatGeobuf, KML, GML, CSV, GeoParquet, DXF and XLSX are read.',
  'file.no-layers': 'The file holds no layer with records.',
  'file.layer-not-found': 'There is no layer {layer}. The file has: {layers}.',
  'file.encoding-unknown':
    'The encoding {encoding} is not known. Use for example utf-8, windows-1254 or iso-8859-9.',
  'file.not-utf8-file':
    'The text is not UTF-8 (from byte {byte}). Save the file as UTF-8 or name its encoding.',
  'file.not-json-file':
    'Found “{value}” at byte {byte}, where JSON goes on differently. Features stand in an array, separated by commas.',
  'file.not-geojson':
    'This JSON is no GeoJSON: “type” is {value}. A FeatureCollection, Feature or geometry is expected.',
  'file.archive-too-large':
    'The archive would unpack to more than is allowed (limit {limit}). Send the data in parts.',
  'file.archive-without-data':
    '{file} holds no data that can be read: a Shapefile with its parts, or one file of another format.',
  'file.part-missing': '{file} has no {part}. Send all parts of the Shapefile together.',
  'file.record-too-large':
    'The record at byte {byte} is larger than {limit} bytes. Write one record per line.',
  'file.cancelled': 'Reading was stopped.',
  'repair.ring-closed': '{count, plural, one {# ring was} other {# rings were}} closed.',
  'repair.self-intersection-split': 'Lines that crossed were split ({from} became {to}).',
  'repair.duplicate-points-removed':
    '{count, plural, one {# repeated position was} other {# repeated positions were}} removed.',
  'repair.made-valid': 'The geometry was made valid ({reason}).',
} as const;
