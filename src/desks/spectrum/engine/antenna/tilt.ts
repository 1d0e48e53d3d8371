const RAD = Math.PI / 180;

/** A direction as an antenna sees it, degrees. */
export interface Direction {
  readonly azimuthDeg: number;
  readonly elevationDeg: number;
}

/**
 * Mechanical tilt turns the whole antenna about its horizontal axis: F.1336-5 recommends 3.4, eqs. (3b), (3c).
 *
 * @param direction relative to the boresight's azimuth and the horizon
 * @param downTiltDeg positive downwards
 */
export function tiltMechanically(direction: Direction, downTiltDeg: number): Direction {
  const elevation = direction.elevationDeg * RAD;
  const azimuth = direction.azimuthDeg * RAD;
  const tilt = downTiltDeg * RAD;
  const forward = Math.cos(elevation) * Math.cos(azimuth);
  const up = Math.sin(elevation) * Math.cos(tilt) + forward * Math.sin(tilt);
  const ahead = -Math.sin(elevation) * Math.sin(tilt) + forward * Math.cos(tilt);
  const aside = Math.cos(elevation) * Math.sin(azimuth);
  return {
    azimuthDeg: Math.atan2(aside, ahead) / RAD,
    elevationDeg: Math.asin(Math.min(1, Math.max(-1, up))) / RAD,
  };
}

/** Electrical tilt bends the pattern down alike in every azimuth: F.1336-5 recommends 3.4, eq. (3a). */
export function tiltElectrically(direction: Direction, downTiltDeg: number): Direction {
  const raised = direction.elevationDeg + downTiltDeg;
  const scale = raised >= 0 ? 90 / (90 + downTiltDeg) : 90 / (90 - downTiltDeg);
  return { azimuthDeg: direction.azimuthDeg, elevationDeg: raised * scale };
}
