//! Stands in for `#[tracing::instrument]`: leaves the function as it is.
extern crate proc_macro;
use proc_macro::TokenStream;

#[proc_macro_attribute]
pub fn instrument(_: TokenStream, function: TokenStream) -> TokenStream {
    function
}
