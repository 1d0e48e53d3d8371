import { useState } from 'react';
import { exportPath, type ItemsQuery } from '../api/items.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Menu } from '../ui/menu.tsx';

/** Formats in the order in which people ask for them. */
const formats = [
  'geojson',
  'gpkg',
  'csv',
  'xlsx',
  'shapefile',
  'flatgeobuf',
  'geoparquet',
  'geojsonseq',
  'kml',
] as const;

/** Those that make sense for records without a place. */
const withoutPlace: ReadonlySet<string> = new Set(['csv', 'xlsx', 'geojsonseq', 'geoparquet']);

interface DownloadMenuProps {
  readonly register: string;
  readonly query: ItemsQuery;
  readonly hasGeometry: boolean;
}

/** Everything that the present question finds, as a file. */
export function DownloadMenu({ register, query, hasGeometry }: DownloadMenuProps) {
  const { t } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard?.writeText(location.href).then(() => setCopied(true));
  };
  return (
    <Menu name={t('download.title')}>
      <p className="help">{t('download.help')}</p>
      <ul className="menu-list">
        {formats
          .filter((format) => hasGeometry || withoutPlace.has(format))
          .map((format) => (
            <li key={format}>
              <a href={exportPath(register, format, query)} download>
                {t(`download.${format}`)}
              </a>
            </li>
          ))}
      </ul>
      <button type="button" className="ds-button" data-variant="secondary" onClick={copy}>
        {isCopied ? t('download.copied') : t('download.share')}
      </button>
    </Menu>
  );
}
