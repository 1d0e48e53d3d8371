import type { Config } from '../config.ts';
import type { LocalizedText } from '../i18n/language.ts';

/** What the HTTP doors need to know of the installation that they belong to. */
export interface HttpSettings extends Pick<Config, 'limits' | 'publicUrl' | 'language'> {
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  /** True where the portal's script and stylesheet are served under `/portal/assets/`. */
  readonly hasPortal?: boolean;
  /** What the country pack says of its map; the landing page hands it to clients. */
  readonly packFacts?: PackFacts;
  /** Refuse changes of records without `If-Match` (428). */
  readonly requireIfMatch?: boolean;
}

/** What a country pack tells of the basemap, in JSON, and whom its data are owed to. */
export interface PackFacts {
  readonly basemap?: unknown;
  readonly attribution?: readonly {
    readonly text: string;
    readonly url?: string;
    readonly licence?: string;
  }[];
}

/** Characters of a request's target; Node itself refuses headers above 16 KiB. */
export const maxUrlLength = 12_000;

/** Levels of nesting of a JSON body. */
export const maxJsonDepth = 64;

/** How the installation is called where its operator has not said otherwise. */
export const defaultNames: Pick<HttpSettings, 'title' | 'description'> = {
  title: { en: 'Ufuq', az: 'Ufuq', ar: 'أفق', fa: 'افق' },
  description: {
    en: 'Registers of the country on one map, with two times and one log',
    az: 'Ölkənin reyestrləri bir xəritədə: iki zaman, bir jurnal',
    ar: 'سجلات البلاد على خريطة واحدة، بزمنين وسجل واحد للقيود',
    fa: 'ثبت‌های کشور روی یک نقشه، با دو زمان و یک دفتر رویداد',
  },
};
