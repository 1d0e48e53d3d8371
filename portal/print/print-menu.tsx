import { useState } from 'react';
import { directionOf } from '../../src/kernel/i18n/language.ts';
import type { Collection } from '../api/collections.ts';
import { useLanding } from '../api/queries.ts';
import { useReferenceNames } from '../api/reference-names.ts';
import type { Legend } from '../api/tiles.ts';
import type { MapSnapshot } from '../map/scene.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { Menu } from '../ui/menu.tsx';
import { imagePdf } from './image-pdf.ts';
import { leftToRight } from './left-to-right.ts';
import { scaleOf } from './scale-bar.ts';
import { drawSheet, mapPx, sheetPx } from './sheet.ts';

interface PrintMenuProps {
  readonly collection: Collection;
  readonly legend: Legend | undefined;
  readonly total: number | undefined;
  readonly question: { readonly filter?: string; readonly datetime?: string; readonly asOf?: string };
  readonly picture: (width: number, height: number) => Promise<MapSnapshot | undefined>;
}

const pointsPerInch = 72;
const metresPerInch = 0.0254;

/** The map on a sheet of A4, as a picture or a PDF, with what makes it evidence: sources, both times, scale, north. */
export function PrintMenu({ collection, legend, total, question, picture }: PrintMenuProps) {
  const { t, formats, language } = useLanguage();
  const { data: landing } = useLanding();
  const [isBusy, setBusy] = useState(false);
  const { steward } = collection;
  const names = useReferenceNames(steward === undefined ? [] : [{ register: 'organisations', id: steward }]);

  const sheet = async () => {
    const map = await picture(mapPx.width, mapPx.height);
    if (map === undefined) return undefined;
    const now = new Date().toISOString();
    const { datetime, asOf, filter } = question;
    const keeper = steward === undefined ? undefined : (names.get(`organisations/${steward}`) ?? steward);
    const paperMetresPerPixel = metresPerInch / sheetPx.dotsPerInch;
    const groundMetresPerPixel = (map.metresPerPixel * map.canvas.width) / mapPx.width;
    return drawSheet({
      map: map.canvas,
      metresPerPixel: map.metresPerPixel,
      legend,
      isRightToLeft: directionOf(language) === 'rtl',
      fonts: getComputedStyle(document.body).fontFamily,
      words: {
        title: collection.title,
        facts: [
          ...(total === undefined ? [] : [t('print.records', { total })]),
          t('print.trueOn', { date: formats.date(datetime ?? now) }),
          t('print.knownOn', { date: formats.date(asOf ?? now) }),
          ...(filter === undefined ? [] : [t('print.filter', { filter: leftToRight(filter) })]),
        ],
        source:
          keeper === undefined
            ? t('print.source', { register: collection.title, address: location.origin })
            : t('print.sourceKeeper', { register: collection.title, keeper, address: location.origin }),
        credits: (landing?.attribution ?? []).map(({ text }) => text).join(' · '),
        printed: t('print.printed', { date: formats.date(now) }),
        north: t('print.north'),
        scale: `${formats.number(1)} : ${formats.number(scaleOf(groundMetresPerPixel, 1 / paperMetresPerPixel))}`,
        length: (metres) =>
          metres >= 1000
            ? t('print.kilometres', { length: formats.number(metres / 1000) })
            : t('print.metres', { length: formats.number(metres) }),
      },
    });
  };

  const save = async (form: 'png' | 'pdf') => {
    setBusy(true);
    try {
      const canvas = await sheet();
      if (canvas === undefined) return;
      const image = await blobOf(canvas, form === 'png' ? 'image/png' : 'image/jpeg');
      download(form === 'png' ? image : await asPdf(image, canvas), `${collection.id}.${form}`);
    } finally {
      setBusy(false);
    }
  };

  const asPdf = async (image: Blob, canvas: HTMLCanvasElement) => {
    const bytes = imagePdf({
      jpeg: new Uint8Array(await image.arrayBuffer()),
      widthPx: canvas.width,
      heightPx: canvas.height,
      pageWidth: Math.round((canvas.width / sheetPx.dotsPerInch) * pointsPerInch),
      pageHeight: Math.round((canvas.height / sheetPx.dotsPerInch) * pointsPerInch),
      title: collection.title,
      language,
    });
    return new Blob([bytes], { type: 'application/pdf' });
  };

  return (
    <div className="map-print">
      <Menu name={isBusy ? t('print.busy') : t('print.title')}>
        <ul className="menu-list">
          {(['pdf', 'png'] as const).map((form) => (
            <li key={form}>
              <button type="button" className="link-button" disabled={isBusy} onClick={() => void save(form)}>
                {t(`print.${form}`)}
              </button>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  );
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(type))), type, 0.92),
  );
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
