//! Stands in for the crate `log`: its macros with what they take.

pub enum Level {
    Info,
}

#[macro_export]
macro_rules! info {
    ($text:literal $(, $argument:expr)*) => {{ let _ = format!($text $(, $argument)*); }};
    ($($name:ident = $value:expr),+; $text:literal $(, $argument:expr)*) => {{
        $(let _: &str = $value;)+
        let _ = format!($text $(, $argument)*);
    }};
}
#[macro_export]
macro_rules! warn { ($($taken:tt)*) => { $crate::info!($($taken)*) }; }
#[macro_export]
macro_rules! error { ($($taken:tt)*) => { $crate::info!($($taken)*) }; }
#[macro_export]
macro_rules! log { ($level:expr, $($taken:tt)*) => {{ let _: $crate::Level = $level; $crate::info!($($taken)*) }}; }
