/** The ways in which findings can be printed. */
export const FORMATS = ["stylish", "json", "sarif", "github"] as const;

export type Format = (typeof FORMATS)[number];
