import { LanguageSupport, type StreamParser, StreamLanguage } from '@codemirror/language';

type Load = () => Promise<LanguageSupport>;

function legacy(load: () => Promise<StreamParser<unknown>>): Load {
  return async () => new LanguageSupport(StreamLanguage.define(await load()));
}

const script = (options: { jsx?: boolean; typescript?: boolean }): Load => {
  return async () => (await import('@codemirror/lang-javascript')).javascript(options);
};
const markdown: Load = async () => (await import('@codemirror/lang-markdown')).markdown();
const html: Load = async () => (await import('@codemirror/lang-html')).html();
const clike = (name: 'c' | 'cpp' | 'csharp' | 'java' | 'kotlin'): Load =>
  legacy(async () => (await import('@codemirror/legacy-modes/mode/clike'))[name]);

/** Each is fetched only when a text in it is opened. */
const LANGUAGES: Readonly<Record<string, Load>> = {
  js: script({ jsx: true }),
  jsx: script({ jsx: true }),
  mjs: script({}),
  cjs: script({}),
  ts: script({ typescript: true }),
  tsx: script({ jsx: true, typescript: true }),
  py: async () => (await import('@codemirror/lang-python')).python(),
  md: markdown,
  docx: markdown,
  html,
  vue: html,
  css: async () => (await import('@codemirror/lang-css')).css(),
  json: async () => (await import('@codemirror/lang-json')).json(),
  c: clike('c'),
  h: clike('c'),
  ino: clike('cpp'),
  cpp: clike('cpp'),
  hpp: clike('cpp'),
  cs: clike('csharp'),
  java: clike('java'),
  kt: clike('kotlin'),
  go: legacy(async () => (await import('@codemirror/legacy-modes/mode/go')).go),
  lua: legacy(async () => (await import('@codemirror/legacy-modes/mode/lua')).lua),
  r: legacy(async () => (await import('@codemirror/legacy-modes/mode/r')).r),
  rb: legacy(async () => (await import('@codemirror/legacy-modes/mode/ruby')).ruby),
  rs: legacy(async () => (await import('@codemirror/legacy-modes/mode/rust')).rust),
  sh: legacy(async () => (await import('@codemirror/legacy-modes/mode/shell')).shell),
  sql: legacy(async () => (await import('@codemirror/legacy-modes/mode/sql')).standardSQL),
  swift: legacy(async () => (await import('@codemirror/legacy-modes/mode/swift')).swift),
  tex: legacy(async () => (await import('@codemirror/legacy-modes/mode/stex')).stex),
  toml: legacy(async () => (await import('@codemirror/legacy-modes/mode/toml')).toml),
  xml: legacy(async () => (await import('@codemirror/legacy-modes/mode/xml')).xml),
  yaml: legacy(async () => (await import('@codemirror/legacy-modes/mode/yaml')).yaml),
  yml: legacy(async () => (await import('@codemirror/legacy-modes/mode/yaml')).yaml),
};

const PROSE = new Set(['md', 'txt', 'docx', 'csv', 'tsv', 'log', 'srt', '']);

/** Words of people, in any script, and no program. */
export function isProse(fileName: string): boolean {
  return PROSE.has(endingOf(fileName));
}

/** @returns null for a text without a language of its own */
export async function languageOf(fileName: string): Promise<LanguageSupport | null> {
  return (await LANGUAGES[endingOf(fileName)]?.()) ?? null;
}

function endingOf(fileName: string): string {
  return /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
