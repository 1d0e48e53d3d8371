import type { PathGeometry, ProfileArrays } from '../../desks/spectrum/engine/path/geometry.ts';
import { bulgedHeights } from './profile-curve.ts';

const WIDTH = 960;
const HEIGHT = 360;
const LEFT = 56;
const BOTTOM = 32;

/** Draws a profile as SVG: terrain on the bulged Earth, line between the antennas, first Fresnel zone, horizons. */
export function profileSvg(
  profile: ProfileArrays,
  g: PathGeometry,
  frequencyGHz: number,
  title: string,
): string {
  const { distanceKm, heights } = bulgedHeights(profile, g.ae);
  const top = Math.max(g.hts, g.hrs, ...heights) + 20;
  const bottom = Math.min(...heights) - 10;
  const x = (km: number) => (LEFT + ((WIDTH - LEFT - 16) * km) / g.d).toFixed(1);
  const y = (m: number) => (16 + ((HEIGHT - BOTTOM - 16) * (top - m)) / (top - bottom)).toFixed(1);
  const ground = [...heights].map((h, i) => `${x(distanceKm[i]!)},${y(h)}`).join(' ');
  const ray = (km: number) => g.hts + ((g.hrs - g.hts) * km) / g.d;
  const fresnel = (km: number) => Math.sqrt((299.8 / frequencyGHz / g.d) * km * (g.d - km));
  const steps = Array.from({ length: 61 }, (_, i) => (g.d * i) / 60);
  const zone = [
    ...steps.map((km) => `${x(km)},${y(ray(km) + fresnel(km))}`),
    ...steps.toReversed().map((km) => `${x(km)},${y(ray(km) - fresnel(km))}`),
  ].join(' ');
  const horizon = (i: number) =>
    `<circle cx="${x(distanceKm[i]!)}" cy="${y(heights[i]!)}" r="4" fill="#b3261e"/>`;
  const ticks = Array.from({ length: 6 }, (_, i) => {
    const km = (g.d * i) / 5;
    const m = bottom + ((top - bottom) * i) / 5;
    return (
      `<text x="${x(km)}" y="${HEIGHT - 10}" text-anchor="${i === 5 ? 'end' : 'middle'}">${km.toFixed(1)} km</text>` +
      `<text x="${LEFT - 6}" y="${y(m)}" text-anchor="end">${Math.round(m)} m</text>`
    );
  }).join('');
  const escaped = title.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="sans-serif" font-size="12">
<title>${escaped}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<clipPath id="air"><rect x="${LEFT}" y="0" width="${WIDTH - LEFT - 16}" height="${HEIGHT - BOTTOM}"/></clipPath>
<polygon points="${zone}" fill="#cfe3f7" clip-path="url(#air)"/>
<polygon points="${x(0)},${HEIGHT - BOTTOM} ${ground} ${x(g.d)},${HEIGHT - BOTTOM}" fill="#8a7a5c"/>
<line x1="${x(0)}" y1="${y(g.hts)}" x2="${x(g.d)}" y2="${y(g.hrs)}" stroke="#0b4f8a" stroke-dasharray="6 4"/>
<line x1="${x(0)}" y1="${y(heights[0]!)}" x2="${x(0)}" y2="${y(g.hts)}" stroke="#000" stroke-width="3"/>
<line x1="${x(g.d)}" y1="${y(heights.at(-1)!)}" x2="${x(g.d)}" y2="${y(g.hrs)}" stroke="#000" stroke-width="3"/>
${horizon(g.horizonTx)}${horizon(g.horizonRx)}
${ticks}
</svg>
`;
}
