/** Stable names of what is found, used in messages and options. */
export type Kind =
  | "email"
  | "phone"
  | "name"
  | "username"
  | "address"
  | "location"
  | "dob"
  | "gov_id"
  | "financial"
  | "health"
  | "demographic"
  | "ip"
  | "device_id"
  | "url_query"
  | "free_form"
  | "object"
  | "password"
  | "otp"
  | "token"
  | "api_key"
  | "private_key"
  | "auth_header"
  | "cookie"
  | "env";

/** 1: reported by default; 2: reported with `strict` only. */
export type Tier = 1 | 2;
