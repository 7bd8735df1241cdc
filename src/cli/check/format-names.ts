/** The ways in which findings can be printed. */
export const FORMATS = ["pretty", "stylish", "json", "sarif", "github", "gitlab", "rustc"] as const;

export type Format = (typeof FORMATS)[number];
