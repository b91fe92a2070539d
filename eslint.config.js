import path from "node:path";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/**
 * What each folder of lib may import from lib, besides itself. Reading down the list is the
 * direction of the product: a document comes in, is judged, stored and shown.
 */
const settled = ["inventory", "judge", "importers", "db", "env.ts", "errors.ts"];
const clientSafeEstate = ["estate/contract.ts", "estate/filters.ts"];
const layers = {
  inventory: [],
  judge: ["inventory"],
  importers: ["inventory", "judge", "errors.ts"],
  db: ["env.ts", "errors.ts"],
  simulate: ["inventory"],
  policy: [...settled, ...clientSafeEstate],
  collectors: [...settled, ...clientSafeEstate],
  ingest: [...settled, ...clientSafeEstate, "collectors"],
  estate: settled,
  reports: [...settled, ...clientSafeEstate],
  jobs: [...settled, ...clientSafeEstate, "policy", "ingest", "collectors"],
  metrics: [...settled, ...clientSafeEstate, "estate", "jobs"],
};

const layerZones = Object.entries(layers).map(([layer, allowed]) => ({
  target: `./lib/${layer}`,
  from: "./lib",
  except: [layer, ...allowed].map((name) => `./${name}`),
  message: `lib/${layer} imports only from ${["itself", ...allowed.map((name) => `lib/${name}`)].join(", ")}. Move what both need down to one of these, or pass it in as an argument.`,
}));

const outerZones = [
  {
    target: ["./lib", "./components"],
    from: ["./app", "./cli", "./bench", "./faults", "./scripts", "./e2e"],
    message: "app, cli, bench and scripts are the outside: they import lib and components, never the reverse.",
  },
  {
    target: "./lib",
    from: "./components",
    message: "lib knows nothing of the screen. Return data and let a component draw it.",
  },
  {
    target: "./components",
    from: ["./lib/db", "./lib/ingest", "./lib/importers", "./lib/reports", "./lib/jobs", "./lib/metrics", "./lib/simulate", "./lib/env.ts", "./lib/http.ts"],
    message: "A component may run in the browser. Read in the page and pass the data as props.",
  },
  {
    target: "./components",
    from: "./lib/estate",
    except: ["./contract.ts", "./filters.ts"],
    message: "Of lib/estate a component imports only contract and filters: the rest reads the database.",
  },
  {
    target: ["./app", "./components"],
    from: ["./cli", "./bench", "./faults", "./scripts"],
    message: "The app does not import its command line, bench or scripts. Put what both need in lib.",
  },
];

const nodeOnly = { group: ["node:*", "fs", "path", "crypto", "child_process", "pg", "next", "next/*", "@prisma/*"] };

export default tseslint.config(
  {
    ignores: [".next/", ".quiesce/", ".build/", "node_modules/", "lib/db/generated/", "next-env.d.ts", "collector/engine/", "test-results/", "playwright-report/"],
  },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    extends: [tseslint.configs.strict],
    plugins: { "import-x": importX },
    linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true },
    settings: {
      "import-x/resolver-next": [
        createNodeResolver({
          extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
          alias: { "@": [path.resolve(import.meta.dirname)] },
        }),
      ],
    },
    rules: {
      "max-lines": ["error", { max: 300 }],
      "no-console": "off",
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        { selector: "TSNonNullExpression", message: "Narrow the value, or say with an error why it cannot be missing." },
      ],
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones: [...layerZones, ...outerZones] }],
    },
  },
  {
    // A test may start what its subject only runs in.
    files: ["**/*.test.{ts,tsx}"],
    rules: { "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones: layerZones }] },
  },
  {
    files: ["{lib,app,components,cli,bench,faults}/**/*.{ts,tsx}"],
    ignores: ["**/*.test.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["lib/inventory/**/*.ts", "lib/judge/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ ...nodeOnly, message: "lib/inventory and lib/judge run in the browser, the server and the command line: no I/O, no framework." }] },
      ],
    },
  },
  {
    files: ["lib/judge/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The judge has no clock: `now` is an argument." },
        { object: "Math", property: "random", message: "The judge gives the same answer for the same facts." },
      ],
    },
  },
);
