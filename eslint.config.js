// What Biome cannot see: promises nobody waits for, switches that forget a case, hooks, and clocks in pure code.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const pure =
  'comes from outside: shared/ is pure, time and chance come with the entry (see architecture, "Pure").';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/'] },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.d.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  // A function of more branches than this holds two things.
  {
    files: ['{server,shared,client}/**/*.{ts,tsx}'],
    ignores: ['**/*.d.ts'],
    rules: { complexity: ['error', { max: 20 }] },
  },
  { files: ['client/**/*.{ts,tsx}'], ignores: ['**/*.d.ts'], ...reactHooks.configs.flat.recommended },
  // The React Compiler is not used, which alone cannot memoize what the list of rows returns.
  {
    files: ['client/**/*.{ts,tsx}'],
    ignores: ['**/*.d.ts'],
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: ['client/**/*.{ts,tsx}', 'shared/**/*.ts'],
    ignores: ['**/*.d.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zod', message: 'Phones pay for it: import `zod/mini`.' },
            { name: 'luxon', message: 'Phones pay for it: zones are resolved on the server, shown by Intl.' },
          ],
        },
      ],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Intl', 'console', 'crypto', 'performance', 'process'].map((name) => ({
          name,
          message: `\`${name}\` ${pure}`,
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: `\`new Date()\` ${pure}`,
        },
        { selector: 'CallExpression[callee.name="Date"]', message: `\`Date()\` ${pure}` },
        {
          selector: 'MemberExpression[object.name="Date"][property.name="now"]',
          message: `\`Date.now\` ${pure}`,
        },
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: `\`Math.random\` ${pure}`,
        },
        {
          selector: 'MemberExpression[property.name=/^(normalize|localeCompare|toLocale\\w*)$/]',
          message: `What a runtime's tables decide ${pure}`,
        },
        {
          selector:
            'MemberExpression[property.name=/^(getTimezoneOffset|[gs]et(FullYear|Month|Date|Day|Hours|Minutes))$/]',
          message: `The zone of this computer ${pure}`,
        },
      ],
    },
  },
);
