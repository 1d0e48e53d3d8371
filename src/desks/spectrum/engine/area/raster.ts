/** A grid of numbers over longitude and latitude; cells are areas, row 0 is the northernmost, NaN is no value. */
export interface FieldRaster {
  /** outer edge of the first column and of the first row, degrees */
  readonly west: number;
  readonly north: number;
  readonly stepLon: number;
  readonly stepLat: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}
