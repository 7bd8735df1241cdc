//! Stands in for the crate `sentry`: the types that a fix or suggestion writes, without what they do.
#![allow(dead_code)]

pub mod protocol {
    use std::collections::BTreeMap;
    use std::time::SystemTime;

    #[derive(Clone, Debug, Default)]
    pub enum Value {
        #[default]
        Null,
        Bool(bool),
        Number(f64),
        String(String),
    }

    impl From<bool> for Value {
        fn from(value: bool) -> Self {
            Value::Bool(value)
        }
    }
    impl From<u64> for Value {
        fn from(value: u64) -> Self {
            Value::Number(value as f64)
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

    pub type Map<K, V> = BTreeMap<K, V>;

    #[derive(Clone, Copy, Debug, Default)]
    pub enum Level {
        Debug,
        #[default]
        Info,
        Warning,
        Error,
        Fatal,
    }

    impl std::str::FromStr for Level {
        type Err = ();
        fn from_str(text: &str) -> Result<Self, ()> {
            match text {
                "debug" => Ok(Level::Debug),
                "info" | "log" => Ok(Level::Info),
                "warning" => Ok(Level::Warning),
                "error" => Ok(Level::Error),
                "fatal" => Ok(Level::Fatal),
                _ => Err(()),
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

/// What can be handed to `add_breadcrumb`: a breadcrumb, or a closure that makes one.
pub trait IntoBreadcrumbs {}
impl IntoBreadcrumbs for Breadcrumb {}
impl<F: FnOnce() -> Breadcrumb> IntoBreadcrumbs for F {}

pub fn add_breadcrumb<B: IntoBreadcrumbs>(_: B) {}

/// As in sentry-core/src/hub.rs of sentry-rust at commit 0b21336.
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

pub fn capture_message(_: &str, _: Level) {}

/// As in sentry-core/src/scope/real.rs of sentry-rust at commit 0b21336.
pub struct Scope;

impl Scope {
    pub fn set_tag<V: ToString>(&mut self, _: &str, _: V) {}
    pub fn set_extra(&mut self, _: &str, _: protocol::Value) {}
}

pub fn configure_scope<R: Default>(_: impl FnOnce(&mut Scope) -> R) -> R {
    R::default()
}

#[macro_export]
macro_rules! logger_info {
    ($($key:ident = $value:expr,)* $message:literal $(, $argument:expr)* $(,)?) => {{
        $(let _ = $crate::protocol::Value::from($value);)*
        let _ = format!($message $(, $argument)*);
    }};
}

#[macro_export]
macro_rules! logger_warn { ($($taken:tt)*) => { $crate::logger_info!($($taken)*) }; }
