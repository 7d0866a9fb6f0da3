/** Milliseconds of CPU that the process has used so far, all its threads together. */
export function cpuMsOf(pid: number): number;
