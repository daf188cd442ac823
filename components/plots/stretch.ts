/** Along, in thousandths of whatever width there is, so that figures keep their size at any width. Down is in pixels. */
export const WIDTH = 1000

/** A place along, for what is not stretched. */
export const along = (thousandths: number) => `${(thousandths / 10).toFixed(2)}%`
