/** Pixels of the picture of the two times. */
export const bandHeight = 30;
/** Room below the bands for the axis. */
export const axisRoom = 24;
/** Room beside the plot for the days of recording. */
export const gutter = 150;
