import { accessibilityChecks } from './accessibility.e2e.ts';
import { openBrowser } from './browser.ts';
import { catalogueChecks } from './catalogue.e2e.ts';
import { changesChecks } from './changes.e2e.ts';
import { runChecks } from './check.ts';
import { checkRoomChecks } from './check-room.e2e.ts';
import { evidenceChecks } from './evidence.e2e.ts';
import { historyChecks } from './history.e2e.ts';
import { homeChecks } from './home.e2e.ts';
import { layoutChecks } from './layout.e2e.ts';
import { mapChecks } from './map.e2e.ts';
import { promisesChecks } from './promises.e2e.ts';
import { recordChecks } from './record.e2e.ts';
import { registerChecks } from './register.e2e.ts';
import { releasesChecks } from './releases.e2e.ts';
import { sessionChecks } from './session.e2e.ts';
import { openTarget } from './target.ts';
import { timesChecks } from './times.e2e.ts';

const browser = await openBrowser();
if (browser === undefined) console.log('portal in Chromium: skipped, Chromium is missing');
else {
  const target = await openTarget();
  try {
    const checks = [
      ...homeChecks,
      ...registerChecks,
      ...mapChecks,
      ...layoutChecks,
      ...recordChecks,
      ...catalogueChecks,
      ...historyChecks,
      ...evidenceChecks,
      ...promisesChecks,
      ...sessionChecks,
      ...checkRoomChecks,
      ...changesChecks,
      ...timesChecks,
      ...accessibilityChecks,
      ...releasesChecks,
    ];
    process.exitCode =
      (await runChecks(checks, { browser, base: target.base, token: target.token })) > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await target.stop();
  }
}
