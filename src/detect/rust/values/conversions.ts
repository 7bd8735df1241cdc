/** Functions and variants that hand on their only argument as another type, by the last names of their path. */
export const WRAPPING_CALLS: ReadonlySet<string> = new Set([
  "Some",
  "Ok",
  "Option::Some",
  "Result::Ok",
  "Box::new",
  "Arc::new",
  "Rc::new",
  "Cell::new",
  "RefCell::new",
  "Mutex::new",
  "RwLock::new",
  "Cow::Borrowed",
  "Cow::Owned",
  "Cow::from",
  "String::from",
  "Box::from",
  "Arc::from",
  "Rc::from",
  "PathBuf::from",
  "Value::String",
  "Value::Bool",
  "Value::Number",
  "Value::Array",
  "Value::Object",
  "Value::from",
  "From::from",
  "Into::into",
  "ToString::to_string",
  "ToOwned::to_owned",
  "Clone::clone",
  "Arc::clone",
  "Rc::clone",
  "str::to_owned",
  "str::to_string",
  "Number::from",
  "Level::from_str",
  "FromStr::from_str",
  "Json",
  "mem::take",
  "Json::from",
  "black_box",
  "from_value",
  "serde_json::from_value",
  "serde_json::to_value",
  "to_value",
  "Error::other",
  "Error::msg",
  "Error::custom",
]);

/** Functions that make an error whose text is their last argument. */
export const ERROR_CALLS: ReadonlySet<string> = new Set(["Error::new"]);

/** Methods that hand on what they belong to, be it as another type, by reference, or out of what wraps it. */
export const WRAPPING_METHODS: ReadonlySet<string> = new Set([
  "into",
  "to_string",
  "to_owned",
  "clone",
  "cloned",
  "copied",
  "as_str",
  "as_ref",
  "as_mut",
  "as_deref",
  "as_deref_mut",
  "as_slice",
  "as_bytes",
  "as_object",
  "as_object_mut",
  "as_array",
  "borrow",
  "borrow_mut",
  "deref",
  "unwrap",
  "expect",
  "unwrap_or_default",
  "ok",
  "try_into",
  "into_string",
  "into_boxed_str",
  "into_owned",
  "into_inner",
  "to_vec",
  "rev",
  "iter",
  "iter_mut",
  "into_iter",
  "by_ref",
  "unwrap_unchecked",
  "take",
  "as_string",
  "lock",
  "try_lock",
  "upgrade",
]);

/** The same without arguments, for the locks of what several threads share. */
export const LOCKING_METHODS: ReadonlySet<string> = new Set(["read", "write"]);

/** Methods that hand on one item of the list that they belong to. */
export const ITEM_METHODS: ReadonlySet<string> = new Set(["first", "last", "next", "nth", "get", "pop"]);

/** Methods that hand on what they belong to, or what stands in for it: their last argument. */
export const FALLBACK_METHODS: ReadonlySet<string> = new Set([
  "unwrap_or",
  "unwrap_or_else",
  "or",
  "or_else",
  "get_or_insert",
  "get_or_insert_with",
]);

/** Methods that give the content of what they belong to, or each of its items, to a closure. */
export const CALLBACK_METHODS: ReadonlySet<string> = new Set([
  "all",
  "and_then",
  "any",
  "filter",
  "filter_map",
  "find",
  "find_map",
  "flat_map",
  "for_each",
  "inspect",
  "is_some_and",
  "map",
  "map_or",
  "map_or_else",
  "map_while",
  "max_by_key",
  "min_by_key",
  "partition",
  "position",
  "retain",
  "skip_while",
  "take_while",
  "then",
  "try_for_each",
]);

/** The functions that return the closure's result. */
export const MAPPING_METHODS: ReadonlySet<string> = new Set([
  "map",
  "and_then",
  "flat_map",
  "filter_map",
  "find_map",
  "map_or",
  "map_or_else",
  "map_while",
  "then",
  "then_some",
]);

/** Methods that hand on the items that they are given, all or some of them. */
export const SELECTING_METHODS: ReadonlySet<string> = new Set([
  "collect",
  "filter",
  "find",
  "skip",
  "skip_while",
  "take_while",
  "first",
  "last",
  "next",
  "next_back",
  "nth",
  "inspect",
  "peekable",
  "chain",
  "fuse",
  "step_by",
  "flatten",
]);

/** Methods that begin an iteration over items. */
export const ITERATING_METHODS: ReadonlySet<string> = new Set([
  "iter",
  "into_iter",
  "iter_mut",
  "lines",
  "chars",
  "bytes",
  "split",
  "split_whitespace",
  "keys",
  "values",
  "drain",
  "chunks",
  "windows",
  "enumerate",
  "par_iter",
]);

/** Functions that make something empty, by the last names of their path. */
export const EMPTY_RECORDS: ReadonlySet<string> = new Set([
  "Map::new",
  "BTreeMap::new",
  "HashMap::new",
  "IndexMap::new",
  "Map::default",
  "BTreeMap::default",
  "HashMap::default",
  "IndexMap::default",
  "Map::with_capacity",
  "HashMap::with_capacity",
  "Breadcrumb::default",
]);

/** The same for lists. */
export const EMPTY_LISTS: ReadonlySet<string> = new Set([
  "Vec::new",
  "Vec::with_capacity",
  "Vec::default",
  "VecDeque::new",
  "HashSet::new",
  "BTreeSet::new",
]);

/** The same for texts. */
export const EMPTY_TEXTS: ReadonlySet<string> = new Set(["String::new", "String::default", "String::with_capacity"]);

/** Functions that make a map of pairs, by the last names of their path. */
export const MAPS_OF_PAIRS: ReadonlySet<string> = new Set([
  "Map::from",
  "BTreeMap::from",
  "HashMap::from",
  "IndexMap::from",
  "Map::from_iter",
  "BTreeMap::from_iter",
  "HashMap::from_iter",
  "IndexMap::from_iter",
]);

/** The server's name for a level of the SDK (sentry-rust, `sentry-types/src/protocol/v7.rs`). */
export const LEVELS: ReadonlyMap<string | undefined, string> = new Map([
  ["Debug", "debug"],
  ["Info", "info"],
  ["Warning", "warning"],
  ["Error", "error"],
  ["Fatal", "fatal"],
]);
