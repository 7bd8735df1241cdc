//! Stands in for the crate `slog`: its macros with what they take, and `Logger`.

pub struct Logger;

pub enum Level {
    Warning,
}

#[macro_export]
macro_rules! info {
    ($logger:expr, $text:literal $(, $argument:expr)* $(; $($key:literal => $value:expr),*)?) => {{
        let _: &$crate::Logger = $logger;
        let _ = format!($text $(, $argument)*);
        $($(let _ = ($key, format!("{}", $value));)*)?
    }};
}
#[macro_export]
macro_rules! log {
    ($logger:expr, $level:expr, $tag:literal, $($taken:tt)*) => {{
        let _: $crate::Level = $level;
        $crate::info!($logger, $($taken)*)
    }};
}
