//! Stands in for the crate `sentry`: the types that a fix or suggestion writes, without what they do.
#![allow(dead_code)]

pub mod protocol {
    use std::collections::BTreeMap;
    use std::time::SystemTime;

    /// `serde_json::Value`, with what converts into it (serde_json, src/value/from.rs).
    #[derive(Clone, Debug, Default)]
    pub enum Value {
        #[default]
        Null,
        Bool(bool),
        Number(f64),
        String(String),
        Array(Vec<Value>),
        Object(Map<String, Value>),
    }

    macro_rules! numbers {
        ($($number:ty)*) => {
            $(impl From<$number> for Value {
                fn from(value: $number) -> Self {
                    Value::Number(value as f64)
                }
            })*
        };
    }
    numbers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 }

    impl From<bool> for Value {
        fn from(value: bool) -> Self {
            Value::Bool(value)
        }
    }
    impl From<&str> for Value {
        fn from(value: &str) -> Self {
            Value::String(value.to_owned())
        }
    }
    impl From<String> for Value {
        fn from(value: String) -> Self {
            Value::String(value)
        }
    }
    impl From<std::borrow::Cow<'_, str>> for Value {
        fn from(value: std::borrow::Cow<'_, str>) -> Self {
            Value::String(value.into_owned())
        }
    }
    impl From<Map<String, Value>> for Value {
        fn from(value: Map<String, Value>) -> Self {
            Value::Object(value)
        }
    }
    impl<T: Into<Value>> From<Vec<T>> for Value {
        fn from(value: Vec<T>) -> Self {
            Value::Array(value.into_iter().map(Into::into).collect())
        }
    }
    impl<T: Into<Value>> From<Option<T>> for Value {
        fn from(value: Option<T>) -> Self {
            value.map_or(Value::Null, Into::into)
        }
    }
    impl From<()> for Value {
        fn from((): ()) -> Self {
            Value::Null
        }
    }

    /// As in sentry-types/src/protocol/v7.rs of sentry-rust at commit 0b21336, from here on.
    pub type Map<K, V> = BTreeMap<K, V>;

    #[derive(Debug)]
    pub struct ParseLevelError;

    #[derive(Debug, Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub enum Level {
        Debug,
        #[default]
        Info,
        Warning,
        Error,
        Fatal,
    }

    impl std::str::FromStr for Level {
        type Err = ParseLevelError;
        fn from_str(text: &str) -> Result<Self, ParseLevelError> {
            match text {
                "debug" => Ok(Level::Debug),
                "info" | "log" => Ok(Level::Info),
                "warning" => Ok(Level::Warning),
                "error" => Ok(Level::Error),
                "fatal" => Ok(Level::Fatal),
                _ => Err(ParseLevelError),
            }
        }
    }

    #[derive(Clone, Debug)]
    pub struct Breadcrumb {
        pub timestamp: SystemTime,
        pub ty: String,
        pub category: Option<String>,
        pub level: Level,
        pub message: Option<String>,
        pub data: Map<String, Value>,
    }

    impl Default for Breadcrumb {
        fn default() -> Self {
            Breadcrumb {
                timestamp: SystemTime::now(),
                ty: "default".into(),
                category: None,
                level: Level::Info,
                message: None,
                data: Map::new(),
            }
        }
    }
}

pub use protocol::{Breadcrumb, Level};

/// As in sentry-core/src/breadcrumbs.rs.
pub trait IntoBreadcrumbs {
    type Output: Iterator<Item = Breadcrumb>;
    fn into_breadcrumbs(self) -> Self::Output;
}
impl IntoBreadcrumbs for Breadcrumb {
    type Output = std::iter::Once<Breadcrumb>;
    fn into_breadcrumbs(self) -> Self::Output {
        std::iter::once(self)
    }
}
impl IntoBreadcrumbs for Vec<Breadcrumb> {
    type Output = std::vec::IntoIter<Breadcrumb>;
    fn into_breadcrumbs(self) -> Self::Output {
        self.into_iter()
    }
}
impl IntoBreadcrumbs for Option<Breadcrumb> {
    type Output = std::option::IntoIter<Breadcrumb>;
    fn into_breadcrumbs(self) -> Self::Output {
        self.into_iter()
    }
}
impl<F: FnOnce() -> I, I: IntoBreadcrumbs> IntoBreadcrumbs for F {
    type Output = I::Output;
    fn into_breadcrumbs(self) -> Self::Output {
        self().into_breadcrumbs()
    }
}

/// As in sentry-core/src/api.rs, from here on where nothing else is said.
pub fn add_breadcrumb<B: IntoBreadcrumbs>(_: B) {}

/// As in sentry-core/src/hub.rs and hub_impl.rs.
pub struct Hub;

impl Hub {
    pub fn current() -> std::sync::Arc<Hub> {
        std::sync::Arc::new(Hub)
    }
    pub fn with_active<F, R>(f: F) -> R
    where
        F: FnOnce(&std::sync::Arc<Hub>) -> R,
        R: Default,
    {
        f(&Hub::current())
    }
    pub fn add_breadcrumb<B: IntoBreadcrumbs>(&self, _: B) {}
}

pub struct Uuid;

pub fn capture_message(_: &str, _: Level) -> Uuid {
    Uuid
}

/// As in sentry-core/src/scope/real.rs.
pub struct Scope;

impl Scope {
    pub fn set_tag<V: ToString>(&mut self, _: &str, _: V) {}
    pub fn set_extra(&mut self, _: &str, _: protocol::Value) {}
}

pub fn configure_scope<F, R>(_: F) -> R
where
    R: Default,
    F: FnOnce(&mut Scope) -> R,
{
    R::default()
}

pub fn with_scope<C, F, R>(_: C, callback: F) -> R
where
    C: FnOnce(&mut Scope),
    F: FnOnce() -> R,
{
    callback()
}

/// As in sentry-core/src/logger.rs: arguments and attributes become values, so that they are moved.
#[doc(hidden)]
#[macro_export]
macro_rules! logger_log {
    ($level:expr, $message:literal) => {{ let _ = ($level, $message.to_owned()); }};
    ($level:expr, $message:literal, $($argument:expr),+) => {{
        $(let _ = $crate::protocol::Value::from($argument);)*
        let _ = ($level, format!($message, $($argument),*));
    }};
    ($level:expr, $($rest:tt)+) => {{ $crate::logger_log!(@internal attributes, $level, $($rest)+) }};
    (@internal $attributes:ident, $level:expr, $message:literal) => { $crate::logger_log!($level, $message) };
    (@internal $attributes:ident, $level:expr, $message:literal, $($argument:expr),+) => {
        $crate::logger_log!($level, $message, $($argument),+)
    };
    (@internal $attributes:ident, $level:expr, $($key:ident).+ = $value:expr, $($rest:tt)+) => {{
        let _ = (stringify!($($key).+), $crate::protocol::Value::from($value));
        $crate::logger_log!(@internal $attributes, $level, $($rest)+)
    }};
}

#[macro_export]
macro_rules! logger_info { ($($taken:tt)+) => { $crate::logger_log!($crate::Level::Info, $($taken)+) }; }

#[macro_export]
macro_rules! logger_warn { ($($taken:tt)+) => { $crate::logger_log!($crate::Level::Warning, $($taken)+) }; }
