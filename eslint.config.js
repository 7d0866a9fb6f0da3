import tseslint from 'typescript-eslint';

/** Imports cannot see a clock: what varies is passed in. */
const PURE_ONLY = {
  'no-restricted-globals': [
    'error',
    ...['Date', 'process', 'console', 'setTimeout', 'setInterval', 'fetch', 'performance'].map(
      (name) => ({
        name,
        message: 'Rules are pure: pass in what varies.',
      }),
    ),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Pass the random value in.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          group: ['node:*', '@nestjs/*', 'typeorm'],
          message: 'Rules are pure: I/O belongs to the edges.',
        },
      ],
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      'data',
      'node_modules',
      'coverage',
      '.cache',
      'web/src/shared/api/schema.d.ts',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "MemberExpression[object.name='Temporal'][property.name=/^(ZonedDateTime|Now)$/]",
          message: 'Zones come from shared/time/zone.ts and "now" from the injected Clock.',
        },
      ],
    },
  },
  {
    files: ['src/modules/*/domain/**/*.ts', 'src/shared/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: PURE_ONLY,
  },
  { files: ['src/platform/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.mjs', '**/*.cjs', '**/*.js'], languageOptions: { globals: {} } },
);
