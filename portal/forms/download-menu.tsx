import { useState } from 'react';
import { exportPath, type ItemsQuery } from '../api/items.ts';
import type { Link } from '../api/links.ts';
import type { MessageKey } from '../strings/en.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Menu } from '../ui/menu.tsx';

/** Formats in the order in which people ask for them; those that the server does not offer are left out. */
const formats = ['geojson', 'gpkg', 'csv', 'xlsx', 'fgb', 'geojsonl', 'parquet', 'kml'] as const;

interface DownloadMenuProps {
  readonly register: string;
  readonly query: ItemsQuery;
  readonly links: readonly Link[] | undefined;
}

/** Everything that the present question finds, as a file. */
export function DownloadMenu({ register, query, links }: DownloadMenuProps) {
  const { t } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard?.writeText(location.href).then(() => setCopied(true));
  };
  return (
    <Menu name={t('download.title')} align="end">
      <p className="help">{t('download.help')}</p>
      <ul className="menu-list">
        {offered(links).map((format) => (
          <li key={format}>
            <a href={exportPath(register, format, query)} download={`${register}.${format}`}>
              {t(titleOf(format), { format })}
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

/** Formats of the server's own links to exports, else those that every server of ours writes. */
function offered(links: readonly Link[] | undefined): readonly string[] {
  const named = (links ?? []).flatMap(({ href }) => {
    const url = new URL(href, location.origin);
    return url.pathname.endsWith('/export') ? (url.searchParams.get('f') ?? []) : [];
  });
  return named.length > 0 ? [...new Set(named)] : formats;
}

function titleOf(format: string): MessageKey {
  return (formats as readonly string[]).includes(format)
    ? (`download.${format}` as MessageKey)
    : 'download.other';
}
