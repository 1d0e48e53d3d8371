/** Licences of the SPDX list that let anybody use, change and pass on what they cover (Open Definition 2.1). */
const open =
  /^(CC0-1\.0|CC-PDDC|CC-BY-(3|4)\.0|CC-BY-SA-(3|4)\.0|PDDL-1\.0|ODC-By-1\.0|ODbL-1\.0|EUPL-1\.[12]|OGL-UK-3\.0|etalab-2\.0|NLOD-[12]\.0|DL-DE-BY-2\.0|DL-DE-ZERO-2\.0|MIT|ISC|Apache-2\.0|BSD-[23]-Clause)$/;

export function isOpenLicence(licence: string | undefined): boolean {
  return licence !== undefined && open.test(licence);
}

/** URL of a licence's text: its own, or that of the SPDX list. */
export function licenceUrl(licence: string): string {
  return /^https?:/.test(licence) ? licence : `https://spdx.org/licenses/${encodeURIComponent(licence)}`;
}
