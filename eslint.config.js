import importX from 'eslint-plugin-import-x';
import { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** What a folder of `lib` may import beside itself. Data flows one way; see docs/architecture.md. */
const MAY_IMPORT = {
  model: [],
  text: ['model'],
  services: ['model'],
  diagnosis: ['model'],
  sensing: ['model', 'services', 'messaging'],
  feed: ['model'],
  official: ['model'],
  storage: ['model'],
  messaging: ['model'],
  browser: ['model', 'services', 'messaging', 'sensing', 'storage', 'feed', 'official', 'text', 'app'],
  app: [
    'model',
    'services',
    'diagnosis',
    'sensing',
    'feed',
    'official',
    'storage',
    'messaging',
    'text',
    'browser',
  ],
};
const folders = Object.keys(MAY_IMPORT);

const zones = [
  ...folders.map((folder) => ({
    target: `./lib/${folder}`,
    from: './lib',
    except: [folder, ...MAY_IMPORT[folder]].map((name) => `./${name}`),
    message: `lib/${folder} may import only: ${[folder, ...MAY_IMPORT[folder]].join(', ')}.`,
  })),
  { target: './lib', from: './entrypoints', message: 'Nothing imports an entrypoint.' },
  { target: './components', from: './entrypoints', message: 'Nothing imports an entrypoint.' },
  { target: './lib', from: './components', message: 'lib does not know the user interface.' },
  {
    target: './components',
    from: './lib',
    except: ['./model', './text'],
    message: 'Components take props; of lib they know only model and text.',
  },
  {
    target: './feed',
    from: './lib',
    except: ['./model', './official'],
    message: 'The feed server knows only lib/model and lib/official.',
  },
];

const noBarrels = 'Import the file itself. Only lib/services and lib/diagnosis have an index.';

/** A later block replaces a rule's list whole: each block that adds to it starts from this one. */
const EVERYWHERE = [
  { selector: 'TSEnumDeclaration', message: 'Use a const array and a union type.' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is set as text.' },
  { selector: 'ExportAllDeclaration', message: noBarrels },
];

export default tseslint.config(
  {
    ignores: [
      '.output/',
      '.wxt/',
      'node_modules/',
      'demo-output/',
      'test-output/',
      '.mutation/',
      'tests/fixtures/',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-unresolved': ['error', { ignore: ['^wxt/', '^virtual:'] }],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'zod', message: 'Use lib/model/zod.ts: zod/mini without code generation.' }] },
      ],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text is set as text.' },
        { property: 'outerHTML', message: 'Text is set as text.' },
        { property: 'insertAdjacentHTML', message: 'Text is set as text.' },
      ],
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The browser's API has one door; everything else takes ports.
    files: ['lib/**/*.ts', 'components/**/*', 'entrypoints/**/*'],
    ignores: ['lib/browser/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'browser', message: 'Only lib/browser touches the WebExtension API.' },
        { name: 'chrome', message: 'Only lib/browser touches the WebExtension API.' },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: 'Use lib/model/zod.ts.' },
            { name: 'webextension-polyfill', message: 'Only lib/browser touches the WebExtension API.' },
            { name: 'wxt/browser', message: 'Only lib/browser touches the WebExtension API.' },
          ],
        },
      ],
    },
  },
  {
    // The diagnosis is a pure function of the log and a moment.
    files: ['lib/diagnosis/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Date',
          'performance',
          'crypto',
          'fetch',
          'setTimeout',
          'setInterval',
          'document',
          'window',
          'process',
        ].map((name) => ({ name, message: 'lib/diagnosis has no clock, random, DOM or I/O.' })),
      ],
      'no-restricted-syntax': [
        'error',
        ...EVERYWHERE,
        { selector: ':function[async=true]', message: 'lib/diagnosis is synchronous.' },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'No random here.',
        },
      ],
    },
  },
  {
    // A cookie's value is read in one place only, to make the account's tag.
    files: ['lib/sensing/**/*.ts', 'lib/browser/**/*.ts', 'lib/app/**/*.ts'],
    ignores: ['lib/browser/account-tag.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...EVERYWHERE,
        {
          selector: "MemberExpression[object.name=/[cC]ookie$/][property.name='value']",
          message: 'Only lib/browser/account-tag.ts may read the value of a cookie.',
        },
      ],
    },
  },
  { files: ['scripts/**', 'tests/**', '*.config.{ts,js}', 'feed/**'], rules: { 'no-console': 'off' } },
  {
    files: ['lib/model/zod.ts', 'feed/**', 'scripts/**', 'tests/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
