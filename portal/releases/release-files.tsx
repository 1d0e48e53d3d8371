import type { Release, ReleaseFile } from '../api/releases.ts';
import { apiPath } from '../api/request.ts';
import { sizeText } from '../evidence/size-text.ts';
import type { MessageKey } from '../strings/en.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { CopyButton } from './copy-button.tsx';

const known = ['records', 'proof', 'gpkg', 'geoparquet', 'flatgeobuf', 'csv', 'pmtiles'];

/** The files of a release: what each is for, how large, and its hash. */
export function ReleaseFiles({ release }: { readonly release: Release }) {
  const { t, language } = useLanguage();
  const isGiven = release.withdrawn === null;
  const meaning = ({ format, mediaType }: ReleaseFile) =>
    known.includes(format) ? t(`releases.format.${format}` as MessageKey) : mediaType;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard.
    <section className="table-scroll" tabIndex={0} aria-label={t('releases.files')}>
      <table className="ds-table release-files">
        <thead>
          <tr>
            <th scope="col">{t('releases.file')}</th>
            <th scope="col">{t('releases.size')}</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {release.files.map((file) => (
            <tr key={file.name}>
              <th scope="row">
                {isGiven ? (
                  <a download href={apiPath(['releases', release.id, file.name])}>
                    <bdi>{file.name}</bdi>
                  </a>
                ) : (
                  <bdi>{file.name}</bdi>
                )}
                <span className="help">{meaning(file)}</span>
              </th>
              <td className="cell-number">{sizeText(file.bytes, language)}</td>
              <td>
                <span className="release-sum">
                  <code dir="ltr">{file.sha256.slice(0, 16)}…</code>
                  <CopyButton text={file.sha256} label={t('releases.copyHash', { name: file.name })} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
