import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const alias = {
  "@": root,
  // The package throws outside a React server; the tests are one.
  "server-only": path.join(root, "node_modules/server-only/empty.js"),
};
const exclude = ["**/node_modules/**", "**/.next/**", "**/.build/**", "**/.quiesce/**", "e2e/**"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          environment: "node",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.ts", "scripts/**", "collector/**"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          environment: "node",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["scripts/vitest/database.ts"],
          setupFiles: ["scripts/vitest/database-per-file.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "start",
          environment: "node",
          include: ["scripts/**/*.test.ts"],
          exclude,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "collector",
          environment: "node",
          include: ["collector/**/*.test.ts"],
          exclude: [...exclude, "**/*.db.test.ts"],
          testTimeout: 1_200_000,
          hookTimeout: 1_200_000,
        },
      },
    ],
  },
});
