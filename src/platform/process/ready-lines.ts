/** What whoever started the program reads when it answers. */
export function readyLines(
  publicUrl: string,
  extra: readonly string[],
  startedInSeconds: number,
): string {
  const lines = [
    '',
    `Visavis is ready after ${startedInSeconds.toFixed(1)} s.`,
    '',
    `  learners and experts   ${publicUrl}`,
    `  reviewers and ops      ${publicUrl}/admin`,
    `  programs               ${publicUrl}/api/docs`,
    ...extra.map((line) => (line === '' ? '' : `  ${line}`)),
    '',
    '  Ctrl-C ends it; everything is kept.',
    '',
  ];
  return lines.join('\n');
}
