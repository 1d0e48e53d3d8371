/** Placeholder filled by the border screening. */
export async function benchScreening(_args: readonly string[]): Promise<void> {}
