import { spawnSync } from 'node:child_process';

/** The same kind of path through pycraf (PyPI, P.452-16 in Cython): model only, the profile is handed over ready. */
const SCRIPT = `
import time, warnings
warnings.simplefilter('ignore')
import numpy as np
from astropy import units as u
from pycraf import conversions as cnv, pathprof
i = np.arange(1113)
d = i * 0.09 * u.km
h = (900 + 500*np.sin(i/97) + 200*np.sin(i/17) + 60*np.sin(i/3)) * u.m
def one():
    path = pathprof.PathProp(6*u.GHz, 288.15*u.K, 1013*u.hPa, 46*u.deg, 40*u.deg, 46.9*u.deg, 40.6*u.deg,
        30*u.m, 30*u.m, 90*u.m, 1*u.percent, polarization=1, version=16, delta_N=38*cnv.dimless/u.km,
        N0=325*cnv.dimless, hprof_dists=d, hprof_heights=h, hprof_bearing=50*u.deg, hprof_backbearing=-129*u.deg)
    return pathprof.loss_complete(path, 30*cnv.dBi, 30*cnv.dBi)
one()
best = 0
for _ in range(3):
    start = time.process_time()
    for _ in range(150): one()
    best = max(best, 150 / (time.process_time() - start))
print('rate', best)
`;

/**
 * Prints the ratio to pycraf where a Python that has it is found (UFUQ_PEER_PYTHON, else python3), and says so where
 * there is none.
 */
export async function measurePeer(ownRate: number): Promise<void> {
  const python = process.env.UFUQ_PEER_PYTHON ?? 'python3';
  const run = spawnSync(python, ['-W', 'ignore', '-c', SCRIPT], { encoding: 'utf8', timeout: 120_000 });
  const rate = Number(/rate ([\d.]+)/.exec(run.stdout ?? '')?.[1]);
  if (!Number.isFinite(rate)) {
    console.log(`peer: pycraf is not installed for ${python}; ratios stand against the quoted figures only`);
    return;
  }
  console.log(
    `peer: pycraf P.452-16, ready profile, ${Math.round(rate)} paths/core-s in this run: ` +
      `Ufuq with terrain sampling is ${(ownRate / rate).toFixed(1)} × as fast`,
  );
}
