/**
 * Flags of Node for the app, as `npm start` gives them (package.json). An inventory is many short-lived objects: with
 * the usual 16 MiB for young ones, a good part of the time that one takes goes on moving them.
 */
export const appFlags = ["--max-semi-space-size=32"];
