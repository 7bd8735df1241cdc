//! Stands in for the crate `tracing`: its macros with what they take, and `Span`.

pub use instrument::instrument;

pub enum Level {
    INFO,
}

pub struct Span;

impl Span {
    pub fn current() -> Self {
        Span
    }
    pub fn record<V: std::fmt::Debug + ?Sized>(&self, _: &str, _: &V) -> &Self {
        self
    }
}

/// Fields up to the text, if there is one.
#[macro_export]
macro_rules! __taken {
    ($(,)?) => {};
    ($text:literal $(, $argument:expr)* $(,)?) => { let _ = format!($text $(, $argument)*); };
    ($name:ident = % $value:expr $(, $($rest:tt)*)?) => { let _ = format!("{}", $value); $crate::__taken!($($($rest)*)?); };
    ($name:ident = ? $value:expr $(, $($rest:tt)*)?) => { let _ = format!("{:?}", $value); $crate::__taken!($($($rest)*)?); };
}

#[macro_export]
macro_rules! info { ($($taken:tt)*) => {{ $crate::__taken!($($taken)*); }}; }
#[macro_export]
macro_rules! warn { ($($taken:tt)*) => {{ $crate::__taken!($($taken)*); }}; }
#[macro_export]
macro_rules! error { ($($taken:tt)*) => {{ $crate::__taken!($($taken)*); }}; }
#[macro_export]
macro_rules! event { ($level:expr, $($taken:tt)*) => {{ let _: $crate::Level = $level; $crate::__taken!($($taken)*); }}; }
#[macro_export]
macro_rules! info_span { ($name:literal, $($taken:tt)*) => {{ $crate::__taken!($($taken)*); $crate::Span }}; }
